"""Prediction and truth → precision and recall over 4-word shingles, as article extraction is measured."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_SIZE = 4


@dataclass(frozen=True, slots=True)
class Score:
    """Means over pages, and the F1 of the two means."""

    pages: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of the two means."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the multiset of runs of four words, case kept; a shorter text is one run."""
    words = _WORD.findall(text)
    if not words:
        return Counter()
    last = max(len(words) - _SIZE + 1, 1)
    return Counter(tuple(words[at : at + _SIZE]) for at in range(last))


def page_score(truth: str, prediction: str) -> tuple[float, float]:
    """Return precision and recall of one page; an empty prediction is precise if the truth is empty too."""
    expected, predicted = shingles(truth), shingles(prediction)
    shared = (expected & predicted).total()
    precision = shared / predicted.total() if predicted else float(not expected)
    recall = shared / expected.total() if expected else 1.0
    return precision, recall


def mean_score(pages: Iterable[tuple[float, float]]) -> Score:
    """Average precision and recall over the pages."""
    scores = list(pages)
    count = len(scores) or 1
    return Score(len(scores), sum(p for p, _ in scores) / count, sum(r for _, r in scores) / count)
