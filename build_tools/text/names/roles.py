"""A text + where it names somebody → the text with roles in the place of the names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from build_tools.text.names.search import FoundName

_POSSESSIVE = re.compile(r"['’ʼ]s?\Z")
_OPENS = re.compile(r"(?:\A|[.!?…]['\"”’»)\]]*\s+|\n\s*)[\s'\"“„«‘(\[]*\Z")
"""What stands before the first word of a sentence."""
_ARTICLE = re.compile(r"(?:a|an|the)\s+", re.IGNORECASE)
_BEFORE_ROLE = re.compile(r"(?:\A|[\s(\[“\"])(?:a|an|the)\s+\Z", re.IGNORECASE)
_BEFORE = 60
"""Characters before a name that are looked at: more than an article, marks and blanks take."""


def put_roles(text: str, found: Iterable[FoundName], roles: Sequence[str]) -> str:
    """Each name as its role: at the head of a sentence with a capital, with the `’s` that the name had.

    >>> put_roles("Mira Tollen’s son", [FoundName(0, 13, 0)], ["a soldier’s mother"])
    'A soldier’s mother’s son'
    """
    pieces: list[str] = []
    reached = 0
    for place in found:
        before = text[reached : place.start]
        role = roles[place.person]
        # “the Mira Tollen of the film”: one article is enough
        if _BEFORE_ROLE.search(text, max(0, place.start - _BEFORE), place.start):
            role = _ARTICLE.sub("", role, count=1)
        if _OPENS.search(text, max(0, place.start - _BEFORE), place.start):
            role = role[:1].upper() + role[1:]
        possessive = _POSSESSIVE.search(text[place.start : place.end])
        pieces += [before, role, possessive.group() if possessive else ""]
        reached = place.end
    return "".join((*pieces, text[reached:]))
