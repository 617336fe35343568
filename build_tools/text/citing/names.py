"""An author as printed → a name in parts, because bibliographies list people by family name.

A guess, and meant to be a careful one: where the parts cannot be told, the name stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from nameparser import HumanName

from build_tools.model.citation import Name

_FAMILY_FIRST = frozenset({"zh", "ja", "ko", "vi", "hu"})
"""Languages in which the family name may stand first: from outside, the order cannot be told."""

PARTICLES = frozenset({
    "af", "al", "auf", "av", "bin", "d'", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos",
    "du", "e", "el", "ibn", "la", "las", "le", "los", "ten", "ter", "van", "von", "y", "zu", "zur",
})  # fmt: skip
"""What belongs to the family name that follows it, where it is written small."""

_DESKS = frozenset({
    "agencies", "agency", "bureau", "correspondent", "correspondents", "desk", "editor", "editorial",
    "editors", "news", "newsroom", "online", "press", "reporter", "reporters", "service", "staff", "team",
    "wire", "writer",
})  # fmt: skip
"""Words of bylines that name no person."""

_SUFFIX = re.compile(r"(?P<name>\S+ \S.*?),? (?P<suffix>[JS]r\.?|II|III|IV)")
"""What follows a name, and is listed last; a comma may stand before it."""
_JOINED_INITIALS = re.compile(r"(?<=\b[^\W\d_]\.)(?=[^\W\d_])")
"""Between the initials of `J.R.R.`, where styles want a space."""
_MOST_PARTS = 5
"""A byline of more words is a sentence, or several people."""
_SIGNS_OF_A_DESK = frozenset("&/@|:;,()0123456789")


def parse_name(printed: str, *, language: str = "", organisations: Container[str] = ()) -> Name:
    """`Ada van der Quill` → family `van der Quill`, given `Ada`; desks, agencies and one word stay whole."""
    whole = " ".join(printed.split())
    parted = _SUFFIX.fullmatch(whole)
    name, suffix = (parted["name"], parted["suffix"]) if parted else (whole, "")
    words = name.split()
    if (
        not 1 < len(words) <= _MOST_PARTS
        or whole in organisations
        or language.partition("-")[0] in _FAMILY_FIRST
        or not _SIGNS_OF_A_DESK.isdisjoint(name)
        or not _is_person(words)
    ):
        return Name(whole)
    parsed = HumanName(name)
    family, given = parsed.last, " ".join(filter(None, (parsed.title, parsed.first, parsed.middle)))
    suffix = suffix or parsed.suffix
    if not given or "".join((given + family + parsed.suffix).split()) != "".join(words):
        family, given = words[-1], " ".join(words[:-1])
    return Name(family, _JOINED_INITIALS.sub(" ", given), suffix)


def _is_person(words: Iterable[str]) -> bool:
    """Every word is capitalised as names are: no small words but particles, no acronym as the last."""
    *given, family = words
    # an acronym at the end is a desk or an agency, unless all of the byline is in capitals
    if family.isupper() and any(not w.isupper() for w in given):
        return False
    if given[0].lower() in ("the", "a", "an", "by") or any(w.lower() in _DESKS for w in (*given, family)):
        return False
    return all(w[0].isupper() or w in PARTICLES for w in (*given, family))
