"""An origin → its page: what is known of the report, its chains, what became of it, what goes back to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_tools.index import Index
from build_tools.model.evidence import Origin
from build_tools.model.record import Record, Retelling
from build_tools.model.search import SearchPart
from build_tools.model.vocabulary import Entity
from build_tools.pages.addresses import ORIGINS_ADDRESS, origin_address
from build_tools.pages.chain_drawing import draw_chains
from build_tools.pages.changes import ShownChange, show_changes, tell_changes_seen
from build_tools.pages.drawings import Drawing
from build_tools.pages.long_pages import divide_by_source, list_long_keys, split_key, take_rows
from build_tools.pages.page import FrontMatterValue, Page, PageKind
from build_tools.pages.paging import ListPart, PageLink, name_list_page, page_address
from build_tools.pages.report_chains import (
    MOST_REPORTS_DRAWN,
    ChainTree,
    find_around,
    list_chains,
    name_origin,
)
from build_tools.pages.statement_groups import StatementGroup, group_statements, tell_extent
from build_tools.pages.statement_reports import ListedFinding, list_findings
from build_tools.text.attribution_words import tell_evidence, tell_extent_seen
from build_tools.text.english import count_noun
from build_tools.text.written_dates import write_date


@dataclass(frozen=True, slots=True)
class OriginRetelling:
    """A source that retells the origin, and how."""

    record: Record
    heading: str
    """Outlet and day."""
    place: str
    """The anchor of what its page says of that; empty where it says nothing."""
    retelling: Retelling | None
    """None where only chains of statements lead there."""
    changes: tuple[ShownChange, ...]
    seen: str
    """How much was seen of the texts that the changes are laid at; may be empty."""


@dataclass(frozen=True, slots=True)
class OriginView:
    """An origin's page."""

    origin: Origin
    held: Record | None
    """The same report, where the archive came to hold it."""
    publisher: Entity | None
    """With a page of its own."""
    after: tuple[Origin, ...]
    """What it takes statements of the archive from."""
    seen: str
    """How much of it was seen; empty where nobody said."""
    copies: tuple[tuple[str, str], ...]
    """Address and remark of each copy."""
    extent: str
    """How many statements begin there, and come through it."""
    picture: Drawing | None
    chains: ChainTree | None
    beyond: str
    """That the chains go on where they are not shown."""
    retellings: tuple[OriginRetelling, ...]
    findings: tuple[ListedFinding, ...]
    groups: tuple[StatementGroup, ...]
    later: Mapping[str, PageLink]
    """On the first page: lists that begin on a later one."""
    part: ListPart[Any]
    """Which rows of all its lists these are."""


def make_origin_page(index: Index, key: str) -> Page:
    """The page of an origin, or one of its further pages."""
    origin_id, number = split_key(key)
    origin = index.origins[origin_id]
    name = name_origin(origin)
    return Page(
        kind=ORIGIN_PAGE,
        address=page_address(origin_address(origin_id), number),
        title=name_list_page(name, number),
        view=_make_view(origin, number, index),
        about=None if number else origin,
        description=f"{name}. {origin.description}",
        facts=_list_facts(origin),
        search=() if number else (SearchPart("", "", origin.description),),
        within=name if number else "",
    )


def _list_rows(origin: str, index: Index) -> dict[str, Sequence[Any]]:
    """The lists that grow with the archive."""
    refs = index.claims_from_origin.get(origin, ())
    return {
        "retellings": index.sources_of_origin.get(origin, ()),
        "findings": index.findings_of_origin.get(origin, ()),
        "groups": divide_by_source(refs),
    }


def _make_view(origin: Origin, number: str, index: Index) -> OriginView:
    address = origin_address(origin.id)
    around, more = ((), False) if number else find_around(origin.id, index)
    count = count_noun(len(around), "report")
    taken = take_rows(_list_rows(origin.id, index), address, number)
    rows = taken.rows
    return OriginView(
        origin=origin,
        held=index.records.get(origin.id),
        publisher=index.entities.get(origin.entity or ""),
        after=tuple(
            index.origins[flow.giver]
            for flow in index.flows_to.get(origin.id, ())
            if flow.giver in index.origins
        ),
        seen=_tell_seen(origin),
        copies=tuple((copy.url, tell_evidence(copy)) for copy in origin.copies if copy.url),
        extent=_tell_extent(origin, index),
        picture=draw_chains(address, around, origin.id, index)
        # a report by itself is no chain
        if 1 < len(around) <= MOST_REPORTS_DRAWN
        else None,
        chains=list_chains(around, origin.id, index) if len(around) > 1 else None,
        beyond=f"The chains go on beyond these {count}: their own pages lead further." if more else "",
        retellings=tuple(_make_retelling(origin.id, index.records[s], index) for s in rows["retellings"]),
        findings=list_findings((index.findings[name] for name in rows["findings"]), index),
        groups=group_statements((ref for run in rows["groups"] for ref in run), index),
        later=taken.later,
        part=taken.part,
    )


def _make_retelling(origin: str, record: Record, index: Index) -> OriginRetelling:
    retelling = next((r for r in record.retells if r.origin == origin), None)
    return OriginRetelling(
        record=record,
        heading=f"{index.name_outlet(record)}, {write_date(record.published.date)}",
        place="retells" if record.retells else "",
        retelling=retelling,
        changes=show_changes(retelling, index) if retelling else (),
        seen=tell_changes_seen(retelling, index) if retelling else "",
    )


def _tell_extent(origin: Origin, index: Index) -> str:
    refs = index.claims_from_origin.get(origin.id, ())
    through = set(index.claims_through_origin.get(origin.id, ())) - set(refs)
    words = tell_extent(refs) if refs else "No statement begins here"
    return f"{words}; a further {tell_extent(through)} came through it" if through else words


def _tell_seen(origin: Origin) -> str:
    if origin.extent is None:
        return ""
    day = f", {write_date(origin.seen)}" if origin.seen else ""
    return f"{tell_extent_seen(origin.extent)}{day}"


def _list_facts(origin: Origin) -> Mapping[str, FrontMatterValue]:
    """The catalogue; what is not known is left out."""
    published = origin.published
    facts: dict[str, FrontMatterValue | None] = {
        "id": origin.id,
        "publisher": origin.publisher,
        "entity": origin.entity,
        "published": str(published.date) if published else None,
        "published_basis": published.basis.value if published else None,
        "url": origin.url,
        "kind": origin.kind.value,
        "archived_url": origin.archived_url,
        "extent": origin.extent.value if origin.extent else None,
        "copies": [copy.url or str(copy.title) for copy in origin.copies] or None,
    }
    return {key: value for key, value in facts.items() if value is not None}


ORIGIN_PAGE = PageKind(
    name="origin",
    folder=ORIGINS_ADDRESS,
    label="Origin",
    list_keys=lambda index: list_long_keys(
        (origin, sum(map(len, _list_rows(origin, index).values()))) for origin in index.origins
    ),
    make_page=make_origin_page,
    scripts=("pictures.js",),
)
