"""What holds of cleaning whatever the bytes: the ledger adds up, and the same in gives the same out."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_tools.model.clean import CleanText, Kind, Verdict
from tests.clean import capture, cleaned

ENDINGS = ("\n", "\r\n", "\r", "\x85", "\u2028", "\u2029")
LINES = st.lists(st.sampled_from(["A short line", "A sentence that ends.", "Share", "", " ", "\xa0", "* a"]))
ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "cp1251",
    "koi8-r",
    "cp1252",
    "shift_jis",
)
PIECES = ("<p>", "</p>", "<div class='share'>", "</div>", "<script>", "</script>", "<!--", "-->", "<", ">",
    "'", '"', "a word", "A sentence that ends here.", "&amp;", "&#0;", "&bogus;", "<br>", "<nav>", "<h1>",
    "é", "<a ",
)  # fmt: skip
MARKUP = st.lists(st.sampled_from(PIECES)).map("".join)


def adds_up(content: bytes, result: CleanText) -> bool:
    """Whether the lines cover the bytes in order, without gap or overlap, and are numbered from 1."""
    ends = [0, *(line.end for line in result.lines)]
    return (
        [line.start for line in result.lines] == ends[:-1]
        and ends[-1] == len(content) == result.bytes
        and [line.n for line in result.lines] == list(range(1, len(result.lines) + 1))
        and b"".join(content[line.start : line.end] for line in result.lines) == content
    )


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html"]))
@example(b"", "a.txt")
@example(b"", "a.html")
@example(b"\xff\xfe", "a.txt")
@example(b"\xff\xfea", "a.txt")
@example(b"\xef\xbb\xbf", "a.html")
@example(b"\x00\n\x00", "a.txt")
@example(b"\x1b$B$3$l\x1b(B", "a.txt")
def test_the_ledger_adds_up_for_any_bytes(content: bytes, file: str) -> None:
    """Every byte of a capture is in exactly one line, even if it is no text at all."""
    assert adds_up(content, cleaned(content, file))


@given(MARKUP)
def test_the_ledger_adds_up_for_any_markup(source: str) -> None:
    """Tags that do not close, quotation marks that do not pair and comments without end lose nothing."""
    content = source.encode()
    assert adds_up(content, cleaned(content, "a.html"))


@given(st.text(max_size=200), st.sampled_from(ENCODINGS))
def test_the_ledger_adds_up_for_any_encoding(text: str, encoding: str) -> None:
    """Offsets are bytes of the file, not characters, whatever it was written in and read as."""
    content = text.encode(encoding, "ignore")
    assert adds_up(content, cleaned(content))


@given(LINES, st.sampled_from(ENDINGS))
def test_lines_end_as_their_file_ends_them(lines: list[str], ending: str) -> None:
    """A line is a line by any of the marks that end one, and two characters may be one mark."""
    content = "".join(line + ending for line in lines).encode()
    assert len(cleaned(content).lines) == len(lines)


@given(st.binary(max_size=300) | MARKUP.map(str.encode), st.sampled_from(["a.txt", "a.html"]))
def test_cleaning_is_deterministic(content: bytes, file: str) -> None:
    """The same bytes give the same ledger: a record's anchors depend on it."""
    assert cleaned(content, file) == cleaned(content, file)


@given(MARKUP, st.sampled_from(["a.txt", "a.html"]))
def test_verdicts_fit_the_kinds(source: str, file: str) -> None:
    """What is removed is no paragraph, what is kept is no chrome, and only lines without text are blank."""
    result = cleaned(source, file)
    shown = {n for paragraph in result.paragraphs for n in paragraph.lines}
    fields = {Kind.BYLINE, Kind.DATELINE}
    for line in result.lines:
        assert (line.kind is Kind.BLANK) == (line.verdict is Verdict.BLANK) == (not line.text)
        kept = line.verdict in {Verdict.KEPT, Verdict.JOINED}
        assert kept == (line.n in shown or line.kind in fields)


@given(
    st.lists(
        st.sampled_from(["A sentence that is long enough to be prose, and ends as one does.", "Share", "—"])
    )
)
def test_ids_of_paragraphs_are_unique_and_count_up(lines: list[str]) -> None:
    """An anchor names one paragraph."""
    ids = [paragraph.id for paragraph in cleaned("\n\n".join(lines)).paragraphs]
    assert len(set(ids)) == len(ids)
    body = [paragraph.id for paragraph in cleaned("\n\n".join(lines)).body]
    assert body == [f"p{number}" for number in range(1, len(body) + 1)]


WORDS = st.lists(
    st.sampled_from(
        ["river", "ferry", "bridge", "council", "winter", "salt", "boat", "rope", "market", "town"]
    ),
    min_size=30,
    max_size=60,
)
PROSE = WORDS.map(lambda words: f"The {' '.join(words)} were counted again.")


@given(st.lists(PROSE, min_size=2, max_size=8, unique=True))
def test_cleaning_what_was_cleaned_changes_nothing(passages: list[str]) -> None:
    """A title over plain paragraphs comes back as it is: prose is not chrome for being prose."""
    title = "Council counts the boats of the harbour once more"
    first = cleaned("\n\n".join([title, *passages]))
    again = cleaned("\n\n".join(paragraph.text for paragraph in first.paragraphs))
    assert [p.text for p in first.paragraphs] == [title, *passages]
    assert [(p.id, p.text) for p in again.paragraphs] == [(p.id, p.text) for p in first.paragraphs]


HOSTILE = {
    "one line": b"word " * 100_000,
    "no letters": b"." * 200_000,
    "no text": b"\0" * 200_000,
    "undecodable": b"\xff" * 200_000,
    "labels": b"Related\n" * 5_000,
    "openings": b"<a " * 60_000,
    "quotation marks": b'<a "' * 50_000,
    "comments": b"<!--" * 50_000,
    "scripts": b"<script>" * 20_000,
    "depth": b"<div>" * 20_000,
    "closings": b"</div>" * 20_000,
    "entities": b"&amp" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("file", ["a.txt", "a.html"])
def test_hostile_captures_are_read_to_the_end(name: str, file: str) -> None:
    """No rule and no pattern needs time that grows with the square of a capture: these would never end."""
    content = HOSTILE[name]
    assert adds_up(content, cleaned(content, file))


def test_a_capture_without_text_has_no_paragraphs() -> None:
    """An empty file is a capture too."""
    result = cleaned(b"")
    assert (result.lines, result.paragraphs, result.metadata, result.bytes) == ((), (), (), 0)
    assert capture(b"").sha256.startswith("e3b0c442")
