"""Figures, dates and hedges, as the readable tables under `cases/` say."""

from __future__ import annotations

from datetime import date

import pytest

from build_tools.annotate.dates import dates_in, told_against
from build_tools.annotate.figures import figures_in
from build_tools.annotate.hedges import hedges_in
from build_tools.text.date_reader import PublicationDay
from tests.annotate.make import cases, passage
from tests.relate.make import record

WEDNESDAY = PublicationDay(date(2022, 8, 10), 2022, 8)
LANGUAGES = ("en", "ru")
Pairs = list[tuple[str, str]]


def _cases(name: str) -> list[tuple[str, str, Pairs]]:
    return [(language, *case) for language in LANGUAGES for case in cases(f"{name}.{language}.txt")]


@pytest.mark.parametrize(("language", "text", "expected"), _cases("figures"))
def test_figures(language: str, text: str, expected: Pairs) -> None:
    """Every number of a text is found in its normal form, and nothing that only looks like one."""
    found = figures_in(passage(text, language), WEDNESDAY)
    assert [(text[n.start : n.end], n.value) for n in found] == expected


@pytest.mark.parametrize(("language", "text", "expected"), _cases("dates"))
def test_dates(language: str, text: str, expected: Pairs) -> None:
    """Every date is found; what it was told from the day of publication is marked as uncertain."""
    found = dates_in(passage(text, language), WEDNESDAY)
    assert [(text[d.start : d.end], d.value) for d in found] == expected


@pytest.mark.parametrize(("language", "text", "expected"), _cases("hedges"))
def test_hedges(language: str, text: str, expected: Pairs) -> None:
    """Every hedge is found with its kind; an approximation counts before a figure only."""
    found = hedges_in(passage(text, language), WEDNESDAY)
    assert [(text[start:end], kind) for kind, (start, end) in found] == expected


def test_relative_dates_need_a_sure_day() -> None:
    """`Last week` is not told where the day of publication is inferred, or the words are another report's."""
    inferred = record("a", published={"date": "2022-08-10", "basis": "inferred"})
    passed_on = record("b", retells=[{"origin": "wire", "how": "republishes"}])
    retold = record("c", retells=[{"origin": "wire", "how": "retells"}])
    assert told_against(inferred).day is None
    assert told_against(passed_on).day is None
    assert told_against(retold).day == date(2031, 5, 1)
    assert not [d.value for d in dates_in(passage("last week"), told_against(inferred)) if d.value]


def test_month_is_told_from_the_month_of_publication() -> None:
    """`In July` needs the month of publication only, and is not told where not even that is known."""
    about = record("a", published={"date": "2022-08~", "basis": "inferred"})
    year = record("b", published={"date": "2022", "basis": "stated"})
    assert [d.value for d in dates_in(passage("in July"), told_against(about))] == ["2022-07?"]
    assert [d.value for d in dates_in(passage("in July"), told_against(year))] == [""]


def test_unknown_language_has_digits_and_iso_dates() -> None:
    """A language without a table is read without guessing at its words."""
    text = passage("12 mil, twelve, May, 2022-08-10", "xx")
    assert [n.value for n in figures_in(text, WEDNESDAY)] == ["12"]
    assert [d.value for d in dates_in(text, WEDNESDAY)] == ["2022-08-10"]
    assert not list(hedges_in(text, WEDNESDAY))
