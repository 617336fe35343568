"""What a block counts for being of the article, by itself and where it stands, condition by condition."""

from __future__ import annotations

import pytest

from build_tools.clean.blocks import Block
from build_tools.clean.context import weigh_isolation, weigh_position, weigh_spacing, weigh_topic_overlap
from build_tools.clean.scoring import score_blocks_alone
from build_tools.clean.segment import find_article_span, score_blocks
from tests.clean.sheets import read_sheet, scores

OWN = {
    # prose by its words, up to a hundred; without a mark, little
    "{25}.": 25,
    "{120}.": 100,
    "{25}": 2.0,
    # a short sentence
    "{24}.": 24 * 0.8,
    "{1}.": 0.8,
    # a line without an end: from twelve words it may be prose, below it is a label
    "{12}": 2.0,
    "{11}": -4 + 11 / 4,
    "{1}": -3.75,
    # what announces something, if it is long enough to be no label
    "{12}:": 12 * 0.8,
    "{11}:": -4 + 11 / 4,
    # entries of a list
    "* {25}.": 25 * 0.5,
    "* {10}.": 10 * 0.3,
    "* {12}": -1.0,
    "* {11}": -4.0,
    "<li> {11}": -4.0,
    # mostly links; in the element of the article; cells there
    "<p 0.6> {25}.": 25,
    "<p 0.65> {25}.": -4.0,
    "<p main> {1}": -1.75,
    "<p main> {7}": -0.5,
    "<td main> {1}": -0.5,
    "<th main> * {1}": -0.3,
    "<td> * {1}": -4.0,
    "<li main> {1}": -2.0,
    # what rules decided
    "[share] {25}.": -6.0,
    "[title] {25}.": -1.0,
    "[crosshead] {25}.": 0.0,
    # two words run together: a headline and its teaser
    "The gateHouse {24}.": 26 * 0.3,
    "The gateHouse {5}.": 7 * 0.3,
}


@pytest.mark.parametrize("line", OWN)
def test_a_block_counts_by_itself(line: str) -> None:
    """Prose for the article, labels against it."""
    sheet, _ = read_sheet(line)
    assert score_blocks_alone(sheet) == pytest.approx([OWN[line]])


def test_a_block_of_plain_text_is_in_no_link_and_no_article() -> None:
    """Only markup tells of either."""
    block = Block(0, (1,), "Weir")
    assert (block.linked, block.article, block.main, block.apart) == (0, 0, False, True)


def test_a_headline_runs_on_among_the_first_signs() -> None:
    """Further down nobody sets one."""
    for filler, share in (("weir " * 78, 0.3), (f"{'weir ' * 77}weirs ", 1.0)):
        sheet, _ = read_sheet(f"{filler}gateHouse {{25}}.")
        assert score_blocks_alone(sheet) == pytest.approx([100 * share])


def test_what_is_run_together_twice_is_a_name() -> None:
    """“GateHouse” is a house if another block says it too; the same block printed twice tells nothing."""
    sheet, _ = read_sheet("The gateHouse {24:a}.\nThe gateHouse {24:b}.")
    assert score_blocks_alone(sheet) == [26.0, 26.0]
    sheet, _ = read_sheet("The gateHouse {24:a}.\nThe gateHouse {24:a}.")
    assert score_blocks_alone(sheet) == pytest.approx([7.8, 7.8])
    sheet, _ = read_sheet("The gateHouse {24:a}.", html=True)
    assert score_blocks_alone(sheet) == [26.0]


def test_what_a_page_says_three_times_is_chrome() -> None:
    """Twice may be a headline; prose may be repeated, and so may lines of the article's element."""
    thrice = [score_blocks_alone(read_sheet("\n".join([line] * 3))[0])[0] for line in ("{5:a}.", "{25:a}.")]
    assert thrice == [-6.0, 25.0]
    assert score_blocks_alone(read_sheet("{5:a}.\n{5:a}.")[0]) == [4.0, 4.0]
    assert score_blocks_alone(read_sheet("\n".join(["<p main> {5:a}."] * 3))[0])[0] == 4.0


VOICES = "\n".join(
    f"Harbour masters counted every vessel along quayside {number} during winter, and waited {{12}}. = 20"
    for number in range(5)
)


def test_prose_on_something_else_counts_for_less() -> None:
    """By the share of its long words that the page's other prose says; half are as good as all."""
    sheet, before = scores(f"{VOICES}\nPrivacy notices concern personal information. = 4\n{{3}} = -4")
    after = weigh_topic_overlap(sheet, before)
    assert after[5:] == [2.0, -4]
    letters = "Every along zinc opal privacy notices concern personal. = 3"
    sheet, before = scores(f"{VOICES}\n{letters}")
    assert weigh_topic_overlap(sheet, before)[5] == pytest.approx(3 * (0.5 + 2 / 6))
    sheet, before = scores(f"{VOICES}\nHarbour masters concern personal vessel. = 4")
    assert weigh_topic_overlap(sheet, before)[5] == 4


def test_a_voice_is_told_by_what_others_say_too() -> None:
    """Its own words do not make a long block one of the subject."""
    stranger = (
        "Privacy notices concern personal information, whenever somebody subscribes through advertisements, "
    )
    sheet, before = scores(
        f"{VOICES}\n{stranger}including analytics providers and however many partners {{3}}. = 20"
    )
    assert weigh_topic_overlap(sheet, before)[5] < 13
    sheet, before = scores(f"{VOICES}\n{stranger}{{12}}. = 20\n{stranger}{{12}}. = 20")
    assert weigh_topic_overlap(sheet, before)[5:] == [20, 20]


