"""What a capture says of itself: in lines that are shown, and in markup that is not."""

from __future__ import annotations

import pytest

from build_tools.capture import find_form
from build_tools.clean.blocks import Block, Hint, normalise_words
from build_tools.clean.chrome_phrases import load_chrome_table
from build_tools.clean.found_fields import add_stated_fields, find_fields
from build_tools.clean.html_blocks import read_html_blocks
from build_tools.clean.text_blocks import read_text_blocks
from build_tools.model.capture_text import CaptureText, FormName, StatedField
from build_tools.model.clean import Found
from tests.clean import cleaned
from tests.clean.sheets import read_sheet

PROSE = "The weir of the town gave way on Thursday, and nobody knows who was the last to see it whole."
MORE = "Nobody was hurt, said the miller, who had heard the boards go and thought of thunder at Lindow."


def fields(notation: str) -> dict[str, tuple[str, int]]:
    """The fields of a sheet: value and line."""
    return {found.field: (found.value, found.line) for found in find_fields(read_sheet(notation)[0])}


def test_the_first_of_each_field_is_found() -> None:
    """As printed, with the first line that says it; the date is read from what is printed."""
    found = fields("""
[title] Boats
[title] Weather
[standfirst] Few.
[byline] By Oda Brask
[dateline] Tollen
[dateline] 4 November 2021
[dateline] 5 November 2021
""")
    assert found == {
        "title": ("Boats", 1),
        "standfirst": ("Few.", 3),
        "byline": ("By Oda Brask", 4),
        "dateline": ("Tollen", 5),
        "date": ("2021-11-04", 6),
    }


def test_what_is_printed_goes_before_what_markup_states() -> None:
    """Markup is believed where nothing is printed; an unreadable date is none, nor is a time alone."""
    found = fields("""
! title: Barges
! site_name: The Observer
! date: soon
! date: 2021-11-04T19:15
! time: 2021-11-05
[title] Boats
""")
    assert found == {
        "title": ("Boats", 1),
        "site_name": ("The Observer", 1),
        "date": ("2021-11-04T19:15", 1),
    }


def test_the_language_is_told_by_the_article() -> None:
    """By its first paragraphs; what stands around it may be in another."""
    german = "Die Fähre liegt seit der Nacht am Ufer, und niemand weiß, wann sie wieder über den Fluss fährt."
    assert fields(f"[share] {german}\n[body] {PROSE}\n[body] {PROSE}")["language"] == ("en", 2)
    assert "language" not in fields("[title] Boats")


def test_a_field_stands_where_its_block_begins() -> None:
    """A headline that was broken over two lines is named by the first."""
    sheet, _ = read_sheet("[title] Boats")
    block = Block(0, (4, 5), "Boats and barges")
    made = type(sheet)(type(sheet.blocks)([block]), marks=sheet.marks)
    assert [found.line for found in find_fields(made)] == [4]


HINTS = {
    '<html lang="uk">': ("language", "uk"),
    '<p lang="uk">': None,
    '<meta property="og:title" content="A &amp; B">': ("title", "A & B"),
    '<meta name="Author" content=" Oda ">': ("byline", "Oda"),
    '<meta itemprop="datePublished" content="2021">': ("date", "2021"),
    '<meta property="og:title" content=" ">': None,
    '<meta property="og:title">': None,
    '<meta property="og:colour" content="red">': None,
    '<meta content="red">': None,
    '<time datetime=" 2021-11-04 ">': ("time", "2021-11-04"),
    "<time>": None,
    '<p datetime="2021">': None,
    '<link rel="canonical" href="/a?b&amp;c">': ("address", "/a?b&c"),
    '<link rel="icon" href="/a">': None,
    '<link rel="canonical">': None,
    '<a rel="canonical" href="/a">': None,
    f'<meta name="author" content="{"a" * 501}">': ("byline", "a" * 500),
    f'<time datetime="{"1" * 61}">': ("time", "1" * 60),
    f'<link rel="canonical" href="{"a" * 1001}">': ("address", "a" * 1000),
}


@pytest.mark.parametrize("source", HINTS)
def test_markup_that_is_not_shown_states_fields(source: str) -> None:
    """Each in its own element and attribute, cut where it would fill a page."""
    hint = HINTS[source]
    assert read_html_blocks(f"<p>a</p>\n{source}", "en")[1].hints == ((Hint(*hint, 3),) if hint else ())


def test_hints_stand_in_the_lines_of_their_tags() -> None:
    """The first tag stands in the first line, the last in the last."""
    source = '<html lang="en"><p>a</p><time datetime="1"><p>b<time datetime="2"></p>'
    hints = read_html_blocks(source, "en")[1].hints
    assert [hint.line for hint in hints] == [1, 3, 5]


@pytest.mark.parametrize(
    ("file", "content", "html"),
    [
        ("a.htm", b"A", True),
        ("a.XHTML", b"A", True),
        ("a.txt", b"<!DOCTYPE html>", True),
        ("a.txt", b"\xef\xbb\xbf \n<p><body>", True),
        ("a.txt", b"\xff\xfe<\0h\0t\0m\0l\0>\0", True),
        ("a.txt", b"<b>A", False),
        ("a.txt", b"A <html>", False),
        ("a.txt", b"<" + b"a" * (1 << 13) + b"<html>", True),
        ("a.txt", b"<" + b"a" * (1 << 14) + b"<html>", False),
    ],
)
def test_a_capture_is_html_by_name_or_because_it_opens_so(file: str, content: bytes, html: bool) -> None:
    """A text that speaks of HTML is none."""
    assert (find_form(content, file).form is FormName.HTML) is html


