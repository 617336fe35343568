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
from build_tools.model.errata import Erratum
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
from build_tools.text.citing.date_parts import get_exact_parts
from build_tools.text.written_dates import write_date

JsonLdNode = dict[str, Any]

REPORT_ANCHOR, FINDING_ANCHOR, ENTITY_ANCHOR, TOPIC_ANCHOR, ORIGIN_ANCHOR = (
    "#report",
    "#finding",
    "#entity",
    "#topic",
    "#origin",
)
"""Anchors of what a page tells of."""

ARCHIVE_ANCHOR, WEBSITE_ANCHOR, DATASET_ANCHOR = "#archive", "#website", "#dataset"
"""The archive as the author of its own words, as a site, as a collection; anchors of the home page."""

_KINDS = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.PLACE: "Place",
    EntityKind.EVENT: "Event",
}
_LAWS = ("law", "decree", "act", "statute")
_SPEAK = (EntityKind.PERSON, EntityKind.ORGANISATION)


class JsonLdNodes:
    """What one page says of things that may be told of in full elsewhere."""

    def __init__(self, here: str, index: Index) -> None:
        """`here`: the address of the page."""
        self.here = here
        self.index = index
        self.citing = index.citing
        self.site = index.site

    def make_id(self, address: str) -> str:
        """The name of a thing: an address below the site, full or from this page."""
        if self.site.url:
            return self.site.address(address)
        path, mark, anchor = address.partition("#")
        if path == self.here and mark:
            return f"#{anchor}"
        return f"{relative_address(self.here, path)}{mark}{anchor}"

    def make_url(self, address: str) -> str:
        """An address below the site that can be followed; empty where the site's own is not known."""
        return self.site.address(address) if self.site.url else ""

    def make_archive_node(self) -> JsonLdNode:
        """Whoever speaks in the archive's own words."""
        return drop_unknown(
            {
                "@id": self.make_id(ARCHIVE_ANCHOR),
                **make_organisation_node(self.site.name),
                "url": self.make_url(""),
            }
        )

    def make_website_node(self) -> JsonLdNode:
        """The site that pages are part of."""
        return {"@type": "WebSite", "@id": self.make_id(WEBSITE_ANCHOR), "name": self.site.name}

    def make_entity_node(self, entity: Entity) -> JsonLdNode:
        """A person, organisation, place, event or law."""
        law = entity.kind is EntityKind.EVENT and any(w in entity.type.lower().split() for w in _LAWS)
        return {
            "@type": "Legislation" if law else _KINDS[entity.kind],
            "@id": self.make_id(f"{entity_address(entity)}{ENTITY_ANCHOR}"),
            "name": entity.name,
        }

    def make_topic_node(self, topic: Topic) -> JsonLdNode:
        """A term of the archive's vocabulary."""
        at = f"{topic_address(topic.id)}{TOPIC_ANCHOR}"
        return {"@type": "DefinedTerm", "@id": self.make_id(at), "name": topic.label}

    def make_report_reference(self, slug: str) -> JsonLdNode:
        """A report that a source's page describes."""
        return {"@id": self.make_id(f"{source_address(slug)}{REPORT_ANCHOR}")}

    def make_claim_reference(self, ref: ClaimRef) -> JsonLdNode:
        """One statement of a source."""
        return {"@id": self.make_id(f"{source_address(ref.slug)}#{ref.claim}")}

    def make_origin_node(self, origin: Origin) -> JsonLdNode:
        """A report that is not held, which need not have a title that is known."""
        untitled = f"Report by {origin.publisher}"
        if origin.published:
            untitled += f", {write_date(origin.published.date)}"
        return drop_unknown(
            {
                "@type": "CreativeWork",
                "@id": self.make_id(f"{origin_address(origin.id)}{ORIGIN_ANCHOR}"),
                "name": origin.title or untitled,
                "url": origin.url or "",
            }
        )

    def make_outlet_node(self, record: Record) -> JsonLdNode:
        """Who published a report."""
        entity = self.index.entities.get(record.outlet)
        return self.make_entity_node(entity) if entity else make_organisation_node(record.outlet)

    def make_speaker_node(self, record: Record, claim: Claim) -> JsonLdNode:
        """Who says it: the first link of its chain, or the outlet where the source shows nobody else.

        A link that the editor infers is not the source's word. Whoever has no page has a name alone: it may
        be one person or many, and the archive does not know.
        """
        first = next(iter(record.printed_of(claim)), None)
        if first is None:
            return self.make_outlet_node(record)
        entity = self.index.entities.get(first.entity or "")
        return self.make_entity_node(entity) if entity and entity.kind in _SPEAK else {"name": first.who}

    def make_author_node(self, name: Name) -> JsonLdNode:
        """Who wrote a report, or the desk that signs for it."""
        if not name.given:
            desk = name.family in self.citing.organisations or " " not in name.family
            return {"@type": "Organization" if desk else "Person", "name": name.family}
        return {"@type": "Person", "name": name.whole, "givenName": name.given, "familyName": name.family}


def make_organisation_node(name: str) -> JsonLdNode:
    """One that is known by its name."""
    return {"@type": "Organization", "name": name}


def make_correction_node(erratum: Erratum) -> JsonLdNode:
    """What stood and what stands, of a page that was put right."""
    return {
        "@type": "CorrectionComment",
        "text": f"It said: {erratum.stood} It says now: {erratum.stands} {erratum.why}",
        "datePublished": write_iso_date(erratum.day),
        "author": {"name": erratum.by},
    }


def make_withdrawal_node(reason: str, day: Edtf) -> JsonLdNode:
    """Why a page was taken out."""
    return {
        "@type": "CorrectionComment",
        "text": f"Withdrawn: {reason}",
        "datePublished": write_iso_date(day),
    }


def describe_checks(record: Record) -> JsonLdNode:
    """Who has held a record against its source, and when last; not before a change of it."""
    checks = record.standing_checks
    return {
        "reviewedBy": [{"name": name} for name in dict.fromkeys(check.by for check in checks)],
        "lastReviewed": write_iso_date(max((check.day for check in checks), default=None)),
    }


def write_iso_date(when: Edtf | None) -> str:
    """The date where it is exact to the day, the month or the year; nothing where it is not."""
    parts = get_exact_parts(when) if when else ()
    # ISO 8601 wants all digits: `2022-08-01`, and the year 900 as `0900`
    return "-".join(f"{n:0{width}}" for n, width in zip(parts, (4, 2, 2), strict=False))


def drop_unknown(node: Mapping[str, Any]) -> JsonLdNode:
    """Without what is not known."""
    # by value and not by truth: 0 and false are known
    return {key: value for key, value in node.items() if value not in ("", None, [], ())}
