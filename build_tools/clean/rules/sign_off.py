"""Under the last paragraph stand lines about the author and the making of the report; they are not of it."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.clean.prose import stretch
from build_tools.clean.sheet import Sheet
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.clean.words import load_words
from build_tools.model.clean import Kind


def decide(sheet: Sheet) -> Mapping[int, Kind]:
    """Take, from the end of the stretch upwards, short paragraphs that say a phrase of `bio`."""
    phrases = load_words(sheet.language).kinds["bio"]
    places = stretch(sheet)
    last = [block for block in sheet.open() if block.index in places][-THRESHOLDS.sign_off_reach :]
    found: dict[int, Kind] = {}
    for block in reversed(last):
        if not phrases.fit(block):
            break
        found[block.index] = Kind.OTHER_CHROME
    return found
