"""EDTF in words."""

import pytest

from build_tools.model.edtf import Edtf
from build_tools.text.dates import in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022", "2022"),
        ("2022-08", "August 2022"),
        ("2022-08~", "about August 2022"),
        ("2022-08?", "August 2022 (uncertain)"),
        ("2022-08-10", "10 August 2022"),
        ("2024-10-02T11:36", "2 October 2024, 11:36"),
        ("2022-22", "summer 2022"),
        ("2022-07-20/2022-07-31", "20–31 July 2022"),
        ("2022-08-09/2022-08-10", "9–10 August 2022"),
        ("2022-07-30/2022-08-02", "30 July – 2 August 2022"),
        ("2022-07/2022-08", "July 2022 to August 2022"),
        ("2022-09/..", "from September 2022"),
        ("../2022-09", "until September 2022"),
    ],
)
def test_words(edtf: str, words: str) -> None:
    """A reader sees the date as a person would write it."""
    assert in_words(Edtf.parse(edtf)) == words
