"""Documents → tables of their records and claims, because most pages ask for little of a report.

A page that credits a report has read its title, outlet and day, and not what the report says. So a record
that comes out of a table here notes, when it is asked, which of the two was wanted: nobody has to say so, and
nobody can forget to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any, Final, Generic, TypeVar, cast

from build_tools.index.table import Read, ReadLog, Table, digest_text
from build_tools.model.archive import Statement
from build_tools.model.base import ClaimRef
from build_tools.model.record import Record

K = TypeVar("K", bound=str)
V = TypeVar("V")

DOCUMENTS: Final = "documents"
RECORDS: Final = "records"
STATEMENTS: Final = "statements"
PLACES: Final = "places"
USED_TOPICS: Final = "used_topics"
ALL_KEYS: Final = "*"
"""Stands for a row of its own, which no slug and no ref is called."""

_SAID: Final = frozenset({"claims", "notes"})
"""What a report says, and what is said of that: most of a record, and what changes most often."""
_CATALOGUE: Final = frozenset(Record.model_fields) - _SAID | {"chain_of", "printed_of"}
"""What a record tells of a report without these; the two methods look into its chains and nowhere else."""
_DERIVED: Final = {"claim_places": PLACES, "used_topics": USED_TOPICS}
"""What is worked out of all claims, and the table whose row says as much."""
_CHECKS: Final = frozenset({"check_state", "standing_checks"})
"""What is told of checks is held against the whole record, if there are any."""


class WatchedRecord:
    """A record that notes what of it is asked for. It passes for one: it is made in this module only."""

    __slots__ = ("_log", "_record")

    def __init__(self, record: Record, log: ReadLog) -> None:
        self._record = record
        self._log = log

    # so that `isinstance` takes it for what it is
    __class__ = property(lambda _: Record)

    def __getattr__(self, name: str) -> Any:
        self._note(name)
        return getattr(self._record, name)

    def __eq__(self, other: object) -> bool:
        self._log.note(DOCUMENTS, self._record.slug)
        return self._record == (other._record if type(other) is WatchedRecord else other)

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        self._log.note(DOCUMENTS, self._record.slug)
        return iter(self._record)

    __hash__ = None  # type: ignore[assignment] # nor has a record one

    def _note(self, name: str) -> None:
        is_catalogued = name in _CHECKS and not self._record.checked
        self._log.note(RECORDS if is_catalogued else DOCUMENTS, self._record.slug)


def _watch_field(name: str, table: str) -> property:
    read = attrgetter(name)

    def ask(self: WatchedRecord) -> Any:
        record = self._record
        self._log.note(table, record.slug)
        return read(record)

    return property(ask)


# what a class has is found three times as fast as by `__getattr__`, and pages ask a million times
for _name, _table in {**dict.fromkeys(_CATALOGUE, RECORDS), **_DERIVED}.items():
    setattr(WatchedRecord, _name, _watch_field(_name, _table))
# by its slug it was found: that is no news
WatchedRecord.slug = property(attrgetter("_record.slug"))  # type: ignore[attr-defined]


def _watch_record(record: Record, log: ReadLog) -> Record:
    # as it is given to pages
    return cast("Record", WatchedRecord(record, log))


class PartTable(Table[K, V], Generic[K, V]):
    """Rows that are parts of documents; to go through all of them is to read the documents."""

    def _note_keys(self) -> None:
        self._log.note(self.name, ALL_KEYS)

    def _note_rows(self) -> None:
        self._log.note(DOCUMENTS, None)

    def digest_row(self, key: str | None) -> bytes:
        """Of a row, or of all keys in their order: whoever asks for these has read no row."""
        if key in (ALL_KEYS, None):
            return digest_text("\n".join(self._rows))
        return super().digest_row(key)


class RecordTable(PartTable[str, Record]):
    """Records by slug; a row is all but what the report says."""

    def __init__(self, rows: Mapping[str, Record], log: ReadLog) -> None:
        super().__init__(RECORDS, rows, log, lambda record: record.model_dump_json(exclude={*_SAID}))

    def __getitem__(self, key: str) -> Record:
        return _watch_record(super().__getitem__(key), self._log)


class StatementTable(PartTable[ClaimRef, Statement]):
    """Statements by ref; a row is the claim alone."""

    def __init__(self, rows: Mapping[ClaimRef, Statement], log: ReadLog) -> None:
        super().__init__(STATEMENTS, rows, log, lambda statement: statement.claim.model_dump_json())

    def __getitem__(self, key: ClaimRef) -> Statement:
        statement = super().__getitem__(key)
        return Statement(_watch_record(statement.record, self._log), statement.claim)


def drop_held_reads(reads: tuple[Read, ...]) -> tuple[Read, ...]:
    """What was read, but for parts of documents that were read whole."""
    whole = {key for table, key in reads if table == DOCUMENTS}
    if not whole:
        return reads
    return tuple(read for read in reads if read[0] not in _PARTS or not _is_held(read[1], whole))


_PARTS: Final = frozenset({RECORDS, STATEMENTS, PLACES, USED_TOPICS})


def _is_held(key: str | None, whole: set[str | None]) -> bool:
    return None in whole or (key is not None and key.partition("#")[0] in whole)
