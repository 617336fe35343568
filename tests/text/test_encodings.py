"""How often an encoding is told from the letters alone: floors, by language and code page."""

from __future__ import annotations

import pytest

from benchmarks.encodings import measure_encodings
from build_tools.text.letter_scores import LETTERS, choose_code_page, score_letters

FLOORS = {"cp1251": 1.0, "koi8-r": 1.0, "koi8-u": 1.0, "cp866": 1.0, "iso8859-5": 1.0, "mac-cyrillic": 0.95,
    "cp1252": 1.0, "cp1250": 1.0, "iso8859-2": 1.0, "cp1253": 1.0, "cp1254": 0.95, "cp850": 1.0,
    "mac-roman": 0.65}  # fmt: skip
"""Share of texts that are read as they were written (measured: `python -m benchmarks.encodings`)."""


@pytest.fixture(scope="module")
def told() -> dict[str, tuple[int, int]]:
    return measure_encodings()


@pytest.mark.parametrize("codec", FLOORS)
def test_a_code_page_is_told_from_its_neighbours(told: dict[str, tuple[int, int]], codec: str) -> None:
    """Alone, in a page, and amid English, from forty characters on."""
    counts = [count for name, count in told.items() if name.endswith(f" {codec}")]
    right, total = (sum(column) for column in zip(*counts, strict=True))
    assert right / total >= FLOORS[codec]


@pytest.mark.parametrize("codec", ["koi8-r", "cp866", "mac-cyrillic", "cp1252", "cp1250"])
def test_cyrillic_of_windows_is_not_taken_for_its_neighbours(codec: str) -> None:
    """Each other reading of the same bytes has worse letters, if it has other letters."""
    sample = "Вчера паром остановили, сказал начальник пристани Юрий Белов.".encode("cp1251")
    assert score_letters(sample, "cp1251") > score_letters(sample, codec)
    assert choose_code_page(sample)[0] == "cp1251"


def test_no_letters_score_nothing() -> None:
    """ASCII tells no code page."""
    assert {score_letters(b"The ferry has stopped.", codec) for codec in LETTERS} == {0.0}
