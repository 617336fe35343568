"""A page of the guide → the steps that it asks for, because a page whose commands fail teaches nothing.

What a reader does is written so that a test can do it too:

- a block of `sh` is typed, line by line, in the folder where the last block ended;
- a block of `text` after it is what is told then: each of its lines, with `…` for anything;
- "Save this as `FILE`" before a block: the block is that file;
- "In `FILE`, fill in:" before a block: each field of it takes the place of the one in the file;
- "in `FILE`, replace `A` by `B`", "delete `FILE`", "take the line `A` out of `FILE` and `FILE`" are done;
- a block under `<!-- not run: REASON -->` is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAME = r"`([^`\n]+)`"
_SAVE = re.compile(rf"(?i:save this|and this) as {_NAME}[^`]*:\s*$")
_FILL = re.compile(rf"(?i:in) {_NAME}, fill in:\s*$")
_REPLACE = re.compile(rf"(?i:in) {_NAME}, replace {_NAME} by {_NAME}")
_DELETE = re.compile(rf"(?i:delete) {_NAME}")
_TAKE_OUT = re.compile(rf"(?i:take the line) {_NAME} out of ((?:{_NAME}(?:, | and )?)+)")
_LEFT_OUT = re.compile(r"<!-- not run: [^>]+ -->\s*$")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: `run`, `expect`, `save`, `fill`, `replace`, `delete` or `take out`."""

    kind: str
    names: tuple[str, ...] = ()
    """The file, and what else is named beside it."""
    content: str = ""


def list_steps(markdown: str) -> Iterator[Step]:
    """All that the page asks for, in its order; raises ValueError for a block that asks for nothing."""
    at = 0
    for block in _BLOCK.finditer(markdown):
        before = markdown[at : block.start()]
        yield from _list_deeds(before)
        if not _LEFT_OUT.search(before):
            yield _read_block(before, block[1], block[2])
        at = block.end()
    yield from _list_deeds(markdown[at:])


def _read_block(before: str, language: str, content: str) -> Step:
    if language in {"sh", "text"}:
        return Step("run" if language == "sh" else "expect", (), content)
    if saved := _SAVE.search(before):
        return Step("save", (saved[1],), content)
    if filled := _FILL.search(before):
        return Step("fill", (filled[1],), content)
    raise ValueError(f"nothing says what to do with this block:\n{content}")


def _list_deeds(prose: str) -> Iterator[Step]:
    found = [(m.start(), Step("replace", (m[1], m[2], m[3]))) for m in _REPLACE.finditer(prose)]
    found += [(m.start(), Step("delete", (m[1],))) for m in _DELETE.finditer(prose)]
    for m in _TAKE_OUT.finditer(prose):
        found += [(m.start(), Step("take out", (name, m[1]))) for name in re.findall(_NAME, m[2])]
    yield from (step for _, step in sorted(found, key=lambda pair: pair[0]))
