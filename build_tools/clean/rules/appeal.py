"""An appeal for donations reads like prose; it is known by its opening, its asking, and what they enclose."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from build_tools.clean.blocks import MarkedBlocks
from build_tools.clean.chrome_phrases import Phrases, load_chrome_table
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind
from build_tools.text.language_files import gather_words, remember_for_languages


def find_appeals(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take what asks, what stands between two that ask, and the form's short lines after the last."""
    phrases = load_chrome_table(sheet.language).kinds["appeal"]
    said = phrases.find_said(sheet.blocks)
    asking = [block.index for block in sheet.list_undecided() if block.index in said]
    places = set(asking)
    for first, second in pairwise(asking):
        between = sheet.blocks[first + 1 : second]
        # each of them speaks of us or to you
        spoken = not any(_load_readers().isdisjoint(block.words) for block in between)
        if len(between) <= THRESHOLDS.appeal_gap and spoken:
            places.update(block.index for block in between)
    for index in asking:
        places.update(_find_form_lines(sheet, index, phrases))
    return dict.fromkeys(sorted(places), Kind.APPEAL)


@remember_for_languages
def _load_readers() -> frozenset[str]:
    """Words for us and for you in any language."""
    return gather_words(lambda facts: facts.readers)


def _find_form_lines(sheet: MarkedBlocks, index: int, phrases: Phrases) -> set[int]:
    """Return the lines of a donation form that follow: words of its bag, and short lines among them."""
    after = sheet.blocks[index + 1 : index + 1 + THRESHOLDS.appeal_controls]
    controls: set[int] = set()
    for place, block in enumerate(after):
        if phrases.is_said_by(block) or (block.words and phrases.bag.issuperset(block.words)):
            controls.update(earlier.index for earlier in after[: place + 1])
        # a form is set right under what asks; after a blank line it is something else
        elif block.weight > THRESHOLDS.appeal_control_words or (block.apart and not controls):
            break
    return controls
