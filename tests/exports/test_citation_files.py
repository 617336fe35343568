"""Citations as downloads: every work once in the whole, each page's own beside it. Golden: the demo."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import bibtexparser
import pytest
import rispy

from build_tools import exports
from build_tools.exports.registry import EXPORTS
from build_tools.model.archive import Archive
from build_tools.model.site import Site
from build_tools.pipeline import PipelineSettings
from build_tools.text.citing import works
from build_tools.text.citing.apa import write_apa_entry
from build_tools.text.citing.chicago import write_chicago_entry
from build_tools.text.citing.mla import write_mla_entry
from build_tools.text.citing.styled_text import strip_styles
from tests.built import ROOT
from tests.published import assemble_once
from tests.relate.make import archive, claim, finding, record

GOLDEN = Path(__file__).parent / "golden"

PROSE = (write_chicago_entry, write_apa_entry, write_mla_entry)


@pytest.fixture(scope="module")
def demo() -> Archive:
    """The invented archive, as if it stood at an address."""
    site = Site("The Ferry That Stopped", "https://ferry.example/demo/")
    return assemble_once(PipelineSettings(ROOT / "examples/the-ferry/seeds", site=site))


def test_prose_of_the_demo(demo: Archive, golden: Callable[[Path, str], None]) -> None:
    """Every report, record and finding of the demo, in three styles."""
    lines = [
        "\n".join([cited.key, *(f"  {strip_styles(write(cited))}" for write in PROSE)])
        for cited in works.cite_everything(demo)
    ]
    golden(GOLDEN / "demo-citations.txt", "\n\n".join(lines) + "\n")


def test_every_work_is_in_every_format(demo: Archive) -> None:
    """Foreign parsers find the same works in BibTeX, RIS and CSL-JSON; so with statements."""
    made = {e.download.name: e.write_file(demo).decode() for e in EXPORTS if e.download.name != "epub"}
    expected = [cited.key for cited in works.cite_everything(demo)]
    assert len(set(expected)) == len(expected)
    assert _keys(made["bibtex"], made["ris"], made["csl-json"]) == [expected] * 3
    statements = [ref.replace("#", ":") for ref in demo.statements]
    found = _keys(made["bibtex-statements"], made["ris-statements"], made["csl-json-statements"])
    assert found == [statements] * 3


def _keys(bibtex: str, ris: str, csl: str) -> list[list[str]]:
    library = bibtexparser.entrypoint.parse_string(bibtex)
    assert library.failed_blocks == []
    return [
        [entry.key for entry in library.entries],
        [entry["id"] for entry in rispy.loads(ris)],
        [item["id"] for item in json.loads(csl)],
    ]


def test_sources_and_findings_of_one_name() -> None:
    """A source and a finding with one slug have files of their own, and keys of their own."""
    made = archive([record("flood", claim("p1c1"))], findings=[finding("flood", "flood#p1c1")])
    files = {a.path: a.content for a in exports.make_export_files(made)}
    (source, own), (found, behind) = (
        json.loads(files[f"downloads/{x}/flood.csl.json"]) for x in ("sources", "findings")
    )
    assert (source["id"], own["id"], found["id"]) == ("flood", "flood:record", "finding:flood")
    assert behind == source
    for ending in ("bib", "ris", "csl.json"):
        assert f"downloads/sources/flood.{ending}" in files
        assert b"flood:p1c1" in files[f"downloads/statements/flood.{ending}"]
