"""What is new, by day, and which notes correct a source: as the records tell it, all of it, once."""

from __future__ import annotations

from itertools import pairwise

from build_tools.index import Index
from build_tools.index.news import NewsAct, NewsKind
from build_tools.model.record import NoteKind
from build_tools.pipeline import PipelineSettings
from tests.built import ROOT
from tests.published import assemble_once


def _index() -> Index:
    return Index(assemble_once(PipelineSettings(ROOT / "examples/the-ferry/seeds")))


def test_every_day_that_an_entry_gives_is_told_once() -> None:
    """Added, changed later, withdrawn: each is one entry of the news, the newest first."""
    index = _index()
    news = index.news["all"]
    assert len(set(news)) == len(news)
    assert all(one.day >= other.day for one, other in pairwise(news))
    dated = (
        (NewsKind.SOURCE, index.records),
        (NewsKind.FINDING, index.findings),
        (NewsKind.DISAGREEMENT, index.disagreements),
    )
    for kind, entries in dated:
        added = {entry.id for entry in news if entry[1:3] == (NewsAct.ADDED, kind)}
        assert added == {key for key, entry in entries.items() if entry.added}
        changed = {entry.id for entry in news if entry[1:3] == (NewsAct.CHANGED, kind)}
        assert changed == {k for k, e in entries.items() if e.changed and e.changed != e.added and e.change}
        corrected = {(e.id, e.number) for e in news if e[1:3] == (NewsAct.CORRECTED, kind)}
        assert corrected == {(key, n) for key, entry in entries.items() for n, _ in enumerate(entry.errata)}
        assert corrected
    gone = {entry.id for entry in news if entry.act is NewsAct.WITHDRAWN}
    pages = {old for old, moved in index.moved.items() if moved.reason}
    assert gone == {*index.withdrawn, *pages}
    assert index.withdrawn
    assert pages


def test_every_correction_of_a_source_is_listed() -> None:
    """And no caution, and no context."""
    index = _index()
    refs = index.corrections["all"]
    notes = [index.records[ref.slug].notes[ref.number] for ref in refs]
    assert all(note.kind is NoteKind.CORRECTION for note in notes)
    every = [n for record in index.records.values() for n in record.notes if n.kind is NoteKind.CORRECTION]
    assert len(notes) == len(every) > 0
