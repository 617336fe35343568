"""A page → the same page with what machines read of it: tags, JSON-LD, its day, its picture."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.index import Index
from build_tools.model.evidence import Disagreement, Finding, Origin, Withdrawn
from build_tools.model.moved import Moved
from build_tools.model.record import Record
from build_tools.model.rendered import Metadata, SharePicture
from build_tools.model.reuse import Reuse
from build_tools.model.vocabulary import Entity, Topic
from build_tools.pages import citation_tags
from build_tools.pages.addresses import HOME_ADDRESS
from build_tools.pages.json_ld import PageJsonLd
from build_tools.pages.json_ld_nodes import (
    JsonLdNode,
    describe_checks,
    make_correction_node,
    make_withdrawal_node,
    write_iso_date,
)
from build_tools.pages.last_modified import find_last_modified, parse_day
from build_tools.pages.page import Page, PageKind
from build_tools.pages.page_cards import CardSubject, make_site_card, make_subject_card
from build_tools.text.acting_characters import show_acting
from build_tools.text.social_card import (
    HEIGHT,
    WIDTH,
    Card,
    has_pictures,
)


class MetadataWriter:
    """Adds to pages what machines read; made once for all pages of an archive."""

    def __init__(self, index: Index, kinds: Sequence[PageKind]) -> None:
        """`kinds` tell which list a page belongs to."""
        self._index = index
        self._lists = {kind.folder: kind.label for kind in kinds if kind.listed}

    def add_metadata(self, page: Page) -> Page:
        """The page with its metadata. What it is about is known from `about`."""
        updated = find_last_modified(page, self._index)
        linked = PageJsonLd(page.address, self._index)
        whole = _is_whole(page)
        about = tuple(self._list_nodes(page, linked, updated))
        told = page.about if isinstance(page.about, Record | Finding) and whole else None
        # what the archive itself had wrong on the page
        corrected = page.about if whole and isinstance(page.about, Record | Finding | Disagreement) else None
        dates = {
            "dateCreated": write_iso_date(told.added) if told else "",
            "dateModified": write_iso_date(parse_day(updated)),
            "correction": [*map(make_correction_node, corrected.errata)] if corrected else [],
            **_tell_withdrawal(page),
            **(describe_checks(page.about) if isinstance(page.about, Record) and whole else {}),
        }
        label = "" if page.kind.listed else self._lists.get(page.kind.folder, "")
        above = (label, page.kind.folder) if label else None
        licence = linked.find_licence(*self._list_records(page))
        return replace(
            page,
            metadata=Metadata(
                tags=self._list_tags(page) if whole else (),
                linked=_write_json(linked.describe_page(page.title, above, *about, licence=licence, **dates)),
                updated=updated,
                picture=self._find_picture(page) if whole else None,
            ),
        )

    def describe_handwritten(self, address: str, title: str) -> Metadata:
        """For a hand-written page; the home page stands for the whole archive."""
        linked = PageJsonLd(address, self._index)
        if address != HOME_ADDRESS:
            return Metadata(
                linked=_write_json(linked.describe_page(title, None, licence=linked.find_licence()))
            )
        newest = self._index.facts["newest"]
        day = parse_day(newest)
        whole = (linked.describe_dataset(day), linked.describe_home(), linked.make_archive_node())
        about = linked.describe_page(
            title, None, *whole, licence=linked.find_licence(), dateModified=write_iso_date(day)
        )
        picture = _show_card(make_site_card(self._index)) if has_pictures(self._index) else None
        return Metadata(linked=_write_json(about), updated=newest, picture=picture)

    def _list_records(self, page: Page) -> tuple[Record, ...]:
        """The sources that a page is about, whose text it may show."""
        match page.about:
            case Record() as record:
                return (record,)
            case Reuse() as pair:
                return (self._index.records[pair.left], self._index.records[pair.right])
        return ()

    def _list_nodes(self, page: Page, linked: PageJsonLd, updated: str) -> Iterator[JsonLdNode]:
        match page.about:
            case Record() as record if _is_whole(page):
                yield from linked.describe_report(record)
            case Finding() as finding:
                yield from linked.describe_finding(finding)
            case Entity() as entity:
                yield linked.describe_entity(entity)
            case Topic() as topic:
                yield linked.describe_topic(topic)
            case Origin() as origin:
                yield linked.describe_origin(origin)
            case None if page.kind.name == "sources" and page.address == page.kind.folder:
                yield linked.describe_dataset(parse_day(updated))
            case None if page.kind.late:
                yield linked.describe_dataset(parse_day(updated), self._index.download_facts)

    def _list_tags(self, page: Page) -> citation_tags.MetaTags:
        citing = self._index.citing
        match page.about:
            case Record() as record:
                return citation_tags.list_source_tags(citing.cite_report(record), record)
            case Finding() as finding:
                return citation_tags.list_finding_tags(
                    citing.cite_finding(finding, self._index.counts[finding.id])
                )
        return ()

    def _find_picture(self, page: Page) -> SharePicture | None:
        if not has_pictures(self._index):
            return None
        if isinstance(page.about, CardSubject):
            return _show_card(make_subject_card(self._index, page.about))
        return None


def _tell_withdrawal(page: Page) -> JsonLdNode:
    """Of a page that stands where another was taken out."""
    match page.about:
        case Moved(reason=str(reason), day=day):
            pass
        case Withdrawn(reason=reason, withdrawn=day):
            pass
        case _:
            return {}
    return {
        "creativeWorkStatus": "Withdrawn",
        "dateModified": write_iso_date(day),
        "correction": [make_withdrawal_node(reason, day)],
    }


def _is_whole(page: Page) -> bool:
    """Whether it is the page of its subject, not one beside it, such as a source's ledger."""
    return not page.within


def _write_json(node: JsonLdNode) -> str:
    """As it stands in a script element: nothing in it can end that."""
    written = show_acting(json.dumps(node, ensure_ascii=False, separators=(",", ":")))
    # `</script>` and `<!--` act within a script element whatever stands around them; JSON has escapes for it
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _show_card(card: Card) -> SharePicture:
    return SharePicture(card.path, WIDTH, HEIGHT, show_acting(card.alt))
