"""Documents and Markdown: paragraphs in order, headings as headings, marks and struck words left out."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.capture_text import FormName
from build_tools.model.unreadable import UnreadableCapture
from tests.capture.packing import ADDRESS, STORY, TITLE, pack_zip
from tests.capture.reading import body, cleaned, extracted, stated

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCX_BODY = f"""<?xml version="1.0"?><w:document {W}><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p>
<w:p><w:r><w:t>{STORY[0][:20]}</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r>
<w:t>{STORY[0][20:]}</w:t></w:r></w:ins></w:p><w:p/>
<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>A bridge</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{STORY[1]}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:t>{STORY[2]}</w:t><w:tab/><w:t>Done.</w:t></w:r></w:p></w:body></w:document>"""
CORE = """<?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title> A
title </dc:title><dc:creator>Ned Marlow</dc:creator></cp:coreProperties>"""


def write_docx(document: str) -> bytes:
    """A document with properties."""
    entries = {"[Content_Types].xml": "<Types/>", "word/document.xml": document, "docProps/core.xml": CORE}
    return pack_zip({name: text.encode() for name, text in entries.items()})


DOCX = write_docx(DOCX_BODY)
ODT_BODY = f"""<?xml version="1.0"?><o:document-content
xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:text>
<text:h text:outline-level="1">{TITLE}</text:h>
<text:p>{STORY[0][:20]}<text:span>{STORY[0][20:]}</text:span><text:note><text:note-body><text:p>n</text:p>
</text:note-body></text:note></text:p>
<text:h text:outline-level="2">A bridge</text:h>
<text:list><text:list-item><text:p>{STORY[1]}</text:p></text:list-item></text:list>
<text:p>{STORY[2]}<text:s/>Done.</text:p></o:text></o:body></o:document-content>"""
EXPECTED = [STORY[0], STORY[1], f"{STORY[2]} Done."]


def _store(name: str, content: bytes) -> bytes:
    """An entry that is not packed, as a document's type is."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(name, content)
        made.writestr("content.xml", ODT_BODY)
    return out.getvalue()


FORMS = {
    "docx": (DOCX, FormName.DOCX),
    "odt": (_store("mimetype", b"application/vnd.oasis.opendocument.text"), FormName.ODT),
}


@pytest.mark.parametrize(("content", "form"), FORMS.values(), ids=FORMS)
def test_a_document_is_read_in_order(content: bytes, form: FormName) -> None:
    """Tables and lists in their place; what was struck out, and notes, are not the text."""
    assert extracted(content).form is form
    assert body(content) == EXPECTED
    assert [(p.id, p.text) for p in cleaned(content).paragraphs if p.id[0] in "th"] == [
        ("title", TITLE),
        ("h1", "A bridge"),
    ]


def test_notes_that_are_left_out_are_told() -> None:
    """In Word's document they lie in entries of their own, beside lines that part them from the text."""
    note = '<w:footnote w:id="{}" {}><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    notes = (
        note.format(0, 'w:type="separator"', "x")
        + note.format(1, "", "A note.")
        + note.format(2, "", "Another.")
    )
    entries = {
        "word/document.xml": DOCX_BODY,
        "word/footnotes.xml": f"<w:footnotes {W}>{notes}</w:footnotes>",
    }
    told = extracted(pack_zip({name: text.encode() for name, text in entries.items()})).doubts
    assert told == ("has notes at the foot or the end that were not read: 2.",)
    assert extracted(FORMS["odt"][0]).doubts == ("has notes at the foot or the end that were not read: 1.",)
    assert extracted(DOCX).doubts == ()


def test_properties_are_stated() -> None:
    """On one line; their title where the document prints none, for templates fill it in."""
    assert stated(DOCX) == {"author": "Ned Marlow"}
    assert stated(write_docx(DOCX_BODY.replace('"Title"', '"Body"'))) == {
        "title": "A title",
        "author": "Ned Marlow",
    }


def write_cell(*paragraphs: str) -> str:
    """A cell of a table."""
    inside = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    return f"<w:tc>{inside}</w:tc>"


