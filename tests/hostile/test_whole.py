"""Every character of a capture stands on the source's page of the reading edition: as text, or in a fold."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_tools.clean import clean
from build_tools.index import Index
from build_tools.model.archive import Archive, Edition
from build_tools.model.capture import Capture
from build_tools.model.clean import CleanText
from build_tools.pages import render_page
from build_tools.pages.source import SOURCE_PAGE
from build_tools.pipeline import PipelineSettings, assemble_archive
from tests.archives import write_archive

SLUG = "river-floods-old-mill"
DOCUMENTS = int(os.environ.get("ARCHIVE_DOCUMENTS", "200"))
"""How many are made up; `make fuzz` makes 2,000."""
LINES = st.sampled_from(
    (
        "River floods old mill",
        "Another headline altogether",
        "By Anna Reporter",
        "12 April 2031",
        "* * *",
        "Share",
        "Newsletter",
        "© 2031 The Brackwater Bugle. All rights reserved.",
        "Read also: the pier",
        "Photo: A. Miller",
        "What the council says",
        "the gulls have gone to bed,",
        "– one sack of flour",
        "”",
        "Updated at 11:36",
        "Comments",
        "The Brackwater Bugle",
        "12 April 2031 | By Anna Reporter",
        "Sport",
        "The river rose to the first floor of the Old Mill on the last day of April, the mayor said at noon.",
        "Nobody was hurt, but two hundred sacks of flour were lost, and the miller will not reopen soon.",
        "Firefighters pumped until the evening, and the road to the next village stayed closed all night.",
        "<b>&amp;</b> *a* _b_ [c](d) | e",
        "1. First the pier was closed, then the road to the village.",
    )
)
"""What pages have: text, credits, furniture; and what could act on a page."""


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, str]:
    """A document of such lines, with blank lines between or without; and how it is marked up."""
    lines = draw(st.lists(LINES, min_size=1, max_size=14))
    return "\n".join(f"{line}{draw(st.sampled_from(('', chr(10))))}" for line in lines), "capture.txt"


@pytest.fixture(scope="module")
def archive() -> Archive:
    """An archive of one source, whose capture the tests exchange."""
    with tempfile.TemporaryDirectory() as folder:
        write_archive(Path(folder))
        settings_of = PipelineSettings(Path(folder) / "seeds", edition=Edition.READING)
        return assemble_archive(settings_of)


def _count_words(texts: list[str]) -> Counter[str]:
    return Counter(word for text in texts for word in text.split())


@settings(max_examples=DOCUMENTS)
@given(documents())
@example(("Ferry to Lomvik stops\nBy Anna Reporter\n12 April 2031\n\nThe ferry stopped, he said.\n", "a.txt"))
def test_nothing_is_in_neither(archive: Archive, made: tuple[str, str]) -> None:
    """What cleaning kept stands on the page, what it removed in its fold: each line as often as there."""
    content = made[0].encode()
    cleaned = clean(Capture(made[1], content, hashlib.sha256(content).hexdigest()), language="en")
    document = replace(archive.documents[0], clean=cleaned, ledger=cleaned)
    index = Index(replace(archive, documents=(document,)))
    page = render_page(SOURCE_PAGE.make_page(index, SLUG))
    soup = BeautifulSoup(page.html, "lxml")
    cells = soup.select(".removed td:nth-of-type(2)")
    folded = _count_words([cell.get_text() for cell in cells])
    for fold in soup.select(".removed"):
        fold.decompose()
    shown = _count_words([soup.get_text(" ")])
    lines = [line for line in cleaned.lines if line.text]
    removed = [line.text for line in lines if line.verdict == "removed"]
    kept = [line.text for line in lines if line.verdict != "removed"]
    assert folded == _count_words(removed)
    assert not _count_words(kept) - shown


WORDS = st.sampled_from(("gull", "rope", "tide", "lamp", "green", "torn", "far", "bed", "ferryman", "rain"))
VERSES = st.builds(
    lambda words, mark: f"the {' '.join(words)}{mark}",
    st.lists(WORDS, min_size=2, max_size=6),
    st.sampled_from(("", ",", ";", ".", "!", ":")),
)
MARKED = VERSES.map(lambda verse: verse if verse[-1] in ",;:.!" else f"{verse},")
FRAME = ("Menu", "Sport", "River floods old mill", "By Anna Reporter", "12 April 2031")
PROSE = (
    (
        "The river rose to the first floor of the Old Mill on the last day of April, the mayor of the "
        "town said at noon, and the road stayed closed until the evening."
    ),
    (
        "Nobody was hurt, but two hundred sacks of flour were lost, and the miller will not reopen soon, "
        "he told the council at its session on Monday."
    ),
    (
        "Firefighters pumped until the evening, and the road to the next village stayed closed all night "
        "while the council met in the school."
    ),
    (
        "At the end the choir of the village sang a song that the miller wrote after the flood of the "
        "year before last, when the mill stood empty."
    ),
    (
        "The council will meet again in May and decide whether the mill is to be rebuilt, and nobody in "
        "the hall spoke against it, the mayor said."
    ),
)
FOOT = ("Share on Facebook", "© 2031 The Brackwater Bugle. All rights reserved.")
REFRAIN = (
    "Nobody leaves the town before the water leaves it, "
    "and whoever leaves it before the water will not come back again."
)

UNMARKED = (
    "the gull gull\nthe gull gull gull gull ferryman ferryman\nthe gull gull\n"
    "the gull gull gull gull ferryman ferryman\nthe gull gull gull gull gull\n"
)
"""Verse without a mark of punctuation: only its small letters tell it from labels."""
TWICE = (
    "the gull gull\nthe gull ferryman gull gull gull ferryman\nthe gull gull gull gull\n\n"
    "the gull ferryman gull gull gull ferryman\nthe gull gull gull gull\n"
)
"""A stanza that comes back is no caption given twice, and no headline."""
LONG_LAST = "the bed tide rope torn\nthe bed tide rope torn\nthe torn bed gull bed tide rain rope tide far!\n"
"""The last line is the greater part and a sentence, and yet no article under a headline said twice."""


@st.composite
def poems(draw: st.DrawFn, least: int = 1) -> str:
    """Stanzas of any lines, some alike, with or without a refrain."""
    verses = VERSES if least == 1 else MARKED
    refrain = draw(st.lists(verses, max_size=3))
    stanzas = draw(st.lists(st.lists(verses, min_size=least, max_size=6), min_size=1, max_size=6))
    return "\n\n".join("\n".join([*stanza, *refrain]) for stanza in stanzas) + "\n"


def _clean(text: str) -> CleanText:
    content = text.encode()
    return clean(Capture("a.txt", content, hashlib.sha256(content).hexdigest()), language="en")


def _list_removed(cleaned: CleanText) -> list[str]:
    return [line.text for line in cleaned.lines if line.verdict == "removed"]


@settings(max_examples=300)
@example(UNMARKED)
@example(TWICE)
@example(LONG_LAST)
@example(TWICE.replace("gull gull\n", "gull gull,\n", 1))
@given(poems())
def test_verse_is_text(poem: str) -> None:
    """A poem by itself has no page around it: each of its lines is text, refrains and couplets as well."""
    cleaned = _clean(poem)
    assert cleaned.body
    assert not _list_removed(cleaned)


@settings(max_examples=200)
@given(poems(least=2), st.integers(1, 3), st.integers(0, 2))
def test_verse_in_an_article_is_text(poem: str, before: int, after: int) -> None:
    """Of the verse that an article quotes under its prose, on a page with furniture, no line is lost."""
    parts = (*FRAME, *PROSE[:before], poem.strip(), *PROSE[before : before + after], *FOOT)
    removed = _list_removed(_clean("\n\n".join(parts) + "\n"))
    assert not set(removed) & set(poem.splitlines())


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PROSE[1:]), min_size=1, max_size=6, unique=True), poems(least=2))
def test_a_refrain_is_text(paragraphs: list[str], poem: str) -> None:
    """A speech says one thing after each paragraph, and under its headline: that is no furniture."""
    # the headline speaks of what the first paragraph does
    parts = [f"{paragraph}\n\n{REFRAIN}" for paragraph in (PROSE[0], *paragraphs)]
    cleaned = _clean("\n\n".join(["River floods old mill", *parts, poem.strip(), *parts]) + "\n")
    assert not _list_removed(cleaned)


@settings(max_examples=100)
@example([REFRAIN], 2, "\n\n")
@example([REFRAIN], 3, "\n\n")
@given(st.lists(VERSES, min_size=1, max_size=8), st.integers(1, 4), st.sampled_from(("\n", "\n\n")))
def test_a_text_without_a_frame_has_a_body(verses: list[str], times: int, apart: str) -> None:
    """One paragraph, however long and however often it is repeated: there is a way to build its page."""
    assert _clean(apart.join([" ".join(verses)] * times) + "\n").body
