"""Which short lines belong to the prose beside them: entries of its lists, verses, turns of speech."""

from __future__ import annotations

import pytest

from build_tools.clean.dialogue import find_dialogue_lines
from build_tools.clean.lists_and_verses import find_list_and_verse_lines
from build_tools.clean.titled_lists import find_dated_list, find_titled_list
from tests.clean.sheets import read_sheet, scores

SERIES = {
    # a colon opens a list of at least two entries
    "Bring these {3}: = 3\n* {2} = -4\n* {2} = -4": {0, 1, 2},
    "Bring these {3}: = 3\n* {2} = -4": set(),
    "Bring these {3}. = 3\n* {2} = -4\n* {2} = -4": set(),
    "Bring these two: = 3\n* {2} = -4\n* {2} = -4": set(),
    "Bring these {2}: = 3\n* {2} = -4\n* {2} = -4": {0, 1, 2},
    "Bring these {3}: = 3\n{2} = -4\n{2} = -4": set(),
    "Bring these {3}: = 3\n* {2} = -4\n[share] Share = -6\n* {2} = -4": {0, 1, 3},
    "Bring these {3}: = 3\n* {2} = -4\n[share] A = -6\n[share] B = -6\n* {2} = -4": set(),
    # figures close under prose, with a heading between
    "{30}. = 30\n{2} = -4\n7 {2} = -4\n8 {2} = -4\n9 {3} = -4\n9 {4} = -4": {1, 2, 3, 4, 5},
    "{30}. = 30\n{2} = -4\n7 {2} = -4\n8 {2} = -4\n9 {3} = -4": set(),
    "{30}. = 30\n7 {2:a} = -4\n7 {2:a} = -4\n9 {3} = -4\n9 {4} = -4": set(),
    "{3}. = 5\n7 {2} = -4\n8 {2} = -4\n9 {3} = -4\n9 {4} = -4": set(),
    "{3}. = 30\n{2} = 0\n{2} = 0\n{2} = 0\n7 {2} = -4\n8 {2} = -4\n9 {3} = -4\n9 {4} = -4": set(),
    "{3}. = 30\n7 {2} = -4\n8 {2} = -4\n9 {3} = -4\n9 {4} = 5": set(),
    "{3}. = 30\n7 {1} = -4\n8 {2} = -4\n9 {3} = -4\n9 {4} = -4": set(),
    "{3}. = 30\n7 {23} = -4\n8 {2} = -4\n9 {3} = -4\n9 {4} = -4": {1, 2, 3, 4},
    "{3}. = 30\n7 {24} = -4\n8 {2} = -4\n9 {3} = -4\n9 {4} = -4": set(),
    "{3}. = 30\n<p 0.7> 7 {2} = -4\n8 {2} = -4\n9 {3} = -4\n9 {4} = -4": set(),
    "{3}. = 30\n7 {3} 9 = -4\n8 9 {2} = -4\n9 8 7 = -4\n9 {4} = -4": set(),
    "{3}. = 30\n7 {2} = -4\n8 {2} = -4\n9 {3} = -4\n9 8 {1} = -4": set(),
    "{3}. = 30\n1. {3} = -4\n2. {3} = -4\n3. {3} = -4\n4. {3} = -4": set(),
    "{3}. = 30\n1. 7 {3} = -4\n3. 8 {3} = -4\n5. 9 {3} = -4\n7. 9 {4} = -4": {1, 2, 3, 4},
    "{3}. = 30\n<p 0.6> 7 {2} = -4\n8 {2} = -4\n9 {3} = -4\n9 {4} = -4": {1, 2, 3, 4},
    "{3}. = 30\n{2} = 0\n{2} = 0\n7 {2} = -4\n8 {2} = -4\n9 {3} = -4\n9 {4} = -4": {1, 2, 3, 4, 5, 6},
    # with lines attached to them, if these are the fewer
    "{3}. = 30\n7 {2} = -4\n8 {2} = -4\n~{2} = -4\n9 {3} = -4\n9 {4} = -4": {1, 2, 3, 4, 5},
    "{3}. = 30\n7 {2} = -4\n8 {2} = -4\n{2} = -4\n9 {3} = -4\n9 {4} = -4": set(),
    "{3}. = 30\n7 {2} = -4\n8 {2} = -4\n~{15} = -4\n9 {3} = -4\n9 {4} = -4": set(),
    "{3}. = 30\n7 {2} = -4\n8 {2} = -4\n~{14} = -4\n9 {3} = -4\n9 {4} = -4": {1, 2, 3, 4, 5},
    "{3}. = 30\n7 {2} = -4\n8 {2} = -4\n~{3} = 5\n9 {3} = -4\n9 {4} = -4": set(),
    "{3}. = 30\n" + "7 {2} = -4\n" * 6 + "~{2} = -4\n" * 3 + "~{2} = -4": set(range(1, 11)),
    "{3}. = 30\n" + "7 {2} = -4\n" * 5 + "~{2} = -4\n" * 3 + "~{2} = -4": set(range(1, 6)),
    "{3}. = 30\n" + "7 {2} = -4\n~{2} = -4\n" * 4 + "7 {2} = -4": set(),
    # verses under prose: three lines, attached, half of them with a mark
    "{30}. = 30\n{3}, = -4\n~{3} = -4\n~{4}, = -4": {1, 2, 3},
    "{30}. = 30\n{3}. = -4\n~{3}! = -4\n~{4} = -4": {1, 2, 3},
    "{30}. = 30\n{3}, = -4\n~{3}. = -4": {1, 2},
    "{30}. = 30\n{3}, = -4\n~{3} = -4": set(),
    "{30}. = 30\n{3}. = -4\n~{4}. = -4": set(),
    "{30}. = 30\n{3}, = -4\n{3}, = -4": set(),
    "{30}. = 30\n{3}, = -4\n~{3} = -4\n~{4}, = -4\n~{3} = -4": {1, 2, 3, 4},
    "{30}. = 30\n{3}, = -4\n~{3}, = -4\n{4}, = -4\n~{5}, = -4": {1, 2, 3, 4},
    # set apart: a third must run on
    "{30}. = 30" + "\n{3}, = -4" * 4: {1, 2, 3, 4},
    "{30}. = 30\n{3}, = -4\n{4}. = -4\n{5} = -4": {1, 2, 3},
    "{30}. = 30\n{3}, = -4\n{4}. = -4\n{5} = -4\n{6}. = -4": set(),
    # a refrain counts once
    "{30}. = 30\n{3}, = -4\n~{4}, = -4\n~{5:a} = -4\n~{5:a} = -4\n~{5:a} = -4": {1, 2, 3, 4, 5},
    "{30}. = 30\n{3}, = -4\n~{4}, = -4\n~{5:a} = -6\n~{5:a} = -6\n~{5:a} = -6": {1, 2, 3, 4, 5},
    "{30}. = 30\n{3}, = -4\n~{3} = -4\n~{4} = -4": set(),
    "{30}. = 5\n{3}, = -4\n~{3} = -4\n~{4}, = -4": set(),
    "{3}, = -4\n~{3} = -4\n~{4}, = -4": set(),
    "{30}. = 30\n* {3}, = -4\n~* {3}, = -4\n~* {4}, = -4": set(),
    "{30}. = 30\n{15}, = -4\n~{15}, = -4\n~{15}, = -4": set(),
    "{30}. = 30\n{14}, = -4\n~{14}, = -4\n~{14}, = -4": {1, 2, 3},
    "{30}. = 30\n{1}, = -4\n~{1}, = -4\n~{1}, = -4": set(),
    "{30}. = 30\n{2}, = -4\n~{2}, = -4\n~{2}, = -4": {1, 2, 3},
    "{30}. = 30\n{3}, = 6\n~{3}, = 6\n~{4}, = 6": set(),
    # what counts up, with prose between, or sentences
    "1. {3} = -4\n{30}. = 30\n2. {3} = -4": {0, 2},
    "1. {3} = -4\n{30}. = 30\n3. {3} = -4": set(),
    "1. {3} = -4\n{3} = -4\n2. {3} = -4": set(),
    "1. {3} = -4\n{3} = 0\n2. {3} = -4": set(),
    "1. {3} = -4\n{3} = 0.5\n2. {3} = -4": {0, 2},
    "1. {3} = -4\n[dateline] 4 November = -1\n{30}. = 30\n2. {3} = -4": set(),
    "1. {3} = -4\n[crosshead] {3} = 0\n{30}. = 30\n2. {3} = -4": {0, 3},
    "1. {3}. = -4\n2. {3}. = -4": {0, 1},
    "1. {3}. = -4\n2. {3} = -4": set(),
    "1. {3} = -4\n2. {3}. = -4": set(),
    "1. {3} = -4\n" + "{30}. = 30\n" * 8 + "2. {3} = -4": {0, 9},
    "1. {3} = -4\n" + "{30}. = 30\n" * 9 + "2. {3} = -4": set(),
}


