"""HTML captures: what the markup adds to the rules, and what it may not do."""

from __future__ import annotations

import pytest

from build_tools.clean.html_blocks import read_html_blocks
from build_tools.clean.markup import parse_attributes, tokenize_html
from build_tools.model.clean import Kind
from tests.clean import cleaned

PROSE = "The old weir gave way on Thursday night after a week of rain, and the mill race is dry since then."
MORE = "Nobody was hurt, said the miller, who heard the boards go a little after nine and thought of thunder."


def page(body: str, head: str = "") -> str:
    """An HTML page."""
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def body(source: str, file: str = "a.html") -> list[str]:
    """Texts of the numbered paragraphs."""
    return [paragraph.text for paragraph in cleaned(source, file).body]


def test_html_is_known_by_name_or_by_content() -> None:
    """A keeper may have saved a page under any name."""
    source = page(f"<p>{PROSE}</p><p>{MORE}</p>")
    assert body(source, "a.txt") == body(source, "A.HTM") == [PROSE, MORE]


def test_inline_markup_and_entities_are_text() -> None:
    """A word in italics is in its paragraph; `&amp;` is one character to the reader."""
    source = page(
        f"<p>{PROSE.replace('week', '<i>week</i>')} A&amp;B&nbsp;&#8212; <b>end</b>.</p><p>{MORE}</p>"
    )
    assert body(source)[0] == f"{PROSE} A&B — end."


def test_fields_stated_in_markup_are_found() -> None:
    """Language, outlet and date stand in the head of most pages, and each names its place in the ledger."""
    head = (
        '<meta property="og:site_name" content="Tollen &amp; Lindow Post">'
        '<meta property="article:published_time" content="2021-11-04T19:15:00+01:00">'
    )
    result = cleaned(page(f"<h1>Weir gives way at Tollen</h1><p>{PROSE}</p><p>{MORE}</p>", head))
    found = {found.field: found.value for found in result.metadata}
    assert found == {
        "title": "Weir gives way at Tollen",
        "site_name": "Tollen & Lindow Post",
        "date": "2021-11-04T19:15",
    }
    lines = {line.n for line in result.lines}
    assert all(found.line in lines for found in result.metadata)


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "utf-8"])
def test_the_declared_encoding_is_read(codec: str) -> None:
    """Pages of the nineties and after name their code page."""
    text = "Паром под Верхним Лугом закрыт до весны, потому что лёд повредил причал, сообщил смотритель."
    source = page(f"<p>{text}</p><p>{text[::-1]}</p>", f'<meta charset="{codec}">').encode(codec)
    assert cleaned(source, "a.html").body[0].text == text


def test_a_class_on_the_whole_page_removes_nothing() -> None:
    """`with-sidebar` on the wrapper says nothing about the article in it; a form around it neither."""
    source = page(f'<form><div class="with-sidebar comments-open"><p>{PROSE}</p><p>{MORE}</p></div></form>')
    assert body(source) == [PROSE, MORE]


def test_the_last_text_needs_no_tag_after_it() -> None:
    """Every line of the ledger has bytes, and what stands between texts is one line."""
    lines = cleaned(f"<p>{PROSE}<p>{MORE}", "a.html").lines
    assert [bool(line.text) for line in lines] == [False, True, False, True]
    assert all(line.end > line.start for line in lines)


def test_a_row_of_data_is_one_line() -> None:
    """Its cells are short, each of them a run, and two at least; a table may lay out a page as well."""

    def lines(row: str) -> list[str]:
        source = page(f"<p>{PROSE}</p><table><tr>{row}</tr></table>")
        return [line.text for line in cleaned(source, "a.html").lines if line.text][1:]

    assert lines("<td>Tollen</td><td><p>7 boats</p></td>") == ["Tollen | 7 boats"]
    assert lines("<th>Tollen</th><td></td>") == ["Tollen"]
    assert len(lines("<td>Tollen<p>Lindow</td><td>7 boats</td>")) == 3
    assert len(lines(f"<td>Tollen</td><td>{'so ' * 24}</td>")) == 1
    assert len(lines(f"<td>Tollen</td><td>{'so ' * 25}</td>")) == 2


def test_what_a_page_says_of_itself_is_cut() -> None:
    """It may be of any length."""
    long = "a" * 1001
    head = (
        f"<meta name=author content={long}><link rel=canonical href={long}><time datetime={long}>"
        "<meta name=author content=' '><html lang=en>"
    )
    hints = read_html_blocks(f"{head}<p>{PROSE}", None)[1].hints
    assert [(hint.field, len(hint.value)) for hint in hints] == [
        ("byline", 500),
        ("address", 1000),
        ("time", 60),
        ("language", 2),
    ]


def test_quotation_marks_that_pair_are_believed_however_many() -> None:
    """A bracket within them ends no tag."""
    many = "<i title='a'></i>" * 101
    assert body(f"{many}<p title='x>y'>{PROSE}</p><p>{MORE}</p>") == [PROSE, MORE]


def test_a_quotation_mark_without_its_pair_ends_no_page() -> None:
    """The tag ends at its next bracket, and the text after it is read."""
    source = f'<p title="x>{PROSE}</p><p class=a title=b>{MORE}</p>'
    assert body(source) == [PROSE, MORE]
    assert parse_attributes("<p a=1 B='2' b=3 c>") == {"a": "1", "b": "2", "c": ""}
    assert parse_attributes("a=1") == {"a": "1"}


