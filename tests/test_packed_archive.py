"""Packed sources: whatever is made of them is what is made of open ones."""

from __future__ import annotations

import pickle
from dataclasses import fields, replace

import pytest

from build_tools.exports import make_export_files
from build_tools.index import Index
from build_tools.model import packed, packed_documents
from build_tools.model.archive import Archive, Document
from build_tools.model.custody import CustodyLog
from build_tools.model.packed import NumberedRows, OpenValues, pack_value
from build_tools.model.packed_documents import (
    DocumentText,
    PackedDocuments,
    list_facts,
    pack_document,
    pack_documents,
    select_captured,
)
from build_tools.pipeline import PipelineSettings, assemble_archive
from build_tools.read import files
from build_tools.relate.entity_index import by_entity
from tests.built import ROOT
from tests.published import assemble_once, publish_pages

SEEDS = ROOT / "examples" / "the-ferry" / "seeds"


@pytest.fixture(scope="module")
def packed_archive() -> Archive:
    """The invented archive, as if its few sources were many."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (packed, packed_documents, files):
            patch.setattr(module, "FEW", 0)
        patch.setattr(packed_documents, "TEXTS_OPEN", 2)
        return assemble_archive(PipelineSettings(SEEDS))


@pytest.fixture(scope="module")
def open_archive() -> Archive:
    """The same with all its sources open."""
    return assemble_once(PipelineSettings(SEEDS))


def test_packed_sources_are_the_same_sources(packed_archive: Archive, open_archive: Archive) -> None:
    """One after the other, by number, and after a journey to another process."""
    documents = packed_archive.documents
    assert isinstance(documents, PackedDocuments)
    assert documents == open_archive.documents
    assert documents[-1] == open_archive.documents[-1]
    assert pickle.loads(pickle.dumps(documents)) == open_archive.documents  # noqa: S301 - our own
    assert [*packed_archive.statements] == [*open_archive.statements]
    assert dict(packed_archive.statements) == dict(open_archive.statements)
    assert dict(packed_archive.traces) == dict(open_archive.traces)


def test_what_is_asked_of_all_opens_none(
    packed_archive: Archive, open_archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only those with captured text are opened for it; what is told of the others is kept beside them."""
    captured = [d for d in open_archive.documents if d.clean or any(text.clean for text in d.earlier)]
    assert [*select_captured(packed_archive.documents)] == [*select_captured(open_archive.documents)]
    assert [*select_captured(open_archive.documents)] == captured
    assert 0 < len(captured) < len(open_archive.documents)
    monkeypatch.setattr(packed_documents, "open_value", None)
    assert list_facts(packed_archive.documents) == list_facts(open_archive.documents)
    told = [by_entity(a.documents, a.statements, a.entities) for a in (packed_archive, open_archive)]
    assert told[0] == told[1] == open_archive.by_entity


def test_pages_of_packed_sources_are_the_same(packed_archive: Archive, open_archive: Archive) -> None:
    """Each page, to the last letter, and each file beside them."""
    assert publish_pages(packed_archive) == publish_pages(open_archive)
    files = [[*make_export_files(archive)] for archive in (packed_archive, open_archive)]
    assert files[0] == files[1]


def test_rows_of_packed_sources_have_the_same_state(packed_archive: Archive, open_archive: Archive) -> None:
    """Else every page would be made anew when an archive grows out of what is few."""
    tables = ("documents", "records", "statements", "traces")
    reads = [(table, key) for table in tables for key in (None, open_archive.documents[0].record.slug)]
    states = [[*map(Index(archive).digest_row, reads)] for archive in (packed_archive, open_archive)]
    assert states[0] == states[1]


def test_what_is_no_json_is_packed_all_the_same(open_archive: Archive) -> None:
    """Bytes of a timestamp, and half a letter, which no file can have."""
    document = open_archive.documents[0]
    stamped = replace(document, custody=CustodyLog("[]", (), ((1, b"\xff"),)))
    halved = replace(document, digest="\ud800")
    packed = PackedDocuments(map(pack_document, (stamped, halved, document)))
    assert [*packed] == [packed[0], packed[1], packed[2]] == [stamped, halved, document]
    assert packed[1].digest == halved.digest


def test_no_more_are_open_than_may_be() -> None:
    """What was asked for last stays open; the others are the same when they are opened anew."""
    blocks = [pack_value(f"letter {n}") for n in range(5)]
    values = OpenValues(2)
    asked = [values.get_value(n, blocks[n]) for n in (0, 1, 0, 2, 0, 4)]
    assert asked == [f"letter {n}" for n in (0, 1, 0, 2, 0, 4)]
    assert [*values._open] == [0, 4]
    assert pickle.loads(pickle.dumps(values))._open == {}  # noqa: S301 - our own


def test_a_packed_text_has_all_of_a_document() -> None:
    """A field that it lacked would be lost without a word, as fields have defaults."""
    assert ("record", *DocumentText._fields) == tuple(field.name for field in fields(Document))


def test_names_lead_to_values() -> None:
    """In their order; what is not named is not there."""
    rows = NumberedRows(("one", "two"), "12")
    assert dict(rows) == {"one": "1", "two": "2"}
    assert "three" not in rows
    assert rows.get("three") is None


def test_packed_documents_are_packed_once() -> None:
    """Packing what is packed would open all of it."""
    documents = PackedDocuments(())
    assert pack_documents(documents) is documents
