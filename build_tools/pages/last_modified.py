"""A page → the newest day of what it is made of, because without it machines read every page again in vain.

A source and a finding have the days that they give of themselves: those are told in feeds and cited. All else
is as new as the newest record, finding or disagreement that it is made of; lists and the home page are made
of all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.index import Index
from build_tools.index.lookups import list_names
from build_tools.model.base import ClaimRef
from build_tools.model.dated import DatedEntry, last_changed
from build_tools.model.edtf import Edtf
from build_tools.model.evidence import Disagreement, Finding, Origin
from build_tools.model.record import Record
from build_tools.model.reuse import Reuse
from build_tools.model.vocabulary import Entity, Topic
from build_tools.pages.page import Page


def find_last_modified(page: Page, index: Index) -> str:
    """The newest day, as EDTF; empty where nothing that the page is made of has one."""
    if page.about is None:
        return index.facts["newest"]
    days = {day for entry in _list_parts(page.about, index) if (day := last_changed(entry))}
    return str(max(days, default=""))


def _list_parts(about: object, index: Index) -> Iterator[DatedEntry]:
    match about:
        case Record() | Finding():
            yield about
        case Topic():
            yield from _list_around(index.claims_of_topic.get(about.id, ()), index)
        case Entity():
            yield from _list_around(index.claims_of_entity.get(about.id, ()), index)
            yield from (index.records[slug] for slug in index.sources_of_outlet.get(about.id, ()))
            # sorted, so that rows are read in the same order in each run
            for name in sorted(list_names(about)):
                yield from (index.records[slug] for slug in index.sources_of_author.get(name, ()))
            for origin in index.origins_of_entity.get(about.id, ()):
                yield from _list_behind(origin, index)
        case Origin():
            yield from _list_behind(about.id, index)
        case Disagreement():
            yield about
            yield from (index.records[ref.slug] for ref in about.claims)
            yield from (index.findings[name] for name in about.findings)
        case Reuse():
            yield from (index.records[about.left], index.records[about.right])


def _list_around(refs: Iterable[ClaimRef], index: Index) -> Iterator[DatedEntry]:
    """The records of statements, and the findings and disagreements in which they stand."""
    for ref in refs:
        yield index.records[ref.slug]
        yield from index.findings_holding(ref)
        yield from index.disagreements_holding(ref)


def _list_behind(origin: str, index: Index) -> Iterator[DatedEntry]:
    yield from (index.records[slug] for slug in index.sources_of_origin.get(origin, ()))
    yield from _list_around(index.claims_from_origin.get(origin, ()), index)
    yield from _list_around(index.claims_through_origin.get(origin, ()), index)


def parse_day(day: str) -> Edtf | None:
    """A day as `find_last_modified` gives it."""
    return Edtf.parse(day) if day else None
