"""A page that is a thread is nothing else: what stands around its posts is the frame's."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import MarkedBlocks
from build_tools.model.clean import Kind


def find_post_frames(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take all the rest of a page in which posts were found."""
    if not any(block.part for block in sheet.blocks):
        return {}
    return {block.index: Kind.OTHER_CHROME for block in sheet.list_undecided()}
