"""Menus, banners, players, notices: words that pages print around an article."""

from __future__ import annotations

import re
from collections.abc import Mapping

from build_tools.clean.blocks import MarkedBlocks
from build_tools.clean.chrome_phrases import load_chrome_table
from build_tools.model.clean import Kind

# with an attribute or a stroke, or “[sic]” would be one
_SHORTCODE = re.compile(r"\[(?:[a-z][a-z_-]+\s[a-z_-]+=[\"'”“″][^\]]*|/[a-z][a-z_-]+)\](?:\s|$)")
"""A command to the site's program that it did not carry out: `[button link=”…”]`."""


def find_other_chrome(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take the blocks that say a phrase of `other_chrome`, and commands that a page did not obey."""
    said = load_chrome_table(sheet.language).kinds["other_chrome"].find_said(sheet.blocks)
    return {
        block.index: Kind.OTHER_CHROME
        for block in sheet.list_undecided()
        if block.index in said or _SHORTCODE.match(block.text)
    }
