"""HTML says where a passage stands: in the navigation, a form, a box of links. Plain text has no zones."""

# ruff: noqa: SIM905 - tables of words read as words

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.blocks import Block, MarkedBlocks
from build_tools.clean.scoring import score_prose
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind

_CHROME = frozenset(
    (
        "nav footer form button select option noscript head title script style textarea dialog svg iframe "
        "template hidden aside consent other_chrome"
    ).split()
)
_LOOSE = ("share", "related_link")
"""Zones whose names also stand on embedded posts and on paragraphs; prose in them is left to other rules."""
_NAMED = ("share", "newsletter", "appeal", "comment_form", "related_link")


def find_zone_chrome(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take what stands in a zone of chrome, by the kind that the zone names."""
    return {block.index: kind for block in sheet.list_undecided() if (kind := _choose_kind(block))}


def _choose_kind(block: Block) -> Kind | None:
    # the headline, even inside an element whose name says navigation
    if block.tag == "h1" and not block.zones & {"head", "hidden"}:
        return None
    for name in _NAMED:
        if name in block.zones and not (name in _LOOSE and score_prose(block) > THRESHOLDS.zone_prose_score):
            return Kind(name)
    if "photo_credit" in block.zones and block.weight <= THRESHOLDS.zone_credit_words:
        return Kind.PHOTO_CREDIT
    if block.zones & _CHROME:
        return Kind.OTHER_CHROME
    if block.zones & {"figcaption", "caption"}:
        return Kind.CAPTION
    return None
