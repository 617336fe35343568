"""Capture → CaptureText: one reader for each form, chosen by its signature from one table."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from build_tools.capture.form_table import CAPTURE_FORMS, CaptureForm, find_form, tell_needless_encoding
from build_tools.capture.reader_mistakes import name_reader_mistakes
from build_tools.model.capture import Capture
from build_tools.model.capture_text import FORM_WORDS, PLAIN_READING, AskedReading, CaptureText
from build_tools.model.edtf import parse_edtf

__all__ = ["CAPTURE_FORMS", "CaptureForm", "extract_text", "find_form", "tell_needless_encoding"]

_DATES = frozenset({"date", "taken", "archived"})
"""Fields that are EDTF."""


# cleaning and the doubts about decoding ask for the same text one after the other
@lru_cache(maxsize=2)
def extract_text(capture: Capture, asked: AskedReading = PLAIN_READING) -> CaptureText:
    """The text of a capture, whatever its form, as bytes whose offsets a ledger can give.

    `asked` is how a person wants it read.
    Raises UnreadableCapture: no reader for its form, its extra not installed, damaged, beyond the limits, or
    of a kind that its reader was not made for.
    """
    form = find_form(capture.content, capture.file)
    with name_reader_mistakes(f"is {FORM_WORDS[form.form]} that its reader was not made for"):
        text = form.read(capture.content, asked)
    # headers and comments state the 31st of February as readily as any other day
    stated = (s for s in text.stated if s.field not in _DATES or parse_edtf(s.value) is not None)
    return replace(text, stated=tuple(stated))
