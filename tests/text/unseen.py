"""Text → the same text as some pages have it: with signs that nobody sees, its letters and marks apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

UNSEEN = ("", "", "", "\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u200e", "\u00ad\u200b")
"""Nothing is as likely as all that no reader sees."""


def disguise(text: str, draw: Callable[[st.SearchStrategy[Any]], Any]) -> str:
    """The text with unseen signs between its characters, in one of the forms of Unicode."""
    form = draw(st.sampled_from(["NFC", "NFD"]))
    written = unicodedata.normalize(form, text)
    unseen = draw(st.lists(st.sampled_from(UNSEEN), min_size=len(written), max_size=len(written)))
    return "".join(character + sign for character, sign in zip(written, unseen, strict=True))
