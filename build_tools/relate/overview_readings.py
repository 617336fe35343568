"""Overviews + archive → which sentences must be read again, because what they rest on is another now.

A sentence says how surely something was told and on how much it rests. When that changes, only a person can
tell whether the words still hold: so the state at the last reading is kept beside each name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.archive import Archive
from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.model.material import Loc, Material
from build_tools.model.overviews import Overview, Overviews, Support
from build_tools.model.packed import NumberedRows
from build_tools.model.packed_documents import collect_records, list_slugs
from build_tools.text.support_marks import mark_claim, mark_disagreement, mark_finding, mark_source

OVERVIEWS_FILE = "overviews.yml"


@dataclass(frozen=True, slots=True)
class SupportReading:
    """One thing that a sentence rests on, as it was and as it is."""

    path: str
    line: int
    column: int
    """Where it stands, 1-based."""
    sentence: str
    support: Support
    now: str
    """Its state today; what was read stands in `support`."""

    @property
    def name(self) -> str:
        """What the sentence names."""
        held = self.support
        return next(filter(None, (held.finding, held.claim, held.disagreement, held.source)))

    @property
    def is_stale(self) -> bool:
        """Whether the sentence must be read again, or for the first time."""
        return self.support.read != self.now


def list_readings(archive: Archive, material: Material) -> tuple[SupportReading, ...]:
    """Everything that a sentence rests on, overview by overview, and what the doors rest on."""
    places = material.overview_places
    marker = _Marker(archive)
    return tuple(
        SupportReading(places.path, *places.at(loc), sentence, support, marker.mark(support))
        for loc, sentence, support in _list_supports(archive.overviews)
    )


class _Marker:
    """The states of what an archive holds."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._findings = {finding.id: finding for finding in archive.findings}
        self._disagreements = {disagreement.id: disagreement for disagreement in archive.disagreements}
        self._records = NumberedRows(list_slugs(archive.documents), collect_records(archive.documents))

    def mark(self, support: Support) -> str:
        """The state of what is named."""
        archive = self._archive
        if support.finding:
            finding = self._findings[support.finding]
            return mark_finding(finding, archive.counts[finding.id], archive.standings[finding.id])
        if support.claim:
            origin, corrected = archive.traces[support.claim].origin, support.claim in archive.corrected
            return mark_claim(archive.statements[support.claim].claim, origin, corrected=corrected)
        if support.disagreement:
            return mark_disagreement(self._disagreements[support.disagreement])
        return mark_source(self._records[support.source or ""])


def _list_supports(overviews: Overviews) -> Iterator[tuple[Loc, str, Support]]:
    """Each with its place in the file and the sentence above it."""
    if overviews.archive:
        yield from _list_overview(("archive",), overviews.archive)
    for number, door in enumerate(overviews.doors):
        yield ("doors", number), door.text, door
    for number, overview in enumerate(overviews.topics):
        yield from _list_overview(("topics", number), overview)


def _list_overview(at: Loc, overview: Overview) -> Iterator[tuple[Loc, str, Support]]:
    for part in ("opening", "story", "weight"):
        for number, sentence in enumerate(getattr(overview, part)):
            for place, support in enumerate(sentence.rests_on):
                yield (*at, part, number, "rests_on", place), sentence.text, support


def find_stale_sentences(archive: Archive, material: Material) -> tuple[Fault, ...]:
    """A fault for each thing that is not what it was when a sentence on it was last read."""
    return tuple(
        make_fault_at(reading.path, reading.line, reading.column, "E108", _tell_change(reading))
        for reading in list_readings(archive, material)
        if reading.is_stale
    )


def _tell_change(reading: SupportReading) -> str:
    if reading.support.read is None:
        return f"{reading.name} has not been read beside this sentence. It is now: {reading.now}."
    return f"{reading.name} was “{reading.support.read}” and is now “{reading.now}”."