def lines(source: str) -> list[tuple[str, float, bool]]:
    """The blocks of HTML: text, share in links, whether in the article's element."""
    return [(b.text, b.linked, b.main) for b in read_html_blocks(source, "en")[1].blocks]


def test_the_share_in_links_is_of_all_characters() -> None:
    """A link that nobody closed ends with its block."""
    assert lines("<p>abcd<a>efgh</a></p>") == [("abcdefgh", 0.5, True)]
    assert lines("<a>abcd<p>efgh</p>") == [("abcd", 1.0, True), ("efgh", 0.0, True)]
    assert lines("<a>abcd</a>ef") == [("abcdef", 4 / 6, True)]


TEN = "one two three four five six seven eight nine ten"


@pytest.mark.parametrize(
    ("text", "main"),
    [
        (TEN, True),
        (TEN.removesuffix(" ten"), False),
        (f"{TEN}<a>{TEN}</a>", False),
        (f"{TEN} {TEN[:10]}<a>{TEN}</a>", True),
    ],
)
def test_ten_words_mostly_unlinked_are_prose(text: str, main: bool) -> None:
    """Of them the article's element is known; without prose it is the whole page."""
    (_, _, label), (_, _, prose) = lines(f"<div><p>A label</p></div><section><p>{text}</p></section>")
    assert prose
    assert label is not main


def test_two_line_breaks_part_paragraphs() -> None:
    """One is a space, and so is white space between inline tags; text between two begins anew."""
    assert [text for text, _, _ in lines("a<br>b<br><br>c<br>d")] == ["a b", "c d"]
    assert [text for text, _, _ in lines("<b>a</b> <i>b</i>")] == ["a b"]


def test_what_shows_nothing_is_no_line() -> None:
    """A paragraph of a hard space belongs to the markup around it."""
    segments, sheet = read_html_blocks("<p>a</p><p>&nbsp;</p><p>b</p>", "en")
    assert [segment.text for segment in segments] == ["", "a", "", "b", ""]
    assert [block.lines for block in sheet.blocks] == [(2,), (4,)]
    assert [segment.text for segment in read_html_blocks("a", "en")[0]] == ["a"]
    tight = read_html_blocks("<p> <b>a</b> </p>", "en")[0]
    assert [(segment.start, segment.end) for segment in tight] == [(0, 7), (7, 8), (8, 17)]


def test_a_block_is_looked_at_so_far() -> None:
    """Six hundred words or four thousand characters; scripts without spaces count by the character."""
    assert len(normalise_words("a " * 700)) == 600
    assert len(normalise_words("a" * 5000)[0]) == 4000
    assert [Block(0, (1,), "水" * count).weight for count in (1, 2, 4, 5)] == [1, 2, 3, 3]
    assert Block(0, (1,), "a " * 600).weight == 600
    assert Block(0, (1,), "").linked == 0


def test_a_pages_own_phrases_are_of_its_language() -> None:
    """And English, which stands in pages of any; of a language that nobody knows all count."""
    english, german, every = (load_chrome_table(code).kinds["bio"].start for code in ("en", "de", None))
    assert english < german < every
    assert load_chrome_table("xx").kinds["bio"].start == every
    assert not any(() in found.whole | found.start for found in load_chrome_table(None).kinds.values())


def test_a_text_that_begins_with_a_blank_line_has_its_paragraph_apart() -> None:
    """Text has no links and no zones."""
    (block,) = read_text_blocks("\na", "en")[1].blocks
    assert (block.apart, block.lines, block.linked) == (True, (2,), 0)


def test_paragraphs_of_a_kind_are_numbered() -> None:
    """Paragraphs from the first, others from the second: a page has one headline."""
    captions = "<figcaption>The weir before</figcaption><figcaption>The weir after it</figcaption>"
    source = f"<h1>Weir gives way</h1>{captions}<p>{PROSE}</p><p>{MORE}</p>"
    ids = [paragraph.id for paragraph in cleaned(source, "a.html").paragraphs]
    assert ids == ["title", "caption", "caption2", "p1", "p2"]


def test_twenty_paragraphs_tell_the_language() -> None:
    """Longer texts tell no more."""
    english = "The old weir gave way on Thursday night after a week of rain, and it was not the first time. "
    figures, told = "[body] 1,200\n", f"[body] {english * 2}"
    assert [found.value for found in find_fields(read_sheet(figures * 19 + told)[0])] == ["en"]
    assert not find_fields(read_sheet(figures * 20 + told)[0])


def test_a_capture_knows_whence_it_is_better_than_its_page() -> None:
    """Of title and writer the page is believed; of a mail, its headers."""
    found = (Found("title", "Weir", 1), Found("address", "https://a.example", 2))
    stated = (StatedField("title", "Fwd: Weir", "a"), StatedField("address", "https://b.example", "b"))
    values = {
        form: {
            one.field: one.value for one in add_stated_fields(found, CaptureText(form, b"", stated=stated))
        }
        for form in (FormName.HTML, FormName.EML)
    }
    assert values[FormName.HTML] == {"title": "Weir", "address": "https://b.example"}
    assert values[FormName.EML] == {"title": "Fwd: Weir", "address": "https://b.example"}
