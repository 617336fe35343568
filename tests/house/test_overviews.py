"""What the main archive tells: its own story and those of the three topics that it was made for."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.model.overviews import Overview
from build_tools.read import read_seeds
from tests.built import ROOT

SHORTEST, LONGEST = 150, 250
"""Words: enough for a reader with three minutes, too few to hide in."""


def _load_overviews(seeds: Path) -> dict[str, Overview]:
    overviews = read_seeds(seeds).overviews
    assert overviews.archive is not None
    return {"": overviews.archive, **{overview.topic: overview for overview in overviews.topics}}


@pytest.mark.parametrize("name", ["", "prisoner-recruitment", "contract-refusals", "volunteer-battalions"])
def test_told_in_full(name: str) -> None:
    """Each has an opening, its story, and on how little it rests, in 150 to 250 words."""
    paragraphs = _load_overviews(ROOT / "seeds")[name].paragraphs
    words = sum(len(sentence.text.split()) for part in paragraphs for sentence in part)
    assert SHORTEST <= words <= LONGEST
    assert len(paragraphs) == 3
