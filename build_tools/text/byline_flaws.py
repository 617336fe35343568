"""An author as recorded → what of it belongs to no name: pages print more than names in a byline."""

from __future__ import annotations

import re

from build_tools.text.language_files import load_language

# from the beginning of a word, or each of its letters would be tried
_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.-]+|(?:^|\s)@\w+|https?:|www\.|\w\.(?:com|org|net)\b"
)
_COMMONEST = "en"
"""In which pages of any language sign: *By Ada Quill*."""
_LONG_NUMBER = re.compile(r"\d\D?\d\D?\d\D?\d\D?\d")
"""Five digits: a telephone, not *Agent 007* or a class of 2019."""


def find_byline_flaw(author: str, language: str) -> str:
    """What of an author as recorded belongs to no name, as a verb and its object; empty where all may.

    `language`: of the text, whose word for “by” is none of a name; that of another may be one (*Von*).
    """
    if _ADDRESS.search(author):
        return "has an address in it"
    if _LONG_NUMBER.search(author):
        return "has a number in it"
    opening = (*load_language(language).byline, *load_language(_COMMONEST).byline)
    first = author.casefold().split()
    if any(first[: len(words.split())] == words.split() for words in opening):
        return "begins with what opens a byline"
    return ""
