"""What a capture says of itself, field by field, with where each value was read; the record decides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FieldSource(StrEnum):
    """In which part of a capture a value stands."""

    TAG = "tag"
    """In markup that is not shown: JSON-LD, microdata, `<meta>`, `<time>`."""
    TEXT = "text"
    """In what a reader sees."""
    ADDRESS = "address"
    """In the page's own address."""
    PACKING = "packing"
    """In what the capture was packed with: headers of a mail, of a web archive."""


@dataclass(frozen=True, slots=True)
class PageField:
    """One value, and where it was read."""

    value: str
    source: FieldSource
    where: str
    """After “read from”: `JSON-LD NewsArticle, author`, `the line 12 of the page`."""


@dataclass(frozen=True, slots=True)
class PageFields:
    """All that a capture says of the report in it. None, or an empty tuple, for what it does not say."""

    title: PageField | None = None
    outlet: PageField | None = None
    authors: tuple[PageField, ...] = ()
    """Names, each by itself."""
    published: PageField | None = None
    """EDTF."""
    printed: PageField | None = None
    """EDTF: the day that the page prints, where a tag states another."""
    language: PageField | None = None
    """BCP 47."""
    address: PageField | None = None
    archived: PageField | None = None
    """The address of a web archive's copy."""
    taken: PageField | None = None
    """EDTF: when the capture was taken."""
    elsewhere: PageField | None = None
    """The address that the page calls its original, where that is on another host: it may be a reprint."""
