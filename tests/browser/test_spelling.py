"""Words → places, however they are spelled: what readers type is not what stands in print."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Reader


class Asking:
    """An open search, asked one query after the other, as a reader does."""

    def __init__(self, page: Page, site: Path) -> None:
        page.goto((site / "index.html").as_uri())
        self._root = site.resolve().as_uri() + "/"
        page.get_by_role("button", name="Search", exact=True).click()
        self._field = page.get_by_role("textbox", name="Search")
        self._told = page.get_by_role("status")
        self._results = page.locator("#search-results")
        self._more = page.locator(".search__more")

    def found(self, query: str) -> list[tuple[str, str]]:
        """Page and anchor of every place that answers."""
        # the answer before must be gone: then what is told is told of this query
        self._field.fill("")
        expect(self._told).to_be_empty()
        self._field.fill(query)
        expect(self._told).to_have_text(re.compile(r"\.$"))
        while self._more.count():
            shown = self._results.get_by_role("link").count()
            self._more.click()
            expect(self._results.get_by_role("link").nth(shown)).to_be_visible()
        links = self._results.locator("a").evaluate_all("links => links.map(link => link.href)")
        return [self._place(address) for address in links]

    def _place(self, address: str) -> tuple[str, str]:
        page, _, anchor = address.removeprefix(self._root).partition("#")
        return page.removesuffix("index.html"), anchor


@pytest.fixture
def asking(reader: Callable[..., Reader]) -> Callable[[Path], Asking]:
    """Open the search of a site."""
    return lambda site: Asking(reader().page, site)


ALIKE = [
    ("1,250", "1250", "1 250"),
    ("85,000", "85000"),
    ("27,200", "27200", "$27,200"),
    ("non-profit", "nonprofit", "Non-Profit"),
    ("kilometres", "kilometers", "KILOMETRES"),
    ("Lantern’s", "Lantern's", "Lantern"),
    ("sail", "sails", "sailing", "sailed"),
    ("CC0", "CC-0", "cc0"),
    ("Harbour office", "harbor office"),
    ("Pettimore", "Petimore", "Péttimore"),
    ("Sorrowby", "Sorowby"),
    ('"night crossings"', "“night crossings”"),
]


def test_spellings_of_one_thing_find_the_same(demo_site: Path, asking: Callable[[Path], Asking]) -> None:
    """Commas, hyphens, apostrophes, endings, British and American, a letter wrong: the same places."""
    search = asking(demo_site)
    for first, *others in ALIKE:
        expected = set(search.found(first))
        assert expected, f"{first} finds nothing"
        for other in others:
            assert set(search.found(other)) == expected, f"{other} does not find what {first} finds"


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("daylight", "sources/packet-carrow-by-road/"),
        ("85K", "disagreements/price-of-the-repair/"),
        ("Karsholt", "places/karsholt/"),
        ("salt", "topics/missing-salt/"),
        ("Маррак", "people/ivo-marrack/"),
        ("Карсхольта", "places/karsholt/"),
        ("Петтимор", "people/orla-pettimore/"),
        ("missing salt", "topics/missing-salt/"),
    ],
)
def test_a_query_leads_first_to(
    query: str, page: str, demo_site: Path, asking: Callable[[Path], Asking]
) -> None:
    """A word within quotation marks, a number written short, a name in its own letters, an exact title."""
    assert asking(demo_site).found(query)[0][0] == page


def test_the_words_of_captured_text_lead_to_its_paragraph(
    demo_site: Path, asking: Callable[[Path], Asking]
) -> None:
    """Where the text is shown, its words are found in their paragraph, and not in the ledger of its lines."""
    search = asking(demo_site)
    for query in ("ferryman", "salt", "соль"):
        found = search.found(query)
        assert any(at.startswith("sources/") and anchor.startswith("p") for at, anchor in found), query
        assert not [at for at, _ in found if "ledger" in at]


def test_words_in_quotation_marks_stand_in_a_row(demo_site: Path, asking: Callable[[Path], Asking]) -> None:
    """A phrase finds less than its words; the same words in another order are another phrase."""
    search = asking(demo_site)
    phrase, apart = search.found('"night crossings"'), search.found("night crossings")
    assert 0 < len(phrase) < len(apart)
    assert search.found('"crossings night"') != phrase


@pytest.mark.parametrize("alike", [ALIKE[0], ALIKE[1], ALIKE[2], ALIKE[5]], ids=lambda one: one[0])
def test_explore_compares_words_alike(
    alike: tuple[str, ...], demo_site: Path, reader: Callable[..., Reader]
) -> None:
    """The filter of Explore, which keeps rows, overlooks the same differences in spelling."""
    page = reader().page
    page.goto((demo_site / "explore/index.html").as_uri())
    told = []
    for spelling in alike[:2]:
        page.get_by_role("searchbox", name="With the words").fill(spelling)
        expect(page).to_have_url(re.compile(re.escape(quote_plus(spelling))))
        told.append(page.locator("#explore-tally").text_content())
    assert told[0] == told[1]
    assert " of " in (told[0] or "")
    assert not (told[0] or "").startswith("0 ")
