"""What machines read of a page: schema.org's own terms, where its vocabulary allows them; Zotero's tags."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import pytest
from rdflib import Graph, URIRef, namespace

from build_tools.index import Index
from build_tools.model.archive import Archive, Edition
from build_tools.model.record import Record
from build_tools.model.rendered import RenderedPage
from build_tools.model.site import Site
from build_tools.model.vocabulary import Entity
from build_tools.pages import PAGE_KINDS, MetadataWriter
from build_tools.pages.addresses import source_address
from build_tools.pipeline import PipelineSettings
from tests.built import ROOT
from tests.pages.vocabulary import read, wrong
from tests.published import assemble_once, publish_pages
from tests.relate.make import archive, claim, disagreement, entity, finding, link, record, topic

ADDRESS = "https://ferry.example/demo/"
SOURCE = "sources/lantern-night-crossings/"
IN_COPYRIGHT = "http://rightsstatements.org/vocab/InC/1.0/"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"

TAGS = {"z.itemType", "citation_title", "citation_author", "citation_publication_date", "citation_public_url"}
"""What Zotero's *Embedded Metadata* makes an item of."""


@pytest.fixture(scope="module")
def demo() -> Archive:
    """The invented archive."""
    return assemble_once(
        PipelineSettings(ROOT / "examples/the-ferry/seeds", site=Site("The Ferry That Stopped", ADDRESS))
    )


Graphs = dict[str, dict[str, Any]]
"""The JSON-LD of pages, by address."""


def _read_graphs(pages: dict[str, RenderedPage]) -> Graphs:
    return {address: json.loads(page.metadata.linked) for address, page in pages.items()}


def _publish_graphs(archive: Archive) -> Graphs:
    return _read_graphs(publish_pages(archive))


@pytest.fixture(scope="module")
def pages(demo: Archive) -> dict[str, RenderedPage]:
    """Every page of the demo at its address."""
    return publish_pages(demo)


@pytest.fixture(scope="module")
def graphs(pages: dict[str, RenderedPage]) -> Graphs:
    """What they say in JSON-LD."""
    return _read_graphs(pages)


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for inner in value:
            yield from _nodes(inner)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from _nodes(inner)


def test_every_page_says_what_it_is_about(graphs: Graphs) -> None:
    """Each has JSON-LD with a page and the way to it; all kinds of things that the archive tells of occur."""
    kinds = {node["@type"] for graph in graphs.values() for node in _nodes(graph)}
    assert kinds >= {
        "NewsArticle", "Claim", "Person", "Organization", "Place", "Dataset", "BreadcrumbList", "DefinedTerm",
    }  # fmt: skip
    for address, graph in graphs.items():
        page = graph["@graph"][0]
        assert page["@type"] == "WebPage"
        assert page["@id"] == f"{ADDRESS}{address}"
        assert page["breadcrumb"]["itemListElement"][-1]["item"] == page["@id"]


def test_all_of_it_is_schema_org(graphs: Graphs) -> None:
    """Read by rdflib as one graph, every term exists, fits its subject, and has a value of its kind."""
    graph = Graph()
    for address, linked in graphs.items():
        read(graph, linked, f"{ADDRESS}{address}")
    home = {"@graph": [{"@id": f"{ADDRESS}#archive", "@type": "Organization"}]}
    assert wrong(read(graph, home, ADDRESS)) == []


def test_a_foreign_reader_finds_the_report_and_its_claims(demo: Archive, graphs: Graphs) -> None:
    """Every claim of the source appears in the one report, at its address, and has a speaker."""
    graph = read(Graph(), graphs[SOURCE], "https://ignored.example/")
    here = f"{ADDRESS}{SOURCE}"
    report = URIRef(f"{here}#report")
    assert (report, namespace.RDF.type, namespace.SDO.NewsArticle) in graph
    claims = set(graph.subjects(namespace.RDF.type, namespace.SDO.Claim))
    assert len(claims) == len(_find_record(demo).claims)
    assert all((claim, namespace.SDO.appearance, report) in graph for claim in claims)
    assert all(str(claim).startswith(f"{here}#") for claim in claims)
    assert all((claim, namespace.SDO.author, None) in graph for claim in claims)


def test_whoever_says_it_is_its_author() -> None:
    """The first link that the source prints: by page if it has one, else by name; else the outlet itself."""
    mayor = Entity.model_validate(
        {"id": "mayor", "name": "The Mayor", "kind": "person", "type": "mayor", "description": "Who governs."}
    )
    shown, guessed = link("the mayor", entity="mayor"), link("a clerk", inferred=True)
    chains = {"p1c1": [shown], "p1c2": [guessed, link("boatmen")], "p1c3": [guessed], "p1c4": []}
    claims = [claim(name, chain=chain) for name, chain in chains.items()]
    mistaken = claim("p1c5", chain=[shown], printed=[{"who": "a clerk", "passage": "p1"}])
    made = archive([record("flood", *claims, mistaken)], entities=[mayor])
    linked = _publish_graphs(made)["sources/flood/"]
    authors = [node["author"] for node in linked["@graph"] if node["@type"] == "Claim"]
    outlet = {"@type": "Organization", "name": "brackwater-bugle"}
    person = {"@type": "Person", "@id": "../../people/mayor/#entity", "name": "The Mayor"}
    assert authors == [person, {"name": "boatmen"}, outlet, outlet, {"name": "a clerk"}]


