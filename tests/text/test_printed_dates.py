"""Dates as outlets print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.edtf import Edtf
from build_tools.text.printed_dates import find_printed_date, is_dateline

DATELINES = {
    "Oct.02 - 2024 11:36 AM CET": "2024-10-02T11:36",
    "Published 7:07 PM EST Nov 19, 2019": "2019-11-19T19:07",
    "By Tess Rowan - 11/19/19 06:56 AM EST": "2019-11-19T06:56",
    "Wednesday 20 November 2019 11:42, UK": "2019-11-20T11:42",
    "18 NOV 2019": "2019-11-18",
    "2019-11-18 22:05:36": "2019-11-18T22:05",
    "12 марта 2019, 18:40": "2019-03-12T18:40",
    "11 октября 2018": "2018-10-11",
    "3 липня 2022 р., 9:05": "2022-07-03T09:05",
    "12. März 2019, 18:40 Uhr": "2019-03-12T18:40",
    "Publié le 1er avril 2019 à 18h40": "2019-04-01T18:40",
    "12 de marzo de 2019": "2019-03-12",
    "Posted on 05.10.2018": "2018-10-05",
    "March 3, 2020 12:15 a.m.": "2020-03-03T00:15",
}


@pytest.mark.parametrize(("printed", "edtf"), DATELINES.items())
def test_a_printed_date_is_read(printed: str, edtf: str) -> None:
    """The date of a report orders the timeline; the time of day is kept."""
    assert find_printed_date(printed) == edtf
    assert is_dateline(printed)
    Edtf.parse(edtf)


@pytest.mark.parametrize(
    "printed", ["03/04/2024", "31 February 2020", "in May 2020", "2019", "", "40.13.2020"]
)
def test_nothing_is_guessed(printed: str) -> None:
    """Where day and month cannot be told apart, or the day does not exist, the editor decides."""
    assert find_printed_date(printed) is None


@pytest.mark.parametrize(
    "line",
    [
        "On 4 November 2021 the weir gave way and the mill stood still for the rest of the winter.",
        "— Ansel Thrape (@thrape) November 19, 2019",
        "Chapter 7",
    ],
)
def test_a_sentence_with_a_date_is_no_dateline(line: str) -> None:
    """A date in the body is not the date of the report, and a quoted post's is its own."""
    assert not is_dateline(line)


@given(st.text(max_size=200))
def test_any_line_is_a_valid_date_or_none(text: str) -> None:
    """What is found is EDTF, whatever was printed."""
    found = find_printed_date(text)
    assert found is None or Edtf.parse(found).text == found
