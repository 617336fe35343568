"""Finished pages → the same pages packed: links and words of a hundred thousand would fill the memory."""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterable, Iterator, Sequence

from build_tools.model.packed import OpenValues, RowsByName, pack_value
from build_tools.model.rendered import RenderedPage
from build_tools.pages import PageKey

_BLOCK = 64
"""Pages that are compressed together: what they lead to is much the same, and takes a tenth of its size."""
_OPEN = 4
"""Blocks that are open at a time: what was taken over stands in one row, what was rendered in another."""


def pack_page(page: RenderedPage) -> bytes:
    """A page as bytes."""
    return pickle.dumps(page, pickle.HIGHEST_PROTOCOL)


class PackedPages(RowsByName[PageKey, RenderedPage]):
    """Pages by their keys; each time that one is asked for it is another object, equal to the others."""

    def __init__(self) -> None:
        self._numbers: dict[PageKey, int] = {}
        super().__init__(self._numbers)
        self.addresses: dict[PageKey, str] = {}
        """Of all pages, which most ask for."""
        self._blocks: list[bytes] = []
        self._last: list[bytes] = []
        """The block that is not full yet."""
        self._open = OpenValues(_OPEN)

    def put_page(self, key: PageKey, address: str, page: bytes) -> None:
        """Put a packed page behind the others."""
        self._numbers[key] = len(self._blocks) * _BLOCK + len(self._last)
        self.addresses[key] = address
        self._last.append(page)
        if len(self._last) == _BLOCK:
            self._blocks.append(pack_value(self._last))
            self._last = []

    def put_behind(self, keys: Iterable[PageKey]) -> None:
        """Let the pages of these keys come last, in the keys' order."""
        for key in keys:
            self._numbers[key] = self._numbers.pop(key)

    def __getitem__(self, key: PageKey) -> RenderedPage:
        block, place = divmod(self._numbers[key], _BLOCK)
        opened: Sequence[bytes] = (
            self._last if block == len(self._blocks) else self._open.get_value(block, self._blocks[block])
        )
        # what is opened here was packed by this program, or is kept whole in its own cache
        page: RenderedPage = pickle.loads(opened[place])  # noqa: S301
        return page


class PagesInTurn(Collection[RenderedPage]):
    """Pages of several places, one after the other, as often as they are gone through."""

    def __init__(self, *places: Collection[RenderedPage]) -> None:
        self._places = places

    def __iter__(self) -> Iterator[RenderedPage]:
        for pages in self._places:
            yield from pages

    def __len__(self) -> int:
        return sum(map(len, self._places))

    def __contains__(self, page: object) -> bool:
        return any(page in place for place in self._places)