def test_a_sentence_holds_no_rights() -> None:
    """A holder that is an outlet is one; words about several are a notice. An open licence is told as one."""
    for holder, statement, told in (
        ("brackwater-bugle", IN_COPYRIGHT, {"copyrightHolder", "usageInfo"}),
        ("The agency, and the Bugle for the rest", IN_COPYRIGHT, {"copyrightNotice", "usageInfo"}),
        ("brackwater-bugle", LICENCE, {"copyrightHolder", "license"}),
    ):
        made = archive([record("flood", claim("p1c1"), rights={"holder": holder, "statement": statement})])
        report = _publish_graphs(made)["sources/flood/"]["@graph"][1]
        assert {"copyrightHolder", "copyrightNotice", "usageInfo", "license"} & report.keys() == told


def test_a_licence_covers_own_words_only(demo: Archive) -> None:
    """A page that may show a publisher's text has none; statements in own words have theirs everywhere."""
    full = {"publish": "full", "holder": "X", "statement": LICENCE}
    made = archive([record("own", claim("p1c1")), record("theirs", claim("p1c1"), rights=full)])
    graphs = _publish_graphs(replace(made, site=Site("Floods", ADDRESS, licence=LICENCE)))
    for address, licensed in (("sources/own/", True), ("sources/theirs/", False), ("topics/", True)):
        page, *_ = graphs[address]["@graph"]
        assert ("license" in page) is licensed, address
    assert graphs["sources/theirs/"]["@graph"][-1]["license"] == LICENCE
    private = replace(demo, edition=Edition.READING, site=replace(demo.site, licence=LICENCE))
    page, dataset = _publish_graphs(private)["sources/"]["@graph"]
    assert "license" not in page
    assert "archive.epub" not in [d["name"] for d in dataset["distribution"]]


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
    days = {address: page.metadata.updated for address, page in publish_pages(made).items()}
    assert days["sources/old/"] == "2032-01-01"
    assert days["topics/floods/"] == days["places/mill/"] == days["findings/levee/"] == "2032-01-03"
    assert days["topics/ferries/"] == days["disagreements/how-high/"] == "2032-02-01"
    assert not days["findings/boat/"]
    assert not days["topics/empty/"]
    assert days["sources/"] == days["findings/"] == days["timeline/"] == "2032-02-01"
    assert MetadataWriter(Index(made), PAGE_KINDS).describe_handwritten("", "Home").updated == "2032-02-01"


def test_without_an_address_ids_start_from_the_page(demo: Archive, graphs: Graphs) -> None:
    """Relative ids, resolved against the page, are those that the site has at its address.

    Addresses that nobody could follow are left out, of the way to a page too.
    """
    for address, page in publish_pages(replace(demo, site=Site(demo.site.name))).items():
        lying = json.loads(page.metadata.linked)
        here = graphs[address]["@graph"][0]["@id"]
        ids = [urljoin(here, n["@id"]) for n in _nodes(lying) if "@id" in n]
        assert ids == [n["@id"] for n in _nodes(graphs[address]) if "@id" in n]
        assert not page.metadata.picture
        assert not {"item", "url", "contentUrl"} & {k for n in _nodes(lying) if _ours(n) for k in n}


def _ours(node: dict[str, Any]) -> bool:
    """Whether the node is not a report of somebody else's, which keeps its address."""
    return node["@type"] not in {"NewsArticle", "CreativeWork"}


def test_reference_managers_find_the_report(demo: Archive, pages: dict[str, RenderedPage]) -> None:
    """A source's page is an entry on a report: its type, author, outlet, date, address; and the archive."""
    tags = pages[SOURCE].metadata.tags
    told = dict(tags)
    assert told.keys() >= TAGS
    assert told["z.itemType"] == "newspaperArticle"
    assert told["citation_author"] == "Ettley, Maud"
    assert told["citation_publication_date"] == "2019/03/12"
    assert told["prism.publicationName"] == told["DC.publisher"] == "The Sallowhithe Lantern"
    assert told["citation_public_url"] == told["DC.identifier"] == _find_record(demo).url
    described = f"Described in The Ferry That Stopped, {ADDRESS}sources/lantern-night-crossings/"
    assert told["z.extra"] == described
    assert not any(name.startswith(("z.archive", "z.location")) for name in told)
    assert all(content for _, content in tags)


def _find_record(archive: Archive) -> Record:
    return next(d.record for d in archive.documents if source_address(d.record.slug) == SOURCE)
