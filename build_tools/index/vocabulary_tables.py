"""Vocabulary → tables of its entities and topics, because a new name concerns few pages.

A page that names an entity has read what it is called, and not its other forms; whose tip tells what it is
has read that as well. So an entry that comes out of a table here notes, when it is asked, what was wanted of
it. To go through a table is to read its keys in their order, and of each entry what it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, Generic, TypeVar, cast

from build_tools.index.record_tables import ALL_KEYS
from build_tools.index.table import ReadLog, Table, digest_text
from build_tools.model.vocabulary import Entity, Topic

M = TypeVar("M", bound=Entity | Topic)

_FIELD_TABLES: Final[Mapping[type, Mapping[str, str]]] = MappingProxyType(
    {
        Entity: MappingProxyType(
            {
                # what a link needs, and what kind of thing machines are told that it is
                "name": "entity_labels",
                "kind": "entity_labels",
                "type": "entity_labels",
                # what the tip of a link tells
                "description": "entity_descriptions",
            }
        ),
        # rules are looked for in captures, and shown nowhere: who changes one changes no page by that
        Topic: MappingProxyType({"label": "topic_labels", "rules": "topic_rules"}),
    }
)
"""Fields that are rows of tables of their own; all others of an entry are one row."""


class WatchedEntry:
    """An entry that notes what of it is asked for. It passes for one: it is made in this module only."""

    __slots__ = ("_entry", "_log", "_table")

    def __init__(self, entry: Entity | Topic, table: str, log: ReadLog) -> None:
        self._entry = entry
        self._table = table
        self._log = log

    # so that `isinstance` takes it for what it is
    __class__ = property(lambda self: type(self._entry))
    # asked by `isinstance` of what may be a model: no field, and no news
    __pydantic_decorators__ = Entity.__pydantic_decorators__

    def __getattr__(self, name: str) -> Any:
        entry = self._entry
        # by its id it was found
        if name != "id":
            self._log.note(_FIELD_TABLES[type(entry)].get(name, self._table), entry.id)
        return getattr(entry, name)

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        self._note_all()
        return iter(self._entry)

    def _note_all(self) -> None:
        for table in (self._table, *_FIELD_TABLES[type(self._entry)].values()):
            self._log.note(table, self._entry.id)

    def __eq__(self, other: object) -> bool:
        self._note_all()
        return self._entry == (other._entry if type(other) is WatchedEntry else other)

    __hash__ = None  # type: ignore[assignment] # nor has an entry one


class VocabularyTable(Table[str, M], Generic[M]):
    """Entries by id, in the vocabulary's order; a row is all but the fields that have tables of their own."""

    def __init__(self, name: str, entries: Iterable[M], log: ReadLog) -> None:
        rows = {entry.id: entry for entry in entries}
        self._model: type = Entity if name == "entities" else Topic
        own = _FIELD_TABLES[self._model]
        super().__init__(name, rows, log, lambda entry: entry.model_dump_json(exclude={*own}))
        # whoever finds an entry has learnt no more than that it is there
        self._found = next(iter(own.values()))

    def list_field_tables(self) -> Iterator[Table[str, M]]:
        """The tables of single fields."""
        own = _FIELD_TABLES[self._model]
        for name in dict.fromkeys(own.values()):
            fields = {field for field, table in own.items() if table == name}
            yield Table(name, self._rows, self._log, _write_fields(fields))

    def __getitem__(self, key: str) -> M:
        self._log.note(self._found, key)
        return cast("M", WatchedEntry(self._rows[key], self.name, self._log))

    def __contains__(self, key: object) -> bool:
        self._log.note(self._found, str(key))
        return key in self._rows

    # one by one, as they are asked for
    items = Mapping.items
    values = Mapping.values

    def _note_rows(self) -> None:
        self._log.note(self.name, ALL_KEYS)

    def digest_row(self, key: str | None) -> bytes:
        """Of a row, or of all keys in their order: whoever asks for these has read no row."""
        return digest_text("\n".join(self._rows)) if key == ALL_KEYS else super().digest_row(key)


def _write_fields(fields: set[str]) -> Any:
    return lambda entry: entry.model_dump_json(include=fields)


class FieldView(Mapping[str, str]):
    """One field of all entries, by id; who asks for an entry's has read it."""

    def __init__(self, table: VocabularyTable[Any], field: str) -> None:
        self._table = table
        self._field = field

    def __getitem__(self, key: str) -> str:
        value: str = getattr(self._table[key], self._field)
        return value

    def __contains__(self, key: object) -> bool:
        return key in self._table

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


class OrderedIds(Mapping[str, tuple[str, ...]]):
    """Ids parted by blanks, sorted → the same in the vocabulary's order, without those that it lacks.

    A row for each set that is asked for: so a new topic between two others concerns nobody who shows these.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self._ranks = {name: rank for rank, name in enumerate(ids)}

    def __getitem__(self, key: str) -> tuple[str, ...]:
        ranks = self._ranks
        return tuple(sorted(ranks.keys() & key.split(" "), key=ranks.__getitem__))

    # nobody goes through all sets that there may be
    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0
