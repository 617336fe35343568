"""A page → the newest day of what it is made of, because without it machines read every page again in vain.

A source and a finding have the days that they give of themselves: those are told in feeds and cited. All else
is as new as the newest record, finding or disagreement that it is made of; lists and the home page are made
of all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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
            yield from _list_around(index.claims_of_topic.get(about.id, ()), (), index)
        case Entity():
            yield from _list_around(*_gather_named(about, index), index)
        case Origin():
            yield from _list_around(*_gather_behind(about.id, index), index)
        case Disagreement():
            yield about
            yield from _list_records((ref.slug for ref in about.claims), index)
            yield from (index.findings[name] for name in about.findings)
        case Reuse():
            yield from _list_records((about.left, about.right), index)


def _gather_named(entity: Entity, index: Index) -> tuple[list[ClaimRef], list[str]]:
    """The statements that name somebody, and slugs of what somebody published, wrote or stands behind."""
    refs, slugs = [*index.claims_of_entity.get(entity.id, ())], [*index.sources_of_outlet.get(entity.id, ())]
    # sorted, so that rows are read in the same order in each run
    for name in sorted(list_names(entity)):
        slugs += index.sources_of_author.get(name, ())
    for origin in index.origins_of_entity.get(entity.id, ()):
        more, retelling = _gather_behind(origin, index)
        refs += more
        slugs += retelling
    return refs, slugs


def _gather_behind(origin: str, index: Index) -> tuple[list[ClaimRef], list[str]]:
    refs = [*index.claims_from_origin.get(origin, ()), *index.claims_through_origin.get(origin, ())]
    return refs, [*index.sources_of_origin.get(origin, ())]


def _list_around(refs: Iterable[ClaimRef], slugs: Iterable[str], index: Index) -> Iterator[DatedEntry]:
    """These records, those of statements, and the findings and disagreements that these stand in: each once.

    Of a topic's hundreds of statements, a dozen are of one report, and several in one finding.
    """
    once = dict.fromkeys(refs)
    yield from _list_records((*slugs, *(ref.slug for ref in once)), index)
    yield from map(index.findings.__getitem__, _list_names(once, index.findings_of_claim))
    yield from map(index.disagreements.__getitem__, _list_names(once, index.disagreements_of_claim))


def _list_records(slugs: Iterable[str], index: Index) -> Iterator[DatedEntry]:
    return map(index.records.__getitem__, dict.fromkeys(slugs))


def _list_names(refs: Iterable[ClaimRef], table: Mapping[ClaimRef, tuple[str, ...]]) -> Iterable[str]:
    return dict.fromkeys(name for ref in refs for name in table.get(ref, ()))


def parse_day(day: str) -> Edtf | None:
    """A day as `find_last_modified` gives it."""
    return Edtf.parse(day) if day else None
