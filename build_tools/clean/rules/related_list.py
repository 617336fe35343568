"""“Related” is followed by what is related: short entries of a list, or titles in a row."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.sheet import Block, Sheet
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.clean.words import load_words
from build_tools.model.clean import Kind


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take the list entries, or the titles, that directly follow a label of `related_list` or any pointer."""
    words = load_words(sheet.language).kinds
    found: set[int] = set()
    for label in sheet.of_kind(Kind.RELATED_LINK, Kind.OTHER_CHROME):
        if label.weight > THRESHOLDS.list_label_words:
            continue
        if words["related_list"].fit(label):
            found.update(_entries(sheet, label.index, titles=True))
        elif words["related_link"].fit(label):
            found.update(_entries(sheet, label.index, titles=False))
    return dict.fromkeys(sorted(found), Kind.RELATED_LINK)


def _entries(sheet: Sheet, label: int, *, titles: bool) -> list[int]:
    entries: list[int] = []
    for block in sheet.blocks[label + 1 : label + 1 + THRESHOLDS.list_reach]:
        if block.index in sheet.marks:
            continue
        listed = bool(entries) and sheet.blocks[entries[0]].listed
        if not (_entry(block) or (titles and _title(block))) or (entries and listed != block.listed):
            break
        if not block.listed and len(entries) == THRESHOLDS.list_titles:
            break
        entries.append(block.index)
    return entries


def _entry(block: Block) -> bool:
    return (
        block.listed
        and block.weight <= THRESHOLDS.list_entry_words
        and not (block.ends and block.weight > THRESHOLDS.list_sentence_words)
    )


def _title(block: Block) -> bool:
    return THRESHOLDS.list_title_shortest <= block.weight <= THRESHOLDS.list_title_longest and not block.ends
