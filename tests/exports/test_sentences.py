"""Wherever a finding's sentence goes alone, it goes with who says it, when, how surely, and who denies it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import pytest

from build_tools.exports import feed
from build_tools.exports.registry import find_export
from build_tools.index import Index
from build_tools.model.archive import Archive
from build_tools.model.evidence import Finding
from build_tools.model.search import NO_HINTS
from build_tools.model.site import Site
from build_tools.pipeline import PipelineSettings
from build_tools.read.finding_rules import MODALITY_WORDS
from build_tools.text import social_card
from build_tools.text.citing.apa import write_apa_entry
from build_tools.text.citing.chicago import write_chicago_entry
from build_tools.text.citing.mla import write_mla_entry
from build_tools.text.citing.styled_text import strip_styles
from build_tools.text.english import count_origins_in_words
from tests.built import ROOT
from tests.published import assemble_once, publish_pages

SEEDS = ROOT / "examples/the-ferry/seeds"
ATOM = "{http://www.w3.org/2005/Atom}"

PROSE = (write_chicago_entry, write_apa_entry, write_mla_entry)


@pytest.fixture(scope="module")
def demo() -> Archive:
    """The invented archive, as if it stood at an address."""
    return assemble_once(
        PipelineSettings(SEEDS, site=Site("The Ferry That Stopped", "https://ferry.example/demo/"))
    )


def _list_needed(finding: Finding, archive: Archive) -> list[str]:
    """What nobody may leave out of it: statement, modality, count, and each denial's author and time."""
    counted = archive.counts[finding.id]
    decided = finding.decision
    origins = f"{decided.origins} independent origin" if decided else count_origins_in_words(counted)
    years = [str(d.when.earliest.year) for d in finding.denied_by if d.when]
    deniers = [f"denied by {finding.denied_by[0].by}"] if finding.denied_by else []
    reports = f"{counted.reports} report"
    names = [denial.by for denial in finding.denied_by]
    statement = finding.statement.rstrip(".")
    return [statement, finding.modality.value, reports, origins, *deniers, *names, *years]


def _gather_sentences(archive: Archive) -> Mapping[str, Mapping[str, str]]:
    """By finding: every text in which its statement leaves its page, by what it is."""
    index, pages = Index(archive), publish_pages(archive)
    atom = ET.fromstring(feed.write_feed(archive))  # noqa: S314 - our own
    titles = {e.findtext(f"{ATOM}title") or "" for e in atom.iter(f"{ATOM}entry")}
    whole = json.loads(find_export("claims-json").write_file(archive))
    sentences = {found["id"]: found["sentence"] for found in whole["findings"]}
    items = {item["id"]: item for item in json.loads(find_export("csl-json").write_file(archive))}
    found: dict[str, dict[str, str]] = {}
    for finding in archive.findings:
        rendered = pages[f"findings/{finding.id}/"]
        cited = index.citing.cite_finding(finding, archive.counts[finding.id])
        card = social_card.make_finding_card(finding, archive)
        item = items[f"finding:{finding.id}"]
        hints = rendered.search.hints if rendered.search else NO_HINTS
        found[finding.id] = {
            "claims.json": sentences[finding.id],
            "CSL-JSON": f"{item['title']} {item['genre']}",
            "title": rendered.title,
            "search": f"{hints.title} {hints.note}",
            "feed": next((title for title in titles if finding.statement in title), ""),
            "picture": f"{card.title} {card.below}",
            "tags": " ".join(content for _, content in rendered.metadata.tags),
            "picture’s words": rendered.metadata.picture.alt if rendered.metadata.picture else "",
            "JSON-LD": json.dumps(json.loads(rendered.metadata.linked), ensure_ascii=False),
            **{write.__name__: strip_styles(write(cited)) for write in PROSE},
        }
    return found


def test_no_sentence_leaves_the_archive_as_a_bare_fact(demo: Archive) -> None:
    """Citation, feed, search result, share picture, linked data, download: each has all of it."""
    sentences = _gather_sentences(demo)
    for finding in demo.findings:
        for place, text in sentences[finding.id].items():
            missing = [part for part in _list_needed(finding, demo) if part not in text]
            assert (finding.id, place, missing) == (finding.id, place, [])


def test_the_statement_itself_tells_by_whom_when_and_how_surely(demo: Archive) -> None:
    """What stands outside it may be cut off; the sentence by itself is still no bare fact."""
    for finding in demo.findings:
        words = finding.statement.casefold()
        stems = MODALITY_WORDS[finding.modality.value]
        assert finding.said_by.casefold() in words
        assert str(finding.when)[:4] in words
        assert not stems or any(re.search(rf"\b{stem}", words) for stem in stems)
