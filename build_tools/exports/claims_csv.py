"""Archive → CSV with one claim per row, because most researchers open a table first."""

from __future__ import annotations

import csv
from io import StringIO

from build_tools.model.archive import Archive, Statement
from build_tools.text.wording import chain, figure

COLUMNS = (
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
)
"""Order of the columns; new ones are added at the end. Several values of a cell are parted by `; `."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would run as a formula. Such a cell gets an apostrophe, which the spreadsheet hides."""


def write(archive: Archive) -> bytes:
    """UTF-8 with a byte-order mark (spreadsheets guess wrong without it), CRLF lines as RFC 4180 says."""
    out = StringIO(newline="")
    table = csv.writer(out)
    table.writerow(COLUMNS)
    table.writerows([_cell(c) for c in _row(s)] for s in archive.statements.values())
    return out.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _row(statement: Statement) -> tuple[str, ...]:
    claim, record = statement.claim, statement.document.record
    return (
        statement.ref,
        record.slug,
        record.title,
        record.outlet,
        str(record.published.date),
        claim.passage,
        claim.kind,
        claim.text,
        claim.said_by,
        chain(record.chain_of(claim), record.outlet),
        claim.wording,
        claim.quotation or "",
        "; ".join(map(figure, claim.figures)),
        "; ".join(claim.topics),
        "; ".join(claim.mentions),
        claim.note or "",
        record.url,
    )
