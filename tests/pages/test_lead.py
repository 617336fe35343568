"""How a finding's page opens for someone who was sent it, the words that have cards, and whom to turn to."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from build_tools.index import Index
from build_tools.model.archive import Archive
from build_tools.pages import PAGE_KINDS
from build_tools.pages.addresses import GLOSSARY_ADDRESS
from build_tools.pages.contact import make_contact_view
from build_tools.pages.finding import FINDING_PAGE
from build_tools.pages.glossary import GLOSSARY_PAGE
from build_tools.pages.page import Page
from build_tools.pages.render import render_html_fragment, render_page
from build_tools.pipeline import PipelineSettings, assemble_archive
from build_tools.text.english import spell_number
from build_tools.text.glossary import GLOSSARY, TERMS
from tests.built import ROOT

OLD_LABELS = (
    "Where it stands", "Why together", "Ground", "At odds", "What it retells", "Held here", "Goes back to it",
    "What became of it", "In the sources", "Mentioned", "Stands in", "stated flatly", "really different",
)  # fmt: skip
"""Labels that readers did not understand."""


@pytest.fixture(scope="module")
def archive() -> Archive:
    """The published archive."""
    return assemble_archive(PipelineSettings(seeds=ROOT / "seeds"))


@pytest.fixture(scope="module")
def findings(archive: Archive) -> list[tuple[Page, BeautifulSoup]]:
    """Each finding's page, and its HTML read."""
    index = Index(archive)
    pages = [FINDING_PAGE.make_page(index, key) for key in FINDING_PAGE.list_keys(index)]
    return [(page, BeautifulSoup(render_page(page).html, "html.parser")) for page in pages]


def test_a_finding_opens_with_its_count_in_words(
    archive: Archive, findings: list[tuple[Page, BeautifulSoup]]
) -> None:
    """What kind of statement it is, then how many reports say so, and whose it is."""
    for (_, soup), finding in zip(findings, archive.findings, strict=True):
        counted = archive.counts[finding.id]
        assert soup.select(".kicker + h1 + .lead")
        words = soup.select(".lead")[0].get_text()
        assert words.lower().startswith(f"{spell_number(counted.reports)} report")
        if len(counted.origins) == 1 and not finding.decision and not counted.untraced:
            assert archive_name(archive, counted.origins[0]) in words


def archive_name(archive: Archive, origin: str) -> str:
    """How an origin is called."""
    named = {o.id: o.publisher for o in archive.origins}
    return named.get(origin, "")


def test_who_denies_stands_before_all_else(findings: list[tuple[Page, BeautifulSoup]]) -> None:
    """A denial is told with its speaker above the evidence, and leads to it."""
    denied = [soup for _, soup in findings if soup.select("#denials")]
    assert denied
    for soup in denied:
        told = soup.select_one(".denial")
        assert told
        assert "denied" in told.get_text()
        assert [a["href"] for a in told.select("a")] == ["#denials"]


def test_what_is_told_beside_a_link_does_not_repeat_its_title(
    findings: list[tuple[Page, BeautifulSoup]],
) -> None:
    """The description tells kind and count; the title has the statement."""
    for page, _ in findings:
        statement = page.title.partition(" [")[0].rstrip(".")
        assert statement not in page.description
        assert re.search(r"reports? says? so", page.description)


def test_every_page_uses_plain_labels(findings: list[tuple[Page, BeautifulSoup]]) -> None:
    """No term or heading of a finding's page is one of those that readers did not understand."""
    for page, soup in findings:
        labels = {element.get_text() for element in soup.select("dt, h2")}
        assert not labels & set(OLD_LABELS), page.address


def test_a_word_has_its_card_once_on_a_page(findings: list[tuple[Page, BeautifulSoup]]) -> None:
    """Each card has the meaning that the glossary gives, and templates set it where the word comes first."""
    for page, soup in findings:
        cards = [a for a in soup.select("a.term") if not a.find_parent(class_="lead")]
        names = [str(a["href"]).rpartition("#")[2] for a in cards]
        assert names, page.address
        assert len(names) == len(set(names)), page.address
        assert all(TERMS[name].meaning in str(a["title"]) for name, a in zip(names, cards, strict=True))


def test_the_glossary_has_nine_words(archive: Archive) -> None:
    """Each with a place of its own, in the menu beside About."""
    assert GLOSSARY_PAGE in PAGE_KINDS
    content = render_page(GLOSSARY_PAGE.make_page(Index(archive), ""))
    assert content.anchors == tuple(term.id for term in GLOSSARY)
    assert len(GLOSSARY) == 9
    assert GLOSSARY_PAGE.folder == GLOSSARY_ADDRESS
    assert all(term.meaning in content.markdown for term in GLOSSARY)


@pytest.mark.parametrize(("repository", "contact"), [("https://example.org/a", "k@example.org"), ("", "")])
def test_whom_to_turn_to_is_told_where_it_is_known(archive: Archive, repository: str, contact: str) -> None:
    """The issues of the repository and the private address are links; without them nothing is promised."""
    site = replace(archive.site, repository=repository, contact=contact)
    view = make_contact_view(Index(replace(archive, site=site)))
    soup = BeautifulSoup(render_html_fragment("contact", "about/", view), "html.parser")
    links = [a["href"] for a in soup.select("a")]
    expected = ["https://example.org/a/issues", "https://example.org/a", "mailto:k@example.org"]
    assert links == (expected if repository else [])
    assert ("does not name its keepers" in soup.get_text()) is not bool(repository)
