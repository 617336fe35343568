"""Values → the same values packed: a large archive holds few of its sources open at a time.

A value of ours takes seven times as many bytes as its pickle does once it is compressed, and a stage looks at
one source after the other. What is packed reads like what it was packed from, and goes to other processes as
it is.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")

FEW = 256
"""Values that are not worth packing: of so many sources, all that is made of them takes some 25 MB."""
PACKING_LEVEL = 1
"""Of compression: the next ones take twice as long for a tenth less."""


def pack_value(value: object) -> bytes:
    """The value as bytes."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), PACKING_LEVEL)


def open_value(packed: bytes) -> Any:
    """The value of these bytes; each time another object, equal to the others."""
    # what is opened here was packed by this program, and lies in its memory
    return pickle.loads(zlib.decompress(packed))  # noqa: S301


class OpenValues:
    """Packed values that are open: those that were asked for last."""

    def __init__(self, most: int, opened: Callable[[bytes], Any] = open_value) -> None:
        """`most`: so many at a time. `opened` gives the value of bytes."""
        self._most = most
        self._opened = opened
        self._open: dict[int, Any] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        # what is open goes to no other process, which opens what it needs
        return OpenValues, (self._most, self._opened)

    def get_value(self, number: int, packed: bytes) -> Any:
        """The value of these bytes, which have a number of their own."""
        value = self._open.pop(number, None)
        if value is None:
            if len(self._open) >= self._most:
                # the one that was asked for the longest ago: whatever is asked for is put behind the others
                del self._open[next(iter(self._open))]
            value = self._opened(packed)
        self._open[number] = value
        return value


class RowsByName(Mapping[K, V], Generic[K, V]):
    """Rows that are opened or made when they are asked for; their names are those of a mapping at hand."""

    def __init__(self, known: Mapping[K, Any]) -> None:
        self._known = known

    def __contains__(self, name: object) -> bool:
        return name in self._known

    def __iter__(self) -> Iterator[K]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


class NumberedRows(RowsByName[K, V]):
    """A sequence by the names of its values."""

    def __init__(self, names: Iterable[K], values: Sequence[V]) -> None:
        """`names` in the order of the values."""
        self._numbers = {name: number for number, name in enumerate(names)}
        self._values = values
        super().__init__(self._numbers)

    def __getitem__(self, name: K) -> V:
        return self._values[self._numbers[name]]
