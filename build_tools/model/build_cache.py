"""What a build may remember of the last one: whatever it is asked for, it would be made again just so."""

from __future__ import annotations

from typing import Any, Protocol

from build_tools.model.archive import Document
from build_tools.model.record import Record
from build_tools.model.reuse import Reuse


class BuildCache(Protocol):
    """Where sources that were annotated before are kept. Losing it costs time, never a byte."""

    def get_document(self, key: str, record: Record) -> Document | None:
        """The document of this record that is kept under the key, if any."""

    def put_document(self, key: str, document: Document) -> None:
        """Keep a document."""

    def get_wording(self, key: str) -> tuple[Reuse, ...] | None:
        """The shared wording kept under the key, if any."""

    def put_wording(self, key: str, pairs: tuple[Reuse, ...]) -> None:
        """Keep shared wording."""

    def get_picture(self, key: str) -> bytes | None:
        """The picture kept under the key, if any."""

    def put_picture(self, key: str, picture: bytes) -> None:
        """Keep a picture."""

    def get_value(self, source: str) -> Any:
        """What a YAML text says, if it is kept; else None."""

    def put_value(self, source: str, value: Any) -> None:
        """Keep what a YAML text says."""
