"""What is repeated is looked at once: no text keeps a reader, a finder or a writer longer than its length."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import islice

import pytest

from benchmarks.pumped_steps import STEPS
from benchmarks.pumped_text import UNITS, Pump, list_single_pumps, make_random_pump
from benchmarks.pumps import LONGEST, SIZES, measure_growth, stop_after

MANY = 400_000
"""Characters. Where each was compared with all others, one of these took a minute at least, most an hour."""


@pytest.mark.parametrize(
    ("step", "unit"),
    [
        *(("slug", "<a "), ("words of markup", "<!--"), ("words of markup", "<script>")),
        *(("words of markup", "<"), ("organisation", "["), ("organisation", "("), ("bylines", "May ")),
        *(("bylines", "a"), ("byline’s flaw", "½"), ("byline’s flaw", "_"), ("byline’s flaw", ".")),
        *(("quotation marks", "a='"), ("quotation marks", "‘"), ("quotation marks", ' "a')),
        *(("quotation marks", "„“"), ("private marks", "<meta name="), ("private marks", "<meta ")),
        *(("clean Markdown", "a b\n"), ("clean Markdown", "|a|b|\n")),
        *(("YAML", "\x85"), ("YAML, its lines", "\0"), ("terminal", "\0"), ("Markdown’s escapes", "[")),
    ],
)
def test_what_is_repeated_is_looked_at_once(step: str, unit: str) -> None:
    """A limit of the processor's time that is twenty times what it takes ends what would take the square."""
    STEPS[step]("a")  # tables are read once
    with stop_after(LONGEST):
        # marks are paired one by one
        STEPS[step](Pump(unit, after="!x").write_text(MANY // 6 if step == "quotation marks" else MANY))


@pytest.mark.parametrize(
    ("takes", "found"),
    [
        (lambda n: n, False), (lambda n: n * 1.2 + 100, False), (lambda n: n**2 / 32_000, True),
        (lambda n: n**1.5 / 180, True), (lambda _: 0, False), (lambda n: n**2 / 1e9, False),
    ],
    ids=["line", "line and more", "square", "less than a square", "nothing", "noise"],
)  # fmt: skip
def test_what_grows_faster_than_text_is_found(
    takes: Callable[[float], float], found: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the times of three sizes; what takes next to nothing tells nothing."""
    clock = [0.0]
    monkeypatch.setattr(time, "process_time", lambda: clock[0])

    def step(text: str) -> None:
        clock[0] += takes(len(text)) / 32_000

    assert measure_growth("made up", step, Pump("x")).is_found is found


def test_an_unforeseen_end_is_found() -> None:
    """A trace is one as well."""
    assert "ZeroDivisionError" in str(measure_growth("made up", lambda _: 1 // 0, Pump("x")))


def test_what_is_found_can_be_looked_at_again() -> None:
    """The same seed gives the same text, of about the size that was asked for, whatever the unit."""
    assert make_random_pump(7) == make_random_pump(7)
    pumps = [*islice(list_single_pumps(), len(UNITS)), *map(make_random_pump, range(100))]
    for pump in pumps:
        assert all(size // 2 < len(pump.write_text(size)) <= size for size in SIZES)
