"""Values → the same values packed: a large archive holds few of its sources open at a time.

A value of ours takes seven times as many bytes as its pickle does once it is compressed, and a stage looks at
one source after the other. What is packed reads like what it was packed from, and goes to other processes as
it is.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, Generic, TypeVar, cast, overload

K = TypeVar("K")
V = TypeVar("V")

FEW = 256
"""Values that are not worth packing: of so many sources, all that is made of them takes some 25 MB."""
_LEVEL = 1
"""Of compression: the next ones take twice as long for a tenth less."""


def pack_value(value: object) -> bytes:
    """The value as bytes."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), _LEVEL)


def open_value(packed: bytes) -> Any:
    """The value of these bytes; each time another object, equal to the others."""
    # what is opened here was packed by this program, and lies in its memory
    return pickle.loads(zlib.decompress(packed))  # noqa: S301


class PackedList(Sequence[V], Generic[V]):
    """A sequence of values in blocks, each packed by itself; those opened last stay open."""

    def __init__(self, blocks: Iterable[bytes], length: int, *, size: int = 1, most: int = 64) -> None:
        """`size`: values of each block, the last one apart; `most`: blocks that are open at a time."""
        self._blocks = tuple(blocks)
        self._length = length
        self._size = size
        self._most = most
        self._open: dict[int, Sequence[V]] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return _make_list, (self._blocks, self._length, self._size, self._most)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> V: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[V]: ...
    def __getitem__(self, at: int | slice) -> V | Sequence[V]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(self._length))]
        number = at + self._length if at < 0 else at
        if not 0 <= number < self._length:
            raise IndexError(at)
        block, place = divmod(number, self._size)
        return self._open_block(block)[place]

    def __iter__(self) -> Iterator[V]:
        # past the blocks that are open: who goes through all asks for none of them again soon
        for block, packed in enumerate(self._blocks):
            known = self._open.get(block)
            yield from cast("Sequence[V]", open_value(packed)) if known is None else known

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (PackedList, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment] # as a list, which it is asked like

    def _open_block(self, block: int) -> Sequence[V]:
        known = self._open.pop(block, None)
        if known is None:
            if len(self._open) >= self._most:
                # the one that was asked for the longest ago: whatever is asked for is put behind the others
                del self._open[next(iter(self._open))]
            known = cast("Sequence[V]", open_value(self._blocks[block]))
        self._open[block] = known
        return known


def _make_list(blocks: tuple[bytes, ...], length: int, size: int, most: int) -> PackedList[Any]:
    return PackedList(blocks, length, size=size, most=most)


def pack_values(values: Iterable[V], *, size: int = 1, most: int = 64) -> Sequence[V]:
    """The values, packed if they are more than a few; they may come one by one."""
    coming = iter(values)
    first = tuple(islice(coming, FEW + 1))
    if len(first) <= FEW:
        return first
    blocks: list[bytes] = []
    length = 0
    every = chain(first, coming)
    while block := tuple(islice(every, size)):
        blocks.append(pack_value(block))
        length += len(block)
    return PackedList(blocks, length, size=size, most=most)


class NumberedRows(Mapping[K, V], Generic[K, V]):
    """A sequence by the names of its values."""

    def __init__(self, names: Iterable[K], values: Sequence[V]) -> None:
        """`names` in the order of the values."""
        self._numbers = {name: number for number, name in enumerate(names)}
        self._values = values

    def __getitem__(self, name: K) -> V:
        return self._values[self._numbers[name]]

    def __contains__(self, name: object) -> bool:
        return name in self._numbers

    def __iter__(self) -> Iterator[K]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
