"""Which short lines belong to the prose beside them: entries of its lists, verses, turns of speech."""

from __future__ import annotations

import pytest

from build_tools.clean.dialogue import find_dialogue_lines
from build_tools.clean.lists_and_verses import find_list_and_verse_lines
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
