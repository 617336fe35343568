"""What machines read of a page: schema.org's own terms, where its vocabulary allows them; Zotero's tags."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml
from rdflib import Graph, URIRef, namespace

from build_tools import pages
from build_tools.model.archive import Archive
from build_tools.model.site import Site
from build_tools.pipeline import Settings, gather
from tests.built import ROOT

ADDRESS = "https://ferry.example/demo/"
SOURCE = "sources/lantern-night-crossings.md"

THING = {"name", "description", "url", "sameAs", "alternateName", "mainEntityOfPage"}
WORK = THING | {
    "abstract", "about", "archivedAt", "author", "copyrightHolder", "creator", "dateCreated", "dateModified",
    "datePublished", "headline", "inLanguage", "isAccessibleForFree", "isBasedOn", "isPartOf", "mainEntity",
    "mentions", "publisher", "temporalCoverage", "text", "usageInfo",
}  # fmt: skip
MAY = {
    "WebPage": WORK | {"breadcrumb"},
    "WebSite": WORK,
    "NewsArticle": WORK,
    "CreativeWork": WORK,
    "Legislation": WORK,
    "Claim": WORK | {"appearance", "claimInterpreter"},
    "Dataset": WORK | {"distribution"},
    "DataDownload": WORK | {"contentUrl", "encodingFormat"},
    "BreadcrumbList": THING | {"itemListElement"},
    "ListItem": THING | {"position", "item"},
    "Person": THING | {"givenName", "familyName"},
    "Organization": THING,
    "Place": THING,
    "Event": THING,
    "DefinedTerm": THING | {"inDefinedTermSet"},
}
"""Which properties schema.org gives to which types, own and inherited. Checked against the properties of its
release 12.0; `archivedAt` and `claimInterpreter` are younger, and stand in rdflib's vocabulary."""

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


def test_terms_are_those_of_schema_org(fronts: dict[str, dict[str, Any]]) -> None:
    """Types and properties exist in the vocabulary that rdflib carries, and each property fits its type."""
    for front in fronts.values():
        for node in _nodes(front["linked"]):
            kind = node["@type"]
            assert namespace.SDO[kind]
            properties = {key for key in node if not key.startswith("@")} - {"@graph"}
            assert all(namespace.SDO[name] for name in properties)
            assert properties <= MAY[kind], f"{kind}: {properties - MAY[kind]}"


def test_a_foreign_reader_finds_the_report_and_its_claims(fronts: dict[str, dict[str, Any]]) -> None:
    """Read as JSON-LD by rdflib, every claim of the source appears in the one report, at its address."""
    linked = json.loads(json.dumps(fronts[SOURCE]["linked"]))
    linked["@context"] = {"@vocab": "https://schema.org/"}  # the context itself is on another host
    read = Graph().parse(data=json.dumps(linked), format="json-ld", base="https://ignored.example/")
    here = f"{ADDRESS}{SOURCE.removesuffix('.md')}/"
    report = URIRef(f"{here}#report")
    assert (report, namespace.RDF.type, namespace.SDO.NewsArticle) in read
    claims = set(read.subjects(namespace.RDF.type, namespace.SDO.Claim))
    assert len(claims) == fronts[SOURCE]["record"]["claims"]
    assert all((claim, namespace.SDO.appearance, report) in read for claim in claims)
    assert all(str(claim).startswith(f"{here}#") for claim in claims)


def test_without_an_address_ids_start_from_the_page(demo: Archive, fronts: dict[str, dict[str, Any]]) -> None:
    """Relative ids, resolved against the page, are those that the site has at its address."""
    lying = _fronts(replace(demo, site=Site(demo.site.name)))
    for path, front in lying.items():
        here = fronts[path]["linked"]["@graph"][0]["@id"]
        ids = [urljoin(here, n["@id"]) for n in _nodes(front["linked"]) if "@id" in n]
        assert ids == [n["@id"] for n in _nodes(fronts[path]["linked"]) if "@id" in n]
        assert not front.get("picture")


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
    assert told["z.archive"] == "The Ferry That Stopped"
    assert told["z.archiveLocation"] == f"{ADDRESS}sources/lantern-night-crossings/"
    assert all(isinstance(content, str) and content for _, content in tags)