@pytest.mark.parametrize("text", SERIES)
def test_short_lines_belong_to_the_prose_beside_them(text: str) -> None:
    """Menus are short lines too: a colon, figures, marks of punctuation and numbers tell the others."""
    sheet, before = scores(text)
    assert find_list_and_verse_lines(sheet, before) == SERIES[text]


TURNS = {
    "Q: {3}\nA: {3}\nQ: {3}\nA: {3}": {0, 1, 2, 3},
    "Q: {3}\nA: {3}\nQ: {3}": {},
    "Q: {3}\nQ: {3}\nQ: {3}": {},
    "Q: {3}\n{3}\nQ: {3}\n{3}": {},
    "Oda van Brask: {3}\nA: {3}\nOda van Brask: {3}\nA: {3}": {0, 1, 2, 3},
    "So says Oda Brask: {3}\nA: {3}\nSo says Oda Brask: {3}\nA: {3}": {},
    "Q: {3}\n[share] Share\nA: {3}\nQ: {3}\nA: {3}": {0, 2, 3, 4},
}


@pytest.mark.parametrize("text", TURNS)
def test_speakers_take_turns(text: str) -> None:
    """Each label stands there twice and follows another; a name has at most three words."""
    assert find_dialogue_lines(read_sheet(text)[0]) == frozenset(TURNS[text])


