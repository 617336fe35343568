"""The headline: what the page itself calls its title, else the line above the article that reads like one."""

# ruff: noqa: PLR2004 - thresholds are counts of words, told by what they are compared with

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_tools.clean.prose import stretch
from build_tools.clean.sheet import Block, Sheet, tokens
from build_tools.clean.words import load_words
from build_tools.model.clean import Kind

_SIGNED = frozenset({Kind.BYLINE, Kind.DATELINE})
_REACH = 15
"""Undecided lines above the article among which a headline is looked for."""


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take one block, or none: a capture may have no title."""
    found = _stated(sheet) if sheet.html else None
    found = found or _printed(sheet)
    return {found.index: Kind.TITLE} if found else {}


def _stated(sheet: Sheet) -> Block | None:
    """HTML: the first heading that the page's own title contains, else a lone `h1`."""
    named = [tokens(hint.value) for hint in sheet.hints if hint.field == "title"]
    named += [block.words for block in sheet.blocks if block.tag == "title"]
    headings = [block for block in sheet.open() if block.tag in {"h1", "h2"} and block.words]
    for heading in headings:
        if any(_same(heading.words, words) for words in named):
            return heading
    first = [heading for heading in headings if heading.tag == "h1" and heading.weight > 2]
    return first[0] if first else None


def _same(heading: Sequence[str], title: Sequence[str]) -> bool:
    """Whether a heading is the page's title, which may add the site's name."""
    shared = len(set(heading) & set(title))
    return (
        len(heading) > 1 and shared >= 0.8 * len(set(heading)) and len(set(heading)) >= 0.4 * len(set(title))
    )


def _printed(sheet: Sheet) -> Block | None:
    """Plain text: of the lines above the prose, the one that says most of what the prose says."""
    body = stretch(sheet)
    if not body:
        return None
    start = _prose_from(sheet, body)
    above = [block for block in sheet.open() if block.index < start][-_REACH:]
    doubled = [block for block in sheet.open() if block.index in body][:2]
    said = frozenset(
        word for block in sheet.blocks[start : body.stop] for word in block.words if len(word) > 3
    )
    ranked = [(_rank(sheet, block, said), block) for block in above if _headline(sheet, block)]
    ranked += [(1.0, block) for block in doubled if _count(sheet, block) > 1 and _short(block)]
    best = max(ranked, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= 1 else None


def _prose_from(sheet: Sheet, body: range) -> int:
    """Return where the stretch's prose begins: a headline may stand at its top."""
    top = [block for block in sheet.open() if block.index in body][:3]
    return next((block.index for block in top if not _headline(sheet, block)), body.start)


def _rank(sheet: Sheet, block: Block, said: frozenset[str]) -> float:
    """Return how much a line reads like the headline of the prose that says `said`."""
    long = [word for word in block.words if len(word) > 3]
    shared = sum(word in said for word in long) / len(long) if long else 0.0
    usual = 5 <= block.weight <= 20
    first = next(sheet.open()).index == block.index
    after = sheet.kind(block.index + 1) in _SIGNED
    return (
        3 * shared
        + usual
        + 0.4 * first
        + after
        - (block.weight < 4)
        - ("|" in block.text)
        + 0.5 * (_count(sheet, block) > 1)
        + block.index / 1e6
    )


def _headline(sheet: Sheet, block: Block) -> bool:
    return _short(block) and not block.text.endswith((".", ":", ",", ";")) and not _chrome(sheet, block)


def _short(block: Block) -> bool:
    return 2 <= block.weight <= 30 and not block.listed


def _chrome(sheet: Sheet, block: Block) -> bool:
    kinds = load_words(sheet.language).kinds
    return block.weight <= 6 and any(kinds[name].fit(block) for name in ("related_link", "other_chrome"))


def _count(sheet: Sheet, block: Block) -> int:
    return sheet.blocks.times[block.index]
