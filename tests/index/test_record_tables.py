"""What is asked of a record or a statement is noted, and no more than that."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import pytest

from build_tools.index import Index, Read
from build_tools.index.record_tables import RecordTable
from build_tools.index.table import ReadLog
from build_tools.model.base import ClaimRef
from build_tools.model.record import Record
from build_tools.pipeline import PipelineSettings
from tests.built import ROOT
from tests.published import assemble_once

SLUG = "courier-salt-missing"
REF = ClaimRef(f"{SLUG}#p3c1")
WHOLE: Read = ("documents", SLUG)
CATALOGUE: Read = ("records", SLUG)
CLAIM: Read = ("statements", REF)
SAID = {"claims", "notes"}


@pytest.fixture
def index() -> Index:
    """Of the invented archive; nothing was read yet."""
    return Index(assemble_once(PipelineSettings(ROOT / "examples/the-ferry/seeds")))


@pytest.mark.parametrize(
    ("ask", "noted"),
    [
        (lambda i: i.records[SLUG], {CATALOGUE}),
        (lambda i: i.records[SLUG].title, {CATALOGUE}),
        (lambda i: i.records.get("nowhere"), {("records", "nowhere")}),
        (lambda i: SLUG in i.records, {CATALOGUE}),
        (lambda i: [*i.records], {("records", "*")}),
        (lambda i: len(i.records), {("records", "*")}),
        (lambda i: [*i.records.values()], {("documents", None)}),
        (lambda i: [*i.records.items()], {("documents", None)}),
        (lambda i: i.records[SLUG].claims, {WHOLE}),
        (lambda i: i.records[SLUG].notes, {WHOLE}),
        (lambda i: i.records[SLUG].body_passages, {WHOLE}),
        (lambda i: i.records[SLUG].model_dump(), {WHOLE}),
        (lambda i: [*i.records[SLUG]], {WHOLE}),
        (lambda i: i.records[SLUG].claim_places, {CATALOGUE, ("places", SLUG)}),
        (lambda i: i.records[SLUG].used_topics, {CATALOGUE, ("used_topics", SLUG)}),
        (lambda i: i.records[SLUG] == i.records[SLUG], {WHOLE}),
        (lambda i: i.statements[REF].claim, {CLAIM}),
        (lambda i: i.statements[REF].ref, {CLAIM}),
        (lambda i: i.statements[REF].record.outlet, {CLAIM, CATALOGUE}),
        (lambda i: i.statements[REF].record.claims, {WHOLE}),
        (lambda i: [*i.statements.values()], {("documents", None)}),
        (lambda i: len(i.statements), {("statements", "*")}),
        (lambda i: (i.documents[SLUG], i.statements[REF].record.title), {WHOLE}),
    ],
)
def test_what_is_asked_is_noted(index: Index, ask: Callable[[Index], Any], noted: set[Read]) -> None:
    """Whoever credits a report has not read what it says; parts of what was read whole are not told."""
    ask(index)
    assert {*index.list_reads()} == noted


def test_it_passes_for_a_record(index: Index) -> None:
    """Whoever asks for its type is told that of what it notes."""
    record = index.records[SLUG]
    assert isinstance(record, Record)
    assert record == index.documents[SLUG].record
    assert index.documents[SLUG].record == record


@pytest.mark.parametrize("name", sorted(Record.model_fields))
def test_every_field_is_in_the_row_that_is_noted_for_it(index: Index, name: str) -> None:
    """A record in which one field is another one has another row there, or is another document."""
    getattr(index.records[SLUG], name)
    noted = index.list_reads()
    record = index.documents[SLUG].record
    other = record.model_copy(update={name: ("something", "else")})
    tables = [RecordTable({SLUG: either}, ReadLog()) for either in (record, other)]
    with warnings.catch_warnings():
        # that the value is of no type that the field may have
        warnings.simplefilter("ignore", UserWarning)
        differ = tables[0].digest_row(SLUG) != tables[1].digest_row(SLUG)
    assert differ == (WHOLE not in noted)