HEAD = "[title] {6}\n"
SIX = "7 {2}\n8 {2}\n9 {3}\n10 {3}\n11 {4}\n12 {4}"
TITLED = {
    # six lines that tell a figure, right under the headline or a few lines below it
    HEAD + SIX: range(1, 7),
    HEAD + SIX.removesuffix("\n12 {4}"): (),
    HEAD + "\n".join(["7 {2:a}"] * 6): (),
    f"{SIX}\n{HEAD}".strip(): (),
    SIX: (),
    HEAD + "{2}": (),
    HEAD + "{1}\n" * 4 + SIX: range(5, 11),
    HEAD + "{1}\n" * 5 + SIX: (),
    # with others amid them, if these are the fewer, and none at the end
    HEAD + SIX.replace("\n9", "\n{1}\n9"): range(1, 8),
    HEAD + SIX.replace("\n9", "\n{1}\n{1}\n{1}\n{1}\n9"): range(1, 11),
    HEAD + SIX.replace("\n9", "\n{1}\n{1}\n{1}\n{1}\n{1}\n9"): (),
    f"{HEAD}{SIX}\n{{2}}\n{{2}}": range(1, 7),
    # up to a paragraph, a link, or what is not close
    f"{HEAD}{SIX}\n{{24}}\n7 {{2}}": range(1, 9),
    f"{HEAD}{SIX}\n{{25}}\n7 {{2}}": range(1, 7),
    f"{HEAD}{SIX}\n<p 0.6> {{2}}\n7 {{2}}": range(1, 9),
    f"{HEAD}{SIX}\n<p 0.65> {{2}}\n7 {{2}}": range(1, 7),
    f"{HEAD}{SIX}\n[share] A\n7 {{2}}": (*range(1, 7), 8),
    f"{HEAD}{SIX}\n[share] A\n[share] B\n7 {{2}}": range(1, 7),
}


