"""“Related” is followed by what is related: short entries of a list, or titles in a row."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.sheet import Block, Sheet
from build_tools.clean.words import load_words
from build_tools.model.clean import Kind


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take the list entries, or the headlines, that directly follow a pointer which stands alone."""
    phrases = load_words(sheet.language).kinds["related_link"]
    found: set[int] = set()
    for label in sheet.of_kind(Kind.RELATED_LINK, Kind.OTHER_CHROME):
        if phrases.fit(label) and label.weight <= 6:  # noqa: PLR2004
            found.update(_entries(sheet, label.index))
    return {index: Kind.RELATED_LINK for index in sorted(found)}


def _entries(sheet: Sheet, label: int) -> list[int]:
    entries: list[int] = []
    for block in sheet.blocks[label + 1 :]:
        if block.index in sheet.marks:
            continue
        if not _entry(block) or (entries and sheet.blocks[entries[0]].listed != block.listed):
            break
        entries.append(block.index)
    return entries


def _entry(block: Block) -> bool:
    return block.listed and block.weight <= 30 and not (block.ends and block.weight > 20)  # noqa: PLR2004
