"""Built pages of evidence, walked: from any number to its paragraph in one click, to its origin in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from bs4 import BeautifulSoup, Tag

from build_tools.model.archive import Archive, Statement
from build_tools.model.base import ClaimRef
from build_tools.pipeline import PipelineSettings
from build_tools.text.claim_words import write_counted
from build_tools.text.english import spell_number
from build_tools.text.labels import LABELS
from tests.built import ROOT
from tests.published import assemble_once

FOLDERS = ("findings", "disagreements", "topics", "people", "organisations", "places", "events")
SEEDS = {"public_site": ROOT / "seeds", "demo_site": ROOT / "examples/the-ferry/seeds"}
NUMBER = re.compile(r"\d")


@cache
def parsed(path: Path) -> BeautifulSoup:
    """A built page."""
    return BeautifulSoup(path.read_text("utf-8"), "lxml")


@pytest.fixture(scope="module", params=sorted(SEEDS))
def site(request: pytest.FixtureRequest) -> tuple[Path, Archive]:
    """A built site, and the archive that it was built from."""
    built: Path = request.getfixturevalue(request.param)
    return built, assemble_once(PipelineSettings(SEEDS[request.param]))


def pages(built: Path) -> Iterator[Path]:
    """Every page of evidence."""
    for folder in FOLDERS:
        yield from sorted((built / folder).rglob("index.html"))


def blocks(page: Path) -> Iterator[Tag]:
    """Entries that tell what a source states: of lists, of tables side by side, of a finding's reports."""
    for block in parsed(page).select("article li, article .side-by-side tbody tr, article .report"):
        if not block.select("li") and not block.find_parent("nav"):
            yield block


def reported(block: Tag) -> str:
    """The words of an entry without the archive’s own counts, and without titles of reports and dates."""
    if block.select('a[href*="sources/"]:not(.at), a[href*="origins/"]') and not block.select("a.at"):
        return ""
    # what else was looked at, with the day on which it was
    if block.find_parent(class_="grounds"):
        return ""
    # a disagreement is told by its title and a sentence, and leads to its numbers side by side
    if block.select("a[href*='disagreements/']") and block.select(".gist"):
        return ""
    # a sentence of an overview leads to what it rests on, and that to its paragraphs
    own = block.select(".extent, .standing, a.at, p:has(> .checks)")
    return "".join(s for s in block.strings if not any(o in own for o in s.parents))


def targets(page: Path, block: Tag) -> list[tuple[Path, str]]:
    """Where the marks of paragraphs lead: file and anchor."""
    found = []
    for link in block.select("a.at[href]"):
        address, anchor = urldefrag(unquote(str(link["href"])))
        path = (page.parent / address).resolve() if address else page
        found.append((path / "index.html" if path.is_dir() else path, anchor))
    return found


def statement(archive: Archive, target: tuple[Path, str]) -> Statement:
    """The claim that a mark leads to; KeyError if there is none."""
    path, anchor = target
    return archive.statements[ClaimRef(f"{path.parent.name}#{anchor}")]


def test_from_any_number_to_its_paragraph_in_one_click(site: tuple[Path, Archive]) -> None:
    """Whatever entry has a number in it has a link to the statement, on the page of its source."""
    built, archive = site
    walked = 0
    for page in pages(built):
        for block in blocks(page):
            found = targets(page, block)
            assert found or not NUMBER.search(reported(block)), (page, block.get_text(" ", strip=True)[:90])
            for path, anchor in found:
                assert path.is_relative_to(built / "sources"), (page, path)
                assert parsed(path).find(id=anchor), (page, anchor)
                assert statement(archive, (path, anchor))
                walked += 1
    assert walked > len(archive.statements)


def test_from_any_number_to_its_origin_in_two_clicks(site: tuple[Path, Archive]) -> None:
    """At the paragraph stands, for each statement, a link to its origin, unless the source is the origin."""
    built, archive = site
    reached = {t for page in pages(built) for block in blocks(page) for t in targets(page, block)}
    for path, anchor in sorted(reached):
        trace = archive.traces[ClaimRef(f"{path.parent.name}#{anchor}")]
        if trace.origin == path.parent.name:
            continue
        evidence = parsed(path).select_one(f'.statement a[href="#{anchor}"]')
        assert evidence, (path, anchor)
        block = evidence.find_parent(class_="statement")
        assert block
        links = [(path.parent / str(a["href"])).resolve() for a in block.select("a[href]")]
        assert any(one.is_relative_to(built / "origins" / trace.origin) for one in links), (path, anchor)


