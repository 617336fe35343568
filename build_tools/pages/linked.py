"""A page → what it is about in the words of schema.org (JSON-LD), for search engines and their like.

Addresses are full where the site's address is known; else they start from the page, which is how JSON-LD
reads them. A report keeps the id `#report` of the page that describes it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterator, Mapping
from typing import Any

from build_tools.model.citation import Name
from build_tools.model.edtf import Edtf
from build_tools.model.evidence import Finding, Origin
from build_tools.model.record import Record
from build_tools.model.vocabulary import Entity, EntityKind, Topic
from build_tools.pages.catalogue import Catalogue, entity_file, source_file, topic_file
from build_tools.text.citing.prose import day
from build_tools.text.citing.works import Citing

Node = dict[str, Any]

REPORT = "#report"
"""Anchor of the report on its page, and its id."""

ARCHIVE = "#archive"
"""What stands for the archive as the author of its own words."""

_KINDS = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.PLACE: "Place",
    EntityKind.EVENT: "Event",
}
_LAWS = ("law", "decree", "act", "statute")
_FORMATS = (
    ("claims.csv", "text/csv"),
    ("claims.json", "application/json"),
    ("records.json", "application/json"),
    ("archive.bib", "application/x-bibtex"),
    ("archive.ris", "application/x-research-info-systems"),
    ("archive.csl.json", "application/vnd.citationstyles.csl+json"),
)


class Linked:
    """What one page says in JSON-LD."""

    def __init__(self, path: str, catalogue: Catalogue, citing: Citing) -> None:
        self._here = _folder(path)
        self._catalogue = catalogue
        self._citing = citing
        self._site = catalogue.archive.site

    def page(self, title: str, above: tuple[str, str] | None, *about: Node, **more: object) -> Node:
        """The whole: the page itself, the way to it, and what it is about; the first of these mainly."""
        here: Node = {
            "@type": "WebPage",
            "@id": self._at(self._here),
            "name": title,
            "inLanguage": "en",
            "isPartOf": {"@type": "WebSite", "@id": self._at(""), "name": self._site.name},
            "breadcrumb": self._way(title, above),
            **({"mainEntity": {"@id": about[0]["@id"]}} if about else {}),
            **more,
        }
        return {"@context": "https://schema.org", "@graph": [_full(node) for node in (here, *about)]}

    def report(self, record: Record) -> Iterator[Node]:
        """The report that a source's page describes, then its statements."""
        cited = self._citing.report(record)
        outlet = self._catalogue.entities.get(record.outlet)
        mentioned = dict.fromkeys(m for claim in record.claims for m in claim.mentions)
        topics = dict.fromkeys(t for claim in record.claims for t in claim.topics)
        yield {
            "@type": "NewsArticle",
            "@id": self._at(f"{self._here}{REPORT}"),
            "headline": cited.title,
            "author": [_author(name, self._citing.organisations) for name in cited.authors],
            "publisher": self._named(outlet) if outlet else _organisation(cited.container),
            "datePublished": _iso(record.published.date),
            "inLanguage": record.language,
            "url": record.url,
            "archivedAt": record.archived_url,
            "sameAs": list(record.mirrors),
            "abstract": cited.abstract,
            "copyrightHolder": _organisation(record.rights.holder),
            "usageInfo": record.rights.statement,
            "isBasedOn": [
                self._origin(o) for r in record.retells if (o := self._catalogue.origins.get(r.origin))
            ],
            "about": [self._topic(self._catalogue.topics[t]) for t in topics if t in self._catalogue.topics],
            "mentions": [self._named(e) for m in mentioned if (e := self._catalogue.entities.get(m))],
        }
        yield self._archive()
        for claim in record.claims:
            yield {
                "@type": "Claim",
                "@id": self._at(f"{self._here}#{claim.id}"),
                "text": claim.text,
                "appearance": {"@id": self._at(f"{self._here}{REPORT}")},
                "claimInterpreter": {"@id": self._at(ARCHIVE)},
            }

    def finding(self, finding: Finding) -> Node:
        """What several reports say."""
        slugs = dict.fromkeys(ref.partition("#")[0] for ref in finding.claims)
        return {
            "@type": "Claim",
            "@id": self._at(f"{self._here}#finding"),
            "text": finding.statement,
            "appearance": [{"@id": self._at(f"{_folder(source_file(s))}{REPORT}")} for s in slugs],
            "claimInterpreter": self._archive(),
        }

    def entity(self, entity: Entity) -> Node:
        """A person, organisation, place, event or law."""
        wikidata = f"https://www.wikidata.org/entity/{entity.wikidata}" if entity.wikidata else ""
        return {
            **self._named(entity),
            "description": entity.description,
            "alternateName": sorted({f.text for f in entity.forms} - {entity.name}),
            "sameAs": wikidata,
        }

    def topic(self, topic: Topic) -> Node:
        """A term of the archive's vocabulary."""
        return {
            **self._topic(topic),
            "description": topic.scope_note,
            "alternateName": list(topic.alternatives),
            "inDefinedTermSet": self._at("topics/"),
        }

    def dataset(self) -> Node:
        """The archive as a whole, with what can be downloaded of it."""
        documents = self._catalogue.archive.documents
        days = sorted(d.record.published.date.earliest for d in documents)
        return {
            "@type": "Dataset",
            "@id": self._at("sources/#dataset"),
            "name": self._site.name,
            "description": self._site.description,
            "creator": self._archive(),
            "isAccessibleForFree": True,
            "temporalCoverage": f"{days[0]}/{days[-1]}" if days else "",
            "distribution": [
                {"@type": "DataDownload", "contentUrl": self._at(f"downloads/{name}"), "encodingFormat": kind}
                for name, kind in _FORMATS
            ],
        }

    def _archive(self) -> Node:
        return {"@id": self._at(ARCHIVE), **_organisation(self._site.name)}

    def _named(self, entity: Entity) -> Node:
        law = entity.kind is EntityKind.EVENT and any(w in entity.type.lower().split() for w in _LAWS)
        return {
            "@type": "Legislation" if law else _KINDS[entity.kind],
            "@id": self._at(_folder(entity_file(entity))),
            "name": entity.name,
        }

    def _topic(self, topic: Topic) -> Node:
        return {"@type": "DefinedTerm", "@id": self._at(_folder(topic_file(topic.id))), "name": topic.label}

    @staticmethod
    def _origin(origin: Origin) -> Node:
        return _full(
            {
                "@type": "CreativeWork",
                "name": origin.title or "",
                "publisher": _organisation(origin.publisher),
                "datePublished": _iso(origin.published.date) if origin.published else "",
                "url": origin.url or "",
            }
        )

    def _way(self, title: str, above: tuple[str, str] | None) -> Node:
        steps = [(self._site.name, ""), *([above] if above else []), (title, self._here)]
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": n, "name": name, "item": self._at(path)}
                for n, (name, path) in enumerate(steps, 1)
            ],
        }

    def _at(self, address: str) -> str:
        """An address below the site, full or from this page."""
        if self._site.url:
            return self._site.address(address)
        path, mark, anchor = address.partition("#")
        if path == self._here and mark:
            return f"#{anchor}"
        relative = posixpath.relpath(path or ".", self._here or ".")
        ending = "/" if path.endswith("/") or not path else ""
        return f"{relative}{ending}{mark}{anchor}"


def _folder(path: str) -> str:
    """`sources/x.md` → `sources/x/`; `sources/index.md` → `sources/`."""
    above, _, name = path.removesuffix(".md").rpartition("/")
    return "/".join(filter(None, (above, "" if name == "index" else name, " "))).rstrip()


def _author(name: Name, organisations: Container[str]) -> Node:
    if not name.given:
        desk = name.family in organisations or " " not in name.family
        return {"@type": "Organization" if desk else "Person", "name": name.family}
    return {"@type": "Person", "name": name.whole, "givenName": name.given, "familyName": name.family}


def _organisation(name: str) -> Node:
    return {"@type": "Organization", "name": name}


def _iso(when: Edtf) -> str:
    """The date where it is exact to the day, the month or the year; nothing where it is not."""
    parts = day(when)
    if parts.words or parts.circa:
        return ""
    return "-".join(f"{n:02}" for n in (parts.year, parts.month, parts.day) if n)


def _full(node: Mapping[str, Any]) -> Node:
    """Without what is not known."""
    return {key: value for key, value in node.items() if value not in ("", None, [], ())}
