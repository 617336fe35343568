"""A line set right under or over a photo credit, without the blank line that parts paragraphs, is its caption."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.sheet import Block, Sheet
from build_tools.model.clean import Kind


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take the undecided block attached to a credit, in text whose paragraphs stand apart."""
    if sheet.html or not _set_apart(sheet):
        return {}
    credits_ = {block.index for block in sheet.of_kind(Kind.PHOTO_CREDIT)}
    return {block.index: Kind.CAPTION for block in sheet.open() if _attached(sheet, block, credits_)}


def _set_apart(sheet: Sheet) -> bool:
    prose = [block for block in sheet.blocks if block.weight >= 15 and block.ends]  # noqa: PLR2004
    return sum(block.apart for block in prose) > 0.5 * len(prose)


def _attached(sheet: Sheet, block: Block, credits_: set[int]) -> bool:
    if not block.ends or block.listed:
        return False
    return not block.apart and block.index - 1 in credits_