@pytest.mark.parametrize("text", TITLED)
def test_a_list_may_be_all_the_article(text: str) -> None:
    """A calendar or results under a headline, and no prose."""
    assert find_titled_list(read_sheet(text)[0]) == frozenset(TITLED[text])


DATE = "\n[dateline] 4 November 2021\n"
COUNTED = "1 {2}\n2 {2}\n3 {2}\n4 {2}\n5 {2}\n6 {2}"
DATED = {
    # under a line that could be a headline
    f"{{6}}{DATE}{COUNTED}": range(2, 8),
    f"[title] {{6}}{DATE}{COUNTED}": range(2, 8),
    f"{{2}}{DATE}{COUNTED}": range(2, 8),
    f"{{30}}{DATE}{COUNTED}": range(2, 8),
    f"{{1}}{DATE}{COUNTED}": (),
    f"{{31}}{DATE}{COUNTED}": (),
    f"[share] {{6}}{DATE}{COUNTED}": (),
    f"* {{6}}{DATE}{COUNTED}": (),
    f"Weather\n~{{6}}{DATE}{COUNTED}": (),
    f"{DATE}{COUNTED}".strip(): (),
    # and over no other date; one amid the list is of it
    f"{{6}}\n{COUNTED}": (),
    f"{{6}}{DATE}{COUNTED}{DATE}".strip(): (),
    f"{{6}}{DATE}{COUNTED}\n[byline] Oda": (),
    f"{{6}}{DATE}{{2}}\n{COUNTED}{DATE}".strip(): (),
    f"{{6}}{DATE}{COUNTED.replace(chr(10) + '4', DATE + '4')}": range(2, 9),
    # they count up, or name a month, most of them
    f"{{6}}{DATE}" + "\n".join(f"{n}. 7 {{3}}" for n in range(1, 7)): range(2, 8),
    f"{{6}}{DATE}1 {{2}}\n2 {{2}}\n3 {{2}}\n4 {{2}}\n6 {{2}}\n8 {{2}}": range(2, 8),
    f"{{6}}{DATE}1 {{2}}\n2 {{2}}\n3 {{2}}\n5 {{2}}\n7 {{2}}\n9 {{2}}": (),
    f"{{6}}{DATE}{COUNTED}\n8 {{2}}\n10 {{2}}\n12 {{2}}\n14 {{2}}": range(2, 12),
    f"{{6}}{DATE}{COUNTED}\n8 {{2}}\n10 {{2}}\n12 {{2}}\n14 {{2}}\n16 {{2}}": (),
    f"{{6}}{DATE}" + "Tide 7 March {2}\n" * 4 + "Tide 7 {3}\nTide 7 {3}": range(2, 8),
    f"{{6}}{DATE}" + "Tide 7 March {2}\n" * 3 + "Tide 7 {3}\nTide 7 {3}\nTide 7 {3}": (),
    # and are many
    f"{{6}}{DATE}{COUNTED.removesuffix(chr(10) + '6 {2}')}": (),
    f"{{6}}{DATE}{{2}}": (),
}


@pytest.mark.parametrize("text", DATED)
def test_a_date_may_head_a_list(text: str) -> None:
    """Where no headline is known yet, the page's only date tells where the list begins."""
    assert frozenset(find_dated_list(read_sheet(text)[0])) == frozenset(DATED[text])


def test_markup_has_headings() -> None:
    """Nothing needs to be told by a date there."""
    assert not find_dated_list(read_sheet(f"{{6}}{DATE}{COUNTED}", html=True)[0])