def test_rows_of_short_cells_are_passages() -> None:
    """A cell by itself says nothing; one with more than a line, or with prose, is a text of its own."""
    rows = (
        (write_cell("Harbour"), write_cell(""), write_cell("Boats")),
        (write_cell("Ashby"), write_cell("ferry"), write_cell("12")),
        (write_cell("Henney", "North quay"), write_cell("4")),
        (write_cell(STORY[1] * 3), write_cell("7")),
    )
    table = "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows)
    found = body(write_docx(DOCX_BODY.replace("<w:p/>", f"<w:tbl>{table}</w:tbl>")))
    assert found[1:7] == ["Harbour | Boats", "Ashby | ferry | 12", "Henney", "North quay", "4", STORY[1] * 3]


BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
BROKEN = {
    "entities": pack_zip({"word/document.xml": BOMB.encode()}),
    "no XML": pack_zip({"word/document.xml": b"text"}),
    "nothing": pack_zip({"word/document.xml": f"<w:document {W}/>".encode()}),
    "cut": DOCX[:-40],
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_damaged_document_is_refused(content: bytes) -> None:
    """Entities may unfold without end: they are not read."""
    with pytest.raises(UnreadableCapture) as refusal:
        extracted(content)
    assert refusal.value.code in {"C114", "C120"}


@given(st.data())
def test_no_damage_breaks_the_reader(data: st.DataObject) -> None:
    """Whatever byte is another one, the document is read with a ledger that adds up, or refused by name."""
    methods = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
    packed = [pack_zip({"word/document.xml": DOCX_BODY.encode()}, method) for method in methods]
    content = bytearray(data.draw(st.sampled_from([*packed, *(content for content, _ in FORMS.values())])))
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    try:
        cleaned(bytes(content))
    except UnreadableCapture as refusal:
        assert refusal.remedy  # noqa: PT017 - either is right


MARKDOWN = f"""---
title: "{TITLE}"
source: {ADDRESS}
author: Ned Marlow
created: 2023-11-15
tags: [clipping]
---
# {TITLE}

{STORY[0].replace(" for ", chr(10) + "for ")}

![The pier](pier.png)

> {STORY[1].replace("Ada Quill", "**Ada Quill**")}

## A *bridge*

- [{STORY[2][:15]}](https://ashby-courier.test/240){STORY[2][15:]}
- One_more_thing for 2 \\* 3 crowns.

---
"""


def test_markdown_is_shown_without_its_marks() -> None:
    """They stay in the ledger, which is of the file's own bytes."""
    result = cleaned(MARKDOWN.encode())
    assert result.drawn is None
    assert [(p.id, p.text) for p in result.paragraphs] == [
        ("title", TITLE),
        ("p1", STORY[0]),
        ("p2", STORY[1]),
        ("h1", "A bridge"),
        ("p3", STORY[2]),
        ("p4", "One_more_thing for 2 * 3 crowns."),
    ]
    assert stated(MARKDOWN.encode()) == {
        "title": TITLE,
        "address": ADDRESS,
        "author": "Ned Marlow",
        "taken": "2023-11-15",
    }


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("# Ferry stops\n\nIt has.\n", FormName.MARKDOWN),
        ("See [a](https://a.test/) and [b](https://b.test/).", FormName.MARKDOWN),
        ("#1 in the charts\n\nA song.", FormName.TEXT),
        ("---\nThe ferry\n---\n", FormName.TEXT),
        ("A text.\n\n# no heading at the start\n", FormName.TEXT),
    ],
)
def test_markdown_is_told_by_its_marks(text: str, form: FormName) -> None:
    """A text that merely has such characters is none."""
    assert extracted(text.encode()).form is form


@given(
    st.lists(st.sampled_from([*"#*_[]()`>-~|\\ \n\r!", "---\n", "a b", "http://a", "é", "1. "])).map("".join)
)
def test_no_markdown_breaks_the_reader(text: str) -> None:
    """Marks that do not pair lose nothing."""
    cleaned(b"# A\n" + text.encode(), "a.md")


def test_tables_within_tables_are_read_once() -> None:
    """Each level read twice would be read a million times at the twentieth."""
    deep = "<w:tbl><w:tr><w:tc>" * 60 + write_cell("Ashby") + "</w:tc></w:tr></w:tbl>" * 60
    found = body(write_docx(DOCX_BODY.replace("<w:p/>", f"{deep}<w:p/>")))
    assert "Ashby" in found
