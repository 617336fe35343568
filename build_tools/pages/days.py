"""A page → the newest day of what it is made of, because without it machines read every page again in vain.

A source and a finding have the days that they give of themselves: those are told in feeds and cited. All else
is as new as the newest record, finding or disagreement that it is made of; indexes and the home page are made
of all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from build_tools.model.dated import Dated, last_changed
from build_tools.model.edtf import Edtf
from build_tools.model.evidence import Disagreement, Finding, Origin
from build_tools.model.record import Record
from build_tools.model.vocabulary import Entity, Topic
from build_tools.pages.catalogue import Catalogue
from build_tools.pages.page import Page
from build_tools.pages.reuse import Pair

T = TypeVar("T")

_OWN = {"source": "record", "ledger": "record", "wording_pair": "pair"} | {
    name: name for name in ("finding", "topic", "entity", "origin", "disagreement")
}
"""Templates of pages about one thing → the name by which they know it."""


def subject(page: Page) -> object:
    """What the page is about; None where it is about everything."""
    return page.content.get(_OWN.get(page.template, ""))


class Days:
    """When pages last changed; made once for all of them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @cached_property
    def newest(self) -> Edtf | None:
        """Of everything."""
        archive = self._catalogue.archive
        return newest((*self._catalogue.records.values(), *archive.findings, *archive.disagreements))

    def of(self, page: Page) -> Edtf | None:
        """Of one page; None where nothing that it is made of has a day."""
        return newest(self._parts(page)) if page.template in _OWN else self.newest

    def _parts(self, page: Page) -> Iterator[Dated]:
        archive = self._catalogue.archive
        match subject(page):
            case Record() | Finding() as told:
                yield told
            case Topic() as topic:
                yield from self._around(archive.by_topic.get(topic.id, ()))
            case Entity() as entity:
                yield from self._around(archive.by_entity.get(entity.id, ()))
                yield from _listed(page, "published", Record)
                yield from _listed(page, "written", Record)
                for origin in _listed(page, "origins", Origin):
                    yield from self._behind(origin)
            case Origin() as origin:
                yield from self._behind(origin)
            case Disagreement() as disagreement:
                yield from self._compared(disagreement)
            case Pair() as pair:
                yield from (pair.first.record, pair.second.record)

    def _around(self, refs: Iterable[str]) -> Iterator[Dated]:
        """The records of statements, and the findings and disagreements in which they stand."""
        catalogue = self._catalogue
        for ref in refs:
            yield catalogue.archive.statements[ref].document.record
            yield from catalogue.findings_of.get(ref, ())
            yield from catalogue.disagreements_of.get(ref, ())

    def _behind(self, origin: Origin) -> Iterator[Dated]:
        catalogue = self._catalogue
        yield from (catalogue.records[slug] for slug in catalogue.archive.by_origin.get(origin.id, ()))
        yield from self._around(catalogue.from_origin.get(origin.id, ()))
        yield from self._around(catalogue.through_origin.get(origin.id, ()))

    def _compared(self, disagreement: Disagreement) -> Iterator[Dated]:
        catalogue = self._catalogue
        yield disagreement
        yield from (catalogue.archive.statements[ref].document.record for ref in disagreement.claims)
        yield from (f for f in catalogue.archive.findings if f.id in disagreement.findings)


def _listed(page: Page, name: str, kind: type[T]) -> Iterator[T]:
    """What a page lists under a name."""
    shown = page.content.get(name, ())
    return (one for one in shown if isinstance(one, kind)) if isinstance(shown, Iterable) else iter(())


def newest(entries: Iterable[Dated]) -> Edtf | None:
    """The newest day of several entries."""
    return max((day for entry in entries if (day := last_changed(entry))), default=None)
