"""What a build may remember of the last one: whatever it is asked for, it would be made again just so."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from build_tools.model.archive import Document
from build_tools.model.record import Record
from build_tools.model.reuse import Reuse


class KeptDocument(NamedTuple):
    """A document, and with which names and rules it was annotated."""

    document: Document
    vocabulary: str
    """The digest of a vocabulary that gives just this document."""


class BuildCache(Protocol):
    """Where sources that were annotated before are kept. Losing it costs time, never a byte."""

    def get_document(self, key: str, record: Record) -> KeptDocument | None:
        """The document of this record that is kept under the key, if any."""

    def put_document(self, key: str, kept: KeptDocument) -> None:
        """Keep a document."""

    def restamp_document(self, key: str, vocabulary: str) -> None:
        """Note that another vocabulary gives the document that is kept under the key, too."""

    def get_wording(self, key: str) -> tuple[Reuse, ...] | None:
        """The shared wording kept under the key, if any."""

    def put_wording(self, key: str, pairs: tuple[Reuse, ...]) -> None:
        """Keep shared wording."""

    def get_picture(self, key: str) -> bytes | None:
        """The picture kept under the key, if any."""

    def put_picture(self, key: str, picture: bytes) -> None:
        """Keep a picture."""

    def get_value(self, source: str) -> Any:
        """What is kept under a text, such as what a YAML text says; else None."""

    def put_value(self, source: str, value: Any) -> None:
        """Keep what follows from a text."""
