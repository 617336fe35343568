"""What is written for reference managers is read by parsers that are not ours, whatever the texts hold."""

from __future__ import annotations

import json
from dataclasses import replace

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from build_tools.model.citation import Citation, Name
from build_tools.model.edtf import Edtf
from build_tools.text.acting_characters import show_acting
from build_tools.text.citing import bibtex, csl, ris
from build_tools.text.citing.formats import CSL_JSON
from tests.text.citing.make import HOSTILE, RECORD, REPORT, STATEMENT, texts

WORKS = (REPORT, RECORD, STATEMENT)


def _bibtex(written: str) -> dict[str, dict[str, str]]:
    """Fields by key, LaTeX read as text."""
    library = bibtexparser.entrypoint.parse_string(
        written, append_middleware=[LatexDecodingMiddleware(decoder=_decoder())]
    )
    assert library.failed_blocks == []
    assert not library.comments
    return {e.key: {f.key: str(f.value) for f in e.fields} | {"type": e.entry_type} for e in library.entries}


def _decoder() -> LatexNodes2Text:
    """Four commands of LaTeX's own that the parser's table lacks, or takes for an accent."""
    names = {
        "textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^", "textasciitilde": "~",
    }  # fmt: skip
    known = get_default_latex_context_db()
    known.add_context_category("ours", macros=[MacroTextSpec(n, t) for n, t in names.items()], prepend=True)
    return LatexNodes2Text(latex_context=known, keep_braced_groups=False)


def test_bibtex_is_read_by_others() -> None:
    """Types, authors, titles kept as printed, both kinds of date, the address as it is."""
    read = _bibtex("\n".join(map(bibtex.write_bibtex, WORKS)))
    report, record, statement = (read[w.key] for w in WORKS)
    assert (report["type"], record["type"], statement["type"]) == ("article", "online", "online")
    assert report["author"] == "Quill, Ada"
    assert report["title"] == "River Floods Old Mill"
    assert (report["date"], report["year"], report["month"]) == ("2031-05-02", "2031", "may")
    assert report["journal"] == "The Brackwater Bugle"
    assert report["keywords"] == "Floods, Mills"
    assert "title = {{River Floods Old Mill}}" in bibtex.write_bibtex(REPORT)
    assert "url = {https://bugle.example/mill?a=1&b=2}" in bibtex.write_bibtex(REPORT)
    assert (report["entrysubtype"], report["langid"]) == ("newspaper", "english")
    assert "key" not in report
    assert (record["organization"], record["key"]) == ("Floods of the Vell", "Floods of the Vell")
    assert statement["title"] == "The mill stands empty"
    assert "para. 3" in statement["note"]
    assert "Floods of the Vell" not in "".join(v for k, v in report.items() if k != "annotation")


@given(texts, texts)
def test_bibtex_gives_back_what_went_in(title: str, family: str) -> None:
    """No brace, backslash or `and` gets out of its field, and the title reads as it was."""
    hostile = replace(REPORT, title=title, authors=(Name(family, "Ada"), Name(title)), abstract=title)
    read = _bibtex(f"{bibtex.write_bibtex(hostile)}\n{bibtex.write_bibtex(RECORD)}")
    assert set(read) == {REPORT.key, RECORD.key}
    assert _even(read[REPORT.key]["title"]) == _even(show_acting(title))
    assert _even(read[REPORT.key]["abstract"]) == _even(show_acting(title))


def test_bibtex_names_stay_apart() -> None:
    """Two authors are two, also where a name holds a comma or an `and`."""
    for text in HOSTILE:
        cited = replace(REPORT, authors=(Name(text, "Ada"), Name(text)))
        line = next(x for x in bibtex.write_bibtex(cited).splitlines() if x.startswith("  author"))
        assert _outside_braces(line.removeprefix("  author = {")[:-2]).count(" and ") == 1


def _outside_braces(text: str) -> str:
    depth, kept = 0, []
    for char in text:
        depth += (char == "{") - (char == "}")
        assert depth >= 0
        kept += [char] if depth == 0 else []
    assert depth == 0
    return "".join(kept)


def test_ris_is_read_by_others() -> None:
    """Types, authors, dates, keywords and addresses, under the names that the format gives them."""
    report, record, statement = rispy.loads("\r\n".join(map(ris.write_ris, WORKS)))
    assert (report["type_of_reference"], record["type_of_reference"]) == ("NEWS", "ELEC")
    assert report["authors"] == ["Quill, Ada"]
    assert report["title"] == "River Floods Old Mill"
    assert report["date"] == "2031/05/02/"
    assert report["urls"] == ["https://bugle.example/mill?a=1&b=2"]
    assert report["keywords"] == ["Floods", "Mills"]
    assert record["secondary_title"] == "Floods of the Vell"
    assert "para. 3" in str(statement)


@given(texts, texts)
def test_ris_gives_back_what_went_in(title: str, name: str) -> None:
    """A line break in a title makes no new tag, and no record ends before its end."""
    hostile = replace(REPORT, title=title, authors=(Name(name),), abstract=title)
    read = rispy.loads(f"{ris.write_ris(hostile)}\r\n{ris.write_ris(RECORD)}")
    assert len(read) == 2
    assert read[0]["title"] == show_acting(title).strip()
    assert read[0]["abstract"] == show_acting(title).strip()
    assert read[0]["authors"] == [show_acting(name).strip()]
    assert "unknown_tag" not in read[0]


