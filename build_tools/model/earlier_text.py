"""A capture that was replaced, as far as it is known: how it is recognised, its text, its ledger."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.capture_refs import EarlierCapture
from build_tools.model.clean import CleanText


@dataclass(frozen=True, slots=True)
class EarlierText:
    """A capture that another one has replaced."""

    ref: EarlierCapture
    clean: CleanText | None
    """None where it is not at hand."""
    ledger: CleanText | None
    """Without text: from the capture where it is at hand, else as committed."""
