"""Archive → look-ups and addresses within the book: which file and anchor holds what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from build_tools.model.archive import Archive, Statement
from build_tools.model.evidence import Disagreement, Finding, Origin
from build_tools.model.record import Record
from build_tools.model.vocabulary import Entity
from build_tools.text.citing.works import Citing
from build_tools.text.prose import tally
from build_tools.text.wording import status

TOGETHER = 60
"""Findings in one file: reading devices grow slow with long ones."""


@dataclass(frozen=True)
class Shelf:
    """The archive as its book sees it; made once. Addresses are relative: all chapters lie in one folder."""

    archive: Archive

    @cached_property
    def citing(self) -> Citing:
        """What citations need."""
        return Citing.of(self.archive)

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """By id."""
        return {e.id: e for e in self.archive.entities}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """By id."""
        return {o.id: o for o in self.archive.origins}

    @cached_property
    def records(self) -> dict[str, Record]:
        """By slug."""
        return {d.record.slug: d.record for d in self.archive.documents}

    @cached_property
    def _ranks(self) -> dict[str, int]:
        """By claim ref: its place in the archive's order."""
        return {ref: rank for rank, ref in enumerate(self.archive.statements)}

    @cached_property
    def findings_in_files(self) -> tuple[tuple[Finding, ...], ...]:
        """The findings as they are spread over files."""
        found = self.archive.findings
        return tuple(found[n : n + TOGETHER] for n in range(0, len(found), TOGETHER))

    @cached_property
    def _findings(self) -> dict[str, int]:
        return {f.id: n for n, file in enumerate(self.findings_in_files, start=1) for f in file}

    @cached_property
    def findings_of(self) -> dict[str, tuple[Finding, ...]]:
        """By claim ref: the findings that it stands in."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for one in self.archive.findings:
            for ref in one.claims:
                found[ref].append(one)
        return {ref: tuple(entries) for ref, entries in found.items()}

    @cached_property
    def disagreements_of(self) -> dict[str, tuple[Disagreement, ...]]:
        """By claim ref."""
        found: dict[str, list[Disagreement]] = defaultdict(list)
        for one in self.archive.disagreements:
            for ref in one.claims:
                found[ref].append(one)
        return {ref: tuple(entries) for ref, entries in found.items()}

    def source(self, slug: str) -> str:
        """The file of a source."""
        return f"source-{slug}.xhtml"

    def claim(self, ref: str) -> str:
        """Where a claim stands."""
        slug, _, name = ref.partition("#")
        return f"{self.source(slug)}#{name}"

    def finding(self, name: str) -> str:
        """Where a finding stands."""
        return f"findings-{self._findings[name]}.xhtml#f-{name}"

    def disagreement(self, name: str) -> str:
        """Where a disagreement stands."""
        return f"disagreements.xhtml#d-{name}"

    def origin(self, name: str) -> str:
        """Where an origin stands."""
        return f"origins.xhtml#o-{name}"

    def outlet(self, record: Record) -> str:
        """The outlet's name."""
        entity = self.entities.get(record.outlet)
        return entity.name if entity else record.outlet

    def place(self, name: str | None) -> str:
        """The name of a figure's place, or nothing."""
        entity = self.entities.get(name or "")
        return entity.name if entity else ""

    def tally(self, finding: Finding) -> str:
        """`2 reports, 1 independent origin`."""
        return tally(finding, self.archive.counts[finding.id])

    def statuses(self, finding: Finding) -> tuple[str, ...]:
        """In words, the primary one first."""
        return tuple(map(status, self.archive.standings.get(finding.id, ())))

    def statements(self, refs: Iterable[str]) -> tuple[Statement, ...]:
        """Those of the refs, in the archive's order."""
        known = {ref for ref in refs if ref in self._ranks}
        return tuple(self.archive.statements[ref] for ref in sorted(known, key=self._ranks.__getitem__))
