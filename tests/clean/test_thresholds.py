"""The numbers of cleaning stand in one table, and each says what it is for."""

from __future__ import annotations

import re
from dataclasses import fields

from benchmarks.thresholds import TABLE, Step, find_steps, name_of, write_notes
from build_tools.clean.thresholds import THRESHOLDS

CLEAN = TABLE.parent


def test_every_threshold_is_read_by_a_rule() -> None:
    """A number that decides nothing would be believed to."""
    code = "".join(path.read_text("utf-8") for path in CLEAN.rglob("*.py"))
    read = set(re.findall(r"\bTHRESHOLDS\.(\w+)", code))
    assert read == {field.name for field in fields(THRESHOLDS)}


def test_every_threshold_has_a_note_and_two_steps() -> None:
    """What it was measured to do stands under it; 0 would have no step."""
    source = TABLE.read_text("utf-8")
    noted = re.findall(r'^    (\w+): (?:int|float) = .*\n    """', source, re.MULTILINE)
    assert noted == [field.name for field in fields(THRESHOLDS)]
    assert [name_of(step) for step in find_steps()] == [name for name in noted for _ in range(2)]


def test_figures_replace_those_of_an_earlier_run() -> None:
    """The command can be run again and again."""
    source = 'class A:\n    few: int = 3\n    """Why."""\n    many: int = 4\n    """Why not."""\n'
    steps = [Step("few", "2", 1, (-0.51, 0.0)), Step("few", "4", 0, (0.0, 0.0))]
    once = write_notes(source, steps)
    assert once == (
        'class A:\n    few: int = 3\n    """Why.\n\n    [2: 1 page, −0.5 +0.0; 4: none]"""\n'
        '    many: int = 4\n    """Why not."""\n'
    )
    assert write_notes(once, steps) == once


def test_no_rule_of_the_linter_is_off_for_numbers() -> None:
    """A threshold inside a comparison would be allowed again."""
    assert not [path.name for path in CLEAN.rglob("*.py") if "PLR" + "2004" in path.read_text("utf-8")]
