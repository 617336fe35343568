"""Language tag → English name and script, as CLDR has them: a reader should not need to know the tags."""

from __future__ import annotations

import re
from functools import cache

from babel.core import Locale, get_global

_ARCHIVES_OWN = "en"
"""The language that names are given in."""


@cache
def language_name(tag: str) -> str:
    """`ru`, `ru-RU` → `Russian`; a tag that has no name is shown as it is."""
    name: str = Locale(_ARCHIVES_OWN).languages.get(_primary(tag), tag)
    return name


@cache
def is_written_in_latin(tag: str) -> bool:
    """Whether the language is most likely written in Latin letters; one of which nothing is known is."""
    likely: str = get_global("likely_subtags").get(_primary(tag), "")
    return "_" not in likely or likely.split("_")[1] == "Latn"


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


OTHER_WRITING = re.compile(r"([\u0370-\u1dff\u2c80-\ud7ff]+(?:[\s\-–«»]+[\u0370-\u1dff\u2c80-\ud7ff]+)*)")
"""A run of words in other letters than Latin, with what stands between them."""