@given(texts)
def test_csl_gives_back_what_went_in(title: str) -> None:
    """One list of items, each with the fields of CSL; empty ones are left out."""
    (read,) = json.loads(CSL_JSON.write_alone(replace(REPORT, title=title)))
    assert read["title"] == title
    assert read["issued"] == {"date-parts": [[2031, 5, 2]]}
    assert all(read.values())


def test_csl_dates() -> None:
    """Parts where both ends are known, words alone where they are not: never both, which would be printed."""

    def issued(written: str) -> object:
        return csl.write_csl_item(replace(REPORT, issued=Edtf.parse(written)))["issued"]

    assert issued("2031-05~") == {"date-parts": [[2031, 5]], "circa": True}
    assert issued("2031-05-02?") == {"date-parts": [[2031, 5, 2]], "circa": True}
    assert issued("2031-05-01/2031-05-09") == {"date-parts": [[2031, 5, 1], [2031, 5, 9]]}
    assert issued("2031-05-01~/2031-06") == {"date-parts": [[2031, 5, 1], [2031, 6]], "circa": True}
    assert issued("203X") == {"date-parts": [[2030], [2039]]}
    assert issued("2031-22") == {"date-parts": [[2031]], "season": 2}
    assert issued("../2031-05-09") == {"literal": "no later than May 9, 2031"}


@pytest.mark.parametrize(
    ("written", "year", "month", "day", "words"),
    [
        ("2031-05-02", "2031", "05", "02", ""),
        ("2031-05-01/2031-05-09", "2031", "", "", "between May 1 and 9, 2031"),
        ("2031-05~", "2031", "05", "", "ca. May 2031"),
        ("2031-12-30/2032-01-02", None, None, None, "between December 30, 2031 and January 2, 2032"),
        ("../2031-05-09", None, None, None, "no later than May 9, 2031"),
        ("2031-05/..", None, None, None, "no earlier than May 2031"),
    ],
)
def test_inexact_dates_are_read_by_others(
    written: str, year: str | None, month: str | None, day: str | None, words: str
) -> None:
    """RIS and BibTeX give a year only where there is but one, and say the rest in words or as EDTF."""
    cited = replace(REPORT, issued=Edtf.parse(written))
    (read,) = rispy.loads(ris.write_ris(cited))
    fields = _bibtex(bibtex.write_bibtex(cited))[cited.key]
    assert read.get("year") == fields.get("year") == year
    assert f"  date = {{{written}}}," in bibtex.write_bibtex(cited)
    assert fields.get("month") == ("may" if month == "05" else None)
    if year is None:
        assert "date" not in read
        assert f"Published {words}" in read["notes"]
    else:
        assert read["date"] == f"{year}/{month}/{day}/{words}"


def test_statements_are_read_by_others() -> None:
    """A statement is the archive's: its own words and address, the report named in a note."""
    other = replace(STATEMENT, key="river-floods-old-mill:p4c1", title="The mayor has left")
    written = _bibtex("\n".join(map(bibtex.write_bibtex, (STATEMENT, other))))
    listed = rispy.loads("\r\n".join(map(ris.write_ris, (STATEMENT, other))))
    items = json.loads(CSL_JSON.join_entries(map(CSL_JSON.encode_entry, (STATEMENT, other))))
    for read in ([written[i["id"]] for i in items], listed, items):
        assert [one["title"] for one in read] == ["The mill stands empty", "The mayor has left"]
    assert all(one["type_of_reference"] == "ELEC" for one in listed)
    assert all(item["URL"].endswith("#p3c1") and "author" not in item for item in items)
    assert all("River Floods Old Mill" in "".join(one["notes"]) for one in listed)
    assert all("River Floods Old Mill" in item["note"] for item in items)


def test_suffixes_are_read_by_others() -> None:
    """`Jr.` is neither a family name nor a given one."""
    junior = replace(REPORT, authors=(Name("Quill", "Ada M.", "Jr."),))
    assert _bibtex(bibtex.write_bibtex(junior))[junior.key]["author"] == "Quill, Jr., Ada M."
    assert rispy.loads(ris.write_ris(junior))[0]["authors"] == ["Quill, Ada M., Jr."]
    assert csl.write_csl_item(junior)["author"] == [{"family": "Quill", "given": "Ada M.", "suffix": "Jr."}]


def test_nothing_is_claimed_of_an_unknown_address() -> None:
    """Without the site's address a record has a path and no address, in every format."""
    bare: Citation = replace(RECORD, url="", path="sources/x/", note="In the archive: sources/x/")
    assert "url = " not in bibtex.write_bibtex(bare)
    assert "UR  -" not in ris.write_ris(bare)
    assert "URL" not in csl.write_csl_item(bare)
    for written in (bibtex.write_bibtex(bare), ris.write_ris(bare), CSL_JSON.write_alone(bare)):
        assert "sources/x/" in written


def _even(text: str) -> str:
    """White space evened out, as LaTeX does."""
    return " ".join(text.split())
