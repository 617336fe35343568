"""Prose citations are set as the manuals set them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from build_tools.model.citation import Name
from build_tools.model.edtf import Edtf
from build_tools.text.citing import apa, chicago, mla
from build_tools.text.citing.quotes import curl_quotes, nest_quotes
from build_tools.text.citing.styled_text import StyledText, strip_styles
from tests.text.citing.make import ARCHIVE, FINDING, PASSAGE, RECORD, REPORT, STATEMENT, texts

TWO = replace(REPORT, authors=(Name("Quill", "Ada"), Name("van der Berg", "Jean-Luc B.")))
NOBODY = replace(REPORT, authors=())
JUNIOR = replace(REPORT, authors=(Name("Quill", "Ada M.", "Jr."),))


WORKS = {
    "report": REPORT,
    "two": TWO,
    "nobody": NOBODY,
    "junior": JUNIOR,
    "record": RECORD,
    "statement": STATEMENT,
    "finding": FINDING,
    "archive": ARCHIVE,
    "passage": PASSAGE,
    "unsigned": replace(PASSAGE, authors=()),
}
WRITERS = {
    "chicago": chicago.write_chicago_entry,
    "apa": apa.write_apa_entry,
    "mla": mla.write_mla_entry,
    "chicago-note": chicago.write_chicago_note,
    "apa-in-text": apa.write_apa_reference,
    "mla-in-text": mla.write_mla_reference,
}
CASES = [
    block.strip().split("\n")
    for block in Path(__file__).with_name("entries.txt").read_text("utf-8").split("\n\n")
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_entries(case: list[str]) -> None:
    """`entries.txt`: each style, for signed and unsigned reports, passages, and the archive's own works."""
    style, work = case[0].split()
    assert _marked(WRITERS[style](WORKS[work])) == case[1]


def _marked(line: StyledText) -> str:
    return "".join(f"*{run.text}*" if run.italic else run.text for run in line).replace("**", "")


@pytest.mark.parametrize(
    "outlet", ['The "Vell" Bugle', "Vell's Bugle", "“Vell” Bugle", "Vell Bugle 'n' Post"]
)
@pytest.mark.parametrize("style", ["chicago", "apa", "mla"])
def test_an_outlet_with_marks_in_its_name_is_set_apart_too(outlet: str, style: str) -> None:
    """However its marks are turned within those of the title, italics begin and end with its name."""
    cited = replace(RECORD, title=f"Record of “A Mill” ({outlet})", outlet=outlet)
    plain = replace(RECORD, title="Record of “A Mill” (Vell Bugle)", outlet="Vell Bugle")
    styled, expected = ([run.italic for run in WRITERS[style](c)] for c in (cited, plain))
    assert styled == expected


@pytest.mark.parametrize(
    ("written", "in_chicago", "in_apa", "in_mla"),
    [
        ("2031-09", "September 2031", "(2031, September)", "Sept. 2031"),
        ("2031", "2031", "(2031)", "2031"),
        ("2031-05~", "ca. May 2031", "(ca. 2031, May)", "circa May 2031"),
        ("2031-22", "Summer 2031", "(2031, Summer)", "Summer 2031"),
        ("2031-05-02?", "[May 2, 2031?]", "(2031, May 2?)", "2 May 2031?"),
        ("2031-05-02T11:36", "May 2, 2031", "(2031, May 2)", "2 May 2031"),
        ("2031-XX-XX", "2031", "(2031)", "2031"),
        ("203X", "between 2030 and 2039", "(2030–2039)", "between 2030 and 2039"),
        (
            "2031-08-11/2031-08-31",
            "between August 11 and 31, 2031",
            "(2031, August 11–31)",
            "between 11 and 31 Aug. 2031",
        ),
        (
            "2031-08-11~/2031-08-31",
            "ca. August 11–31, 2031",
            "(ca. 2031, August 11–31)",
            "circa 11–31 Aug. 2031",
        ),
        (
            "2031-08-11/2031-09-03",
            "between August 11 and September 3, 2031",
            "(2031, August 11–September 3)",
            "between 11 Aug. and 3 Sept. 2031",
        ),
        (
            "2031-12-30/2032-01-02",
            "between December 30, 2031 and January 2, 2032",
            "(2031, December 30–2032, January 2)",
            "between 30 Dec. 2031 and 2 Jan. 2032",
        ),
        ("2031-08/2031-09", "between August and September 2031", "(2031, August–September)", "between Aug."),
        ("../2031-05-02", "no later than May 2, 2031", "(no later than 2031, May 2)", "no later than 2 May"),
        ("2031-05/..", "no earlier than May 2031", "(no earlier than 2031, May)", "no earlier than May 2031"),
    ],
)
def test_dates(written: str, in_chicago: str, in_apa: str, in_mla: str) -> None:
    """A date says no more than the record knows, each style in its own order and with its own marks."""
    cited = replace(REPORT, issued=Edtf.parse(written))
    assert f", {in_chicago}." in strip_styles(chicago.write_chicago_entry(cited))
    assert in_apa in strip_styles(apa.write_apa_entry(cited))
    assert f", {in_mla}" in strip_styles(mla.write_mla_entry(cited))


