"""A composed page → the same page with what machines read of it: tags, JSON-LD, dates; and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from build_tools.model.evidence import Finding, Origin
from build_tools.model.record import Record
from build_tools.model.vocabulary import Entity, Topic
from build_tools.pages import citing, tags
from build_tools.pages.catalogue import Catalogue
from build_tools.pages.days import Days, subject
from build_tools.pages.linked import Linked
from build_tools.pages.nodes import Node, iso
from build_tools.pages.page import Page
from build_tools.text.cards import HEIGHT, WIDTH, Card, drawn, of_finding, of_source
from build_tools.text.citing.works import Citing

_PARTS = {
    "sources": "Sources",
    "topics": "Topics",
    "people": "People",
    "organisations": "Organisations",
    "places": "Places",
    "events": "Events and laws",
    "findings": "Findings",
    "disagreements": "Disagreements",
    "origins": "Origins",
    "shared-wording": "Shared wording",
}
"""Folder → the heading of its index, for the way to a page."""


_HOME = "index.md"


@dataclass(frozen=True)
class Heads:
    """Adds to pages what machines read; made once for all of them."""

    catalogue: Catalogue
    citing: Citing
    days: Days

    @classmethod
    def of(cls, catalogue: Catalogue) -> Heads:
        """For the pages of an archive."""
        return cls(catalogue, Citing.of(catalogue.archive), Days(catalogue))

    def added(self, page: Page) -> Page:
        """The page with its head. What it is about is told by its template and content."""
        page = replace(page, updated=str(self.days.of(page) or ""))
        match page.template, subject(page):
            case "source", Record() as record:
                return self._source(page, record)
            case "finding", Finding() as finding:
                return self._finding(page, finding)
        return self._linked(page, *self._things(page))

    def _things(self, page: Page) -> Iterator[Node]:
        linked = self._about(page.path)
        match page.template, subject(page):
            case "entity", Entity() as entity:
                yield linked.entity(entity)
            case "topic", Topic() as topic:
                yield linked.term(topic)
            case "origin", Origin() as origin:
                yield linked.told(origin)
            case "sources", _:
                yield linked.dataset(self.days.newest)

    def by_hand(self, path: str, title: str) -> Mapping[str, object]:
        """For a hand-written page, what else goes into its front matter; the home page stands for all."""
        linked = self._about(path)
        if path != _HOME:
            return {"linked": linked.page(title, None, licence=linked.licence())}
        newest = self.days.newest
        whole = (linked.dataset(newest), linked.home(), linked.archive())
        about = linked.page(title, None, *whole, licence=linked.licence(), dateModified=iso(newest))
        return {"linked": about, **({"updated": str(newest)} if newest else {})}

    def _source(self, page: Page, record: Record) -> Page:
        cited = self.citing.report(record)
        linked = self._about(page.path)
        return replace(
            self._linked(page, *linked.report(record), of=record),
            tags=tags.of_source(cited, record),
            picture=self._picture(of_source(record, self.citing)),
            content=_with(page, citing.of_source(record, self.citing)),
        )

    def _finding(self, page: Page, finding: Finding) -> Page:
        return replace(
            self._linked(page, *self._about(page.path).finding(finding), of=finding),
            tags=tags.of_finding(self.citing.finding(finding)),
            picture=self._picture(of_finding(finding, self.catalogue.archive)),
            content=_with(page, citing.of_finding(finding, self.catalogue.records, self.citing)),
        )

    def _about(self, path: str) -> Linked:
        return Linked(path, self.catalogue, self.citing)

    def _linked(self, page: Page, *about: Node, of: Record | Finding | None = None) -> Page:
        folder = page.path.partition("/")[0]
        index = page.path == f"{folder}/index.md"
        above = None if index or folder not in _PARTS else (_PARTS[folder], f"{folder}/")
        linked = self._about(page.path)
        shown = page.content.get("record")
        licence = linked.licence(shown if isinstance(shown, Record) else None)
        dates = {"dateCreated": iso(of.added) if of else "", "dateModified": page.updated}
        return replace(page, linked=linked.page(page.title, above, *about, licence=licence, **dates))

    def _picture(self, card: Card) -> Mapping[str, object]:
        """Where the picture is drawn, and what is on it."""
        if not drawn(self.catalogue.archive):
            return {}
        return {"path": card.path, "width": WIDTH, "height": HEIGHT, "alt": card.alt}


def _with(page: Page, cite: citing.Cite) -> Mapping[str, object]:
    return {**page.content, "cite": cite}
