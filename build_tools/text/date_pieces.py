"""A language's words for dates → the pieces that the expressions for its dates are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.model.language_facts import DateWords
from build_tools.text.language_files import NO_WORD, match_any, spell
from build_tools.text.runs import YEAR, Need

DatePattern = tuple[str, Need]
"""An expression, and what a text must have for it to find anything."""

DAY = r"(?:[12]\d|3[01]|0?[1-9])"
SMALL = r"(?-i:[a-zß-öø-ÿа-яёіїєґ])"
"""A letter in lower case, in any case of the rest."""


@dataclass(frozen=True, slots=True)
class DatePieces:
    """Expressions that the patterns are made of."""

    month: str
    """A full name takes no full stop: it would be the sentence's."""
    year: str
    """Whole, with what may follow it (`года`)."""
    part: str
    before: str
    """After these a bare month or year is a date."""
    sure: str
    """The same without those that stand before counts and people too."""
    season: str
    day: str
    of: str
    link: str
    """What stands between the ends of a range."""
    no_count: str
    """A look ahead: no word follows that four digits would count."""
    year_after: str


def number_names(names: Iterable[Iterable[str]], first: int) -> dict[str, int]:
    """Each of the names of a thing → its place, counted from `first`."""
    return {name: number for number, forms in enumerate(names, first) for name in forms}


def _is_abbreviation(form: str, full: str, *, capitals: bool) -> bool:
    """Whether a full stop may belong to it: `Sept.`, `сент.`; not to `март` beside `марта`."""
    return full.startswith(form) and form != full and (capitals or len(full) - len(form) > 1)


def make_date_pieces(said: DateWords, small: Iterable[str]) -> DatePieces:
    """What the patterns of a language are made of; `small` are its words that may follow a year."""
    short = {
        form
        for forms in said.months
        for form in forms
        if _is_abbreviation(form, forms[0], capitals=said.capitals)
    }
    full = match_names((f for forms in said.months for f in forms if f not in short), capitals=said.capitals)
    following = rf"(?:\s+{match_any(said.year_after)}(?!\w))"
    return DatePieces(
        month=rf"(?:(?P<short>{match_names(short, capitals=said.capitals)})(?!\w)\.?|(?P<month>{full}))",
        year=rf"(?P<year>{YEAR})(?!\w|[.,]\d){following}?",
        part=rf"(?P<part>{match_any(said.parts)})",
        before=match_any(said.before),
        sure=match_any(word for word in said.before if word not in said.doubtful),
        season=rf"(?P<season>{match_any(said.seasons)})",
        day=rf"(?P<day>{DAY}){match_any(said.ordinals)}?(?!\d)",
        of=match_joint(said.of),
        link=rf"(?:\s?[-–—]\s?|\s+{match_any(said.to)}\s+)",
        no_count=rf"(?!\s+(?!{match_any((*small, *said.after_year))}(?!\w)){SMALL})",
        year_after=rf"{match_any(said.year_after)}(?!\w)",
    )


def need_link(need: Need, said: DateWords) -> Need:
    """The same, and what stands between the ends of a range."""
    return need.with_one_of(said.to, "-–—")


def match_joint(words: Iterable[str]) -> str:
    """White space with or without one of the words (`of`) in it; one with an apostrophe joins the next."""
    words = tuple(words)
    joined = match_any(word for word in words if word.endswith(("'", "’")))
    spaced = match_any(word for word in words if not word.endswith(("'", "’")))
    return rf"(?:\s+(?:{spaced}\s+|{joined})?)"


def name_second(piece: str) -> str:
    """The piece for the second end of a range: its groups are called `last_…`."""
    for group in ("day", "month", "short", "year", "part"):
        piece = piece.replace(f"(?P<{group}>", f"(?P<last_{group}>")
    return piece


def match_names(names: Iterable[str], *, capitals: bool) -> str:
    """A pattern of names; with `capitals`, as `May` and `MAY` alone."""
    if not capitals:
        return match_any(names)
    ordered = sorted(names, key=lambda name: (-len(name), name))
    spelt = [spell(form) for name in ordered for form in (name.title(), name.upper())]
    return f"(?-i:{'|'.join(spelt)})" if spelt else NO_WORD
