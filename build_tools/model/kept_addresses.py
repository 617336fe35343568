"""Addresses that must go on to work, and what stands at them beside the generated pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class KeptAddresses:
    """The list of published addresses, and the hand-written pages."""

    path: str = ""
    """Of the list."""
    lines: Mapping[str, int] = field(default_factory=dict, hash=False)
    """Published address → its line there."""
    handwritten: frozenset[str] = frozenset()
    """Addresses of the hand-written pages."""