def test_every_finding_tells_its_counts_status_and_grounds(site: tuple[Path, Archive]) -> None:
    """Reports and origins as computed, each status, each claim in order of time, each denial."""
    built, archive = site
    for finding in archive.findings:
        page = built / "findings" / finding.id / "index.html"
        soup, count = parsed(page), archive.counts[finding.id]
        card = soup.select_one(".card")
        assert card
        said, tally = (dd.get_text() for dd in card.select("dd")[:2])
        assert tally.startswith(f"{count.reports} report")
        assert said.startswith(finding.modality.value.capitalize())
        lead = soup.select_one(".lead")
        assert lead
        assert re.match(rf"{spell_number(count.reports).capitalize()} reports? says? so", lead.get_text())
        for standing in archive.standings[finding.id]:
            assert standing.reason in re.sub(r"\s+", " ", card.get_text(" "))
        reports = [statement(archive, targets(page, b)[0]).ref for b in soup.select(".report")]
        stated = [ref for ref in archive.statements if ref in finding.claims]
        denied = [ref for ref in archive.statements if ref in finding.denials]
        assert reports == stated + denied
        for block in soup.select(".report"):
            labels = [dt.get_text() for dt in block.select("dt")]
            two_layers = ["Said by", "As printed", "As reconstructed", LABELS.ground, "Wording"]
            assert two_layers == labels[:5] or labels[:4] == ["Said by", "Chain", LABELS.ground, "Wording"]


def test_every_figure_of_a_comparison_is_in_its_claim(site: tuple[Path, Archive]) -> None:
    """No number stands side by side with others that no source gives; none is an average."""
    built, archive = site
    compared = 0
    for disagreement in archive.disagreements:
        page = built / "disagreements" / disagreement.id / "index.html"
        heads = [th.get_text() for th in parsed(page).select(".side-by-side th")]
        rows = parsed(page).select(".side-by-side tbody tr")
        shown = {statement(archive, targets(page, row)[0]).ref for row in rows}
        assert shown == set(disagreement.claims)
        for row in rows if "Figure" in heads else ():
            value = row.select("td")[heads.index("Figure")].get_text()
            figures = statement(archive, targets(page, row)[0]).claim.figures
            known = {f"{write_counted(f)} {f.scope or ''}".strip() for f in figures}
            assert value in known or (value, figures) == ("–", ())
            compared += 1
    assert compared


def test_every_number_of_a_report_is_in_its_claim(site: tuple[Path, Archive]) -> None:
    """What is written beside a statement was given by its source or by the editor, digit for digit."""
    built, archive = site
    for finding in archive.findings:
        page = built / "findings" / finding.id / "index.html"
        for block in parsed(page).select(".report"):
            said = statement(archive, targets(page, block)[0])
            record = said.record
            known = f"{said.claim!r} {record.chain_of(said.claim)!r}"
            digits = set(re.findall(r"\d+", re.sub(r"(?<=\d),(?=\d{3})", "", known)))
            for label, told in zip(block.select("dt"), block.select("dd"), strict=True):
                plain = re.sub(r"(?<=\d),(?=\d{3})", "", told.get_text())
                if label.get_text() == "Figure":
                    plain = re.sub(r"\b\d{1,2} (?=[A-Z])", "", plain)
                assert set(re.findall(r"\d+", plain)) <= digits, (page, plain)


def test_a_source_tells_how_its_statements_stand(site: tuple[Path, Archive]) -> None:
    """Each of its statements is alone or shared, once and not both; corrected ones are named."""
    built, archive = site
    for document in archive.documents:
        slug = document.record.slug
        section = parsed(built / "sources" / slug / "index.html").select_one(".stands")
        assert section
        told: dict[str, set[str]] = {}
        label = ""
        for part in section.select("dt, dd"):
            if part.name == "dt":
                label = part.get_text()
            else:
                told.setdefault(label, set()).update(str(a["href"])[1:] for a in part.select("a.at"))
        alone = told.get("Alone", set())
        shared = told.get("Shared with", set()) | told.get("And with", set())
        assert alone | shared == {c.id for c in document.record.claims}
        assert not alone & shared
        corrected = {ref.partition("#")[2] for ref in archive.corrected if ref.startswith(f"{slug}#")}
        assert told.get("Corrected", set()) == corrected
