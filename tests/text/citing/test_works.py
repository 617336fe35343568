"""Records → citations: what passages and statements of one record share is made once, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from build_tools.model.citation import Citation
from build_tools.text.citing import apa, chicago, mla
from build_tools.text.citing.styled_text import StyledText, strip_styles
from build_tools.text.citing.works import CitationContext
from tests.relate.make import archive, claim, record

FIELDS: dict[str, Any] = {"authors": ["Ada Quill", "Jo Berg"], "title": "It “Rises”"}


@pytest.mark.parametrize(
    "style",
    [
        apa.write_apa_entry,
        apa.write_apa_reference,
        chicago.write_bare_note,
        chicago.write_chicago_note,
        mla.write_mla_entry,
        mla.write_mla_reference,
    ],
)
def test_a_passage_is_cited_as_if_it_were_alone(style: Callable[[Citation], StyledText]) -> None:
    """What is remembered of the report changes no word, whichever passage was asked for first."""
    one = record("one", claim("p1c1"), claim("p2c1"), **FIELDS)
    citing = CitationContext.from_archive(archive([one]))
    for stated in (*one.claims, *reversed(one.claims)):
        passage = citing.cite_passage(citing.find_report(one), stated)
        assert passage.whole == citing.cite_report(one)
        assert style(passage) == style(replace(passage, whole=None))


def test_a_statement_names_its_report_as_a_note_does() -> None:
    """The note for programs is the note of Chicago style on the passage."""
    one = record("one", claim("p1c1"), **FIELDS)
    citing, (stated,) = CitationContext.from_archive(archive([one])), one.claims
    note = strip_styles(chicago.write_bare_note(citing.cite_passage(citing.find_report(one), stated)))
    assert citing.cite_statement(citing.find_report(one), stated).note.startswith(f"Report: {note}. ")


def test_records_of_one_name_are_not_mixed_up() -> None:
    """A record that takes the place of another, as when its keeper saves it anew, is cited as it is now."""
    before, after = record("one", title="Before"), record("one", title="After")
    citing = CitationContext.from_archive(archive([before]))
    assert [citing.cite_report(r).title for r in (before, after, before)] == ["Before", "After", "Before"]
