"""The types of languages/<code>.yml: the words by which a language is known, the same for every stage."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, Field

from build_tools.model.base import Written
from build_tools.model.page_words import BylineWords, CaptionWords, ChromeWords, Spoken, Wordings


def _name_all(number: int) -> Callable[[tuple[Wordings, ...]], tuple[Wordings, ...]]:
    """One left out would give all that follow another place."""

    def check(names: tuple[Wordings, ...]) -> tuple[Wordings, ...]:
        if names and (len(names) != number or not all(names)):
            raise ValueError(f"there are {number}, each with a name, or none")
        return names

    return check


class HedgeWords(Written):
    """By what sources keep their distance. A `*` stands for any ending; see annotate/phrases.py."""

    attribution: Wordings = ()
    """Who says so."""
    doubt: Wordings = ()
    """That it may not be so."""
    approximation: Wordings = ()
    """That a number is about right; counts only before a figure."""


class NumberWords(Written):
    """How numbers are written and spoken."""

    decimal: str = "."
    """What stands before a fraction."""
    group: str = ","
    """What stands between thousands, beside a space."""
    words: dict[str, int] = Field(default_factory=dict)
    """Numbers that are added up: `twenty`, `one`."""
    one: dict[str, int] = Field(default_factory=dict)
    """Words for one, which by themselves are articles as often as numbers."""
    multipliers: dict[str, int] = Field(default_factory=dict)
    """What multiplies the words before it, and is a number by itself: `hundred`."""
    scales: dict[str, int] = Field(default_factory=dict)
    """What only multiplies what stands before it."""
    letters: dict[str, int] = Field(default_factory=dict)
    """What multiplies digits that it is joined to: `20K`. Case counts."""
    plurals: dict[str, int] = Field(default_factory=dict)
    """`dozens`: at least twice so many."""
    of: Wordings = ()
    """What joins plurals: `tens of thousands`."""
    # written `and`, which is a keyword of Python
    joints: Annotated[Wordings, Field(alias="and")] = ()
    """What stands between a multiplier and the rest: `a hundred and five`."""
    to: Wordings = ()
    """What stands between the ends of a range."""
    between: dict[str, str] = Field(default_factory=dict)
    """What opens a range → the words of which one then stands between its ends."""
    units: dict[str, str] = Field(default_factory=dict)
    """What follows a number → `%` or its ISO 4217 code."""
    articles: Wordings = ()
    """What may stand before a multiplier or a fraction and is one of it: `a hundred`."""
    parts: dict[str, str] = Field(default_factory=dict)
    """Fractions: `half: 1/2`, `thirds: 1/3`."""
    ordinals: Wordings = ()
    """Those of them that are ordinals as well, and other ordinals: `third`, `first`."""
    halves: dict[str, str] = Field(default_factory=dict)
    """Numbers and a half in one word: Russian `полтора: 3/2`."""
    mixing: Wordings = ()
    """What stands before the fraction of a mixed number: `two and a half`."""
    points: Wordings = ()
    """How the decimal point is spoken."""
    several: Wordings = ()
    """What stands before a multiplier for some number of it: `a few thousand`."""
    within: dict[str, int] = Field(default_factory=dict)
    """What makes two numbers a share (`one in five`) → below what the first must be."""
    minus: Wordings = ()
    """What makes the number after it negative."""
    numbered: Wordings = ()
    """What a number that counts nothing stands after: `No.`, `article`."""
    endings: Wordings = ()
    """What makes digits an ordinal, after a hyphen: Russian `21-й`."""
    coins: dict[str, int] = Field(default_factory=dict)
    """Letters that multiply an amount of money only: `$10m`. Case counts."""
    small_money: Spoken = ()
    """Coins of which a hundred make one of a currency, and which follow it: `3 dollars 50 cents`."""
    counted: Wordings = ()
    """What such letters may also multiply, if it follows: `1.5m people`."""
    genitives: dict[str, int] = Field(default_factory=dict)
    """Multipliers in a case that is a plural as well, or no number by itself: Russian `до тысячи` …"""
    governing: Wordings = ()
    """… and the words after which they are one of it."""
    year_before: Wordings = ()
    """After these, four digits may be a year as well as a count: `the 2014 agreement`, `by 2025`."""


class DateWords(Written):
    """How dates are written, in prose and in the line that prints a report's date."""

    capitals: bool = False
    """Whether months and weekdays have a capital letter in prose: then `may` is no month."""
    month_first: bool = False
    """Whether the day may follow its month: `May 5`."""
    months: Annotated[tuple[Wordings, ...], AfterValidator(_name_all(12))] = ()
    """Twelve, each the full name first, then forms and abbreviations."""
    weekdays: Annotated[tuple[Wordings, ...], AfterValidator(_name_all(7))] = ()
    """Seven, from Monday."""
    seasons: dict[str, int] = Field(default_factory=dict)
    """Name → EDTF's number: 21 is spring. Winter lies in two years, and stands below."""
    seasons_of_year: dict[str, int] = Field(default_factory=dict)
    """Those that are dates with their year alone: `winter`, `fall`."""
    parts: Wordings = ()
    """What leaves the day or month open: `early`."""
    before: Wordings = ()
    """Words after which a bare month or year is a date: `in May`, `since 2019`."""
    doubtful: Wordings = ()
    """Those of them that stand before a count or a person as well: `about 2000 men`, `according to May`."""
    names: Wordings = ()
    """Months that are names of people too."""
    after_year: Wordings = ()
    """Words in lower case that may follow a year, beside those of `recognition`; others it counts."""
    season_before: Wordings = ()
    """The same for a bare season; where there are none, it needs none."""
    year_after: Wordings = ()
    """What may follow a year: Russian `года`."""
    relative: dict[str, str] = Field(default_factory=dict)
    """`last week` → `week -1`; empty where it cannot be told."""
    ago: dict[str, str] = Field(default_factory=dict)
    """What follows a number → `day`; empty where the day cannot be told: `two weeks ago`."""
    ordinals: Wordings = ()
    """What may be joined to the day: `1st`."""
    of: Wordings = ()
    """What may stand between day, month and year; an apostrophe joins it to the next word."""
    to: Wordings = ()
    """What stands between the ends of a range, beside a dash: `from 5 to 10 May`."""
    between: dict[str, str] = Field(default_factory=dict)
    """What opens a range → the words of which one then stands between its ends."""
    listing: Wordings = ()
    """What stands between the days of a list: `5 and 7 May`."""
    decades: Wordings = ()
    """What makes a year a decade: `1990s`."""
    decade_before: Wordings = ()
    """After these, two digits may be a decade: `in the 90s` …"""
    decade_never: Spoken = ()
    """… but not after one of these and those: `highs in the 90s`."""
    quarters: dict[str, int] = Field(default_factory=dict)
    """`first quarter` → 1."""
    turns: dict[str, int] = Field(default_factory=dict)
    """What stands before a weekday: `last` → -1, `this` → 0, `next` → 1; `every` → 2, which is not told."""
    coming: Wordings = ()
    """Those before a month or year that is still to come."""
    ahead: Wordings = ()
    """Words after which a sentence speaks of what is to come: `will`."""
    behind: Wordings = ()
    """Words after which it speaks of what was (`said`): of both kinds the nearest before a date counts."""
    past: Wordings = ()
    """Endings of the past, without which a weekday is not told; none where reports are taken to tell it."""
    changed: Spoken = ()
    """Words before the date of a change: `updated`."""
    published: Spoken = ()
    """Words before the date of publication, where both are printed."""
    labels: Spoken = ()
    """Words beside a printed date: `Updated at … GMT`."""


class LanguageFacts(Written):
    """All that is known of one language. Words are written in lower case."""

    recognition: Spoken = ()
    """Small words that no text does without, by which the language is told."""
    own_letters: str = ""
    """Letters in lower case that no language with a file, nor a neighbour that resembles it, has."""
    pointing: Wordings = ()
    """Words that point back: a paragraph that opens with one leans on the paragraph before."""
    hedges: HedgeWords = HedgeWords()
    numbers: NumberWords = NumberWords()
    dates: DateWords = DateWords()
    byline: Wordings = ()
    """What opens a byline, before a name."""
    credits: BylineWords = BylineWords()
    caption: CaptionWords = CaptionWords()
    speech: Wordings = ()
    """What announces a comment, before a colon: “someone says:”."""
    answers: Wordings = ()
    """What stands before the title of an answer: `re`."""
    readers: Spoken = ()
    """We, you and I: who an appeal speaks of."""
    terms: Wordings = ()
    """What the small print under a sign-up box speaks of."""
    chrome: ChromeWords | None = None
    """None where pages of the language have not been looked at: then they are read as in any language."""
