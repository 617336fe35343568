"""Rows by key → a mapping that notes which rows are read, because a page is as new as what it was made from.

A page that reads nothing but tables is made anew if, and only if, a row that it read is another one now. What
was read is noted here, where every look-up passes, and not by whoever looks up: nobody can forget to.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from dataclasses import dataclass
from hashlib import blake2b
from typing import Generic, TypeVar

K = TypeVar("K", bound=str)
V = TypeVar("V")

Read = tuple[str, str | None]
"""A table's name, and the key of a row that was read there; None: the whole table."""

_SIZE = 16
"""Bytes of a digest: 128 bits, beyond any chance of two rows meeting."""


_LONG = 2_000
"""Letters of a row from which its digest is kept: that of a short one is made again in some microseconds."""


def digest_bytes(content: bytes) -> bytes:
    """A short digest."""
    return blake2b(content, digest_size=_SIZE).digest()


def digest_text(text: str) -> bytes:
    """A short digest of a text."""
    # captured text may hold lone surrogates, which UTF-8 would refuse
    return digest_bytes(text.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class SharedValue(Generic[V]):
    """A value, and the rows that it was made from."""

    value: V
    reads: tuple[Read, ...]


class ReadLog:
    """The rows read since `start`, each once, in the order in which they were first read."""

    def __init__(self) -> None:
        self._reads: dict[Read, None] = {}

    def start(self) -> None:
        """Forget what was read."""
        self._reads = {}

    def note(self, table: str, key: str | None) -> None:
        """Note that a row was read, or asked for in vain."""
        self._reads[table, key] = None

    def share(self, known: dict[str, SharedValue[V]], key: str, make: Callable[[], V]) -> V:
        """A value that is made once and kept in `known`; who asks again has read what it was made from."""
        shared = known.get(key)
        if shared is None:
            before, self._reads = self._reads, {}
            try:
                value = make()
            finally:
                made_from, self._reads = self._reads, before
            shared = known[key] = SharedValue(value, tuple(made_from))
        self._reads |= dict.fromkeys(shared.reads)
        return shared.value

    def reads(self) -> tuple[Read, ...]:
        """All that was read; of a table that was read whole, only that."""
        whole = {table for table, key in self._reads if key is None}
        return tuple(read for read in self._reads if read[1] is None or read[0] not in whole)


class Table(Mapping[K, V], Generic[K, V]):
    """Rows by key, in an order that is part of the table."""

    def __init__(
        self, name: str, rows: Mapping[K, V], log: ReadLog, write: Callable[[V], str] = repr
    ) -> None:
        """`write` gives the text by which two states of a row are told apart."""
        self.name = name
        self._rows = rows
        self._log = log
        self._write = write
        self._digests: dict[str | None, bytes] = {}

    def __getitem__(self, key: K) -> V:
        self._log.note(self.name, key)
        return self._rows[key]

    def __contains__(self, key: object) -> bool:
        # asked for in vain counts too: should the row come, the page is another one
        self._log.note(self.name, str(key))
        return key in self._rows

    def __iter__(self) -> Iterator[K]:
        self._note_keys()
        return iter(self._rows)

    def __len__(self) -> int:
        self._note_keys()
        return len(self._rows)

    def items(self) -> ItemsView[K, V]:
        """All rows, noted once as the whole table."""
        self._note_rows()
        return self._rows.items()

    def values(self) -> ValuesView[V]:
        """All rows without their keys, noted once as the whole table."""
        self._note_rows()
        return self._rows.values()

    def _note_keys(self) -> None:
        self._note_rows()

    def _note_rows(self) -> None:
        self._log.note(self.name, None)

    def digest_rows(self) -> bytes | None:
        """Of all rows at once: equal digests, equal rows. None where that takes as long as one by one."""
        is_written_by_python = self._write is repr and type(self._rows) is dict
        return digest_text(repr(self._rows)) if is_written_by_python else None

    def digest_row(self, key: str | None) -> bytes:
        """Of a row as it is now, of its absence, or of the whole table."""
        known = self._digests.get(key)
        if known is None:
            known = self._digest_whole() if key is None else self._digest_one(key)
            if key is None:
                self._digests[key] = known
        return known

    def _digest_one(self, key: str) -> bytes:
        row = self._rows.get(key)  # type: ignore[arg-type] # a key of any type may be asked for
        if row is None:
            return b""
        written = self._write(row)
        digest = digest_text(written)
        if len(written) > _LONG:
            self._digests[key] = digest
        return digest

    def _digest_whole(self) -> bytes:
        whole = blake2b(digest_size=_SIZE)
        for key in self._rows:
            # key by key in their order, which is part of the table
            whole.update(digest_text(key) + self.digest_row(key))
        return whole.digest()


class DigestedTable(Table[K, V]):
    """Rows whose digests are known: none is looked at to tell two of its states apart."""

    def __init__(self, name: str, rows: Mapping[K, V], log: ReadLog, digests: Mapping[str, str]) -> None:
        """A row without a digest, or with an empty one, is written out."""
        super().__init__(name, rows, log)
        self._known = digests

    def _digest_one(self, key: str) -> bytes:
        known = self._known.get(key)
        return digest_text(known) if known else super()._digest_one(key)
