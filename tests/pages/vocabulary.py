"""Of schema.org's vocabulary, what the archive says with it: which properties things have, and of what kind.

Domains and ranges are those of release 12.0, read from its definitions; that names exist is asked of rdflib.
"""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any

from rdflib import Graph, URIRef, namespace

ABOVE = MappingProxyType(
    {
        "WebPage": "CreativeWork", "WebSite": "CreativeWork", "NewsArticle": "CreativeWork",
        "Claim": "CreativeWork", "Dataset": "CreativeWork", "Legislation": "CreativeWork",
        "CorrectionComment": "CreativeWork",
        "DataDownload": "MediaObject", "MediaObject": "CreativeWork", "CreativeWork": "Thing",
        "BreadcrumbList": "ItemList", "ItemList": "Thing", "ListItem": "Thing", "DefinedTerm": "Thing",
        "Person": "Thing", "Organization": "Thing", "Place": "Thing", "Event": "Thing", "Thing": "",
    }
)  # fmt: skip
"""Type → the type above it, as far as properties are concerned."""

_WHO = "Organization Person"
_PROPERTIES = {
    "Thing": {
        "alternateName": "Text", "description": "Text", "name": "Text", "sameAs": "URL", "url": "URL",
    },
    "CreativeWork": {
        "about": "Thing", "abstract": "Text", "archivedAt": "URL WebPage", "author": _WHO,
        "copyrightHolder": _WHO, "copyrightNotice": "Text", "correction": "CorrectionComment Text URL",
        "creativeWorkStatus": "DefinedTerm Text",
        "creator": _WHO, "dateCreated": "Date",
        "dateModified": "Date", "datePublished": "Date", "encodingFormat": "Text URL", "headline": "Text",
        "inLanguage": "Text", "isAccessibleForFree": "Boolean", "isBasedOn": "CreativeWork URL",
        "isPartOf": "CreativeWork URL", "license": "CreativeWork URL", "mainEntity": "Thing",
        "mentions": "Thing", "publisher": _WHO, "temporalCoverage": "Text URL", "text": "Text",
        "usageInfo": "CreativeWork URL",
    },
    "WebPage": {"breadcrumb": "BreadcrumbList Text", "lastReviewed": "Date", "reviewedBy": _WHO},
    "Claim": {"appearance": "CreativeWork", "claimInterpreter": _WHO},
    "Dataset": {"distribution": "DataDownload"},
    "MediaObject": {"contentSize": "Text", "contentUrl": "URL", "sha256": "Text"},
    "ItemList": {"itemListElement": "ListItem Text Thing"},
    "ListItem": {"item": "Thing URL", "position": "Integer Text"},
    "Person": {"familyName": "Text", "givenName": "Text"},
    "DefinedTerm": {"inDefinedTermSet": "DefinedTermSet URL"},
}  # fmt: skip
"""Type → its own properties → what their values may be. An item may be named by its address, as the way to a
page does in schema.org's own examples."""

_ADDRESSES = ("url", "sameAs", "license", "usageInfo", "contentUrl", "archivedAt", "item", "inDefinedTermSet")
_CONTEXT = {
    "@vocab": str(namespace.SDO),
    **{name: {"@type": "@id"} for name in _ADDRESSES},
    **{name: {"@type": "Date"} for name in ("dateCreated", "dateModified", "datePublished", "lastReviewed")},
}
"""What the context of schema.org, which lies on another host, says of these names."""


def kinds(kind: str) -> tuple[str, ...]:
    """A type and those above it."""
    return (kind, *kinds(ABOVE[kind])) if kind else ()


def properties(kind: str) -> dict[str, set[str]]:
    """What a type may say, own and inherited, and of what kind."""
    return {name: set(range_.split()) for k in kinds(kind) for name, range_ in _PROPERTIES.get(k, {}).items()}


def read(into: Graph, linked: dict[str, Any], page: str) -> Graph:
    """Read a page's JSON-LD with rdflib, as it stands at an address."""
    return into.parse(data=json.dumps({**linked, "@context": _CONTEXT}), format="json-ld", base=page)


def wrong(graph: Graph) -> list[str]:
    """Every statement with a term, a subject or an object that schema.org does not allow; in words.

    An address of the graph's own that nothing is said of leads nowhere, unless a page has it.
    """
    return sorted({words for triple in graph for words in _wrong(graph, *triple)})


def _wrong(graph: Graph, subject: Any, predicate: Any, value: Any) -> list[str]:
    if predicate == namespace.RDF.type:
        return [] if _name(value) in ABOVE and _known(value) else [f"no type: {value}"]
    name, types = _name(predicate), [_name(t) for t in graph.objects(subject, namespace.RDF.type)]
    if not types:  # known by its name alone
        return [] if name == "name" else [f"{subject} has no type, but {name}"]
    allowed = [properties(kind).get(name, set()) for kind in types]
    if not _known(predicate) or not all(allowed):
        return [f"{types} have no {name}"]
    found = _found(graph, value)
    return [] if any(found & one for one in allowed) else [f"{types} {name} {value}: {found}"]


def _found(graph: Graph, value: Any) -> set[str]:
    """What kinds a value is of."""
    told = {k for t in graph.objects(value, namespace.RDF.type) for k in kinds(_name(t))}
    if isinstance(value, URIRef):
        return told if "#" in value else told | {"URL"}
    if told:
        return told
    if not hasattr(value, "datatype"):  # a node with a name and nothing else
        return {"Person", "Organization"}
    datatype = _name(value.datatype) if value.datatype else "string"
    return {{"string": "Text", "boolean": "Boolean", "integer": "Integer"}.get(datatype, datatype)}


def _known(term: Any) -> bool:
    return str(term).startswith(str(namespace.SDO)) and _name(term) in namespace.SDO.__annotations__


def _name(term: Any) -> str:
    return str(term).rpartition("/")[2].rpartition("#")[2]
