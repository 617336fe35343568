"""Records → faults of checks by their only authors, and of checks that later changes have undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.model.checking import CheckState
from build_tools.model.codes import make_fault
from build_tools.model.fault import Fault
from build_tools.model.material import Seed
from build_tools.model.record import Record
from build_tools.text.terminal import quote_value


def check_second_readers(seeds: Iterable[Seed]) -> Iterator[Fault]:
    """An error for each check by the only author of its record, and for each of a record that names none."""
    for seed in seeds:
        for number, check in enumerate(seed.record.checked):
            if not seed.record.recorded_by:
                message = "This record has been checked, and does not say who wrote it."
                remedy = "Name them under `recorded_by`: here somebody else has to check a record."
                yield make_fault(seed.places, ("checked", number, "by"), "R129", message, remedy)
            elif is_only_author(seed.record, check.by):
                message = f"{quote_value(check.by)} wrote this record alone, and cannot be its second reader."
                yield make_fault(seed.places, ("checked", number, "by"), "R129", message)


def is_only_author(record: Record, name: str) -> bool:
    """Whether nobody else than this person is named as having written the record."""
    return {_even_name(author) for author in record.recorded_by} == {_even_name(name)}


def _even_name(name: str) -> str:
    return " ".join(name.casefold().split())


def find_undone_checks(seeds: Iterable[Seed]) -> Iterator[Fault]:
    """A suggestion for each record that was checked, has changed since, and that nobody has checked again."""
    for seed in seeds:
        if seed.record.check_state is CheckState.CHANGED:
            last = seed.record.checked[-1]
            message = f"It has changed since {last.by} checked it on {last.day}."
            yield make_fault(seed.places, ("checked", len(seed.record.checked) - 1, "day"), "R130", message)
