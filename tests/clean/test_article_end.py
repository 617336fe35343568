"""Where the article has ended: at a heading of comments, of other articles, of who wrote, and in markup."""

from __future__ import annotations

import pytest

from build_tools.clean.article_end import drop_after_end, find_article_end
from tests.clean.sheets import scores

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
    "Oda Brask left in 2021. = -4\nA. = 25\nOda Brask = -4\nOda Brask {12}. = 9": 4,
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
