"""What a block counts for being of the article, by itself and where it stands, condition by condition."""

from __future__ import annotations

import pytest

from build_tools.clean.article_end import drop_after_end, find_article_end
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
    sheet, before = scores("A. = 30\nB. = 10\n~C. = -4")
    assert weigh_spacing(sheet, before) == [30, 5, -4]


ENDS = {
    # prose enough before a heading of comments
    "A. = 25\nComments = -4\nB. = 90": 1,
    "A. = 24.95\nComments = -4\nB. = 90": 3,
    "A. = 25\nOda Brask says: = -4\nB. = 90": 1,
    "A. = 25\nSo Oda Brask says. = -4\nB. = 90": 3,
    "A. = 25\nOda {14} says: = -4\nB. = 90": 1,
    "A. = 25\nOda {15} says: = -4\nB. = 90": 3,
    "A. = 25\nOda {12} said: = -4\nB. = 90": 1,
    # a sentence that mentions them is no heading; one may say the headline, which is longer than headings
    "A. = 25\nComments on {15}. = -4\nB. = 90": 3,
    "A. = 25\nComments on {15} = -4\nB. = 90": 1,
    "A. = 25\nShow comments {15} = -4\nB. = 90": 3,
    # who wrote is named above, and told of below; neither a firm nor a person of the report is
    "[byline] By Oda Brask = -1\nA. = 25\nAbout Oda Brask = -4\nOda Brask {12}. = 9": 2,
    "3 May 2021 Oda Brask = -4\nA. = 25\nOda Brask = -4\nOda Brask {12}. = 9": 2,
    "Oda Brask = -4\nA. = 25\nOda Brask = -4\nOda Brask {12}. = 9": 4,
    "[byline] By Oda Brask = -1\nA. = 25\nOda Brask = -4\nShe {12}. = 9": 4,
    "[byline] By Oda Brask = -1\nA. = 25\nOda Brask = -4\nOda Brask {12}. = 90": 4,
    "[byline] By Oda7 Brask = -1\nA. = 25\nAbout Oda7 Brask = -4\nOda7 Brask {12}. = 9": 4,
    "A. = 25\nComments on {14} = -4\nB. = 90": 1,
    # other articles' headings must have more before them than after
    "A. = 25\nMost read = -4\nB. = 24": 1,
    "A. = 25\nMost read = -4\nB. = 25": 3,
    # and so must a box on the author, which may be longer
    "A. = 25\nOda is a reporter for {20} = -4\nB. = 24": 1,
    "A. = 25\nOda is a reporter for {20} = -4\nB. = 25": 3,
    # the best stretch before counts, not the last
    "A. = 25\nX = -40\nComments = -4\nB. = 90": 2,
    "A. = 20\nX = -4\nC. = 9\nComments = -4\nB. = 90": 3,
    "X = -40\nA. = 25\nComments = -4\nB. = 90": 2,
    "X = -40\nA. = 24.95\nComments = -4\nB. = 90": 4,
}


@pytest.mark.parametrize("text", ENDS)
def test_the_article_ends_at_a_heading(text: str) -> None:
    """Of comments wherever it stands, of other articles if they are the lesser part."""
    sheet, before = scores(text)
    assert find_article_end(sheet, before) == ENDS[text]


OFFERS = {
    # a heading over headings offers other articles, whatever a rule knows of what stands between
    "<p> A. = 25\n<h3>[related_link] More = -6\n<h3> {3} = -2\n<p> B. = 20": 1,
    "<p> A. = 25\n<h3>[related_link] More = -6\n[share] A = -6\n<h3> {3} = -2\n<p> B. = 20": 1,
    "<p> A. = 25\n<h3>[related_link] More = -6\n<h3> {3} = -2\n<p> B. = 25": 4,
    "<p> A. = 25\n<p>[related_link] More = -6\n<h3> {3} = -2\n<p> B. = 20": 4,
    "<p> A. = 25\n<h3>[crosshead] More = 0\n<h3> {3} = -2\n<p> B. = 20": 4,
    "<p> A. = 25\n<h3>[related_link] More = -6\n<p> {3} = -2\n<p> B. = 20": 4,
    "<p> A. = 25\n<h3>[related_link] More = -6": 2,
    "<p> A. = 25\n<h3>[related_link] More = -6\n" + "[share] A = -6\n" * 11 + "<h3> {3} = -2": 1,
    "<p> A. = 25\n<h3>[related_link] More = -6\n" + "[share] A = -6\n" * 12 + "<h3> {3} = -2": 15,
    # markup sets the next article in an element of its own, under the headline of the first
    "<h1 article1>[title] {6} = -1\n<p article1> A. = 25\n<p article2> B. = 90": 2,
    "<h1 article1>[title] {6} = -1\n<p article1> A. = 25\n<p article1> B. = 90": 3,
    "<h1 article1>[title] {6} = -1\n<p article1> A. = 25\n<p> B. = 90": 3,
    "<h1>[title] {6} = -1\n<p> A. = 25\n<p article2> B. = 90": 3,
    "<h1 article1> {6} = -1\n<p article1> A. = 25\n<p article2> B. = 90": 3,
    "<p article2> A. = 25\n<h1 article1>[title] {6} = -1\n<p article1> B. = 90": 3,
}


@pytest.mark.parametrize("text", OFFERS)
def test_markup_tells_where_the_article_ends(text: str) -> None:
    """By headings, and by elements of articles."""
    sheet, before = scores(text, html=True)
    assert find_article_end(sheet, before) == OFFERS[text]


def test_headings_of_plain_text_are_not_known() -> None:
    """A tag is of HTML."""
    sheet, before = scores(next(iter(OFFERS)))
    assert find_article_end(sheet, before) == len(before)


def test_what_stands_behind_counts_for_nothing() -> None:
    """Prose behind the heading counts for nothing, chrome still against."""
    sheet, before = scores("A. = 25\nComments = -4\nB. = 90\nX = -2")
    assert drop_after_end(sheet, before) == [25, -4, 0, -2]
    sheet, before = scores("A. = 25\nComments = 4\nB. = 0.5\nX = -0.5")
    assert drop_after_end(sheet, before) == [25, 0, 0, -0.5]


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
