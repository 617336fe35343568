"""What machines read of a page: schema.org's own terms, where its vocabulary allows them; Zotero's tags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml
from rdflib import Graph, URIRef, namespace

from build_tools import pages
from build_tools.model.archive import Archive, Edition
from build_tools.model.site import Site
from build_tools.model.vocabulary import Entity
from build_tools.pages import by_hand
from build_tools.pipeline import Settings, gather
from tests.built import ROOT
from tests.pages.vocabulary import read, wrong
from tests.relate.make import archive, claim, disagreement, entity, finding, record, topic

ADDRESS = "https://ferry.example/demo/"
SOURCE = "sources/lantern-night-crossings.md"
IN_COPYRIGHT = "http://rightsstatements.org/vocab/InC/1.0/"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"

TAGS = {"z.itemType", "citation_title", "citation_author", "citation_publication_date", "citation_public_url"}
"""What Zotero's *Embedded Metadata* makes an item of."""


@pytest.fixture(scope="module")
def demo() -> Archive:
    """The invented archive."""
    return gather(Settings(ROOT / "examples/the-ferry/seeds", site=Site("The Ferry That Stopped", ADDRESS)))


def _fronts(archive: Archive) -> dict[str, dict[str, Any]]:
    """The front matter of every page, by path."""
    texts = {a.path: a.content.decode() for a in pages.compose(archive) if a.path.endswith(".md")}
    return {path: yaml.safe_load(text.split("\n---\n", 1)[0]) for path, text in texts.items()}


@pytest.fixture(scope="module")
def fronts(demo: Archive) -> dict[str, dict[str, Any]]:
    """The same for the demo at its address."""
    return _fronts(demo)


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for inner in value:
            yield from _nodes(inner)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from _nodes(inner)


def test_every_page_says_what_it_is_about(fronts: dict[str, dict[str, Any]]) -> None:
    """Each has JSON-LD with a page and the way to it; all kinds of things that the archive tells of occur."""
    kinds = {node["@type"] for front in fronts.values() for node in _nodes(front["linked"])}
    assert kinds >= {
        "NewsArticle", "Claim", "Person", "Organization", "Place", "Dataset", "BreadcrumbList", "DefinedTerm",
    }  # fmt: skip
    for path, front in fronts.items():
        page = front["linked"]["@graph"][0]
        assert page["@type"] == "WebPage"
        assert (
            page["@id"]
            == urljoin(ADDRESS, f"{path.removesuffix('index.md').removesuffix('.md')}").rstrip("/") + "/"
        )
        assert page["breadcrumb"]["itemListElement"][-1]["item"] == page["@id"]


def test_all_of_it_is_schema_org(fronts: dict[str, dict[str, Any]]) -> None:
    """Read by rdflib as one graph, every term exists, fits its subject, and has a value of its kind."""
    graph = Graph()
    for path, front in fronts.items():
        read(graph, front["linked"], f"{ADDRESS}{path}")
    home = {"@graph": [{"@id": f"{ADDRESS}#archive", "@type": "Organization"}]}
    assert wrong(read(graph, home, ADDRESS)) == []


def test_a_foreign_reader_finds_the_report_and_its_claims(fronts: dict[str, dict[str, Any]]) -> None:
    """Every claim of the source appears in the one report, at its address, and has a speaker."""
    graph = read(Graph(), fronts[SOURCE]["linked"], "https://ignored.example/")
    here = f"{ADDRESS}{SOURCE.removesuffix('.md')}/"
    report = URIRef(f"{here}#report")
    assert (report, namespace.RDF.type, namespace.SDO.NewsArticle) in graph
    claims = set(graph.subjects(namespace.RDF.type, namespace.SDO.Claim))
    assert len(claims) == fronts[SOURCE]["record"]["claims"]
    assert all((claim, namespace.SDO.appearance, report) in graph for claim in claims)
    assert all(str(claim).startswith(f"{here}#") for claim in claims)
    assert all((claim, namespace.SDO.author, None) in graph for claim in claims)


def test_whoever_says_it_is_its_author() -> None:
    """The first link that the source shows: by page if it has one, else by name; else the outlet itself."""
    mayor = Entity.model_validate(
        {"id": "mayor", "name": "The Mayor", "kind": "person", "type": "mayor", "description": "Who governs."}
    )
    shown = {"who": "the mayor", "entity": "mayor"}
    guessed = {"who": "a clerk", "inferred": True}
    chains = {"p1c1": [shown], "p1c2": [guessed, {"who": "boatmen"}], "p1c3": [guessed], "p1c4": []}
    made = archive(
        [record("flood", *(claim(name, chain=chain) for name, chain in chains.items()))], entities=[mayor]
    )
    linked = next(f for path, f in _fronts(made).items() if path == "sources/flood.md")["linked"]
    authors = [node["author"] for node in linked["@graph"] if node["@type"] == "Claim"]
    outlet = {"@type": "Organization", "name": "brackwater-bugle"}
    person = {"@type": "Person", "@id": "../../people/mayor/#entity", "name": "The Mayor"}
    assert authors == [person, {"name": "boatmen"}, outlet, outlet]


