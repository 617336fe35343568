"""What is no text is told by its first bytes, and no text is taken for something else."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.capture import find_form
from build_tools.capture.refused_forms import find_refusal
from build_tools.model.capture_text import FormName
from build_tools.model.unreadable import UnreadableCapture

WORDS = b"The river rose to the first floor of the mill. " * 20


def _zip() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("word/document.xml", WORDS)
    return out.getvalue()


NO_TEXTS = {
    "RTF": rb"{\rtf1\ansi " + WORDS,
    "ZIP": _zip(),
    "whose end is missing": _zip()[:-40],
    "gzip": gzip.compress(WORDS),
    "bzip2": bz2.compress(WORDS),
    "xz": lzma.compress(WORDS),
    "PNG": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "JPEG": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)),
    "empty": b"",
    "data": bytes(range(256)) * 20,
}


@pytest.mark.parametrize(("words", "content"), NO_TEXTS.items(), ids=NO_TEXTS)
def test_what_is_no_text_is_named(words: str, content: bytes) -> None:
    """Each kind of file that people save instead of a page is told in a word that they know."""
    assert words in str(find_refusal(content))


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251", "koi8-r", "shift_jis"]),
)
def test_no_text_is_refused(text: str, codec: str) -> None:
    """Whatever somebody writes in whatever code page stays a text."""
    content = ("A word. " + text).encode(codec, "ignore")
    assert find_refusal(content) is None


@pytest.mark.parametrize("text", ["ID3 tags", "RIFF raff", "BZh", "From: a letter", "PK 12", "GIF8"])
def test_words_that_look_like_a_signature_are_text(text: str) -> None:
    """An article on a format is no file of that format."""
    assert find_refusal(text.encode() + b" explained.\n\n" + WORDS) is None


STARTS = ("", "1", "WEBVTT\n", "{", "[", "<!-- ", "From: a\n", "---\n", "1\n0:00:01,0 --> ")
PIECES = ("\n", " ", "\r\n", "\n \n", "1", "1\n", "0:", "-", "<", "{", '"', "a: ", "# ", "%P")


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("piece", PIECES)
def test_no_form_is_looked_for_without_end(start: str, piece: str) -> None:
    """Whatever stands there again and again, its form is told at once.

    An expression that parts empty lines in all ways there are would keep this test for hours.
    """
    content = (start + piece * (20_000 // len(piece))).encode()
    with suppress(UnreadableCapture):
        assert find_form(content).form in FormName
