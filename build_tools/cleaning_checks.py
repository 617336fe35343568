"""Seed → what is doubtful in how its capture was decoded and cleaned, for `archive check` alone."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.clean.overruling_checks import find_idle_lines
from build_tools.documents import check_decoding, clean_capture
from build_tools.model.fault import Fault, Faults
from build_tools.model.material import Seed


def check_cleaning(seed: Seed) -> Iterator[Fault]:
    """Warnings only; a capture of which no text can be drawn has its fault where it is described."""
    yield from check_decoding(seed)
    if seed.record.cleaning:
        try:
            cleaned = clean_capture(seed, overruled=False)
        except Faults:
            return
        yield from find_idle_lines(seed, cleaned)
