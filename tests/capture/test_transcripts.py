"""Transcripts: what is said is joined into passages that are named by their time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.capture_text import FormName
from build_tools.model.unreadable import UnreadableCapture
from tests.capture.reading import cleaned, extracted, stated

VTT = """WEBVTT - Harbour talk
Language: en

NOTE made by hand

intro
00:12:31.000 --> 00:12:34.500 align:start
<v Ada Quill>The ferry has stopped,
00:12:34.500 --> 00:12:38.000
and nobody crosses &amp; nobody waits.

01:00:02.250 --> 01:00:05.000
<v Ned Marlow>How many are there?

01:00:05.000 --> 01:00:09.000
<c.yellow>About 240.</c>
"""
SRT = """1
00:00:01,000 --> 00:00:04,000
{\\an8}The ferry has <i>stopped</i>,

2
00:00:04,000 --> 00:00:08,000
and nobody crosses.

3
00:00:08,500 --> 00:00:10,000
About 240 wait.
"""
ROLLING = """WEBVTT
Kind: captions
Language: en

00:00:01.000 --> 00:00:03.000
the<00:00:01.500><c> ferry</c><00:00:02.000><c> has</c>

00:00:03.000 --> 00:00:05.000
the ferry has
stopped<00:00:03.500><c> today.</c>

00:00:05.000 --> 00:00:07.000
stopped today.
nobody<00:00:05.500><c> crosses.</c>
"""


def passages(source: str, codec: str = "utf-8") -> list[tuple[str, str]]:
    """Address and words."""
    return [(p.id, p.text) for p in cleaned(source.encode(codec)).body]


def test_a_passage_is_named_by_its_time() -> None:
    """It ends with a sentence or a speaker; who speaks is said where that changes."""
    assert extracted(VTT.encode()).form is FormName.VTT
    assert passages(VTT) == [
        ("t00-12-31", "Ada Quill: The ferry has stopped, and nobody crosses & nobody waits."),
        ("t01-00-02", "Ned Marlow: How many are there?"),
        ("t01-00-05", "About 240."),
    ]
    assert stated(VTT.encode()) == {"title": "Harbour talk", "language": "en"}


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_subrip_is_told_by_its_cues(codec: str, ending: str) -> None:
    """In any encoding and with any ends of lines, and without a number before the first."""
    for source in (SRT, SRT.removeprefix("1\n")):
        assert passages(source.replace("\n", ending), codec) == [
            ("t00-00-01", "The ferry has stopped, and nobody crosses."),
            ("t00-00-08", "About 240 wait."),
        ]


def test_rolling_captions_are_said_once() -> None:
    """Captions made by machine show each line again under the next."""
    assert passages(ROLLING) == [
        ("t00-00-01", "the ferry has stopped today."),
        ("t00-00-05", "nobody crosses."),
    ]
    assert [line.rule for line in cleaned(ROLLING.encode()).lines].count("repeated_cue") == 2


def test_passages_of_one_second_are_one() -> None:
    """An address names one passage."""
    twice = SRT.replace("00:00:08,500", "00:00:01,500")
    assert [name for name, _ in passages(twice)] == ["t00-00-01"]


def test_a_talk_without_full_stops_is_parted_all_the_same() -> None:
    """By its length."""
    cues = "".join(
        f"00:{n // 60:02}:{n % 60:02}.000 --> 01:00:00.000\nwords and words and words\n\n" for n in range(90)
    )
    assert len(passages("WEBVTT\n\n" + cues)) == 1  # the same words are said again
    cues = "".join(
        f"00:{n // 60:02}:{n % 60:02}.000 --> 01:00:00.000\nword {n} and so on\n\n" for n in range(90)
    )
    assert len(passages("WEBVTT\n\n" + cues)) > 1


def test_nothing_said_is_refused() -> None:
    """A file of chapters has no words to cite."""
    with pytest.raises(UnreadableCapture, match="nothing is said"):
        extracted(b"WEBVTT\n\nNOTE nothing\n")


PIECES = (
    "WEBVTT\n", "\n", "00:00:01.000 --> 00:00:02.000\n", "99:59.000 --> x\n", "1\n", "<v ", "<v A>", ">",
    "-->", "words.", "{\\", "}", "&amp;", "&#0;", "\ufeff", "\r", "é", "NOTE\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)).map("".join), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_no_transcript_breaks_the_reader(rest: str, codec: str) -> None:
    """Whatever stands in it, it is read with a ledger that adds up, or refused by name."""
    try:
        cleaned(("WEBVTT\n\n" + rest).encode(codec, "ignore"))
    except UnreadableCapture as refusal:
        assert refusal.remedy  # noqa: PT017 - either is right
