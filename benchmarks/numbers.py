"""English sentences with the numbers that stand in them → how many annotating reads right.

`python -m benchmarks.numbers`. The sentences are not ours, and do not lie in the project. Those that no
newspaper prints, or that mean what the archive does not call a figure, are left out: numbers_left_out.yml
names each of them, with the reason.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from benchmarks.places import missing
from benchmarks.places import numbers as folder
from build_tools.annotate.figure_mentions import find_figures
from build_tools.annotate.number_mention import NumberMention
from build_tools.annotate.target_passages import TargetPassage
from build_tools.model.annotation import Layer
from build_tools.text.relative_dates import UNPUBLISHED

LEFT_OUT = Path(__file__).with_name("numbers_left_out.yml")
_NEAR = Decimal("1e-12")
"""Two values that differ by less, in parts of themselves, are the same: a third is written to some digit."""
_UNITS = {"Dollar": "USD", "Pound": "GBP", "Euro": "EUR", "Japanese yen": "JPY", "Bitcoin": "BTC"}
"""What the sentences call a currency without a code → ours; of others (cents) the number is compared."""
_BOUNDS = re.compile(r"[\[(](?P<low>[^,]*),(?P<high>[^\])]*)[\])]")


@dataclass(frozen=True, slots=True)
class NumberSentence:
    """A sentence and what stands in it."""

    kind: str
    text: str
    expected: tuple[dict[str, Any], ...]

    @property
    def name(self) -> str:
        """By which it is left out: a short hash, so that its words need not stand here."""
        return hashlib.sha256(f"{self.kind}\t{self.text}".encode()).hexdigest()[:8]


def read_sentences() -> tuple[NumberSentence, ...]:
    """Every sentence with what is expected of it."""
    with (folder() / "specs.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return tuple(NumberSentence(r["kind"], r["input"], tuple(json.loads(r["expected"]))) for r in rows)


@cache
def list_left_out() -> dict[str, str]:
    """Name of a sentence → why it is left out."""
    reasons: dict[str, str] = yaml.safe_load(LEFT_OUT.read_text(encoding="utf-8"))
    return {name: reason for reason, names in reasons.items() for name in names.split()}


def is_read_right(sentence: NumberSentence) -> bool:
    """Whether the figures of a sentence are those expected, no more and no fewer."""
    passage = TargetPassage(Layer.CAPTURE, "p1", sentence.text, "en")
    return _RULES[sentence.kind](sentence, list(find_figures(passage, UNPUBLISHED)))


def _are_numbers_right(sentence: NumberSentence, found: list[NumberMention]) -> bool:
    """These sentences know no ranges: the ends of ours are two numbers."""
    return _are_same(_list_ends(found), [Decimal(e["value"]) for e in sentence.expected])


def _are_percents_right(sentence: NumberSentence, found: list[NumberMention]) -> bool:
    """A bare *percentage* is expected without a value; with us it is no figure."""
    expected = [Decimal(e["value"].rstrip("%")) for e in sentence.expected if e["value"] != "null"]
    return _are_same([n.low for n in found if n.unit == "%"], expected)


def _are_ranges_right(sentence: NumberSentence, found: list[NumberMention]) -> bool:
    """Of an open range (*more than 20*) our figure has a hedge beside it, and the figure is compared."""
    bounds = [end for e in sentence.expected for end in _read_bounds(e["value"])]
    concerned = [n for n in found if any(s <= n.start < e for s, e in _locate_expected(sentence))]
    others = [n for n in found if n not in concerned and n.low != n.high]
    return not others and _are_same(sorted(set(_list_ends(concerned))), sorted(set(bounds)))


def _is_money_right(sentence: NumberSentence, found: list[NumberMention]) -> bool:
    """Money alone is compared: these sentences leave other numbers aside."""
    spans = _locate_expected(sentence)
    for expected, (start, end) in zip(sentence.expected, spans, strict=True):
        inside = [n for n in found if start <= n.start < end]
        unit = expected.get("isoCurrency") or _UNITS.get(expected["unit"], "")
        if expected["value"] is None and not inside:
            continue
        if len(inside) != 1 or not _are_same([inside[0].low], [Decimal(expected["value"])]):
            return False
        if unit and inside[0].unit != unit:
            return False
    others = (n for n in found if not any(start <= n.start < end for start, end in spans))
    return not any(n.unit and n.unit != "%" for n in others)


_RULES: dict[str, Callable[[NumberSentence, list[NumberMention]], bool]] = {
    "NumberModel": _are_numbers_right,
    "NumberRangeModel": _are_ranges_right,
    "PercentModel": _are_percents_right,
    "CurrencyModel": _is_money_right,
}


def _locate_expected(sentence: NumberSentence) -> list[tuple[int, int]]:
    lower, end, spans = sentence.text.lower(), 0, []
    for expected in sentence.expected:
        start = lower.find(expected["text"].lower(), end)
        end = start + len(expected["text"])
        spans.append((start, end))
    return spans


def _list_ends(found: Iterable[NumberMention]) -> list[Decimal]:
    return [end for n in found for end in ((n.low, n.high) if n.low != n.high else (n.low,))]


def _read_bounds(interval: str) -> tuple[Decimal, ...]:
    """The ends of `[20,30)`; one where the other is open: then our figure has a hedge beside it."""
    bounds = _BOUNDS.fullmatch(interval)
    if bounds is None:
        raise ValueError(f"{interval} is no interval")
    return tuple(Decimal(end) for end in (bounds["low"], bounds["high"]) if end)


def _are_same(found: list[Decimal], expected: list[Decimal]) -> bool:
    return len(found) == len(expected) and all(
        abs(a - b) <= abs(b) * _NEAR for a, b in zip(found, expected, strict=True)
    )


def measure_share() -> tuple[int, int]:
    """How many of the sentences that count are read right, and how many count."""
    counting = [s for s in read_sentences() if s.name not in list_left_out()]
    return sum(map(is_read_right, counting)), len(counting)


def measure() -> Iterator[str]:
    """Yield the lines of the table: each kind, what is wrong by name, what is left out by reason."""
    yield "Numbers in English sentences"
    if absent := list(missing(folder())):
        yield from absent
        return
    sentences = read_sentences()
    left_out = list_left_out()
    for kind in dict.fromkeys(s.kind for s in sentences):
        counting = [s for s in sentences if s.kind == kind and s.name not in left_out]
        right = sum(map(is_read_right, counting))
        every = [s for s in sentences if s.kind == kind]
        yield f"{kind}: {right} of {len(counting)}; of all, {sum(map(is_read_right, every))} of {len(every)}"
    right, counted = measure_share()
    yield f"together: {right} of {counted}, {right / counted:.3f}"
    for sentence in sentences:
        if sentence.name not in left_out and not is_read_right(sentence):
            yield f"  wrong: {sentence.name} {sentence.kind} {sentence.text}"
    for reason, number in Counter(left_out[s.name] for s in sentences if s.name in left_out).items():
        yield f"  left out: {number}: {reason}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in measure())
