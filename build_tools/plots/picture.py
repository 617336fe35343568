"""A picture before it is drawn: what it is called, what it shows, where its marks lead.

Only numbers, keys and short labels go to the chart library, as values; addresses and the names of marks
wait here and are put in afterwards, so that nothing that a source says is ever a part of a program.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Spec = Mapping[str, object]
"""A Vega-Lite specification, as plain dicts and lists."""

Draw = Callable[[str], str]
"""A specification as JSON → SVG as the chart library writes it."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a mark leads, and its name: what a screen reader says and a pointer shows."""

    href: str
    """Relative to the page's address."""
    label: str


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture is called, and what it says to those who do not see it."""

    name: str
    """Begins the ids of the SVG; unique on its page."""
    title: str
    description: str
    """What there is to see; the table behind it is named by the page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture, ready to be drawn."""

    caption: Caption
    spec: Spec
    leads: Mapping[str, Lead] = field(default_factory=dict)
    """By the key that the specification gives as a mark's `href`."""
