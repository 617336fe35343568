"""Inks → colours that stand for them in a specification, because only the style sheet knows light from dark.

The chart library wants colours; it gets these, and `svg` turns them into classes that `plots.css` colours.
"""

from __future__ import annotations

INK, SOFT, RULE, ACCENT, PAPER = "#010101", "#020202", "#030303", "#040404", "#050505"

NAMES = {INK: "ink", SOFT: "soft", RULE: "rule", ACCENT: "accent", PAPER: "paper"}

SIZE, SMALL = 13, 11.5
"""Type, in pixels of the picture, which is shown at its own size."""

CONFIG: dict[str, object] = {
    "background": None,
    "view": {"stroke": None},
    "text": {"color": INK, "fontSize": SIZE, "baseline": "middle"},
    "rule": {"color": SOFT},
    "axis": {
        "domainColor": RULE,
        "gridColor": RULE,
        "tickColor": RULE,
        "labelColor": SOFT,
        "titleColor": SOFT,
        "labelFontSize": SMALL,
        "titleFontSize": SMALL,
        "titleFontWeight": "normal",
        "titleFontStyle": "italic",
        "labelOverlap": False,
    },
}


def shortened(words: str, longest: int) -> str:
    """At most `longest` characters, cut at a word where one ends near, with an ellipsis."""
    if len(words) <= longest:
        return words
    cut = words[: longest - 1]
    head, space, _ = cut.rpartition(" ")
    return f"{(head if space and len(head) > longest // 2 else cut).rstrip(' ,;:–-')}…"
