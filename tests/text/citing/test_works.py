"""Records → citations: what passages and statements of one record share is made once, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from build_tools.model.citation import Citation
from build_tools.text.citing import apa, chicago, mla
from build_tools.text.citing.prose import Line, plain
from build_tools.text.citing.works import Citing
from tests.relate.make import archive, claim, record

FIELDS = {"authors": ["Ada Quill", "Jo Berg"], "title": "It “Rises”"}


@pytest.mark.parametrize(
    "style", [apa.entry, apa.in_text, chicago.bare, chicago.note, mla.entry, mla.in_text]
)
def test_a_passage_is_cited_as_if_it_were_alone(style: Callable[[Citation], Line]) -> None:
    """What is remembered of the report changes no word, whichever passage was asked for first."""
    one = record("one", claim("p1c1"), claim("p2c1"), **FIELDS)
    citing = Citing.of(archive([one]))
    for stated in (*one.claims, *reversed(one.claims)):
        passage = citing.passage(one, stated)
        assert passage.whole == citing.report(one)
        assert style(passage) == style(replace(passage, whole=None))


def test_a_statement_names_its_report_as_a_note_does() -> None:
    """The note for programs is the note of Chicago style on the passage."""
    one = record("one", claim("p1c1"), **FIELDS)
    citing, (stated,) = Citing.of(archive([one])), one.claims
    note = plain(chicago.bare(citing.passage(one, stated)))
    assert citing.statement(one, stated).note.startswith(f"Report: {note}. ")


def test_records_of_one_name_are_not_mixed_up() -> None:
    """A record that takes the place of another, as when its keeper saves it anew, is cited as it is now."""
    before, after = record("one", title="Before"), record("one", title="After")
    citing = Citing.of(archive([before]))
    assert [citing.report(r).title for r in (before, after, before)] == ["Before", "After", "Before"]
