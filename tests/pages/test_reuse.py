"""Pages of shared wording: what the public edition states, and what the reading edition shows beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.archive import Archive, Document, Edition
from build_tools.pages import render
from build_tools.pages.catalogue import Catalogue
from build_tools.pages.reuse import beside, pages, per_cent, ratio_words, reuse_of
from build_tools.relate.reuse import reuse
from build_tools.text.aligning import matched
from build_tools.text.shingles import compared
from tests.relate.make import archive
from tests.relate.texts import document

SAID = "The river rose to the first floor of the old mill, the mayor said on Friday"
EDITED = SAID.replace("first floor", "<b>attic</b>")


def made(edition: Edition, *documents: Document) -> Archive:
    """An archive with its shared wording."""
    return replace(archive(documents), edition=edition, reuse=reuse(documents))


def written(one: Archive) -> Mapping[str, str]:
    """Path → Markdown of the pages of shared wording."""
    return {page.path: render.markdown(page) for page in pages(Catalogue(one))}


BOTH = document("late", "Rain.", EDITED, day="2031-05-02"), document("early", SAID, day="2031-05-01")
PAIR = "shared-wording/early--late.md"


def test_the_public_edition_states_it_without_the_words() -> None:
    """Paragraphs, counts and ratio are there, linked to both sources; no text of either."""
    page = written(made(Edition.PUBLIC, *BOTH))[PAIR]
    assert "[¶\u00a01](../sources/early.md#p1)" in page
    assert "[¶\u00a02](../sources/late.md#p2)" in page
    assert "attic" not in page
    assert "first floor" not in page


def test_public_pages_are_the_same_without_captures() -> None:
    """What is shown comes from the committed facts alone."""
    kept = made(Edition.PUBLIC, *BOTH)
    cloned = replace(kept, documents=tuple(replace(d, clean=None) for d in kept.documents))
    assert written(kept) == written(cloned)


def test_the_reading_edition_sets_both_side_by_side() -> None:
    """The earlier one first; equal words marked; markup in a capture is text."""
    page = written(made(Edition.READING, *BOTH))[PAIR]
    assert page.index("the dates") < page.index("first floor") < page.index("attic")
    assert '<span class="same run">The river rose to the</span>' in page
    assert "<b>" not in page


def test_without_pairs_the_index_says_so() -> None:
    """An archive in which nothing is shared still has the page."""
    (page,) = written(made(Edition.PUBLIC, document("one", SAID))).values()
    assert "No two reports" in page


def test_a_source_names_those_that_share_its_wording() -> None:
    """From either side, with its own passages."""
    catalogue = Catalogue(made(Edition.PUBLIC, *BOTH))
    ((_, here, other, passages),) = reuse_of("late", catalogue)
    assert (here.record.slug, other.record.slug, passages) == ("late", "early", ("¶\u00a02",))
    assert not reuse_of("stranger", catalogue)


@given(st.text(max_size=60), st.text(max_size=60))
def test_marking_changes_no_text(one: str, other: str) -> None:
    """Whatever stands in two passages, what is shown is their text."""
    blocks = matched(compared(one), compared(other))
    for text, own in (
        (one, [(b.left, b.words) for b in blocks]),
        (other, [(b.right, b.words) for b in blocks]),
    ):
        marked = beside(text, own)
        plain = marked.replace('<span class="same">', "").replace('<span class="same run">', "")
        assert "<" not in plain.replace("</span>", "")


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "0 per cent"),
        (0.001, "under 1 per cent"),
        (0.307, "31 per cent"),
        (0.999, "99 per cent"),
        (1.0, "100 per cent"),
    ],
)
def test_shares_in_words(share: float, words: str) -> None:
    """All and nothing are said only where they are."""
    assert per_cent(share) == words


def test_identical_is_said_of_identical_passages_only() -> None:
    """A ratio is not rounded up to 1."""
    assert [ratio_words(r) for r in (0.999, 1.0, 0.188)] == ["0.99", "1.00", "0.19"]
