"""Stylesheets → the one that a page waits for, because a phone shows no word before it has it.

Ours are short and many for whoever reads them in `overrides/`; a browser gets them as one. Of the theme's,
that one holds the rules that can apply to a page as it is written; the rest is for what the theme's program
would make, which no page of ours has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import tinycss2

NAME = "assets/stylesheets/site.css"
"""Where the one stands."""
THEIRS = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")
"""Where the theme's stands until the build is done."""

_Node = Any
"""A node of tinycss2: what it has depends on its `type`, which no checker of types can follow."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NAMING = re.compile(r"""\b(?:class|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_BY_SCRIPT = frozenset({"js"})
"""Names that stand on no page, because a script of ours gives them at once."""


def joined(sheets: Iterable[str]) -> str:
    """The sheets in their order, without comments and indentation. No string in them may hold `/*`."""
    lines = (line.strip() for sheet in sheets for line in _COMMENT.sub("", sheet).splitlines())
    return "\n".join(filter(None, lines)) + "\n"


def names(html: str) -> frozenset[str]:
    """All classes and ids that a page gives, and perhaps more: words of its text that look like one."""
    found = (value for match in _NAMING.finditer(html) for value in match.groups() if value)
    return frozenset(name for value in found for name in value.split())


def needed(sheet: str, given: frozenset[str], ours: str) -> str:
    """The rules of a sheet that can apply where no classes and ids but those `given` occur, in their order.

    A rule within `@media` and the like is wrapped anew. One that only sets variables is needed if another
    needed rule, or a sheet of `ours`, uses one.
    """
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    used = frozenset(_VARIABLE.findall(ours))
    while True:
        kept = "\n".join(_kept(rules, given, used))
        more = used | frozenset(_VARIABLE.findall(kept))
        if more == used:
            return kept
        used = more


def _kept(rules: Sequence[_Node], given: frozenset[str], used: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        name = rule.lower_at_keyword if rule.type == "at-rule" else ""
        if rule.type == "qualified-rule":
            if _applies(rule, given) and _acts(rule, used):
                yield rule.serialize()
        elif name in ("media", "supports"):
            within = tinycss2.parse_rule_list(rule.content or (), skip_comments=True, skip_whitespace=True)
            if inner := "".join(_kept(within, given, used)):
                yield f"@{name}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        # pages say their encoding themselves; what moves is drawn by the theme's program, which no page has
        elif name != "charset" and not name.endswith("keyframes"):
            yield rule.serialize()


def _applies(rule: _Node, given: frozenset[str]) -> bool:
    """Whether a selector names nothing but what is `given`; what stands in brackets is passed over."""
    return any(given.issuperset(_named(selector)) for selector in _selectors(rule.prelude))


def _selectors(prelude: Sequence[_Node]) -> Iterator[list[_Node]]:
    selector: list[_Node] = []
    for part in prelude:
        if part == ",":
            yield selector
            selector = []
        else:
            selector.append(part)
    yield selector


def _named(selector: Sequence[_Node]) -> Iterator[str]:
    for before, part in zip([None, *selector], selector, strict=False):
        if part.type == "hash" or (part.type == "ident" and before == "."):
            yield part.value


def _acts(rule: _Node, used: frozenset[str]) -> bool:
    """Whether a rule does more than set variables that nothing uses."""
    within = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    set_here = [d.name if d.type == "declaration" else "" for d in within]
    return not all(name.startswith("--") for name in set_here) or not used.isdisjoint(set_here)


def settle(site: Path) -> None:
    """Take the theme's rules that the pages need into our sheet; a site without the two is left as it is."""
    ours = site / NAME
    theirs = next((f for f in ours.parent.glob("*.css") if THEIRS.fullmatch(_within(site, f))), None)
    if theirs is None or not ours.is_file():
        return
    pages = (page.read_text("utf-8") for page in sorted(site.rglob("*.html")))
    given = _BY_SCRIPT.union(*map(names, pages))
    text = ours.read_text("utf-8")
    kept = needed(theirs.read_text("utf-8"), given, text)
    ours.write_text(f"{kept}\n{text}", "utf-8")
    theirs.unlink()


def _within(site: Path, file: Path) -> str:
    return file.relative_to(site).as_posix()
