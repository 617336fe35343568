"""Index → JSON with every record as its keeper wrote it, in the order of publication."""

from __future__ import annotations

from functools import partial

from build_tools.exports.json_lists import encode_values, frame_lists
from build_tools.index import Index
from build_tools.model.artifact import FilePiece


def list_records_json_parts(index: Index) -> tuple[FilePiece | bytes, ...]:
    """One object, `records`; fields as in `seeds/README.md`, those left out of a record left out here."""
    return frame_lists(
        {"records": [FilePiece(slug, partial(_write_record, index, slug)) for slug in index.records]}
    )


def _write_record(index: Index, slug: str) -> bytes:
    return encode_values([index.records[slug].model_dump(mode="json", exclude_none=True)])
