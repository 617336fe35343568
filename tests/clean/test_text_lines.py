"""Which lines of plain text are one paragraph, and which phrases a line says."""

from __future__ import annotations

import pytest

from build_tools.clean.chrome_phrases import Phrases
from build_tools.clean.text_blocks import read_text_blocks
from tests.clean.sheets import read_sheet

WIDTH = 60
FULL = "The boards of the old weir at Tollen had been loose for long"
FULLER = "since the winter, the miller said, and nobody had come to it"
SHORT = "mend them."


def paragraphs(*lines: str) -> list[str]:
    """The blocks of a text of these lines."""
    return [block.text for block in read_text_blocks("\n".join(lines), "en")[1].blocks]


def test_lines_of_one_width_are_a_paragraph() -> None:
    """A paragraph that was broken at sixty columns is joined; one after a blank line is another."""
    assert len(FULL) == len(FULLER) == WIDTH
    joined = f"{FULL} {FULLER} {SHORT}"
    assert paragraphs(FULL, FULLER, SHORT) == [joined]
    assert paragraphs(FULL, FULLER, SHORT, "", FULL, FULLER, SHORT) == [joined, joined]
    assert paragraphs("", FULL, FULLER, SHORT) == [joined]


def test_the_first_line_stands_apart() -> None:
    """Nothing stands before it; a blank line parts, and a line does not."""
    assert [b.apart for b in read_text_blocks("A\nB\n\nC", "en")[1].blocks] == [True, False, True]


def test_rows_set_with_blanks_are_lines() -> None:
    """Columns stand under each other; two blanks in a line are no column."""
    wide = FULL.replace("the old", "the   o")
    assert len(wide) == WIDTH
    assert len(paragraphs(wide, FULLER, SHORT)) == len(paragraphs(FULL, wide, SHORT)) == 1
    row = f"{'Tollen':14}{'1,200':>14}{'12 May 2021':>32}"
    assert paragraphs(FULL, FULLER, SHORT, "", row, row, row)[1:] == [row] * 3
    double = FULL.replace("the old", "the  ol")
    assert len(double) == WIDTH
    assert len(paragraphs(double, FULLER, SHORT)) == 1


def test_a_single_full_line_tells_no_width() -> None:
    """Two lines may be a headline and what stands under it."""
    assert paragraphs(FULL, SHORT) == [FULL, SHORT]


def test_columns_have_a_width() -> None:
    """Lines of a poem are narrower, and a text with one long line was not broken."""
    assert len(paragraphs(*[FULL[:39]] * 3)) == 3
    assert len(paragraphs(*[FULL[:40]] * 3)) == 1
    assert len(paragraphs(FULL, FULLER, SHORT, "", "x" * 100)) == 2
    assert len(paragraphs(FULL, FULLER, SHORT, "", "x" * 101)) == 4


def test_lines_that_all_end_as_sentences_are_paragraphs() -> None:
    """So are entries of a list, which are as wide as they are."""
    ended = FULL[:-1] + "."
    assert len(paragraphs(ended, ended, FULL, SHORT)) == 4
    assert len(paragraphs(ended, FULL, SHORT)) < 3
    assert len(paragraphs(*[ended] * 6, *[FULL] * 5, SHORT)) == 12


def test_most_lines_are_full() -> None:
    """Headlines in a row have all lengths."""
    half = FULL[:44]
    assert len(paragraphs(FULL, half, half, SHORT)) == 4
    assert len(paragraphs(FULL, FULL, FULL, FULL, half, SHORT)) < 6
    assert len(paragraphs(FULL, FULL, FULL, half, SHORT)) == 5


def test_a_line_with_room_for_the_next_word_ends_a_paragraph() -> None:
    """Unless the next goes on in small letters, and not much room was left."""
    roomy = FULL[:45]
    assert paragraphs(FULL, FULLER, roomy, "and so", FULL) == [f"{FULL} {FULLER} {roomy} and so", FULL]
    assert paragraphs(FULL, FULLER, roomy, "And so", FULL)[:2] == [f"{FULL} {FULLER} {roomy}", "And so"]
    assert paragraphs(FULL, FULLER, roomy[:-1] + ".", "and so")[1:] == ["and so"]
    assert paragraphs(FULL, FULLER, FULL, FULLER, roomy[:44], "and so")[1:] == ["and so"]


def test_a_soft_hyphen_joins_whatever_the_width() -> None:
    """A divided word is one."""
    assert paragraphs("The wa\xad", "ter rose.") == ["The water rose."]
    assert paragraphs("The wa\xad", "", "ter rose.") == ["The wa\xad", "ter rose."]


def test_a_block_stands_apart_after_a_blank_line() -> None:
    """And at the top of the page."""
    blocks = read_text_blocks("A\nB\n\nC", "en")[1].blocks
    assert [block.apart for block in blocks] == [True, False, True]


PHRASES = Phrases(
    whole=frozenset({("read", "more")}),
    start=frozenset({("follow", "us"), ("via",), tuple("abcdefg"), tuple("stuvwxyz")}),
    within=frozenset({("our", "newsletter")}),
    strong=frozenset({("we", "need", "help")}),
    bag=frozenset({"pin", "mail", "share"}),
    core=frozenset({"share"}),
)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Read more", True),
        ("Read more today", False),
        ("Follow us {38}", True),
        ("Follow us {39}", False),
        ("Please follow us", False),
        ("Via {9}", True),
        ("Via {10}", False),
        ("Via: {10}", True),
        ("A b c d e f g h", True),
        ("S t u v w x y z", False),
        ("{23} our newsletter", True),
        ("{24} our newsletter", False),
        ("{90} we need help", True),
        ("{90} we need", False),
        ("Mail share pin", True),
        ("Mail pin", False),
        ("Mail share now", False),
        ("—", False),
    ],
)
def test_a_phrase_counts_where_the_table_says(line: str, said: bool) -> None:
    """The whole line, its beginning, anywhere in a short one or in any; or nothing but these words."""
    assert PHRASES.is_said_by(read_sheet(line)[0].blocks[0]) is said
