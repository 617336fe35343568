"""EDTF: what is read, how it sorts, and how it is told in words."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.edtf import Edtf
from build_tools.text.citing.date_parts import get_exact_parts, split_date, write_american
from build_tools.text.written_dates import when_said, write_date, write_day, write_short_date


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022", "2022"),
        ("2022-08", "August 2022"),
        ("2022-08~", "about August 2022"),
        ("2022-08?", "probably August 2022"),
        ("2022-08%", "probably about August 2022"),
        ("2022-08-10", "10 August 2022"),
        ("2024-10-02T11:36", "2 October 2024, 11:36"),
        ("2022-22", "summer 2022"),
        ("2022-07-20/2022-07-31", "20–31 July 2022"),
        ("2022-08-09/2022-08-10", "9–10 August 2022"),
        ("2022-07-30/2022-08-02", "30 July – 2 August 2022"),
        ("2022-07/2022-08", "July 2022 to August 2022"),
        ("2022-08-XX", "some time in August 2022"),
        ("2022-XX", "some time in 2022"),
        ("2022-XX-XX?", "probably some time in 2022"),
        ("2022-08-09/2022-08-09", "9 August 2022"),
        ("2022-08/2022-08", "August 2022"),
        ("2022-08-09T01:00/2022-08-09T02:30", "9 August 2022, 01:00–02:30"),
        ("2022-08-09T23:00/2022-08-10T02:30", "9 August 2022, 23:00 to 10 August 2022, 02:30"),
        ("2022-08-09/2022-08-09T02:30", "9 August 2022 to 9 August 2022, 02:30"),
        ("2022-08-09T01:00/..", "on or after 9 August 2022, 01:00"),
        ("202X", "2020s"),
        ("202X~", "about 2020s"),
        ("13XX", "1300–1399"),
        ("2022-09/..", "from September 2022"),
        ("2022-08-11/..", "on or after 11 August 2022"),
        ("../2022-08-11", "on or before 11 August 2022"),
        ("[2022-08-09..2022-08-10]", "9 or 10 August 2022"),
        ("[2022-07-31..2022-08-01]", "31 July or 1 August 2022"),
        ("[2022-08-09~..2022-08-10]", "about 9 or 10 August 2022"),
        ("[2022-08-09,2022-08-12]", "9 August 2022 or 12 August 2022"),
        ("[2022-08-09, 2022-08-12..2022-08-14]", "9 August 2022 or one of 12–14 August 2022"),
        ("[2022-08..2022-10]", "one of August 2022 – October 2022"),
        ("[2022-08-11..]", "11 August 2022 or later"),
        ("[..2022-08-11]", "11 August 2022 or earlier"),
        ("2024-10-02T11:36:05+02:00", "2 October 2024, 11:36:05 UTC+02:00"),
        ("2024-10-02T11:36Z", "2 October 2024, 11:36 UTC"),
        ("../2022-09", "until September 2022"),
        # EDTF’s years have four digits, those before 1000 too
        ("0099", "0099"),
        ("0999-05", "May 0999"),
        ("0999-05-05", "5 May 0999"),
        ("0999-22", "summer 0999"),
        ("099X", "0990s"),
        ("09XX", "0900–0999"),
        ("0999-XX", "some time in 0999"),
        ("0999-05-XX", "some time in May 0999"),
        ("0999-07-30/0999-08-02", "30 July – 2 August 0999"),
    ],
)
def test_words(edtf: str, words: str) -> None:
    """A reader sees the date as a person would write it."""
    assert write_date(Edtf.parse(edtf)) == words


_CLOCKS = st.sampled_from(("", "T00:00", "T01:05", "T23:59:07", "T02:30Z"))
_POINTS = st.builds("2022-08-{}{}".format, st.sampled_from(("09", "10", "31")), _CLOCKS)


@given(_POINTS, _POINTS)
def test_an_interval_tells_all_that_it_was_written_with(first: str, last: str) -> None:
    """No hour is lost, and nothing lasts from a day to itself."""
    first, last = sorted((first, last))
    words = write_date(Edtf.parse(f"{first}/{last}"))
    assert all(point[11:16] in words for point in (first, last))
    assert not re.search(r"\b(\d+)–\1 ", words)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-07-28", "on 28 July 2022"),
        ("2022-07-28?", "probably on 28 July 2022"),
        ("2022-08?", "probably in August 2022"),
        ("2022-08~", "about August 2022"),
        ("202X", "in the 2020s"),
        ("13XX", "(1300–1399)"),
        ("2022-07/2022-08?", "(July 2022 to probably August 2022)"),
    ],
)
def test_words_in_a_sentence(edtf: str, words: str) -> None:
    """A doubt stands before the preposition, as one says it."""
    assert when_said(Edtf.parse(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "fault"),
    [
        ("[2022-08-09]", "leaves no choice"),
        ("[]", "is not an EDTF date"),
        ("[..]", "needs at least one end"),
        ("[2022-08-10,2022-08-09]", "are not in order"),
        ("[2022-08-09,2022-08-09]", "are not in order"),
        ("[2022-08-09..2022-08-12,2022-08-11]", "are not in order"),
        ("[2022-08-12..2022-08-09]", "ends before it begins"),
        ("[2022-08-09T10:00..2022-08-10]", "has no time of day"),
        ("[2022-08-09..2022-08-10", "is not an EDTF date"),
        ("2022-08-10/2022-08-09", "ends before it begins"),
        ("../..", "needs at least one end"),
        ("2022-08-10T25:00", "hour must be in 0..23"),
        ("2022-08-XXT10:00", "needs its day"),
    ],
)
def test_what_is_no_date(edtf: str, fault: str) -> None:
    """A date that says nothing, or contradicts itself, is refused with the reason."""
    with pytest.raises(ValueError, match=fault):
        Edtf.parse(edtf)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("[2022-08-09..2022-08-10]", "2022-08-09", "2022-08-10"),
        ("[2022-08-09,2022-08-12..]", "2022-08-09", "9999-12-31"),
        ("[..2022-08,2022-10]", "0001-01-01", "2022-10-31"),
        ("2022-08-11/..", "2022-08-11", "9999-12-31"),
    ],
)
def test_what_it_may_mean(edtf: str, first: str, last: str) -> None:
    """One of several days lies between the first and the last of them; it is no interval."""
    when = Edtf.parse(edtf)
    assert (str(when.earliest), str(when.latest)) == (first, last)
    assert when.interval == ("/" in edtf)


@pytest.mark.parametrize(
    ("edtf", "cited"),
    [
        ("[2022-08-09..2022-08-10]", "between August 9 and 10, 2022"),
        ("[2022-08-09,2022-08-12]", "August 9, 2022 or August 12, 2022"),
        ("[2022-08-09,2022-08-12..]", "August 9, 2022 or no earlier than August 12, 2022"),
        ("[2022-08-11..]", "no earlier than August 11, 2022"),
        ("2022-08-11/..", "no earlier than August 11, 2022"),
        ("2024-10-02T11:36:05Z", "October 2, 2024"),
    ],
)
def test_how_it_is_cited(edtf: str, cited: str) -> None:
    """A citation says as much as is known, and no more."""
    when = Edtf.parse(edtf)
    assert write_american(when) == cited
    assert get_exact_parts(when) == ((2024, 10, 2) if "T" in edtf else ())


FORMS = ["2022", "202X", "2022-08", "2022-22~", "2022-08-10", "2022-08-10T11:36", "2022-08-10T11:36:05+02:00"]
FORMS += [
    "2022-08-XX?",
    "2022-08/..",
    "../2022-08-10",
    "[2022-08-10..2022-08-12]",
    "[2022,2024..]",
    "[..2022]",
]
WRITTEN = st.sampled_from(FORMS)


def test_dates_have_one_order() -> None:
    """Any two forms compare, one way or the other, also where only one of them has a zone."""
    for left, right in product(map(Edtf.parse, FORMS), repeat=2):
        assert (left < right) + (right < left) + (left == right) == 1


@given(st.permutations([Edtf.parse(text) for text in FORMS]))
def test_sorting_does_not_depend_on_the_order_before(dates: list[Edtf]) -> None:
    """The timeline is the same whatever the order of the seeds."""
    assert sorted(dates) == sorted(map(Edtf.parse, FORMS))


@given(WRITTEN)
def test_a_date_keeps_its_text_and_its_ends(text: str) -> None:
    """Nobody needs to take the text apart: the ends are there, and give the same days."""
    when = Edtf.parse(text)
    assert str(when) == text
    assert Edtf.parse(write_short_date(when)).clock is None
    assert ":" not in write_day(when)
    assert when.start is None or when.start.earliest == when.earliest
    assert when.end is None or when.end.latest == when.latest
    assert (split_date(when).start is None) == (when.start is None)
