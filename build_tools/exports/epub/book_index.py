"""Index → addresses within the book, and words that several chapters show: which file holds what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.archive import Statement
from build_tools.model.base import ClaimRef
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.record import Record
from build_tools.text.claim_words import write_status
from build_tools.text.english import write_tally

FINDINGS_PER_FILE = 60
"""Findings in one file: reading devices grow slow with long ones."""


@dataclass(frozen=True, slots=True)
class BookMention:
    """A statement that mentions a name, in the index of names."""

    address: str
    outlet: str
    passage: str


@dataclass(frozen=True)
class BookIndex:
    """The archive as its book sees it; made once. Addresses are relative: all chapters lie in one folder."""

    index: Index

    def list_finding_files(self) -> tuple[tuple[str, ...], ...]:
        """Ids of the findings as they are spread over files."""
        names = tuple(self.index.findings)
        return tuple(names[n : n + FINDINGS_PER_FILE] for n in range(0, len(names), FINDINGS_PER_FILE))

    def name_source_file(self, slug: str) -> str:
        """The file of a source."""
        return f"source-{slug}.xhtml"

    def link_claim(self, ref: ClaimRef) -> str:
        """Where a claim stands."""
        return f"{self.name_source_file(ref.slug)}#{ref.claim}"

    def link_finding(self, name: str) -> str:
        """Where a finding stands."""
        return f"findings-{self.index.ranks_of_findings[name] // FINDINGS_PER_FILE + 1}.xhtml#f-{name}"

    def link_disagreement(self, name: str) -> str:
        """Where a disagreement stands."""
        return f"disagreements.xhtml#d-{name}"

    def link_origin(self, name: str) -> str:
        """Where an origin stands."""
        return f"origins.xhtml#o-{name}"

    def name_outlet(self, record: Record) -> str:
        """The outlet's name."""
        return self.index.name_outlet(record)

    def name_outlet_of(self, slug: str) -> str:
        """The outlet's name of a source."""
        return self.name_outlet(self.index.records[slug])

    def name_place(self, name: str | None) -> str:
        """The name of a figure's place, or nothing."""
        entity = self.index.entities.get(name or "")
        return entity.name if entity else ""

    def tally_finding(self, finding: Finding) -> str:
        """`2 reports, 1 independent origin`."""
        return write_tally(finding, self.index.counts[finding.id])

    def list_statuses(self, finding: Finding) -> tuple[str, ...]:
        """In words, the primary one first."""
        return tuple(map(write_status, self.index.standings.get(finding.id, ())))

    def select_statements(self, refs: Iterable[ClaimRef]) -> tuple[Statement, ...]:
        """Those of the refs, in the archive's order."""
        return self.index.select_statements(refs)

    def list_mentions(self, entity: str) -> Iterator[BookMention]:
        """The statements that mention an entity; of their sources no more is read than the outlets."""
        entities, outlets = self.index.entities, self.index.outlets
        for ref in self.index.claims_of_entity.get(entity, ()):
            outlet = outlets[ref.slug]
            name = entities[outlet].name if outlet in entities else outlet
            yield BookMention(self.link_claim(ref), name, ref.passage)

    def list_findings_of(self, slug: str, claim: str) -> tuple[Finding, ...]:
        """The findings that a claim stands in."""
        return self.index.findings_holding(ClaimRef.of(slug, claim))

    def list_disagreements_of(self, slug: str, claim: str) -> tuple[Disagreement, ...]:
        """The disagreements that a claim stands in."""
        return self.index.disagreements_holding(ClaimRef.of(slug, claim))

    def list_retellers(self, origin: str) -> tuple[str, ...]:
        """Slugs of the sources that retell an origin."""
        return self.index.sources_of_origin.get(origin, ())
