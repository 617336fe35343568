"""What cleaning makes of a capture: metadata, paragraphs, and a ledger that accounts for every byte."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.slots import fill_slots


class Verdict(StrEnum):
    """What became of a line."""

    KEPT = "kept"
    """The line is a paragraph, or a field of the metadata, by itself."""
    JOINED = "joined"
    """The line was joined to the line before it: a paragraph broken over several lines."""
    REMOVED = "removed"
    """The line is page chrome. It stays in the ledger with the rule that removed it."""
    BLANK = "blank"
    """Nothing but white space (or, in HTML, markup without text)."""


class Kind(StrEnum):
    """What a line is. The values are the labels that hand-labelled captures use."""

    TITLE = "title"
    DUPLICATE_TITLE = "duplicate_title"
    BYLINE = "byline"
    DATELINE = "dateline"
    STANDFIRST = "standfirst"
    CAPTION = "caption"
    BODY = "body"
    CROSSHEAD = "crosshead"
    """A heading inside the article: editorial text, but not a numbered paragraph."""
    SECTION_LABEL = "section_label"
    """The site's own category tag."""
    PHOTO_CREDIT = "photo_credit"
    RELATED_LINK = "related_link"
    SHARE = "share"
    NEWSLETTER = "newsletter"
    APPEAL = "appeal"
    COMMENT_FORM = "comment_form"
    COPYRIGHT = "copyright"
    OTHER_CHROME = "other_chrome"
    BLANK = "blank"


@fill_slots
@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the ledger: a stretch of the capture's bytes and what became of it."""

    n: int
    """1-based. In plain text the line number that an editor shows."""
    start: int
    """Offset of the first byte in the file."""
    end: int
    """Offset after the last byte, line ending included; the next line starts here."""
    verdict: Verdict
    kind: Kind
    rule: str
    """Name of the rule that decided, as `archive explain` and the Method page give it."""
    text: str
    """The decoded text, white space at both ends removed."""


@fill_slots
@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage of cleaned text with its address."""

    id: str
    """`p1`, `p2` … for the body, or as its form names its passages: by page and paragraph (`pg4p2`), time
    (`t00-12-31`), message (`m5477`); `title`, `standfirst`, `caption`, `h1` … (crossheads) for the rest."""
    kind: Kind
    text: str
    lines: tuple[int, ...]
    """Numbers of the ledger lines that it was made from, in order."""


@dataclass(frozen=True, slots=True)
class Found:
    """A field of metadata as found in the capture, not yet believed: the record decides."""

    field: str
    """`title`, `byline`, `dateline`, `language` …"""
    value: str
    """As printed (a date also as EDTF where it can be told, field `date`)."""
    line: int
    """The ledger line that it was read from; 0 where the capture says it outside its text."""


@dataclass(frozen=True, slots=True)
class FilePart:
    """A stretch of a file that packs a report among other things, and what it is."""

    start: int
    """Offset of the first byte in the file."""
    end: int
    """Offset after the last; the next part starts here."""
    name: str
    """What it is: `page`, `headers`, `image/png`, `between`. No address and no word of the publisher's."""
    read: bool
    """Whether the report was read from it."""


@dataclass(frozen=True, slots=True)
class DrawnText:
    """The bytes that the lines cover, where they are not those of the file."""

    form: str
    """A value of `FormName`."""
    sha256: str
    bytes: int
    parts: tuple[FilePart, ...]
    """The file from its first byte to its last."""


@dataclass(frozen=True, slots=True)
class CleanText:
    """A capture after cleaning. `b"".join(text[l.start:l.end] for l in lines)` is the text that was read.

    That is the capture itself, or, where `drawn` is given, what a reader of its form drew out of it.
    """

    file: str
    """Name of the file, without its folder."""
    sha256: str
    bytes: int
    encoding: str
    """The codec it was decoded with; undecodable bytes are shown as U+FFFD and counted in `undecodable`."""
    undecodable: int
    metadata: tuple[Found, ...]
    lines: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]
    """In reading order, crossheads and standfirst among them; only kind `body` has `pN` numbers."""
    named: tuple[tuple[str, str], ...] = ()
    """In a committed ledger: passages with the names of sources that were found in them, which is what a
    record's stated attributions are held against where the capture is not at hand."""
    drawn: DrawnText | None = None
    """Of which bytes the lines speak, where the report is packed in the file, or is no text there."""

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """The numbered paragraphs only."""
        return tuple(p for p in self.paragraphs if p.kind is Kind.BODY)

    @property
    def body_lines(self) -> tuple[int, ...]:
        """The numbers of their lines."""
        return tuple(n for paragraph in self.body for n in paragraph.lines)
