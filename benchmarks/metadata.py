"""Real pages → how well a draft's byline, date, outlet and address are read, beside libraries that do it too.

`python -m benchmarks.metadata` prints the table, and each page on which a field is wrong. What is right
stands in `metadata_labels.tsv`, read by hand from the pages: several values with a bar between them are each
right (a day may be the outlet's or that of UTC), and authors after a question mark need not be found (a
login, the outlet itself). Addresses stand there as digests.
"""

from __future__ import annotations

import csv
import hashlib
import importlib
import logging
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.cleaning import Page, pages
from benchmarks.places import articles, missing
from build_tools.capture import extract_text
from build_tools.clean import clean
from build_tools.clean.core import decode_text
from build_tools.description.page_description import describe_page
from build_tools.model.page_fields import PageFields

LABELS = Path(__file__).with_name("metadata_labels.tsv")
_LATEST = date(2020, 1, 1)
"""The pages were taken in 2019."""
FIELDS = ("byline", "date", "outlet", "address")


@dataclass(frozen=True, slots=True)
class Label:
    """What is right of a page."""

    authors: frozenset[str]
    optional: bool
    """Whether a page without its authors is as right."""
    days: frozenset[str]
    outlets: frozenset[str]
    addresses: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one way of reading took from a page; empty for nothing."""

    authors: tuple[str, ...] = ()
    day: str = ""
    outlet: str = ""
    address: str = ""


@dataclass(slots=True)
class Tally:
    """Of one field over the pages."""

    given: int = 0
    right: int = 0
    wanted: int = 0

    def write_shares(self) -> str:
        """Precision, recall."""
        return f"{self.right / max(1, self.given):7.3f}{self.right / max(1, self.wanted):7.3f}"


def read_labels() -> Mapping[str, Label]:
    """Page → what is right of it."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {row["id"]: _read_label(row) for row in rows}


def _read_label(row: Mapping[str, str]) -> Label:
    authors = row["authors"]
    parts = {name: _split(row[name]) for name in ("days", "outlets", "addresses")}
    return Label(
        frozenset(map(str.casefold, _split(authors.removeprefix("?")))),
        not authors or authors.startswith("?"),
        parts["days"],
        frozenset(map(str.casefold, parts["outlets"])),
        parts["addresses"],
    )


def _split(values: str) -> frozenset[str]:
    return frozenset(value.strip() for value in values.split(" | ") if value.strip())


def digest_address(address: str) -> str:
    """A short hash of an address without its scheme, so that the publisher's words need not stand here."""
    plain = re.sub(r"^https?://(www\.)?", "", address.strip()).rstrip("/")
    return hashlib.sha256(plain.encode()).hexdigest()[:10]


def describe(page: Page) -> PageFields:
    """What `archive add` takes from a page."""
    return describe_page(decode_text(extract_text(page.capture)).raw, clean(page.capture), _LATEST)


def read_ours(page: Page) -> Reading:
    """The same as plain values."""
    fields = describe(page)
    return Reading(
        tuple(author.value for author in fields.authors),
        fields.published.value[:10] if fields.published else "",
        fields.outlet.value if fields.outlet else "",
        fields.address.value if fields.address else "",
    )


def read_cleaning(page: Page) -> Reading:
    """What cleaning alone finds, which is what records were begun with before."""
    found = {f.field: f.value for f in reversed(clean(page.capture).metadata)}
    byline = found.get("author") or found.get("byline")
    return Reading(
        (byline,) if byline else (),
        found.get("date", "")[:10],
        found.get("site_name", ""),
        found.get("address", ""),
    )


def read_trafilatura(page: Page) -> Reading:
    """What trafilatura's metadata say (with htmldate's date)."""
    found: Any = importlib.import_module("trafilatura").extract_metadata(page.capture.content.decode("utf-8"))
    authors = tuple((found.author or "").split("; ")) if found.author else ()
    return Reading(authors, found.date or "", found.sitename or "", found.url or "")


WAYS: Mapping[str, Callable[[Page], Reading]] = {
    "cleaning alone": read_cleaning,
    "trafilatura": read_trafilatura,
    "archive add": read_ours,
}


def score_page(reading: Reading, label: Label, tallies: Mapping[str, Tally]) -> Iterator[str]:
    """Count one page's fields; yields the names of those that are wrong or missing."""
    authors = frozenset(map(str.casefold, reading.authors))
    outcomes = {
        "byline": (bool(authors), authors == label.authors, bool(label.authors) and not label.optional),
        "date": (bool(reading.day), reading.day in label.days, bool(label.days)),
        "outlet": (bool(reading.outlet), reading.outlet.casefold() in label.outlets, bool(label.outlets)),
        "address": (
            bool(reading.address), digest_address(reading.address) in label.addresses, bool(label.addresses)
        ),
    }  # fmt: skip
    for field, (given, right, wanted) in outcomes.items():
        if field == "byline" and label.optional and label.authors and right:
            continue
        tally = tallies[field]
        tally.given += given
        tally.right += given and right
        tally.wanted += wanted
        if (given and not right) or (wanted and not given):
            yield field


@cache
def score_way(name: str) -> tuple[Mapping[str, Tally], tuple[str, ...]]:
    """The tallies of a way of reading over all pages, and a line for each field that is wrong."""
    labels, tallies, wrong = read_labels(), {field: Tally() for field in FIELDS}, []
    for page in pages("html"):
        reading = WAYS[name](page)
        values = {"byline": "; ".join(reading.authors), "date": reading.day, "outlet": reading.outlet}
        wrong += [
            f"  {field} of {page.id}: {values.get(field, digest_address(reading.address))}"
            for field in score_page(reading, labels[page.id], tallies)
        ]
    return tallies, tuple(wrong)


def measure() -> Iterator[str]:
    """Yield the lines of the table."""
    yield "Metadata: fields of a draft record, precision and recall over pages"
    if absent := list(missing(articles())):
        yield from absent
        return
    yield f"{'':20}" + "".join(f"{field:>10} P  R" for field in FIELDS)
    logging.disable(logging.CRITICAL)
    for name in WAYS:
        try:
            tallies, _ = score_way(name)
        except ModuleNotFoundError as absent_library:
            yield f"{name:20}skipped: {absent_library.name} is not installed"
            continue
        yield f"{name:20}" + "".join(tallies[field].write_shares() for field in FIELDS)
    logging.disable(logging.NOTSET)
    yield from score_way("archive add")[1]


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in measure())
