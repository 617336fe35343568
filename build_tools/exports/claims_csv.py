"""Index → CSV with one claim per row, because most researchers open a table first."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from functools import partial
from io import StringIO

from build_tools.index import Index
from build_tools.model.artifact import FilePiece
from build_tools.model.base import ClaimRef
from build_tools.model.record import Claim, Record
from build_tools.text.attribution_words import printed_words
from build_tools.text.claim_words import remark_fully, write_figure
from build_tools.text.english import chain_words

CLAIM_COLUMNS = (
    "claim",
    "source",
    "title",
    "outlet",
    "published",
    "passage",
    "kind",
    "statement",
    "said_by",
    "chain",
    "wording",
    "quotation",
    "figures",
    "topics",
    "mentions",
    "note",
    "url",
    "printed",
)
"""Order of the columns; new ones are added at the end. Several values of a cell are parted by `; `."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would run as a formula. Such a cell gets an apostrophe, which the spreadsheet hides."""


def list_claims_csv_parts(index: Index) -> tuple[FilePiece | bytes, ...]:
    """UTF-8 with a byte-order mark (spreadsheets guess wrong without it), CRLF lines as RFC 4180 says."""
    # the mark stands before the first row alone
    head = _write_rows([CLAIM_COLUMNS]).decode().encode("utf-8-sig")
    slugs = [slug for slug, record in index.records.items() if record.claims]
    return (head, *(FilePiece(slug, partial(_write_source, index, slug)) for slug in slugs))


def _write_source(index: Index, slug: str) -> bytes:
    record = index.records[slug]
    return _write_rows(
        [_disarm_formula(text) for text in _list_cells(record, claim)] for claim in record.claims
    )


def _write_rows(rows: Iterable[Sequence[str]]) -> bytes:
    # the writer ends rows itself; nothing else may turn their ends
    out = StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def _disarm_formula(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _list_cells(record: Record, claim: Claim) -> tuple[str, ...]:
    return (
        ClaimRef.of(record.slug, claim.id),
        record.slug,
        record.title,
        record.outlet,
        str(record.published.date),
        claim.passage,
        claim.kind,
        claim.text,
        claim.said_by,
        chain_words(record.chain_of(claim), record.outlet, remark_fully),
        claim.wording,
        claim.quotation or "",
        # not a comma: figures, as `20,000`, have commas of their own
        "; ".join(map(write_figure, claim.figures)),
        "; ".join(claim.topics),
        "; ".join(claim.mentions),
        claim.note or "",
        record.url,
        printed_words(record.printed_of(claim)),
    )
