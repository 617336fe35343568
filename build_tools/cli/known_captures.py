"""A seeds folder → what a new capture may be a copy of: by its bytes, its address, its words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from build_tools.capture import extract_text
from build_tools.clean.core import decode_text
from build_tools.cli.capture_file import read_capture
from build_tools.model.draft import AlikeRecord, Draft
from build_tools.model.errors import ArchiveError
from build_tools.read.known_records import KnownRecord
from build_tools.read.shared_rules import normalise_address
from build_tools.text.likeness import fingerprint_text, measure_containment, strip_markup
from build_tools.text.shingles import Numbering

_ALIKE = 0.3
"""Share of an article's words from which another is named: two reports that quote one statement have less."""
MOST_ALIKE = 3
"""Records that are named of a capture, the most alike; the others are counted. Of many copies of one agency's
report each would name all that were there before: a hundred make five thousand lines, which nobody reads."""


@dataclass
class KnownCaptures:
    """The records of a folder, those that are added on the way included."""

    seeds: Path
    records: list[KnownRecord]
    _numbering: Numbering = field(default_factory=Numbering)
    _fingerprints: dict[str, frozenset[int]] = field(default_factory=dict)
    """By name of the capture, each read once."""

    def find_same_bytes(self, sha256: str) -> KnownRecord | None:
        """The record that describes these very bytes."""
        return next((record for record in self.records if sha256 in record.source), None)

    def add_alike(self, draft: Draft) -> Draft:
        """The draft, with the records that have its address or a good part of its words."""
        address = draft.fields.address.value if draft.fields.address else ""
        own = fingerprint_text("\n".join(p.text for p in draft.clean.body), self._numbering)
        found = []
        for record in self.records:
            same = bool(address) and normalise_address(address) == normalise_address(record.address)
            share = measure_containment(own, self._fingerprint_capture(record.file))
            if same or share >= _ALIKE:
                found.append(AlikeRecord(record.slug, record.path, share, same))
        found.sort(key=lambda one: (not one.same_address, -one.share, one.slug))
        return replace(draft, alike=tuple(found[:MOST_ALIKE]), alike_too=len(found[MOST_ALIKE:]))

    def note_record(self, record: KnownRecord) -> None:
        """Remember one that was just written."""
        self.records.append(record)

    def _fingerprint_capture(self, file: str) -> frozenset[int]:
        """Of a capture that lies beside its record; nothing where it does not, or cannot be read."""
        if file not in self._fingerprints:
            self._fingerprints[file] = frozenset()
            path = self.seeds / file
            if file and path.is_file():
                try:
                    text = extract_text(read_capture(str(path)))
                except ArchiveError:
                    return frozenset()
                words = decode_text(text).raw
                told = strip_markup(words) if text.markup else words
                self._fingerprints[file] = fingerprint_text(told, self._numbering)
        return self._fingerprints[file]