def test_voices_have_twenty_words() -> None:
    """What is shorter may be a teaser."""
    for words, share in ((8, 0.5), (7, 1)):
        voices = VOICES.replace("{12}", f"{{{words}}}")
        sheet, before = scores(f"{voices}\nPrivacy notices concern personal information. = 4")
        assert weigh_topic_overlap(sheet, before)[5] == 4 * share


def test_few_voices_tell_no_subject() -> None:
    """Four paragraphs may each speak of something; a short one says too little; and chrome has no voice."""
    four = "\n".join(VOICES.split("\n")[:4])
    other = "Privacy notices concern personal information. = 4"
    for text in (
        f"{four}\n{other}",
        f"{four}\nHarbour masters counted. = 20\n{other}",
        f"{four}\n{{30}} = -4\n{other}",
        f"{four}\n{{30}} = 0\n{other}",
    ):
        sheet, before = scores(text)
        assert weigh_topic_overlap(sheet, before) == before
    sheet, before = scores(f"{VOICES}\nPrivacy notices concern. = 4")
    assert weigh_topic_overlap(sheet, before) == before
    sheet, before = scores(f"{VOICES}\nPrivacy notices concern personal. = 4")
    assert weigh_topic_overlap(sheet, before)[5] == 2
    sheet, before = scores(f"{four}\n{{30}} = 0.5\n{other}")
    assert weigh_topic_overlap(sheet, before)[5] == 2


def test_early_prose_counts_for_more() -> None:
    """By a fifth more at the top, by a fifth less at the end; chrome counts the same."""
    assert weigh_position([10, -4, 10]) == pytest.approx([12, -4, 10])
    assert weigh_position([]) == []
    assert weigh_position([-4]) == [-4]


def test_prose_alone_counts_for_less() -> None:
    """Two blocks on either side are near, chrome and the lines of lists between them not counted."""
    sheet, before = scores("A. = 10\nB. = -4\nC. = -4\nD. = 10\nE. = -4\nF. = 5")
    assert weigh_isolation(sheet, before, frozenset()) == [4, -4, -4, 4, -4, 5]
    assert weigh_isolation(sheet, before, frozenset({1})) == [10, -4, -4, 10, -4, 5]
    sheet, before = scores("A. = 10\n[share] B. = -6\nC. = -4\nD. = 10")
    assert weigh_isolation(sheet, before, frozenset()) == before
    sheet, before = scores("A. = 10\nB. = -4\nC. = 5.1")
    assert weigh_isolation(sheet, before, frozenset()) == before
    sheet, before = scores("A. = -0.5\nB. = -4\nC. = -4\nD. = 0.5")
    assert weigh_isolation(sheet, before, frozenset()) == [-0.5, -4, -4, 0.2]


def test_attached_prose_counts_for_less() -> None:
    """Without a blank line before or after it, unless nearly all the prose of the text is set so."""
    sheet, before = scores("A. = 10\nB. = 10\n~C. = 5\n~D. = -4\nE. = 10")
    assert weigh_spacing(sheet, before) == [10, 5, 2.5, -4, 10]
    sheet, before = scores("A. = 9\n~B. = 9\nC. = 4\nD. = -90")
    assert weigh_spacing(sheet, before) == before
    sheet, before = scores("A. = 8\n~B. = 8\nC. = 4")
    assert weigh_spacing(sheet, before) == [4, 4, 4]
    sheet, before = scores("A. = 8\n~B. = 8\nC. = 3.2\nD. = 0.8\nE. = -0.5\nF. = -90")
    assert weigh_spacing(sheet, before) == [4, 4, 3.2, 0.8, -0.5, -90]
    sheet, before = scores("A. = 10\n~B. = -0.5\nC. = 10")
    assert weigh_spacing(sheet, before) == [5, -0.5, 10]
    sheet, before = scores("A. = 30\nB. = 10\n~C. = -4")
    assert weigh_spacing(sheet, before) == [30, 5, -4]


def test_what_belongs_to_prose_counts_for_it() -> None:
    """Entries of its lists a little, turns of speech a little more, whatever they count by themselves."""
    listed = read_sheet("{30}.\nBring these {3}:\n* {2}\n* {2}\n{30}.")[0]
    assert score_blocks(listed)[1:4] == [1, 1, 1]
    spoken = read_sheet("{30}.\nQ: {3}\nA: {3}\nQ: {3}\nA: {3}\n{30}.")[0]
    assert score_blocks(spoken)[1:5] == [2, 2, 2, 2]


def test_the_article_is_the_stretch_with_the_greatest_sum() -> None:
    """A few loose lines amid it are bridged; of equals the first is taken; without prose there is none."""
    assert find_article_span(read_sheet("{1}\n{30}.\n{30}.\n{1}\n{30}.\n{1}")[0]) == range(1, 5)
    assert find_article_span(read_sheet("{1}\n{2}")[0]) == range(0)
    assert find_article_span(read_sheet("")[0]) == range(0)
    assert find_article_span(read_sheet("{30}.\n[crosshead] {3}")[0]) == range(1)
    assert find_article_span(read_sheet("[crosshead] {3}\n{30}.")[0]) == range(1, 2)
