"""Pages of shared wording: what the public edition states, and what the reading edition shows beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.index import Index
from build_tools.model.archive import Archive, Document, Edition
from build_tools.model.record import Publish, Rights
from build_tools.pages.inline import plain_text
from build_tools.pages.render import PageContent, render_page
from build_tools.pages.wording_list import WORDING_LIST
from build_tools.pages.wording_pair import WORDING_PAIR_PAGE, mark_runs, ratio_words
from build_tools.pages.wording_pairs import list_wording_of_source, per_cent
from build_tools.relate.wording_reuse import find_reuse
from build_tools.text.alignment import match_words
from build_tools.text.shingles import even_words
from tests.relate.make import archive
from tests.relate.texts import document

SAID = "The river rose to the first floor of the old mill, the mayor said on Friday"
EDITED = SAID.replace("first floor", "<b>attic</b>")


def made(edition: Edition, *documents: Document) -> Archive:
    """An archive with its shared wording."""
    return replace(archive(documents), edition=edition, reuse=find_reuse(documents))


def rendered(written: Archive) -> PageContent:
    """The page of the pair, in both forms."""
    return render_page(WORDING_PAIR_PAGE.make_page(Index(written), "early--late"))


BOTH = document("late", "Rain.", EDITED, day="2031-05-02"), document("early", SAID, day="2031-05-01")


def test_the_public_edition_states_it_without_the_words() -> None:
    """Paragraphs, counts and ratio are there, linked to both sources; no text of either."""
    page = rendered(made(Edition.PUBLIC, *BOTH))
    assert 'href="../../sources/early/index.html#p1" class="at">¶\u00a01</a>' in page.html
    assert "[¶\u00a02](../../sources/late/index.md)" in page.markdown
    for words in ("attic", "first floor"):
        assert words not in page.html + page.markdown


def test_public_pages_are_the_same_without_captures() -> None:
    """What is shown comes from the committed facts alone."""
    kept = made(Edition.PUBLIC, *BOTH)
    cloned = replace(kept, documents=tuple(replace(d, clean=None) for d in kept.documents))
    assert rendered(kept) == rendered(cloned)


def test_the_reading_edition_sets_both_side_by_side() -> None:
    """The earlier one first; equal words marked in either form; markup in a capture is text."""
    page = rendered(made(Edition.READING, *BOTH))
    assert page.html.index("the dates") < page.html.index("first floor") < page.html.index("attic")
    assert '<span class="same run">The river rose to the</span>' in page.html
    assert "**The river rose to the** first" in page.markdown
    assert "<b>" not in page.html + page.markdown


@pytest.mark.parametrize(("passages", "shown"), [(("p1",), True), (("p2",), False)])
def test_an_excerpt_is_set_beside_a_free_text_only(passages: tuple[str, ...], shown: bool) -> None:
    """Both passages are shown or neither, and rights tell of each by itself."""
    late, early = BOTH
    free = early.record.rights.model_copy(update={"publish": Publish.EXCERPT, "passages": passages})
    full = late.record.rights.model_copy(update={"publish": Publish.FULL})
    allowed = made(Edition.PUBLIC, _allow(late, full), _allow(early, free))
    assert ("first floor" in rendered(allowed).html) is shown


def _allow(told: Document, rights: Rights) -> Document:
    return replace(told, record=told.record.model_copy(update={"rights": rights}))


def test_without_pairs_the_list_says_so() -> None:
    """An archive in which nothing is shared still has the page, in both forms."""
    index = Index(made(Edition.PUBLIC, document("one", SAID)))
    assert list(WORDING_LIST.list_keys(index)) == [""]
    page = render_page(WORDING_LIST.make_page(index, ""))
    assert "No two reports" in page.html
    assert "No two reports" in page.markdown


def test_a_source_names_those_that_share_its_wording() -> None:
    """From either side, with its own passages."""
    index = Index(made(Edition.PUBLIC, *BOTH))
    (shared,) = list_wording_of_source("late", index)
    assert (shared.own.record.slug, shared.other.record.slug) == ("late", "early")
    assert shared.passages == ("¶\u00a02",)
    assert not list_wording_of_source("stranger", index)


@given(st.text(max_size=60), st.text(max_size=60))
def test_marking_changes_no_text(left: str, right: str) -> None:
    """Whatever stands in two passages, what is shown is their text."""
    runs = match_words(even_words(left), even_words(right))
    assert plain_text(mark_runs(left, [(run.left, run.words) for run in runs])) == left
    assert plain_text(mark_runs(right, [(run.right, run.words) for run in runs])) == right


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
