"""Words → places, however they are spelled: what readers type is not what stands in print."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.site.search_index import SEARCH_FOLDER
from tests.javascript.asking import ALIKE, ask_search
from tests.site.search_reading import write_parts

pytestmark = pytest.mark.node

FIRST = {
    "daylight": "sources/packet-carrow-by-road/",
    "85K": "disagreements/price-of-the-repair/",
    "Karsholt": "places/karsholt/",
    "salt": "topics/missing-salt/",
    "Маррак": "people/ivo-marrack/",
    "Карсхольта": "places/karsholt/",
    "Петтимор": "people/orla-pettimore/",
    "missing salt": "topics/missing-salt/",
}
"""Query → the page that it leads to before all others."""

OTHERS = (
    "of the",
    "crossings night",
    '"crossings night"',
    "nowhere salt",
    "xettimore",
    "ferryman",
    "соль",
    "",
)


@pytest.fixture(scope="module")
def index(demo_site: Path) -> Path:
    """The index of the invented archive, which is one file."""
    return demo_site / SEARCH_FOLDER


@pytest.fixture(scope="module")
def parted(demo_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same index in parts, which its size alone does not call for."""
    return write_parts(demo_site, tmp_path_factory.mktemp("parted"))


def test_spellings_of_one_thing_find_the_same(index: Path) -> None:
    """Commas, hyphens, apostrophes, endings, British and American, a letter wrong: the same places."""
    found = ask_search(index, *(query for alike in ALIKE for query in alike))
    for first, *others in ALIKE:
        assert found[first].pages, f"{first} finds nothing"
        for other in others:
            assert set(found[other].places) == set(found[first].places), (
                f"{other} does not find what {first} finds"
            )


def test_a_query_leads_first_to_its_page(index: Path) -> None:
    """A word within quotation marks, a number written short, a name in its own letters, an exact title."""
    found = ask_search(index, *FIRST)
    assert {query: answer.places[0][0] for query, answer in found.items()} == FIRST


def test_the_words_of_captured_text_lead_to_its_paragraph(index: Path) -> None:
    """Where the text is shown, its words are found in their paragraph, and not in the ledger of its lines."""
    for query, answer in ask_search(index, "ferryman", "salt", "соль").items():
        assert any(at.startswith("sources/") and anchor[:1] == "p" for at, anchor in answer.places), query
        assert not [at for at, _ in answer.places if "ledger" in at]


def test_words_in_quotation_marks_stand_in_a_row(index: Path) -> None:
    """A phrase finds less than its words; the same words in another order are another phrase."""
    phrase, apart, turned = ask_search(
        index, '"night crossings"', "night crossings", '"crossings night"'
    ).values()
    assert 0 < len(phrase.places) < len(apart.places)
    assert turned.places != phrase.places


def test_what_is_not_found_whole_is_told(index: Path) -> None:
    """Some of the words, or words nearly so, are found instead, and it is said which."""
    some, near, nothing, empty = ask_search(index, "qqqq salt", "xettimore", "qqqqqqq", "").values()
    assert not some.places
    assert some.partly
    assert near.instead == ("Pettimore",)
    assert not nothing.places
    assert not empty.places


def test_parts_find_what_the_whole_finds(index: Path, parted: Path) -> None:
    """Every spelling, phrase and misspelling leads to the same places, however the index lies on the disk."""
    queries = (*(query for alike in ALIKE for query in alike), *FIRST, *OTHERS)
    whole, parts = ask_search(index, *queries), ask_search(parted, *queries)
    for query in queries:
        assert set(parts[query].places) == set(whole[query].places), query
        assert set(parts[query].partly) == set(whole[query].partly), query


def test_a_query_reads_a_few_parts(parted: Path) -> None:
    """The words that begin alike and the files of the pages that are found; of a misspelling, ends too."""
    there = len(list(parted.rglob("*.js")))
    answers = ask_search(parted, "Pettimore", "xettimore")
    assert 1 < answers["Pettimore"].asked <= there / 2
    assert answers["Pettimore"].asked < answers["xettimore"].asked < there
