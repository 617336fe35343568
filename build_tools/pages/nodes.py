"""Things of the archive → the nodes that stand for them in JSON-LD, wherever they are told of in full.

A page and what it tells of are two things with two ids: the page has its address, its subject an anchor of
it. Ids are full where the site's address is known; else they start from the page, which is how JSON-LD reads
them. Addresses that somebody would follow are left out then: nobody could.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from build_tools.index import Index
from build_tools.model.base import ClaimRef
from build_tools.model.citation import Name
from build_tools.model.edtf import Edtf
from build_tools.model.evidence import Origin
from build_tools.model.record import Claim, Record
from build_tools.model.vocabulary import Entity, EntityKind, Topic
from build_tools.pages.addresses import (
    entity_address,
    origin_address,
    relative_address,
    source_address,
    topic_address,
)
from build_tools.text.citing.dates import exact
from build_tools.text.dates import in_words

Node = dict[str, Any]

REPORT, FINDING, ENTITY, TOPIC, ORIGIN = "#report", "#finding", "#entity", "#topic", "#origin"
"""Anchors of what a page tells of."""

ARCHIVE, WEBSITE, DATASET = "#archive", "#website", "#dataset"
"""The archive as the author of its own words, as a site, as a collection; anchors of the home page."""

_KINDS = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.PLACE: "Place",
    EntityKind.EVENT: "Event",
}
_LAWS = ("law", "decree", "act", "statute")
_SPEAK = (EntityKind.PERSON, EntityKind.ORGANISATION)


class Nodes:
    """What one page says of things that may be told of in full elsewhere."""

    def __init__(self, here: str, index: Index) -> None:
        """`here`: the address of the page."""
        self.here = here
        self.index = index
        self.citing = index.citing
        self.site = index.site

    def id(self, address: str) -> str:
        """The name of a thing: an address below the site, full or from this page."""
        if self.site.url:
            return self.site.address(address)
        path, mark, anchor = address.partition("#")
        if path == self.here and mark:
            return f"#{anchor}"
        return f"{relative_address(self.here, path)}{mark}{anchor}"

    def url(self, address: str) -> str:
        """An address below the site that can be followed; empty where the site's own is not known."""
        return self.site.address(address) if self.site.url else ""

    def archive(self) -> Node:
        """Whoever speaks in the archive's own words."""
        return full({"@id": self.id(ARCHIVE), **organisation(self.site.name), "url": self.url("")})

    def website(self) -> Node:
        """The site that pages are part of."""
        return {"@type": "WebSite", "@id": self.id(WEBSITE), "name": self.site.name}

    def named(self, entity: Entity) -> Node:
        """A person, organisation, place, event or law."""
        law = entity.kind is EntityKind.EVENT and any(w in entity.type.lower().split() for w in _LAWS)
        return {
            "@type": "Legislation" if law else _KINDS[entity.kind],
            "@id": self.id(f"{entity_address(entity)}{ENTITY}"),
            "name": entity.name,
        }

    def topic(self, topic: Topic) -> Node:
        """A term of the archive's vocabulary."""
        at = f"{topic_address(topic.id)}{TOPIC}"
        return {"@type": "DefinedTerm", "@id": self.id(at), "name": topic.label}

    def held(self, slug: str) -> Node:
        """A report that a source's page describes."""
        return {"@id": self.id(f"{source_address(slug)}{REPORT}")}

    def claim(self, ref: ClaimRef) -> Node:
        """One statement of a source."""
        return {"@id": self.id(f"{source_address(ref.slug)}#{ref.claim}")}

    def origin(self, origin: Origin) -> Node:
        """A report that is not held, which need not have a title that is known."""
        untitled = f"Report by {origin.publisher}"
        if origin.published:
            untitled += f", {in_words(origin.published.date)}"
        return full(
            {
                "@type": "CreativeWork",
                "@id": self.id(f"{origin_address(origin.id)}{ORIGIN}"),
                "name": origin.title or untitled,
                "url": origin.url or "",
            }
        )

    def outlet(self, record: Record) -> Node:
        """Who published a report."""
        entity = self.index.entities.get(record.outlet)
        return self.named(entity) if entity else organisation(record.outlet)

    def speaker(self, record: Record, claim: Claim) -> Node:
        """Who says it: the first link of its chain, or the outlet where the source shows nobody else.

        A link that the editor infers is not the source's word. Whoever has no page has a name alone: it may
        be one person or many, and the archive does not know.
        """
        first = next(iter(record.printed_of(claim)), None)
        if first is None:
            return self.outlet(record)
        entity = self.index.entities.get(first.entity or "")
        return self.named(entity) if entity and entity.kind in _SPEAK else {"name": first.who}

    def author(self, name: Name) -> Node:
        """Who wrote a report, or the desk that signs for it."""
        if not name.given:
            desk = name.family in self.citing.organisations or " " not in name.family
            return {"@type": "Organization" if desk else "Person", "name": name.family}
        return {"@type": "Person", "name": name.whole, "givenName": name.given, "familyName": name.family}


def organisation(name: str) -> Node:
    """One that is known by its name."""
    return {"@type": "Organization", "name": name}


def iso(when: Edtf | None) -> str:
    """The date where it is exact to the day, the month or the year; nothing where it is not."""
    return "-".join(f"{n:02}" for n in exact(when)) if when else ""


def full(node: Mapping[str, Any]) -> Node:
    """Without what is not known."""
    return {key: value for key, value in node.items() if value not in ("", None, [], ())}
