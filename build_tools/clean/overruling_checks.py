"""Seed → what is wrong with the lines of which its record overrules cleaning."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.clean.overruling import list_idle_lines
from build_tools.model.clean import CleanText, Verdict
from build_tools.model.codes import make_fault
from build_tools.model.fault import Fault
from build_tools.model.material import Seed
from build_tools.model.overruling import OverruledLines
from build_tools.model.passages import PassageUnit


def find_absent_lines(seed: Seed, cleaned: CleanText | None) -> Iterator[Fault]:
    """A fault for each entry that names lines which are not there, blank, or both kept and removed."""
    overruling = seed.record.cleaning
    if overruling is None or cleaned is None:
        return
    if seed.record.passages is not PassageUnit.PARAGRAPHS:
        message = f"{cleaned.file} has {seed.record.passages} for passages: nothing is overruled there."
        yield make_fault(seed.places, ("cleaning",), "C122", message)
        return
    kept = {n for entry in overruling.keep for n in entry.list_numbers()}
    for part, entries in (("keep", overruling.keep), ("remove", overruling.remove)):
        for number, entry in enumerate(entries):
            message = _tell_absence(cleaned, entry)
            if not message and part == "remove" and not kept.isdisjoint(entry.list_numbers()):
                message = f"The lines {entry.lines} are to be kept as well."
            if message:
                yield make_fault(seed.places, ("cleaning", part, number, "lines"), "C122", message)


def _tell_absence(cleaned: CleanText, entry: OverruledLines) -> str:
    lines, last = entry.list_numbers(), len(cleaned.lines)
    if not lines or lines[-1] > last:
        return f"{cleaned.file} has no lines {entry.lines}: its last is {last}."
    if all(cleaned.lines[n - 1].verdict is Verdict.BLANK for n in lines):
        return f"{cleaned.file} has no text on {entry.lines}."
    return ""


def find_idle_lines(seed: Seed, cleaned: CleanText | None) -> Iterator[Fault]:
    """A warning for each entry that says what cleaning, without it, says as well."""
    if seed.record.cleaning and cleaned:
        for part, number in list_idle_lines(cleaned, seed.record.cleaning):
            entry = (seed.record.cleaning.keep if part == "keep" else seed.record.cleaning.remove)[number]
            done = "keeps" if part == "keep" else "removes"
            message = f"Cleaning {done} {entry.lines} of {cleaned.file} by itself."
            yield make_fault(seed.places, ("cleaning", part, number, "lines"), "C123", message)
