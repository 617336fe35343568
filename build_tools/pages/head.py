"""A composed page → the same page with what machines read of it: tags, JSON-LD, dates; and how to cite it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from build_tools.model.archive import Edition
from build_tools.model.evidence import Finding
from build_tools.model.record import Record
from build_tools.model.vocabulary import Entity, Topic
from build_tools.pages import citing, tags
from build_tools.pages.catalogue import Catalogue
from build_tools.pages.linked import Linked, Node
from build_tools.pages.page import Page
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


@dataclass(frozen=True)
class Heads:
    """Adds to pages what machines read; made once for all pages."""

    catalogue: Catalogue
    citing: Citing

    @classmethod
    def of(cls, catalogue: Catalogue) -> Heads:
        """For the pages of an archive."""
        return cls(catalogue, Citing.of(catalogue.archive))

    def added(self, page: Page) -> Page:
        """The page with its head. What it is about is told by its template and content."""
        match page.template, _subject(page):
            case "source", Record() as record:
                return self._source(page, record)
            case "finding", Finding() as finding:
                return self._finding(page, finding)
            case "entity", Entity() as entity:
                return self._linked(page, self._about(page).entity(entity))
            case "topic", Topic() as topic:
                return self._linked(page, self._about(page).topic(topic))
            case "sources", _:
                return self._linked(page, self._about(page).dataset())
        return self._linked(page)

    def _source(self, page: Page, record: Record) -> Page:
        cited = self.citing.report(record)
        changed = self.citing.dates.get(record.slug)
        dates = {"dateCreated": str(record.added or ""), "dateModified": str(changed or "")}
        return replace(
            self._linked(page, *self._about(page).report(record), **{k: v for k, v in dates.items() if v}),
            tags=tags.of_source(cited, record),
            updated=str(changed or ""),
            picture=self._picture(f"sources/{record.slug}"),
            content=_with(page, citing.of_source(record, self.citing)),
        )

    def _finding(self, page: Page, finding: Finding) -> Page:
        cited = self.citing.finding(finding)
        return replace(
            self._linked(page, self._about(page).finding(finding)),
            tags=tags.of_finding(cited),
            updated=str(cited.issued or ""),
            picture=self._picture(f"findings/{finding.id}"),
            content=_with(page, citing.of_finding(finding, self.citing)),
        )

    def _about(self, page: Page) -> Linked:
        return Linked(page.path, self.catalogue, self.citing)

    def _linked(self, page: Page, *about: Node, **more: object) -> Page:
        folder = page.path.partition("/")[0]
        index = page.path == f"{folder}/index.md"
        above = None if index or folder not in _PARTS else (_PARTS[folder], f"{folder}/")
        return replace(page, linked=self._about(page).page(page.title, above, *about, **more))

    def _picture(self, name: str) -> str:
        """Where the picture is drawn; see `exports/pictures.py`."""
        drawn = self.catalogue.archive.edition is Edition.PUBLIC and self.catalogue.archive.site.url
        return f"pictures/{name}.png" if drawn else ""


def _subject(page: Page) -> object:
    """What the page is about, by the name that its template knows it by."""
    return page.content.get({"source": "record"}.get(page.template, page.template))


def _with(page: Page, cite: citing.Cite) -> Mapping[str, object]:
    return {**page.content, "cite": cite}
