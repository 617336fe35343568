"""Index → shared wording as JSON, because a clone without the captures must show what the keeper sees."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial

from build_tools.index import Index
from build_tools.model.artifact import FilePiece
from build_tools.model.reuse import Reuse


def list_reuse_json_parts(index: Index) -> tuple[FilePiece | bytes, ...]:
    """All pairs of the archive."""
    pieces = [FilePiece(name, partial(_write_pair, index, name)) for name in index.wording]
    if not pieces:
        return (write_reuse_json(()).encode(),)
    # [1:]: nothing is parted from the first
    parted = [part for piece in pieces for part in (b",\n", piece)][1:]
    return (b'{\n "pairs": [\n', *parted, b"\n ]\n}\n")


def _write_pair(index: Index, name: str) -> bytes:
    return _dump_pair(index.wording[name]).encode()


def write_reuse_json(pairs: Iterable[Reuse]) -> str:
    """One object with `pairs`; each pair and each aligned passage on a line. No word of any source."""
    written = ",\n".join(map(_dump_pair, pairs))
    return f'{{\n "pairs": [\n{written}\n ]\n}}\n' if written else '{\n "pairs": []\n}\n'


def _dump_pair(pair: Reuse) -> str:
    head = json.dumps(pair.model_dump(mode="json", exclude={"passages"}))
    rows = ",\n".join(f"   {json.dumps(aligned.model_dump(mode='json'))}" for aligned in pair.passages)
    return f'  {head[:-1]}, "passages": [\n{rows}\n  ]}}' if rows else f'  {head[:-1]}, "passages": []}}'
