"""A record overrules cleaning: what moves, what does not, and what is a fault."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from build_tools.clean.overruling import list_idle_lines, overrule_lines
from build_tools.clean.overruling_checks import find_absent_lines, find_idle_lines
from build_tools.model.clean import CleanText, Kind, Verdict
from build_tools.model.overruling import EDITOR, Overruling
from tests.annotate.make import report, seed
from tests.clean import cleaned

PAGE = """Menu

Weir at Tollen gives way

By Oda Brask

The old weir gave way on Thursday night after a week of rain, and the mill race below it is dry since then.

Nobody was hurt, said the miller, who heard the boards go a little after nine and thought at first of thunder.

Read also: Four bridges closed

The district will decide on Monday whether the weir is to be built again, and who is to pay for its boards.

(Reporting by Oda Brask)
"""


def overruled(keep: str = "", remove: str = "") -> CleanText:
    """The page, with the lines that are named."""
    return overrule_lines(cleaned(PAGE), ask(keep, remove))


def ask(keep: str = "", remove: str = "") -> Overruling:
    """What a record says, lines parted by spaces."""
    named = {
        part: [{"lines": n, "reason": "A test."} for n in lines.split()]
        for part, lines in (("keep", keep), ("remove", remove))
    }
    return Overruling.model_validate(named)


def test_a_removed_line_becomes_a_paragraph() -> None:
    """In its place; the paragraphs after it have other numbers, and the ledger says who decided."""
    before, after = cleaned(PAGE), overruled(keep="15")
    assert [p.id for p in after.body] == ["p1", "p2", "p3", "p4"]
    assert after.body[3].text == "(Reporting by Oda Brask)"
    changed = [n for n, old in zip(after.lines, before.lines, strict=True) if n != old]
    assert [(n.n, n.rule) for n in changed] == [(15, EDITOR)]
    assert after.lines[14].verdict is Verdict.KEPT


def test_a_paragraph_is_removed() -> None:
    """And those after it move up."""
    after = overruled(remove="9")
    assert [(p.id, p.lines) for p in after.body] == [("p1", (7,)), ("p2", (13,))]
    assert (after.lines[8].verdict, after.lines[8].kind) == (Verdict.REMOVED, Kind.OTHER_CHROME)


def test_a_byline_can_be_text() -> None:
    """What cleaning took for a field is a paragraph if the record says so."""
    assert overruled(keep="5").body[0].text == "By Oda Brask"


def test_blank_lines_and_what_is_kept_already_are_passed_over() -> None:
    """There is no text to keep, and no paragraph stands there twice."""
    assert overruled(keep="7 8") == cleaned(PAGE)


def test_a_joined_paragraph_goes_as_a_whole() -> None:
    """A line of it is enough: half a sentence is no paragraph."""
    lines = """The old weir gave way on Thursday night after a week of rain, and the
mill race below it is dry since then. The district will decide on the
matter on Monday, and who is to pay for its boards is not known yet.

Nobody was hurt, said the miller, who heard the boards go a little after
nine and thought at first of thunder, which he had not heard in a year.
"""
    after = overrule_lines(cleaned(lines), ask(remove="2"))
    assert [line.verdict for line in after.lines[:3]] == [Verdict.REMOVED] * 3
    assert [p.id for p in after.body] == ["p1"]


@given(st.sets(st.integers(1, 15)), st.sets(st.integers(1, 15)))
def test_only_named_lines_move(keep: set[int], remove: set[int]) -> None:
    """Bytes stay accounted, paragraphs stay in order, and no other line changes."""
    before = cleaned(PAGE)
    after = overruled(" ".join(map(str, keep)), " ".join(map(str, remove - keep)))
    assert [(n.start, n.end, n.text) for n in after.lines] == [(n.start, n.end, n.text) for n in before.lines]
    changed = {n.n for n, old in zip(after.lines, before.lines, strict=True) if n != old}
    assert changed <= keep | remove
    assert [p.lines for p in after.paragraphs] == sorted(p.lines for p in after.paragraphs)
    assert len({p.id for p in after.paragraphs}) == len(after.paragraphs)


def test_an_entry_that_changes_nothing_is_named() -> None:
    """Cleaning got better, or the number is wrong: either way the entry should go."""
    assert list(list_idle_lines(cleaned(PAGE), ask(keep="7 15", remove="1 9"))) == [
        ("keep", 0),
        ("remove", 0),
    ]


@pytest.mark.parametrize("lines", ["", "0", "a", "3-", "-3", "1-2-3", True, 1.5])
def test_lines_are_numbers(lines: object) -> None:
    """Anything else is refused where it stands."""
    with pytest.raises(ValidationError):
        Overruling.model_validate({"keep": [{"lines": lines, "reason": "A test."}]})
    assert list(
        Overruling.model_validate({"keep": [{"lines": 12, "reason": "R."}]}).keep[0].list_numbers()
    ) == [12]


@pytest.mark.parametrize(
    ("keep", "remove", "said"),
    [
        ("15", "9", ""),
        ("99", "", "no lines 99: its last is 15"),
        ("9-7", "", "no lines 9-7"),
        ("", "8", "no text on 8"),
        ("15", "13-15", "to be kept as well"),
    ],
)
def test_lines_that_are_not_there_are_faults(keep: str, remove: str, said: str) -> None:
    """At the entry that names them, and all of them at once."""
    made = seed(report(cleaning=ask(keep, remove).model_dump()))
    faults = list(find_absent_lines(made, cleaned(PAGE)))
    assert [said in fault.message for fault in faults] == [True] * bool(said)
    assert {fault.code for fault in faults} <= {"C122"}


def test_without_entries_or_lines_there_is_no_fault() -> None:
    """Most records overrule nothing; a capture may not be at hand."""
    assert not list(find_absent_lines(seed(report()), cleaned(PAGE)))
    assert not list(find_absent_lines(seed(report(cleaning=ask("99").model_dump())), None))


def test_passages_with_other_addresses_are_not_overruled() -> None:
    """Pages, times and messages keep their addresses, so that none moves."""
    made = seed(report(cleaning=ask("1").model_dump(), passages="times"))
    assert [fault.code for fault in find_absent_lines(made, cleaned(PAGE))] == ["C122"]


def test_what_changes_nothing_is_a_warning() -> None:
    """It may be that cleaning has become better since."""
    made = seed(report(cleaning=ask("7", "1").model_dump()))
    faults = list(find_idle_lines(made, cleaned(PAGE)))
    assert [fault.code for fault in faults] == ["C123", "C123"]
    assert "keeps 7 of" in faults[0].message
    assert "removes 1 of" in faults[1].message
    assert not list(find_idle_lines(seed(report()), cleaned(PAGE)))
