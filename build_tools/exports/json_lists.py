"""Values by list → one JSON object of lists, piece by piece: one changed value makes no others anew."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from pydantic_core import to_json

from build_tools.model.artifact import FilePiece


def encode_values(values: Iterable[object]) -> bytes:
    """Values as they stand in a list of the object, parted; two steps in, at one space a step."""
    # a line feed within a string is written as an escape: those that are left begin lines of the file
    # `json` sets lines apart in Python, letter by letter
    return b",\n  ".join(to_json(value, indent=1).replace(b"\n", b"\n  ") for value in values)


def frame_lists(lists: Mapping[str, Iterable[FilePiece]]) -> tuple[FilePiece | bytes, ...]:
    """The parts of the file: an object with these lists. Each piece has at least one value."""
    return tuple(_frame_pieces({name: tuple(pieces) for name, pieces in lists.items()}))


def _frame_pieces(lists: Mapping[str, tuple[FilePiece, ...]]) -> Iterator[FilePiece | bytes]:
    for number, (name, pieces) in enumerate(lists.items()):
        yield f"{',' if number else '{'}\n {json.dumps(name)}: [".encode()
        for at, piece in enumerate(pieces):
            yield b",\n  " if at else b"\n  "
            yield piece
        yield b"\n ]" if pieces else b"]"
    yield b"\n}\n"
