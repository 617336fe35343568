"""Claims and records for other programs: whole, in order, harmless in a spreadsheet."""

from __future__ import annotations

import csv
import hashlib
import json
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools import exports
from build_tools.exports.claims_csv import CLAIM_COLUMNS
from build_tools.exports.registry import ALL_DOWNLOADS, EXPORTS, Export, find_export, measure_downloads
from build_tools.model.record import Record
from build_tools.model.site import Site
from build_tools.pipeline import PipelineSettings, assemble_archive
from tests.archives import write_archive
from tests.pages.forms import read_text, show_markdown
from tests.published import publish_pages
from tests.relate.make import archive, claim, finding, link, origin, record

ADDRESS = "https://floods.example/"
SHOWN = {"ground": "stated attribution", "passage": "p1", "evidence": [], "after": []}


def rows(content: bytes) -> list[dict[str, str]]:
    """A CSV as a reader gets it."""
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_table_has_one_row_for_each_claim_in_order() -> None:
    """Chain, figures and the rest stand in words; several values are parted by semicolons."""
    figure = {"value": 1500, "unit": "sandbags", "qualifier": "about"}
    chain = [link("the mayor"), link("Wire", "wire")]
    made = archive(
        [
            record("late", claim("p1c1"), day="2031-06"),
            record("early", claim("p2c1", figures=[figure, {"vague": "many", "unit": "carts"}], chain=chain)),
        ],
        origins=[origin("wire")],
    )
    first, second = rows(find_export("claims-csv").write_file(made))
    assert tuple(first) == CLAIM_COLUMNS
    assert (first["claim"], second["claim"]) == ("early#p2c1", "late#p1c1")
    assert first["figures"] == "about 1,500 sandbags; many carts"
    shown = "the mayor [named in p1] → Wire [its report: wire; named in p1] → brackwater-bugle"
    assert first["chain"] == shown
    assert first["printed"] == "the mayor (named in ¶\u00a01) → Wire (named in ¶\u00a01)"
    assert second["printed"] == "the source names nobody"


@given(st.text(min_size=1).filter(str.strip))
def test_a_cell_is_never_a_formula_and_never_lost(text: str) -> None:
    """Whatever a title says, a spreadsheet shows it; read back it is the same but for one apostrophe."""
    one = record("one", claim("p1c1"), title=text)
    (row,) = rows(find_export("claims-csv").write_file(archive([one])))
    assert row["title"] in (one.title, f"'{one.title}")
    assert not row["title"].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_claims_come_with_their_chain_and_findings() -> None:
    """A named chain is written out, with what is printed beside it; a finding has its computed counts."""
    one = record(
        "one",
        claim("p1c1", chain="wired"),
        claim("p1c2", printed=[{"who": "the Courier", "passage": "p2"}]),
        chains={"wired": [link("the mayor"), link("Wire", "wire", inferred=True)]},
    )
    made = archive([one], findings=[finding("flood", "one#p1c1")], origins=[origin("wire")])
    whole = json.loads(find_export("claims-json").write_file(made))
    first, second = whole["claims"]
    guessed = {"who": "Wire", "origin": "wire", "ground": "editor's decision", "evidence": [], "after": []}
    assert first["chain"] == [{"who": "the mayor", **SHOWN}, guessed]
    assert first["printed"] == [{"who": "the mayor", "passage": "p1"}]
    assert second["printed"] == [{"who": "the Courier", "passage": "p2"}]
    assert (first["findings"], second["findings"]) == (["flood"], [])
    (found,) = whole["findings"]
    assert (found["reports"], found["origins"], found["stated_origins"]) == (1, ["wire"], ["one"])
    assert found["origins_at_least"] == 1
    assert found["sentence"] == "It is so: flood. [reported; 1 report, 1 independent origin]"


def test_records_read_back_as_they_were() -> None:
    """Nothing of a record is lost on the way out."""
    made = archive(
        [record("one", claim("p1c1", chain=[link("Wire")], figures=[{"range": [1, 2], "unit": "x"}]))]
    )
    (written,) = json.loads(find_export("records-json").write_file(made))["records"]
    assert Record.model_validate(written) == made.documents[0].record


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.download.name)
def test_every_export_is_a_download(export: Export) -> None:
    """What `archive export` writes is what the site offers, with its size and digest."""
    one, two = record("one", claim("p1c1"), claim("p2c1")), record("two", claim("p1c1"), day="2030")
    artifacts = tuple(exports.make_export_files(archive([one, two], findings=[finding("flood", "one#p1c1")])))
    content = export.write_file(archive([one, two], findings=[finding("flood", "one#p1c1")]))
    assert [a.content for a in artifacts if a.path == export.download.path] == [content]
    (told,) = (fact for fact in measure_downloads(artifacts) if fact.download is export.download)
    assert (told.bytes, told.sha256) == (len(content), hashlib.sha256(content).hexdigest())


def test_every_download_is_offered(tmp_path: Path) -> None:
    """Its entry in the registry is all that it takes: both forms of the page have it, and linked data too."""
    settings = PipelineSettings(write_archive(tmp_path) / "seeds", site=Site("Floods", ADDRESS))
    pages = publish_pages(assemble_archive(settings))
    page, (_, whole) = pages["downloads/"], json.loads(pages["sources/"].metadata.linked)["@graph"]
    downloads = [export.download for export in EXPORTS]
    for download in downloads:
        for form in (page.html, show_markdown(page.markdown)):
            assert f'href="{download.file}"' in form
            assert download.label in read_text(form)
            assert download.purpose in read_text(form)
    linked = [(node["contentUrl"], node["encodingFormat"]) for node in whole["distribution"]]
    assert linked == [(f"{ADDRESS}{download.path}", download.media_type) for download in downloads]


def test_every_download_is_told_apart() -> None:
    """Names, files and labels are each used once; each says in a sentence what it is for."""
    for facts in (
        [d.name for d in ALL_DOWNLOADS],
        [d.file.casefold() for d in ALL_DOWNLOADS],
        [d.label for d in ALL_DOWNLOADS],
    ):
        assert len(set(facts)) == len(facts)
    assert all(d.purpose.endswith(".") and "/" in d.media_type for d in ALL_DOWNLOADS)
