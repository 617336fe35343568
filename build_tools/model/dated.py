"""Days that an entry tells of itself, because the day of a build would make all new with every build."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Protocol, TypeVar

from pydantic import AfterValidator

from build_tools.model.edtf import Edtf


def _one_day(when: Edtf) -> Edtf:
    if (
        when.interval
        or when.is_one_of
        or when.clock
        or when.uncertain
        or when.approximate
        or when.earliest != when.latest
    ):
        raise ValueError(f"“{when}” is not a single day such as 2022-08-10")
    return when


Day = Annotated[Edtf, AfterValidator(_one_day)]
"""A day that the keeper knows, since it is the keeper's own: not about, not between."""


class DatedCorrection(Protocol):
    """An erratum."""

    @property
    def day(self) -> Edtf:
        """The day on which it was put right."""

    @property
    def stood(self) -> str:
        """What the archive said."""

    @property
    def stands(self) -> str:
        """What it says now."""


class DatedCapture(Protocol):
    """A capture that another one took the place of."""

    @property
    def replaced(self) -> Edtf:
        """The day on which it did."""


class DatedEntry(Protocol):
    """A record, a finding, a disagreement."""

    @property
    def added(self) -> Edtf | None:
        """The day that it came into the archive."""

    @property
    def changed(self) -> Edtf | None:
        """The day that it last changed in a way that readers should know of."""

    @property
    def change(self) -> str | None:
        """What changed on that day."""

    @property
    def errata(self) -> Sequence[DatedCorrection]:
        """What was wrong in it and was put right."""

    @property
    def earlier(self) -> Sequence[DatedCapture]:
        """The captures that it was described from before."""


_D = TypeVar("_D", bound=DatedEntry)


def check_changed_after_added(entry: _D) -> _D:
    """The entry; raises ValueError where it changed before it was there."""
    if entry.added and entry.changed and entry.changed < entry.added:
        raise ValueError("nothing changes before the day that it was added")
    if entry.change and not entry.changed:
        raise ValueError("`change` tells what changed on the day of `changed`, which is not there")
    return entry


def last_changed(entry: DatedEntry) -> Edtf | None:
    """The day that it last changed, was corrected or captured again; else the day that it came in."""
    days = [erratum.day for erratum in entry.errata] + ([entry.changed] if entry.changed else [])
    days += [earlier.replaced for earlier in entry.earlier]
    return max(days, default=entry.added)
