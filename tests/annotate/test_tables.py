"""Figures, dates and hedges, as the readable tables under `cases/` say."""

from __future__ import annotations

from datetime import date

import pytest

from build_tools.annotate.dates import choose_reference_day, find_dates
from build_tools.annotate.figure_mentions import find_figures
from build_tools.annotate.hedges import find_hedges
from build_tools.annotate.language_tables import load_language_table
from build_tools.text import date_reader
from build_tools.text.relative_dates import PublicationDay
from tests.annotate.make import CASES, cases, passage
from tests.relate.make import record

WEDNESDAY = PublicationDay(date(2022, 8, 10), 2022, 8)
LANGUAGES = ("en", "ru", "uk", "de", "fr")
Pairs = list[tuple[str, str]]


def _cases(name: str) -> list[tuple[str, str, Pairs]]:
    return [
        (language, *case)
        for language in LANGUAGES
        if (CASES / f"{name}.{language}.txt").is_file()
        for case in cases(f"{name}.{language}.txt")
    ]


@pytest.mark.parametrize(("language", "text", "expected"), _cases("figures"))
def test_figures(language: str, text: str, expected: Pairs) -> None:
    """Every number of a text is found in its normal form, and nothing that only looks like one."""
    found = find_figures(passage(text, language), WEDNESDAY)
    assert [(text[n.start : n.end], n.value) for n in found] == expected


@pytest.mark.parametrize(("language", "text", "expected"), _cases("dates"))
def test_dates(language: str, text: str, expected: Pairs) -> None:
    """Every date is found; what it was told from the day of publication is marked as uncertain."""
    found = find_dates(passage(text, language), WEDNESDAY)
    assert [(text[d.start : d.end], d.value) for d in found] == expected


def test_a_written_year_needs_no_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the year is written, the words around are not asked; asking them would tell the same."""
    texts = [(language, f"It will be so: {text}") for language, text, _ in _cases("dates")]
    found = [load_language_table(language).dates.find_dates(text, WEDNESDAY) for language, text in texts]
    monkeypatch.setattr(date_reader, "_has_year", lambda _: False)
    assert found == [
        load_language_table(language).dates.find_dates(text, WEDNESDAY) for language, text in texts
    ]


@pytest.mark.parametrize(("language", "text", "expected"), _cases("hedges"))
def test_hedges(language: str, text: str, expected: Pairs) -> None:
    """Every hedge is found with its kind; an approximation counts before a figure only."""
    found = find_hedges(passage(text, language), WEDNESDAY)
    assert [(text[start:end], kind) for kind, (start, end) in found] == expected


def test_relative_dates_need_a_sure_day() -> None:
    """`Last week` is not told where the day of publication is inferred, or the words are another report's."""
    inferred = record("a", published={"date": "2022-08-10", "basis": "inferred"})
    passed_on = record("b", retells=[{"origin": "wire", "how": "republishes"}])
    retold = record("c", retells=[{"origin": "wire", "how": "retells"}])
    assert choose_reference_day(inferred).day is None
    assert choose_reference_day(passed_on).day is None
    assert choose_reference_day(retold).day == date(2031, 5, 1)
    assert not [d.value for d in find_dates(passage("last week"), choose_reference_day(inferred)) if d.value]


def test_month_is_told_from_the_month_of_publication() -> None:
    """`In July` needs the month of publication only, and is not told where not even that is known."""
    about = record("a", published={"date": "2022-08~", "basis": "inferred"})
    year = record("b", published={"date": "2022", "basis": "stated"})
    assert [d.value for d in find_dates(passage("in July"), choose_reference_day(about))] == ["2022-07?"]
    assert [d.value for d in find_dates(passage("in July"), choose_reference_day(year))] == [""]


def test_unknown_language_has_digits_and_iso_dates() -> None:
    """A language without a table is read without guessing at its words."""
    text = passage("12 mil, twelve, May, 2022-08-10", "xx")
    assert [n.value for n in find_figures(text, WEDNESDAY)] == ["12"]
    assert [d.value for d in find_dates(text, WEDNESDAY)] == ["2022-08-10"]
    assert not list(find_hedges(text, WEDNESDAY))
