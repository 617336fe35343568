"""What is wrong in the material, as values: collected, sorted, shown all at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.errors import ArchiveError


class Severity(StrEnum):
    """Whether a build may go on."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault at one place. Sorts by file, line, column, code."""

    path: str
    """As the user would type it, relative to where the command was called."""
    line: int
    """1-based."""
    column: int
    """1-based, in characters."""
    code: str
    """Stable, e.g. `R104`; `model/codes.py` lists them all with their meaning and remedy."""
    message: str
    """What is wrong, with the offending value."""
    remedy: str = ""
    """What to do about it."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """`path:line:column: CODE message. Remedy`: one line, clickable in editors."""
        tail = f" {self.remedy}" if self.remedy else ""
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.message}{tail}"


class Faults(ArchiveError):
    """The material has faults; holds every one of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))

    def write_report(self) -> str:
        """Each fault on a line, and how many there are."""
        return f"{self}\n{summarize_faults(self.faults)}"


def summarize_faults(faults: Iterable[Fault]) -> str:
    """`2 errors, 1 suggestion`, or `no faults`."""
    severities = [fault.severity for fault in faults]
    counts = [(severities.count(severity), severity.value) for severity in Severity]
    return ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n) or "no faults"
