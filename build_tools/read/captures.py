"""Records × files at hand → captures, by digest, because a name proves nothing about a text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_tools.capture import CAPTURE_FORMS, tell_needless_encoding
from build_tools.model.capture import Capture
from build_tools.model.capture_refs import CaptureRef
from build_tools.model.codes import make_fault, make_fault_at
from build_tools.model.fault import Fault
from build_tools.model.material import Loc, Places
from build_tools.model.unreadable import UnreadableCapture
from build_tools.read.disk import CAPTURE_LIMIT, DirectoryEntry, load_file
from build_tools.text.decode import can_carry_offsets
from build_tools.text.terminal import quote_value

SUFFIXES = (".htm", ".xhtml", *(f".{form.suffix}" for form in CAPTURE_FORMS))
"""Files of a seeds folder that are taken for captures."""


@dataclass(frozen=True, slots=True)
class DescribedCapture:
    """What a record says of its capture, and where."""

    key: str
    """Path of the record; of an earlier capture, with the beginning of its digest."""
    ref: CaptureRef
    places: Places
    loc: Loc = ("capture",)
    """Where it stands in the record."""
    paragraphs: int | None = None
    """How many the capture has, as the record says."""


def is_capture(entry: DirectoryEntry) -> bool:
    """Whether a file may be a capture, by its name."""
    return entry.name.lower().endswith(SUFFIXES)


def match_captures(
    described: Iterable[DescribedCapture], at_hand: Iterable[DirectoryEntry]
) -> tuple[Mapping[str, Capture], tuple[Fault, ...]]:
    """Record → capture, and the faults: another text under a capture's name, captures that nobody describes.

    A file is a record's capture if its digest says so; its name is only tried first. A capture that is not
    at hand is no fault.
    """
    matching = _Matching(tuple(at_hand))
    captures: dict[str, Capture] = {}
    for description in described:
        if capture := matching.capture_of(description):
            captures[description.key] = capture
    matching.faults += _report_unclaimed(matching)
    return captures, tuple(matching.faults)


class _Matching:
    """Files at hand, opened once each and only when a record could mean them."""

    def __init__(self, at_hand: tuple[DirectoryEntry, ...]) -> None:
        self.at_hand = at_hand
        self._by_name: dict[str, list[DirectoryEntry]] = {}
        self._by_size: dict[int, list[DirectoryEntry]] = {}
        for entry in at_hand:
            self._by_name.setdefault(entry.name, []).append(entry)
            if entry.regular:
                self._by_size.setdefault(entry.size, []).append(entry)
        self.faults: list[Fault] = []
        self.claimed: set[str] = set()
        self._opened: dict[str, Capture | None] = {}

    def capture_of(self, described: DescribedCapture) -> Capture | None:
        """The capture with the record's digest, whatever its name."""
        named = self._by_name.get(described.ref.file, [])
        # a renamed capture is looked for among files of its size; no other need be read
        others = [e for e in self._by_size.get(described.ref.bytes, []) if e.name != described.ref.file]
        chosen: Capture | None = None
        for entry in (*named, *others):
            capture = self._open_capture(entry)
            if capture and capture.sha256 == described.ref.sha256:
                self.claimed.add(entry.path)
                # the one under the record’s name comes first; copies under other names are claimed too
                chosen = chosen or capture
        if chosen is None:
            self.faults += (fault_ for entry in named for fault_ in self._report_other(described, entry))
        elif len(chosen.content) != described.ref.bytes:
            message = f"The capture {chosen.file} has {len(chosen.content)} bytes, not {described.ref.bytes}."
            self.faults.append(make_fault(described.places, (*described.loc, "bytes"), "C102", message))
        self.faults += _check_readable(described, chosen) if chosen else ()
        return chosen

    def _report_other(self, described: DescribedCapture, entry: DirectoryEntry) -> Iterator[Fault]:
        capture = self._open_capture(entry)
        self.claimed.add(entry.path)
        if capture:
            message = (
                f"{entry.path} has the digest {capture.sha256} ({len(capture.content)} bytes), "
                f"not {described.ref.sha256} ({described.ref.bytes} bytes)."
            )
            yield make_fault(described.places, (*described.loc, "sha256"), "C101", message)

    def _open_capture(self, entry: DirectoryEntry) -> Capture | None:
        if entry.path not in self._opened:
            content, faults = load_file(entry, CAPTURE_LIMIT)
            self.faults += faults
            digest = hashlib.sha256(content).hexdigest()
            self._opened[entry.path] = None if faults else Capture(entry.name, content, digest)
        return self._opened[entry.path]


def _check_readable(one: DescribedCapture, found: Capture) -> Iterator[Fault]:
    """That it has a form that is read, and can be read in the encoding that the record states."""
    encoding = one.ref.encoding
    try:
        needless = tell_needless_encoding(found, encoding)
    except UnreadableCapture as refusal:
        message = f"{quote_value(found.file)} {refusal.reason}"
        yield make_fault(one.places, (*one.loc, "file"), refusal.code, message, refusal.remedy)
        return
    if needless:
        yield make_fault(one.places, (*one.loc, "encoding"), "C117", needless, "Take it out.")
    elif encoding and not can_carry_offsets(found.content, encoding):
        message = f"{quote_value(found.file)} cannot be read as {quote_value(encoding)}."
        yield make_fault(one.places, (*one.loc, "encoding"), "C117", message)


def _report_unclaimed(matching: _Matching) -> list[Fault]:
    strangers = [
        e for e in matching.at_hand if e.regular and is_capture(e) and e.path not in matching.claimed
    ]
    return [make_fault_at(e.path, 1, 1, "C103", "No record describes this capture.") for e in strangers]