def test_a_sentence_holds_no_rights() -> None:
    """A holder that is an outlet is one; words about several are a notice. An open licence is told as one."""
    for holder, statement, told in (
        ("brackwater-bugle", IN_COPYRIGHT, {"copyrightHolder", "usageInfo"}),
        ("The agency, and the Bugle for the rest", IN_COPYRIGHT, {"copyrightNotice", "usageInfo"}),
        ("brackwater-bugle", LICENCE, {"copyrightHolder", "license"}),
    ):
        made = archive([record("flood", claim("p1c1"), rights={"holder": holder, "statement": statement})])
        report = _fronts(made)["sources/flood.md"]["linked"]["@graph"][1]
        assert {"copyrightHolder", "copyrightNotice", "usageInfo", "license"} & report.keys() == told


def test_a_licence_covers_own_words_only(demo: Archive) -> None:
    """A page that may show a publisher's text has none; statements in own words have theirs everywhere."""
    full = {"publish": "full", "holder": "X", "statement": LICENCE}
    made = archive([record("own", claim("p1c1")), record("theirs", claim("p1c1"), rights=full)])
    fronts = _fronts(replace(made, site=Site("Floods", ADDRESS, licence=LICENCE)))
    for path, licensed in (("sources/own.md", True), ("sources/theirs.md", False), ("topics/index.md", True)):
        page, *_ = fronts[path]["linked"]["@graph"]
        assert ("license" in page) is licensed, path
    assert fronts["sources/theirs.md"]["linked"]["@graph"][-1]["license"] == LICENCE
    private = replace(demo, edition=Edition.READING, site=replace(demo.site, licence=LICENCE))
    index = _fronts(private)["sources/index.md"]["linked"]["@graph"]
    assert "license" not in index[0]
    assert "archive.epub" not in [d["name"] for d in index[1]["distribution"]]


def test_pages_are_as_new_as_what_they_are_made_of() -> None:
    """A record that changes makes its pages newer, and no finding; a finding that changes, its topics too."""
    made = archive(
        [
            record("old", claim("p1c1", topics=["floods"], mentions=["mill"]), added="2032-01-01"),
            record("new", claim("p1c1", topics=["ferries"]), added="2032-01-05", changed="2032-02-01"),
        ],
        topics=[topic("floods"), topic("ferries"), topic("empty")],
        entities=[entity("mill")],
        findings=[finding("levee", "old#p1c1", added="2032-01-03"), finding("boat", "new#p1c1")],
        disagreements=[disagreement("how-high", "new#p1c1")],
    )
    days = {path: front.get("updated") for path, front in _fronts(made).items()}
    assert days["sources/old.md"] == "2032-01-01"
    assert days["topics/floods.md"] == days["places/mill.md"] == days["findings/levee.md"] == "2032-01-03"
    assert days["topics/ferries.md"] == days["disagreements/how-high.md"] == "2032-02-01"
    assert days["findings/boat.md"] is days["topics/empty.md"] is None
    assert days["sources/index.md"] == days["findings/index.md"] == days["timeline/index.md"] == "2032-02-01"
    assert by_hand(made)("index.md", "Home")["updated"] == "2032-02-01"


def test_without_an_address_ids_start_from_the_page(demo: Archive, fronts: dict[str, dict[str, Any]]) -> None:
    """Relative ids, resolved against the page, are those that the site has at its address.

    Addresses that nobody could follow are left out, of the way to a page too.
    """
    lying = _fronts(replace(demo, site=Site(demo.site.name)))
    for path, front in lying.items():
        here = fronts[path]["linked"]["@graph"][0]["@id"]
        ids = [urljoin(here, n["@id"]) for n in _nodes(front["linked"]) if "@id" in n]
        assert ids == [n["@id"] for n in _nodes(fronts[path]["linked"]) if "@id" in n]
        assert not front.get("picture")
        assert not {"item", "url", "contentUrl"} & {k for n in _nodes(front["linked"]) if _ours(n) for k in n}


def _ours(node: dict[str, Any]) -> bool:
    """Whether the node is not a report of somebody else's, which keeps its address."""
    return node["@type"] not in {"NewsArticle", "CreativeWork"}


def test_reference_managers_find_the_report(fronts: dict[str, dict[str, Any]]) -> None:
    """A source's page is an entry on a report: its type, author, outlet, date, address; and the archive."""
    tags = fronts[SOURCE]["tags_for_machines"]
    told = dict(map(tuple, tags))
    assert told.keys() >= TAGS
    assert told["z.itemType"] == "newspaperArticle"
    assert told["citation_author"] == "Ettley, Maud"
    assert told["citation_publication_date"] == "2019/03/12"
    assert told["prism.publicationName"] == told["DC.publisher"] == "The Sallowhithe Lantern"
    assert told["citation_public_url"] == told["DC.identifier"] == fronts[SOURCE]["record"]["url"]
    described = f"Described in The Ferry That Stopped, {ADDRESS}sources/lantern-night-crossings/"
    assert told["z.extra"] == described
    assert not any(name.startswith(("z.archive", "z.location")) for name in told)
    assert all(isinstance(content, str) and content for _, content in tags)
