"""What a reader draws out of a capture: the bytes that a ledger's lines cover, and what is known of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from build_tools.model.clean import FilePart, Kind


class FormName(StrEnum):
    """In what form a report was saved."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    MHTML = "mhtml"
    WARC = "warc"
    WACZ = "wacz"
    EML = "eml"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    VTT = "vtt"
    SRT = "srt"
    TELEGRAM_JSON = "telegram-json"
    TELEGRAM_HTML = "telegram-html"


FORM_WORDS: Mapping[FormName, str] = MappingProxyType(
    {
        FormName.TEXT: "a plain text",
        FormName.MARKDOWN: "a text in Markdown",
        FormName.HTML: "a page saved as HTML",
        FormName.MHTML: "a page saved as MHTML",
        FormName.WARC: "a web archive (WARC)",
        FormName.WACZ: "a web archive (WACZ)",
        FormName.EML: "a mail",
        FormName.PDF: "a PDF",
        FormName.DOCX: "a document (DOCX)",
        FormName.ODT: "a document (ODT)",
        FormName.VTT: "a transcript (VTT)",
        FormName.SRT: "a transcript (SRT)",
        FormName.TELEGRAM_JSON: "an export of Telegram (JSON)",
        FormName.TELEGRAM_HTML: "an export of Telegram (HTML)",
    }
)
"""What each is called, with its article."""


@dataclass(frozen=True, slots=True)
class AskedReading:
    """What a person states of a capture: how it is to be read goes before all that is found."""

    encoding: str | None = None
    page: str | None = None
    """The address of a page, for what holds several."""


PLAIN_READING = AskedReading()
"""Nothing asked for."""


@dataclass(frozen=True, slots=True)
class StatedField:
    """What a capture says of itself outside the report's own text, not yet believed: the record decides."""

    field: str
    """`title`, `author`, `date`, `taken` (EDTF), `address`, `archived_address`, `outlet`, `language`."""
    value: str
    where: str
    """Where it was read, after “read from”: `the mail's header From`, `SingleFile's comment`."""


@dataclass(frozen=True, slots=True)
class TextNode:
    """A stretch of text whose place its form tells by itself: a line of a printed page, a cue, a message."""

    start: int
    """Offset in `CaptureText.content`."""
    end: int
    text: str
    """White space at both ends removed; empty for what has no text. A soft hyphen at its end joins it to the
    next node of its passage without a space."""
    kind: Kind
    rule: str
    """Why it is of that kind: a name of `NODE_RULES`."""
    passage: str = ""
    """In the body, the address of the passage that it belongs to (`pg4p2`, `t00-12-31`, `m5477`). Elsewhere
    any name that the nodes of one heading have in common; empty for a node by itself."""


NODE_RULES: Mapping[str, str] = MappingProxyType(
    {
        "printed_line": "A line of a paragraph, as it is printed on the page.",
        "running_head": "Printed at the top or the foot of most pages: title of the paper, date, section.",
        "page_number": "The number of the page.",
        "heading": "A heading, by its style or its size.",
        "document_paragraph": "A paragraph of the document.",
        "document_title": "The title of the document, by its style.",
        "document_frame": "Stands beside the document's text: a note's mark, a header or footer.",
        "cue": "What was said at that time.",
        "cue_mark": "Number and time of a cue, and what else a player reads.",
        "repeated_cue": "The words of the cue before, shown again while the next are spoken.",
        "message": "The text of a message.",
        "message_frame": "What the service adds to messages: who joined, what was pinned.",
        "markup": "Marks of the form, and no words.",
    }
)
"""Name of a rule by which a reader decides → its ground in one sentence."""


@dataclass(frozen=True, slots=True)
class CaptureText:
    """The text in a capture, as bytes whose offsets the ledger gives."""

    form: FormName
    content: bytes
    """What the ledger's lines cover: the file itself, the page packed in it, or the text drawn out of it."""
    markup: bool = False
    """Whether it is HTML."""
    stated_encoding: str | None = None
    """The encoding of `content` that a person stated, or that the reader knows: goes before every guess."""
    declared_encoding: str | None = None
    """The one that the packing declares, such as a header of a mail: believed if it decodes."""
    nodes: tuple[TextNode, ...] | None = None
    """Where the form itself tells what each stretch is: they cover `content` in order. None: rules decide."""
    stated: tuple[StatedField, ...] = ()
    """In the order of belief: the first of each field goes before the others."""
    parts: tuple[FilePart, ...] = ()
    """Where `content` is not the file: what each stretch of the file is, from its first byte to its last."""
    doubts: tuple[str, ...] = ()
    """What a keeper should know of how it was read, each going on after its file's name."""
