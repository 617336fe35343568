"""Stylesheets → the one that a page waits for, because a phone shows no word before it has it.

Ours are short and many for whoever reads them in `overrides/`; a browser gets them as one. Of the theme's,
that one holds the rules for the few classes that our pages still have of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import tinycss2

STYLESHEET_NAME = "assets/stylesheets/site.css"
"""Where the one stands."""
THEME_STYLESHEET = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")
"""Where the theme's stands until the build is done."""

_Node = Any
"""A node of tinycss2: what it has depends on its `type`, which no checker of types can follow."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
WANTED_CLASSES = frozenset(
    [
        "js",
        "md-banner",
        "md-banner__inner",
        "md-container",
        "md-content",
        "md-content__inner",
        "md-grid",
        "md-header",
        "md-header__inner",
        "md-main",
        "md-main__inner",
        "md-skip",
        "md-typeset",
    ]
)
"""What our pages have of the theme's classes: its rules for these, and no others, are taken."""


def join_sheets(sheets: Iterable[str]) -> str:
    """The sheets in their order, without comments and indentation. No string in them may hold `/*`."""
    lines = (line.strip() for sheet in sheets for line in _COMMENT.sub("", sheet).splitlines())
    return "\n".join(filter(None, lines)) + "\n"


@lru_cache(maxsize=2)  # of a site that is served, built again after each edit, neither sheet changes
def select_needed_rules(sheet: str, given: frozenset[str], ours: str) -> str:
    """The rules of a sheet that can apply where no classes and ids but those `given` occur, in their order.

    A rule within `@media` and the like is wrapped anew. One that only sets variables is needed if another
    needed rule, or a sheet of `ours`, uses one.
    """
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    used = frozenset(_VARIABLE.findall(ours))
    # again, until nothing is added: a rule that is needed for its variable may use another one
    while True:
        rules_text = "\n".join(_select_rules(rules, given, used))
        more = used | frozenset(_VARIABLE.findall(rules_text))
        if more == used:
            return rules_text
        used = more


def _select_rules(rules: Sequence[_Node], given: frozenset[str], used: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        name = rule.lower_at_keyword if rule.type == "at-rule" else ""
        if rule.type == "qualified-rule":
            if _is_applicable(rule, given) and _has_effect(rule, used):
                yield rule.serialize()
        elif name in ("media", "supports"):
            within = tinycss2.parse_rule_list(rule.content or (), skip_comments=True, skip_whitespace=True)
            if inner := "".join(_select_rules(within, given, used)):
                yield f"@{name}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        # pages say their encoding themselves; what moves is drawn by the theme's program, which no page has
        elif name != "charset" and not name.endswith("keyframes"):
            yield rule.serialize()


def _is_applicable(rule: _Node, given: frozenset[str]) -> bool:
    """Whether a selector names nothing but what is `given`; what stands in brackets is passed over."""
    return any(given.issuperset(_list_names(selector)) for selector in _split_selectors(rule.prelude))


def _split_selectors(prelude: Sequence[_Node]) -> Iterator[list[_Node]]:
    selector: list[_Node] = []
    for part in prelude:
        if part == ",":
            yield selector
            selector = []
        else:
            selector.append(part)
    yield selector


def _list_names(selector: Sequence[_Node]) -> Iterator[str]:
    # each part with the one before it; the last one is before none
    for before, part in zip([None, *selector], selector, strict=False):
        if part.type == "hash" or (part.type == "ident" and before == "."):
            yield part.value


def _has_effect(rule: _Node, used: frozenset[str]) -> bool:
    """Whether a rule does more than set variables that nothing uses."""
    within = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    set_here = [d.name if d.type == "declaration" else "" for d in within]
    return not all(name.startswith("--") for name in set_here) or not used.isdisjoint(set_here)


def join_with_theme(sheets: Iterable[str], theme: str) -> str:
    """Our sheets as one, behind the rules of the theme's sheet that our pages need."""
    ours = join_sheets(sheets)
    return f"{select_needed_rules(theme, WANTED_CLASSES, ours)}\n{ours}"