def test_scripts_and_comments_are_no_lines() -> None:
    """What no reader of the page saw is blank in the ledger."""
    source = page(f"<script>'<p>{MORE}</p>'</script><!-- <p>{MORE}</p> --><p>{PROSE}</p>")
    assert [line.text for line in cleaned(source, "a.html").lines if line.kind is not Kind.BLANK] == [PROSE]


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("<!---->x", ["other", "text"]),
        ("<!-- > -->x", ["other", "text"]),
        ("<!-->x", ["other", "text"]),
        ("<!--->x", ["other", "text"]),
        ("<!-- x", ["other"]),
        ("<!x>y", ["other", "text"]),
        ("<?x>y", ["other", "text"]),
        ("<!x", ["other"]),
        ("</script>x<p>", ["close", "text", "open"]),
        ("</script>x<p></script>", ["close", "text", "open", "close"]),
        ("<script>x</script>y", ["open", "other", "close", "text"]),
        ("<script></script>", ["open", "close"]),
        ("<script>x</script><script>y</script>", ["open", "other", "close"] * 2),
        ("<script>x</scripty></SCRIPT >y", ["open", "other", "close", "text"]),
        ("<script>x<p>", ["open", "text", "open"]),
        ("x < y", ["text"]),
        ("<<p>", ["text", "open"]),
        ("<p", ["text"]),
        ("<p>", ["open"]),
        ("<p a='>", ["open"]),
        ("<p a='>'>", ["open"]),
        ("", []),
    ],
)
def test_each_piece_of_markup_is_known(source: str, kinds: list[str]) -> None:
    """Comments, declarations, raw content; a bracket that opens nothing is text."""
    assert [token.type for token in tokenize_html(source)] == kinds


def test_a_name_without_end_is_cut() -> None:
    """A million openings without a space must not each be read to the end."""
    assert [len(token.tag) for token in tokenize_html(f"<{'b' * 200}>")] == [99]


def test_tokens_cover_the_source() -> None:
    """Positions of tags are positions in the source, quotation marks and `>` in attributes included."""
    source = "a<b title=\"x > y\" c='>'>d</b ><br/>< e <!x> <1>"
    pieces = [source[token.start : token.end] for token in tokenize_html(source)]
    assert "".join(pieces) == source
    assert pieces[1] == "<b title=\"x > y\" c='>'>"
    assert parse_attributes(pieces[1]) == {"title": "x > y", "c": ">"}


@pytest.mark.parametrize(
    ("opening", "read"),
    [
        ('<span aria-hidden="true">T</span><span class="sr-only">T</span>he ferry', "The ferry"),
        ('<span class="drop" aria-hidden="true">A</span>aron of the ferry', "Aaron of the ferry"),
        ('<span aria-hidden="true">A</span>ARON of the ferry', "AARON of the ferry"),
        ("<b>x</b><i>x</i> marks the ferry", "xx marks the ferry"),
    ],
)
def test_a_letter_drawn_large_and_said_again_is_read_once(opening: str, read: str) -> None:
    """A drop cap stands twice where it is kept from who listens; other letters in a row are all text."""
    rest = " that had crossed the river for ninety years stopped on Friday, the council of the town said."
    assert body(f"<article><h1>A title</h1><p>{opening}{rest}</p><p>It{rest}</p></article>")[0] == read + rest


def test_lines_that_pre_sets_are_lines() -> None:
    """Verses and rows set with blanks stay lines; what `pre` only wraps stays a paragraph."""
    verses = (
        "The tide goes out at seven,\nthe tide <i>comes</i> in at nine,\nand all the boats\nlie in a line."
    )
    rows = "Boat     Catch  Crew\r\nHeron      120     4\r\nPlover      85     3\r\nCurlew     240     6"
    wrapped = "\n".join(PROSE[at : at + 72] for at in range(0, len(PROSE), 72))
    for inside, lines in (
        (verses, [line.replace("<i>", "").replace("</i>", "") for line in verses.splitlines()]),
        (f"\n{rows}\n", [" ".join(line.split()) for line in rows.splitlines()]),
    ):
        assert body(page(f"<p>{PROSE}</p><pre>{inside}</pre><p>{MORE}</p>")) == [PROSE, *lines, MORE]
    assert len(body(page(f"<pre>{wrapped}\n\n{MORE}</pre>"))) == 2


VERSES = ("The tide goes out at seven,", "the tide comes in at nine,", "and all the boats", "lie in a line.")


@pytest.mark.parametrize(
    ("style", "kept"),
    [
        ("<style>.verse{white-space:pre-line}</style><div class='a verse'>", True),
        ("<style>/* . */ p, #v { color: red; white-space: pre-wrap; }</style><div id=v>", True),
        ("<div style='WHITE-SPACE: pre'>", True),
        ("<div style='white-space:break-spaces'><span>", True),
        ("<div>", False),
        ("<div style='white-space:nowrap'>", False),
        ("<div style='white-space:pre-line'><div style='white-space:normal'>", False),
        # whom these are for is not known
        (
            "<style>.a .verse{white-space:pre-line} .verse:hover{white-space:pre}</style><div class=verse>",
            False,
        ),
        ("<style>.verse{white-space:pre} .verse{white-space:normal}</style><div class=verse>", False),
        ("<style>.a{b:'white-space:pre'} white-space:pre .verse {</style><div class=verse>", False),
    ],
)
def test_lines_that_a_style_keeps_are_lines(style: str, kept: bool) -> None:
    """As in `pre`: whoever sets verses with a style sheet means their lines."""
    lines = body(page(f"<p>{PROSE}</p>{style}{chr(10).join(VERSES)}</span></div><p>{MORE}</p>"))
    assert lines == [PROSE, *(VERSES if kept else [" ".join(VERSES)]), MORE]
