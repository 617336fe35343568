"""Numbers in English sentences that nobody here wrote."""

from __future__ import annotations

import pytest

from benchmarks import numbers
from benchmarks.places import missing
from benchmarks.places import numbers as sentences

FLOOR = 0.975
"""Of the sentences that a newspaper would print; may rise."""


@pytest.mark.numbers
def test_sentences_of_a_newspaper() -> None:
    """Of the English sentences that count, at least so many are read right, and no more fall silent."""
    if absent := list(missing(sentences())):
        pytest.skip("; ".join(absent))
    right, counted = numbers.measure_share()
    assert counted >= 403
    assert right / counted >= FLOOR


@pytest.mark.numbers
def test_what_is_left_out_is_there() -> None:
    """Each sentence that is left out, with its reason, is one of the sentences, and is named once."""
    if absent := list(missing(sentences())):
        pytest.skip("; ".join(absent))
    names = [sentence.name for sentence in numbers.read_sentences()]
    assert not numbers.list_left_out().keys() - set(names)
    assert len(names) == len(set(names))


def test_a_value_is_compared_with_its_unit() -> None:
    """The measurement tells a number from another, one unit from another, and a range from its ends."""
    right = numbers.NumberSentence(
        "CurrencyModel", "it cost $5m", ({"text": "$5m", "value": "5000000", "unit": "Dollar"},)
    )
    wrong = numbers.NumberSentence(
        "CurrencyModel", "it cost £5m", ({"text": "£5m", "value": "5000000", "unit": "Dollar"},)
    )
    ranged = numbers.NumberSentence("NumberRangeModel", "5 to 7", ({"text": "5 to 7", "value": "[5,7)"},))
    other = numbers.NumberSentence("NumberModel", "seven", ({"text": "seven", "value": "8"},))
    assert [numbers.is_read_right(s) for s in (right, wrong, ranged, other)] == [True, False, True, False]
