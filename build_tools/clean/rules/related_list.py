"""“Related” is followed by what is related: short entries of a list, or titles in a row."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.chrome_phrases import load_chrome_table
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind


def find_related_lists(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take the list entries, or the titles, that directly follow a label of `related_list` or any pointer."""
    words = load_chrome_table(sheet.language).kinds
    places: set[int] = set()
    for label in sheet.list_of_kind(Kind.RELATED_LINK, Kind.OTHER_CHROME):
        if label.weight > THRESHOLDS.list_label_words:
            continue
        if words["related_list"].is_said_by(label):
            places.update(_find_entries(sheet, label.index, titles=True))
        elif words["related_link"].is_said_by(label):
            places.update(_find_entries(sheet, label.index, titles=False))
    return dict.fromkeys(sorted(places), Kind.RELATED_LINK)


def _find_entries(sheet: MarkedBlocks, label: int, *, titles: bool) -> list[int]:
    entries: list[int] = []
    for block in sheet.blocks[label : label + 1 + THRESHOLDS.list_reach]:
        if block.index in sheet.marks:
            continue
        listed = bool(entries) and sheet.blocks[entries[0]].is_list_entry
        if not (_is_entry(block) or (titles and _is_entry_title(block))) or (
            entries and listed != block.is_list_entry
        ):
            break
        if not block.is_list_entry and len(entries) == THRESHOLDS.list_titles:
            break
        entries.append(block.index)
    return entries


def _is_entry(block: Block) -> bool:
    return (
        block.is_list_entry
        and block.weight <= THRESHOLDS.list_entry_words
        and not (block.is_sentence and block.weight > THRESHOLDS.list_sentence_words)
    )


def _is_entry_title(block: Block) -> bool:
    return (
        THRESHOLDS.list_title_shortest <= block.weight <= THRESHOLDS.list_title_longest
        and not block.is_sentence
    )
