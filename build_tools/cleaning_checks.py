"""Seed → what is doubtful in how its capture was decoded and cleaned, for `archive check` alone."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.clean.overruling_checks import find_idle_lines
from build_tools.clean.witness import find_cleaning_doubts
from build_tools.documents import check_decoding, clean_capture
from build_tools.model.clean import CleanText
from build_tools.model.codes import make_fault
from build_tools.model.fault import Fault, Faults
from build_tools.model.material import Seed


def check_cleaning(seed: Seed, known: CleanText | None = None) -> Iterator[Fault]:
    """Warnings only; a capture of which no text can be drawn has its fault where it is described.

    `known`: what cleaning gives, where somebody has it already.
    """
    yield from check_decoding(seed)
    ref = seed.record.capture
    if seed.capture is None or ref is None:
        return
    try:
        cleaned = known or clean_capture(seed)
        idle = clean_capture(seed, overruled=False) if seed.record.cleaning else None
    except Faults:
        return
    yield from find_idle_lines(seed, idle)
    # what a person has looked at line by line needs no second opinion
    if cleaned and not seed.record.cleaning:
        for doubt in find_cleaning_doubts(seed.capture, cleaned, ref.encoding, ref.page):
            yield make_fault(seed.places, ("capture", "file"), doubt.code, doubt.words)
