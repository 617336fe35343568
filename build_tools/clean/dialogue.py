"""Blocks → turns of speech: the short lines of an interview belong to it though they are no prose."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from build_tools.clean.blocks import MarkedBlocks, remember_for_sheet

# a name of up to three words, no digit first (“10:30”); French sets a space before the colon, and
# transcripts have the time instead of one: “ODA [00:12:31]”
_LABEL = re.compile(
    r"(?P<label>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2})"
    r"(?:\s?:\s|\s?:?\s?[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s)"
)


@remember_for_sheet
def find_dialogue_lines(sheet: MarkedBlocks) -> frozenset[int]:
    """Return the places of lines that speakers take in turn: “Q: …”, “A: …”, each label there twice."""
    labels = {
        block.index: match["label"].casefold()
        for block in sheet.list_undecided()
        if ":" in block.text and (match := _LABEL.match(block.text))
    }
    times = Counter(labels.values())
    places: set[int] = set()
    for before, after in pairwise(block.index for block in sheet.list_undecided()):
        said = labels.get(before, ""), labels.get(after, "")
        if said[0] != said[1] and all(times[label] > 1 for label in said):
            places.update((before, after))
    return frozenset(places)
