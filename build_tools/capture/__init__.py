"""Capture → CaptureText: one reader for each form, chosen by its signature from one table."""

from __future__ import annotations

from functools import lru_cache

from build_tools.capture.form_table import CAPTURE_FORMS, CaptureForm, find_form, tell_needless_encoding
from build_tools.capture.reader_mistakes import name_reader_mistakes
from build_tools.model.capture import Capture
from build_tools.model.capture_text import FORM_WORDS, PLAIN_READING, AskedReading, CaptureText

__all__ = ["CAPTURE_FORMS", "CaptureForm", "extract_text", "find_form", "tell_needless_encoding"]


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
        return form.read(capture.content, asked)
