"""YAML text → where each of its values stands, found when it is first asked for and held as bytes.

Places of a text take four times as much memory as its values. Most texts need none; of the others, few places
are asked for.
"""

from __future__ import annotations

import marshal
import zlib
from collections import ChainMap
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from build_tools.model.material import Loc
from build_tools.read.composer import Composer
from build_tools.read.scalars import Value

YamlMark = tuple[int, int]
"""Line and column, 1-based."""
_Marks = dict[Loc, YamlMark]
_OPEN = 4
"""Texts, or entries of long ones, whose places are open at a time: rules look at one after the other."""
_LONG = 1 << 18
"""Letters of a text whose places are held entry by entry: at the worst moment all of them, as they are found,
would take twelve bytes for each letter. Of a shorter one, 3 MB."""
_MAPPING_ENTRY, _LIST_ENTRY = 2, 1
"""Steps to an entry of a file that is a mapping of lists, and of one that is a list."""


def _pack_places(composer: Composer) -> bytes:
    """Those that it has found: of a record 60 kB, and 7 as these bytes."""
    return zlib.compress(marshal.dumps((composer.marks, composer.keys)), 1)


@lru_cache(_OPEN)
def _open_places(held: bytes) -> tuple[_Marks, _Marks]:
    # bytes that this program made, of plain values
    found: tuple[_Marks, _Marks] = marshal.loads(zlib.decompress(held))  # noqa: S302
    return found


class _PlaceFinder(Composer):
    """A composer that keeps places alone: those within an entry as bytes, as soon as it has ended."""

    def __init__(self) -> None:
        super().__init__("")
        self.entries: dict[Loc, bytes] = {}
        """By the loc of the entry."""
        self._around = (self.marks, self.keys)

    def _is_entry(self, loc: Loc) -> bool:
        whole = self._stack[0].value
        return len(loc) == (_MAPPING_ENTRY if isinstance(whole, dict) else _LIST_ENTRY)

    def _put_value(self, top: Any, value: Value) -> None:
        super()._put_value(top, None if top else value)

    def _open_collection(self, value: Any, loc: Loc) -> None:
        super()._open_collection(value, loc)
        if self._is_entry(loc):
            self._around = (self.marks, self.keys)
            self.marks, self.keys = {}, {}

    def _close_collection(self) -> None:
        loc = self._stack[-1].loc
        if self._is_entry(loc):
            self.entries[loc] = _pack_places(self)
            self.marks, self.keys = self._around
        super()._close_collection()


class Composed:
    """Where the keys and values of a text stand."""

    def __init__(self, source: str, composer: Composer | None = None) -> None:
        """Without a composer that has read the text, one reads it when a place is asked for."""
        self._source = source
        self._composer = composer
        self._held: bytes | None = None
        self._entries: dict[Loc, bytes] = {}

    def __reduce__(self) -> tuple[type[Composed], tuple[str]]:
        """Another process gets the text: it can find the places itself."""
        return Composed, (self._source,)

    def __eq__(self, other: object) -> bool:
        return self._source == other._source if isinstance(other, Composed) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._source)

    def _read_text(self) -> Composer:
        if len(self._source) > _LONG:
            finder = _PlaceFinder()
            finder.read_events(self._source)
            # of one that breaks off, an entry has not ended
            if finder.complete and not finder.faults:
                return finder
        composer = Composer("")
        composer.read_events(self._source)
        return composer

    def list_found(self, loc: Loc | None = None) -> Iterator[tuple[_Marks, _Marks]]:
        """Places of values and of keys; all of them, or those among which that of `loc` is."""
        if self._held is None:
            composer, self._composer = self._composer or self._read_text(), None
            self._entries = composer.entries if isinstance(composer, _PlaceFinder) else {}
            self._held = _pack_places(composer)
        yield _open_places(self._held)
        if loc is None:
            yield from map(_open_places, self._entries.values())
        else:
            within = (self._entries.get(loc[:steps]) for steps in (_LIST_ENTRY, _MAPPING_ENTRY))
            yield from (_open_places(entry) for entry in within if entry)


class YamlMarks(Mapping[Loc, YamlMark]):
    """The places of a text as a mapping that is filled when it is first read."""

    def __init__(self, composed: Composed, *, of_keys: bool = False) -> None:
        """`of_keys`: places of keys, by the loc of their value; of what has none (a list's entry) its own."""
        self._composed = composed
        self._of_keys = of_keys

    def __getitem__(self, loc: Loc) -> YamlMark:
        for known in map(self._select_marks, self._composed.list_found(loc)):
            if loc in known:
                return known[loc]
        raise KeyError(loc)

    def __iter__(self) -> Iterator[Loc]:
        return (loc for known in map(self._select_marks, self._composed.list_found()) for loc in known)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _select_marks(self, found: tuple[_Marks, _Marks]) -> Mapping[Loc, YamlMark]:
        values, keys = found
        return ChainMap(keys, values) if self._of_keys else values
