"""The forms of captures in the order in which they are tried: a file's bytes, not its name, tell its form.

To add one: a file with its reader, a line here, a fixture in `tests/capture/`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from build_tools.capture.mail import is_mail, read_mail
from build_tools.capture.markdown_text import is_markdown, read_markdown
from build_tools.capture.mhtml import is_mhtml, read_mhtml
from build_tools.capture.office import is_docx, is_odt, read_docx, read_odt
from build_tools.capture.page import is_page, read_page
from build_tools.capture.pdf import is_pdf, read_pdf
from build_tools.capture.plain_text import read_plain_text
from build_tools.capture.reader_mistakes import name_reader_mistakes
from build_tools.capture.refused_forms import find_refusal
from build_tools.capture.telegram_json import is_telegram_json, read_telegram_json
from build_tools.capture.telegram_page import is_telegram_page, read_telegram_page
from build_tools.capture.transcript import is_srt, is_vtt, read_srt, read_vtt
from build_tools.capture.wacz import is_wacz, read_wacz
from build_tools.capture.warc import is_warc, read_warc
from build_tools.model.capture import Capture
from build_tools.model.capture_text import FORM_WORDS, AskedReading, CaptureText, FormName
from build_tools.text.terminal import quote_value


@dataclass(frozen=True, slots=True)
class CaptureForm:
    """A form that is read."""

    form: FormName
    suffix: str
    """How the name of such a capture ends beside its record: one that git ignores there."""
    fits: Callable[[bytes, str], bool]
    """Whether bytes, in a file of a name, have this form."""
    read: Callable[[bytes, AskedReading], CaptureText]
    """Draws the text out; in the way that a person asked for. Raises UnreadableCapture."""
    extra: str | None = None
    """The extra of the package that must be installed to read it."""
    own_encoding: bool = False
    """Whether its letters are told by the form itself, whatever encoding a person states."""


PACKED_FORMS: tuple[CaptureForm, ...] = (
    CaptureForm(FormName.DOCX, "docx", is_docx, read_docx, extra="office", own_encoding=True),
    CaptureForm(FormName.ODT, "odt", is_odt, read_odt, extra="office", own_encoding=True),
    CaptureForm(FormName.PDF, "pdf", is_pdf, read_pdf, extra="pdf", own_encoding=True),
    CaptureForm(FormName.WACZ, "wacz", is_wacz, read_wacz, extra="warc"),
    CaptureForm(FormName.WARC, "warc", is_warc, read_warc, extra="warc"),
)
"""Tried first, in this order: their first bytes are no text's."""

TEXT_FORMS: tuple[CaptureForm, ...] = (
    CaptureForm(FormName.VTT, "vtt", is_vtt, read_vtt),
    CaptureForm(FormName.SRT, "srt", is_srt, read_srt),
    CaptureForm(FormName.MHTML, "mhtml", is_mhtml, read_mhtml),
    CaptureForm(FormName.EML, "eml", is_mail, read_mail),
    CaptureForm(FormName.TELEGRAM_JSON, "telegram", is_telegram_json, read_telegram_json, own_encoding=True),
    CaptureForm(FormName.TELEGRAM_HTML, "html", is_telegram_page, read_telegram_page, own_encoding=True),
    CaptureForm(FormName.HTML, "html", is_page, read_page),
    CaptureForm(FormName.MARKDOWN, "markdown", is_markdown, read_markdown),
    CaptureForm(FormName.TEXT, "txt", lambda *_: True, read_plain_text),
)
"""Tried in this order on what is text; the last takes what is left."""

CAPTURE_FORMS = (*PACKED_FORMS, *TEXT_FORMS)


def tell_needless_encoding(capture: Capture, encoding: str | None) -> str | None:
    """A sentence where an encoding is stated of a form that has its own; None where all is well.

    Raises UnreadableCapture for what nothing here reads.
    """
    form = find_form(capture.content, capture.file)
    if encoding is None or not form.own_encoding:
        return None
    words = f"{quote_value(capture.file)} is {FORM_WORDS[form.form]}, which tells its letters itself"
    return f"{words}: {quote_value(encoding)} is passed over."


def find_form(content: bytes, name: str = "") -> CaptureForm:
    """The form that bytes have. `name`: of the file, asked where the bytes leave it open.

    Raises UnreadableCapture for what nothing here reads, with its form's name and what to do.
    """
    with name_reader_mistakes("has a form that cannot be told"):
        packed = next((form for form in PACKED_FORMS if form.fits(content, name)), None)
        if packed:
            return packed
        if refusal := find_refusal(content):
            raise refusal
        return next(form for form in TEXT_FORMS if form.fits(content, name))
