"""Cleaning rules → what each says of itself, for commands that explain what became of a line."""

from __future__ import annotations

from build_tools.clean import RULES
from build_tools.clean.rule_table import BLANK
from build_tools.model.capture_text import NODE_RULES
from build_tools.model.overruling import EDITOR


def describe_rules() -> dict[str, str]:
    """What each cleaning rule says of itself, by name."""
    return {
        BLANK: "Nothing but white space, or markup without text.",
        **{r.name: r.says for r in RULES},
        **NODE_RULES,
        EDITOR: "The record overrules cleaning here, with a reason.",
    }
