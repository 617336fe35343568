"""A PDF with a text layer → its printed lines as passages of pages: `pg4p2`, page 4, second paragraph."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from build_tools.capture.extras import load_extra
from build_tools.capture.limits import BYTES_PER_PAGE, FEW_PAGES, MOST_PAGES, refuse_damage, refuse_size
from build_tools.capture.page_statements import format_moment
from build_tools.capture.pdf_paragraphs import make_page_nodes
from build_tools.capture.printed_lines import LineCollector, PrintedLine
from build_tools.model.capture_text import FORM_WORDS, AskedReading, CaptureText, FormName, StatedField
from build_tools.model.clean import FilePart
from build_tools.model.unreadable import UnreadableCapture

_WORDS = FORM_WORDS[FormName.PDF]
_START = re.compile(rb"[\s\x00\xef\xbb\xbf]{0,1024}%PDF-[0-9]")
_SCANNED = "Let a program for recognising text (OCR) add a text layer, or copy its text into a .txt file."
_LOCKED = "Print it into another PDF without a password, and add that."
_FEWEST_LETTERS = 20
"""A PDF with fewer has no text layer: a stamp, or the number of a page."""
_MOST_UNTOLD = 0.3
"""Share of characters that are none, above which the fonts do not say which letters they draw."""
_UNTOLD = re.compile("[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")
# programs write the name of the file there
_NO_TITLE = re.compile(
    r"\.(docx?|odt|html?|indd|qxd|pdf|tex|dvi|rtf|pages)$|^(Microsoft|untitled|\W*$)", re.IGNORECASE
)

# the library warns of each thing that it mends, on standard error unless somebody listens
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False


def is_pdf(content: bytes, _name: str) -> bool:
    """Whether it begins as a PDF does."""
    return _START.match(content) is not None


def read_pdf(content: bytes, _asked: AskedReading) -> CaptureText:
    """The text layer. Raises UnreadableCapture: none, locked, damaged, or beyond the limits."""
    pypdf = load_extra("pypdf", "pdf", _WORDS)
    try:
        reader = pypdf.PdfReader(BytesIO(content), strict=False)
        _unlock(reader)
        pages = list(_read_pages(reader, len(content)))
        stated = tuple(_list_stated(reader.metadata))
    except UnreadableCapture:
        raise
    except Exception as error:  # noqa: BLE001 - on damaged files the library raises what it likes
        reason = "locked in a way that is not read" if "Dependency" in type(error).__name__ else "damaged"
        raise refuse_damage(f"is {_WORDS} that is {reason} ({type(error).__name__})", _LOCKED) from None
    _check_letters(pages)
    text, nodes = make_page_nodes(pages)
    parts = (FilePart(0, len(content), "application/pdf", read=True),)
    return CaptureText(FormName.PDF, text, stated_encoding="utf-8", nodes=nodes, stated=stated, parts=parts)


def _unlock(reader: Any) -> None:
    """Many are locked against copying only, with an empty password."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise refuse_damage(f"is {_WORDS} that is locked with a password", _LOCKED)


def _read_pages(reader: Any, size: int) -> Iterator[tuple[PrintedLine, ...]]:
    most = min(MOST_PAGES, FEW_PAGES + size // BYTES_PER_PAGE)
    if len(reader.pages) > most:
        raise refuse_size(f"is {_WORDS} of {size} bytes with more than {most} pages")
    collector = LineCollector(size)
    for page in reader.pages:
        collector.begin_page()
        page.extract_text(visitor_operand_before=collector.count_operation, visitor_text=collector.take_text)
        yield collector.end_page()


def _check_letters(pages: list[tuple[PrintedLine, ...]]) -> None:
    words = "".join(line.text for page in pages for line in page)
    if sum(letter.isalpha() for letter in words) < _FEWEST_LETTERS and not _UNTOLD.search(words):
        raise refuse_damage(f"is {_WORDS} without a text layer: pictures of pages", _SCANNED)
    if len(_UNTOLD.findall(words)) > _MOST_UNTOLD * len(words):
        raise refuse_damage(f"is {_WORDS} whose fonts do not say which letters they draw", _SCANNED)


def _list_stated(metadata: Any) -> Iterator[StatedField]:
    for field, name in (("title", "/Title"), ("author", "/Author")):
        words = " ".join(str((metadata or {}).get(name) or "").replace("\0", "").split())[:500]
        if words and not (field == "title" and _NO_TITLE.search(words)):
            yield StatedField(field, words, f"the PDF's {name[1:]}")
    try:
        made = metadata.creation_date if metadata else None
    except (ValueError, TypeError, AttributeError):
        made = None
    if isinstance(made, datetime):
        yield StatedField("created", format_moment(made), "the PDF's CreationDate")
