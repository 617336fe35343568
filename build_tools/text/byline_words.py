"""languages/*.yml → what bylines are read by: what opens them, joins names, and is no name."""

from __future__ import annotations

import re

from build_tools.text.language_files import (
    gather_words,
    load_all_languages,
    match_any,
    remember_for_languages,
)

_NUMBER = re.compile(r"[\d:]")


@remember_for_languages
def load_byline_opening() -> re.Pattern[str]:
    """What opens a byline in any language: `Written by`; before it a word for what was written may stand."""
    opening = match_any(gather_words(lambda facts: facts.byline))
    return re.compile(rf"(?:(?:[^\W\d_]+\s){{0,2}}(?=by\b))?{opening}(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE)


@remember_for_languages
def load_byline_joints() -> re.Pattern[str]:
    """What stands between two names."""
    words = match_any(gather_words(lambda facts: facts.credits.joints))
    return re.compile(rf"\s*[,;&、，]\s*(?:{words}\s)?|\s+{words}\s+", re.IGNORECASE)


def cut_byline_day(text: str) -> str:
    """What stands before the first digit, and before months and weekdays next to it: no name has digits."""
    number = _NUMBER.search(text)
    if number is None:
        return text
    start = number.start()
    # backwards from the digit: forwards, each name of a row would be a beginning that is tried to its end
    for name in reversed(list(_load_names_of_days().finditer(text, 0, start))):
        if name.end() != start:
            break
        start = name.start()
    return text[:start]


@remember_for_languages
def _load_names_of_days() -> re.Pattern[str]:
    facts = load_all_languages().values()
    named = match_any(w for f in facts for names in (*f.dates.months, *f.dates.weekdays) for w in names)
    return re.compile(rf"(?<![^\W\d_]){named}[.,]?\s*", re.IGNORECASE)


@remember_for_languages
def load_byline_others() -> re.Pattern[str]:
    """What opens the names of those who did not write."""
    return re.compile(rf"(?<!\w){match_any(gather_words(lambda facts: facts.credits.others))}", re.IGNORECASE)


@remember_for_languages
def load_byline_offices() -> frozenset[str]:
    """Words of offices: `correspondent`."""
    return gather_words(lambda facts: facts.credits.roles)


@remember_for_languages
def load_byline_bodies() -> frozenset[str]:
    """Words that name a body: `agency`."""
    return gather_words(lambda facts: facts.credits.organisations)


@remember_for_languages
def load_byline_logins() -> frozenset[str]:
    """What accounts of nobody are called: `admin`."""
    return gather_words(lambda facts: facts.credits.logins)


@remember_for_languages
def load_byline_days() -> frozenset[str]:
    """Weekdays and what stands for them; `May` and `April` are names as well."""
    months = gather_words(lambda facts: [name for names in facts.dates.months for name in names])
    days = gather_words(lambda facts: [name for names in facts.dates.weekdays for name in names])
    return (days | gather_words(lambda facts: facts.dates.labels)) - months


@remember_for_languages
def load_byline_glued() -> re.Pattern[str]:
    """An office with a capital, right after a small letter."""
    offices = match_any(word.capitalize() for word in load_byline_offices() | load_byline_bodies())
    return re.compile(rf"(?<=[^\W\d_A-ZА-Я]){offices}(?![^\W\d_])")
