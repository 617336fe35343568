"""What the built site says in JSON-LD, read as one graph by rdflib: nothing merges, nothing leads nowhere."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from rdflib import Graph, URIRef, namespace

from tests.pages.vocabulary import read, wrong

BASE = "https://read.example/"
_LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@cache
def _graph(site: Path) -> Graph:
    graph = Graph()
    for file in sorted(site.rglob("*.html")):
        for linked in _LINKED.findall(file.read_text("utf-8")):
            page = file.relative_to(site).as_posix().removesuffix("index.html")
            read(graph, json.loads(linked), f"{BASE}{page}")
    return graph


@pytest.fixture(scope="module")
def graph(public_site: Path) -> Graph:
    """All pages of the public site."""
    return _graph(public_site)


def test_every_page_speaks(public_site: Path, graph: Graph) -> None:
    """Each page but that of lost addresses is a WebPage, hand-written ones too; the home page is no crumb."""
    files = {f.relative_to(public_site).as_posix() for f in public_site.rglob("*.html")} - {"404.html"}
    told = {
        str(page).removeprefix(BASE) + "index.html"
        for page in graph.subjects(namespace.RDF.type, namespace.SDO.WebPage)
    }
    assert told == files
    led = set(graph.subjects(namespace.SDO.breadcrumb, None))
    assert set(graph.subjects(namespace.RDF.type, namespace.SDO.WebPage)) - led == {URIRef(BASE)}


def test_a_page_is_not_what_it_is_about(graph: Graph) -> None:
    """No node is a page and a person, or two things of any other kind; none has two names."""
    typed = set(graph.subjects(namespace.RDF.type, None))
    assert [n for n in typed if len(set(graph.objects(n, namespace.RDF.type))) > 1] == []
    assert [n for n in typed if len(set(graph.objects(n, namespace.SDO.name))) > 1] == []


def test_all_of_it_is_schema_org(graph: Graph) -> None:
    """Every term exists; each property fits its subject and value; every id of ours is told of somewhere."""
    assert wrong(graph) == []


def test_what_is_wrong_would_be_found(graph: Graph) -> None:
    """The reading above can fail: a wrong domain, a wrong range, an id that nothing is said of."""
    page = URIRef(BASE)
    for predicate, value in (
        (namespace.SDO.appearance, page),
        (namespace.SDO.publisher, page),
        (namespace.SDO.mainEntity, URIRef(f"{BASE}#nothing")),
    ):
        spoilt = Graph() + graph
        spoilt.add((page, predicate, value))
        assert wrong(spoilt)


def test_statements_have_speakers_and_findings_have_grounds(graph: Graph) -> None:
    """Each statement says whose it is; each finding rests on statements that sources' pages tell of."""
    for claim in graph.subjects(namespace.RDF.type, namespace.SDO.Claim):
        assert (claim, namespace.SDO.license, None) in graph
        based = set(graph.objects(claim, namespace.SDO.isBasedOn))
        if str(claim).endswith("#finding"):
            assert based
            assert all((one, namespace.RDF.type, namespace.SDO.Claim) in graph for one in based)
        else:
            assert (claim, namespace.SDO.author, None) in graph


def test_the_home_page_stands_for_the_whole(graph: Graph) -> None:
    """It tells of the site and of the archive as a dataset, with its licence and newest day."""
    site, dataset = URIRef(f"{BASE}#website"), URIRef(f"{BASE}#dataset")
    for node in (site, dataset):
        for predicate in (
            namespace.SDO.name,
            namespace.SDO.description,
            namespace.SDO.license,
            namespace.SDO.inLanguage,
            namespace.SDO.publisher,
        ):
            assert (node, predicate, None) in graph, predicate
    assert (dataset, namespace.SDO.dateModified, None) in graph
    assert (URIRef(BASE), namespace.SDO.mainEntity, dataset) in graph


def test_origins_are_told_of(graph: Graph) -> None:
    """A report that others retell has a page about it, and a name wherever it is referred to."""
    named = {o for o in graph.objects(None, namespace.SDO.isBasedOn) if str(o).endswith("#origin")}
    assert named
    for origin in named:
        assert (None, namespace.SDO.mainEntity, origin) in graph
        assert (origin, namespace.SDO.name, None) in graph