def test_a_date_after_a_point_has_a_capital() -> None:
    """Where no author is named Chicago's date is a sentence of its own; in a note it is none."""
    cited = replace(NOBODY, issued=Edtf.parse("2031-05-02/.."))
    assert ".” No earlier than May 2, 2031. " in strip_styles(chicago.write_chicago_entry(cited))
    assert ", no earlier than May 2, 2031" in strip_styles(chicago.write_bare_note(cited))


def test_without_a_date_or_an_address() -> None:
    """What is not known is said or left out; a path below an unknown host is no address."""
    bare = replace(RECORD, issued=None, url="", path="sources/river-floods-old-mill/")
    assert "n.d." in strip_styles(chicago.write_chicago_entry(bare))
    assert "(n.d.)" in strip_styles(apa.write_apa_entry(bare))
    assert strip_styles(mla.write_mla_entry(bare)).endswith(").” Floods of the Vell.")
    note = strip_styles(
        chicago.write_chicago_note(replace(PASSAGE, path="sources/river-floods-old-mill/#p3c1"))
    )
    assert note.endswith("; recorded in Floods of the Vell, p3c1.")


@pytest.mark.parametrize(
    ("title", "in_quotes", "before_a_comma", "in_apa"),
    [
        ("Who Said “Flood”?", "“Who Said ‘Flood’?” ", "“Who Said ‘Flood’?” ", "Who Said “Flood”? "),
        ("“Nobody knows.”", "“‘Nobody knows.’” ", "“‘Nobody knows,’” ", "“Nobody knows.” "),
        ('She said "flood"', "“She said ‘flood.’” ", "“She said ‘flood,’” ", "She said “flood.” "),
        ("„Nein“, sagt er", "“‘Nein’, sagt er.” ", "“‘Nein’, sagt er,” ", "„Nein“, sagt er. "),
        ("It's 'gone' '31", "“It’s ‘gone’ ’31.” ", "“It’s ‘gone’ ’31,” ", "It’s ‘gone’ ’31. "),
        ("“A ‘b’ c,” he said", "“‘A “b” c,’ he said.” ", "“‘A “b” c,’ he said,” ", "“A ‘b’ c,” he said. "),
        ("The boys’ mill.", "“The boys’ mill.” ", "“The boys’ mill,” ", "The boys’ mill. "),
        ("Made in the U.S.", "“Made in the U.S.” ", "“Made in the U.S.,” ", "Made in the U.S. "),
        ('A 5" pipe', '“A 5" pipe.” ', '“A 5" pipe,” ', 'A 5" pipe. '),
    ],
)
def test_titles(title: str, in_quotes: str, before_a_comma: str, in_apa: str) -> None:
    """A title ends once, whatever it ends with; marks within marks are single, straight ones curly."""
    cited = replace(PASSAGE, title=title)
    assert in_quotes in strip_styles(chicago.write_chicago_entry(cited))
    assert in_quotes in strip_styles(mla.write_mla_entry(cited))
    assert before_a_comma in strip_styles(chicago.write_chicago_note(cited))
    assert in_apa in strip_styles(apa.write_apa_entry(cited))


@given(texts)
def test_no_letter_of_a_title_is_lost(title: str) -> None:
    """Whatever the marks, the letters of a title stand in its citation in their order."""
    for words in (nest_quotes(title), curl_quotes(title), nest_quotes(title, "."), nest_quotes(title, ",")):
        assert _letters(words) == _letters(title)
        assert len(words) <= len(title) + 1


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def test_titles_in_other_languages_say_so() -> None:
    """A title carries its language, also within the title of the record; the archive's words carry none."""
    russian = replace(REPORT, title="Река", language="ru")
    record = replace(RECORD, title="Record of “Река” (The Brackwater Bugle)", language_within="ru")
    for style in (chicago.write_chicago_entry, apa.write_apa_entry, mla.write_mla_entry):
        for work in (russian, record):
            marked = [run.text for run in style(work) if run.language]
            assert [text.strip(".") for text in marked] == ["Река"]
        assert not any(run.language for run in style(RECORD))
