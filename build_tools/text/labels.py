"""Codes of records → the words that readers meet, because a code is short and a label must be plain.

What two forms, or two pages, call the same thing stands here once. Addresses and anchors do not follow it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.evidence import Difference
from build_tools.model.record import ChangeKind


@dataclass(frozen=True, slots=True)
class Labels:
    """What readers meet over a list, beside a fact, in a table; templates call them by these names."""

    reports: str = "The reports that say so"
    count: str = "About this count"
    ground: str = "How we know the chain"
    finding: str = "Part of finding"
    standing: str = "Shared, alone, disputed"
    own_changes: str = "Changed since it came in"
    retells: str = "Where it got its story"
    differing: str = "Disagreements"
    size: str = "Size"
    held: str = "In this archive"
    not_held: str = "No, only through reports that retell it"
    begins: str = "Statements taken from it"
    chains: str = "Who retold it"
    retellings: str = "What changed in the retelling"
    spellings: str = "Also written"
    mentions: str = "Statements"
    told: str = "What was said"
    draft: str = "Draft"
    draft_note: str = "A draft, still being written: the published archive does not have it."
    unaddressed: str = (
        "This copy does not know the archive’s address, so citations of the archive’s own works have none."
    )


LABELS = Labels()

_CHANGES = {
    ChangeKind.DROPPED_HEDGE: "doubt left out",
    ChangeKind.HARDENED: "made more certain",
    ChangeKind.LOST_DENIAL: "denial left out",
    ChangeKind.LOST_DETAIL: "detail left out",
    ChangeKind.LOST_ATTRIBUTION: "source left out",
    ChangeKind.WRONG_ATTRIBUTION: "wrong source named",
    ChangeKind.REWORDED_QUOTATION: "quotation reworded",
    ChangeKind.WRONG_FACT: "wrong fact",
    ChangeKind.ADDED: "added",
}

_DIFFERENCES = {
    Difference.REAL: "a real contradiction",
    Difference.SCOPE: "they count different things",
    Difference.DATE: "different dates",
    Difference.ROUNDING: "rounding",
    Difference.RETELLING: "an error in retelling",
    Difference.COMPATIBLE: "both can be true",
}

_WORDINGS = {"stated flatly": "stated as fact"}
"""The one wording that is no hedge: records have a fixed phrase for it."""


def name_change(kind: ChangeKind) -> str:
    """`made more certain`."""
    return _CHANGES[kind]


def name_differences(differences: Iterable[Difference]) -> str:
    """`different dates, rounding`."""
    return ", ".join(_DIFFERENCES[difference] for difference in differences)


def tell_wording(wording: str) -> str:
    """`stated as fact`; a hedge as the record has it."""
    return _WORDINGS.get(wording, wording)


def choose_status_mark(status: str) -> str:
    """The class of a status in words: red is kept for what is denied or corrected."""
    return "status warned" if status.casefold().startswith(("denied", "corrected")) else "status"
