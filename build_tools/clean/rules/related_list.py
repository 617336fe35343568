"""“Related” is followed by what is related: short entries of a list, or titles in a row."""

# ruff: noqa: PLR2004 - thresholds are counts of words, told by what they are compared with

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.sheet import Block, Sheet
from build_tools.clean.words import load_words
from build_tools.model.clean import Kind

_REACH = 80
"""Blocks after a label among which its entries stand."""
_MOST = 12
"""Titles in a row that are taken after a label; a list may be as long as it is."""


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take the list entries, or the titles, that directly follow a label of `related_list` or any pointer."""
    words = load_words(sheet.language).kinds
    found: set[int] = set()
    for label in sheet.of_kind(Kind.RELATED_LINK, Kind.OTHER_CHROME):
        if label.weight > 6:
            continue
        if words["related_list"].fit(label):
            found.update(_entries(sheet, label.index, titles=True))
        elif words["related_link"].fit(label):
            found.update(_entries(sheet, label.index, titles=False))
    return dict.fromkeys(sorted(found), Kind.RELATED_LINK)


def _entries(sheet: Sheet, label: int, *, titles: bool) -> list[int]:
    entries: list[int] = []
    for block in sheet.blocks[label + 1 : label + 1 + _REACH]:
        if block.index in sheet.marks:
            continue
        listed = bool(entries) and sheet.blocks[entries[0]].listed
        if not (_entry(block) or (titles and _title(block))) or (entries and listed != block.listed):
            break
        if not block.listed and len(entries) == _MOST:
            break
        entries.append(block.index)
    return entries


def _entry(block: Block) -> bool:
    return block.listed and block.weight <= 30 and not (block.ends and block.weight > 20)


def _title(block: Block) -> bool:
    return not block.listed and 2 <= block.weight <= 18 and not block.ends
