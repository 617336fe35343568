"""Mutants are small, complete, the same for the same seed, and never in the tree that is worked on."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from benchmarks.mutants.__main__ import KillRate, collect_mutations, draw_sample
from benchmarks.mutants.conditions import collect_conditions, load_cleaning, own_captures
from benchmarks.mutants.equivalents import Equivalent, drop_equivalents, load_equivalents
from benchmarks.mutants.mutations import CONDITIONS, MutationKind, find_mutations
from benchmarks.mutants.trees import ROOT, Outcome, TreeCopy
from build_tools.model.capture import Capture

CASES = {
    "é = a < b": [("comparison", "é = (a <= b)")],
    "x = a and b or c": [
        ("operand dropped", "x = (a) or c"),
        ("operand dropped", "x = (b) or c"),
        ("operand dropped", "x = (a and b)"),
        ("operand dropped", "x = (c)"),
    ],
    "if not a:\n    raise a": [
        ("guard removed", "if ((not a) and False):\n    raise a"),
        ("negation dropped", "if (a):\n    raise a"),
    ],
    "x = [a for a in b if a]": [("filter removed", "x = [a for a in b if ((a) or True)]")],
    "x = 3": [("constant", "x = (2)"), ("constant", "x = (4)")],
    "x = 0.5": [("constant", "x = (0.45)"), ("constant", "x = (0.55)")],
    "x = a + b": [("arithmetic", "x = (a - b)")],
    'x: int = True\n"""Over 9."""\nf"{3}"': [],
}


@pytest.mark.parametrize("source", CASES)
def test_each_mistake_is_made_in_its_place(source: str) -> None:
    """A mutant differs from the source in one stretch, also after letters of two bytes, and can be read."""
    found = find_mutations("a.py", source)
    assert [(mutation.kind.value, mutation.apply(source)) for mutation in found] == CASES[source]
    assert all(ast.parse(mutation.apply(source)) for mutation in found)


def test_every_mutant_of_cleaning_can_be_read() -> None:
    """A mutant that is no Python would be killed by any test and tell nothing."""
    for mutation in draw_sample(collect_mutations("clean"), 100, 1):
        source = (ROOT / mutation.path).read_text("utf-8")
        assert ast.dump(ast.parse(mutation.apply(source))) != ast.dump(ast.parse(source))


def test_the_same_seed_draws_the_same_sample() -> None:
    """Rates before and after a change can be compared, and a survivor can be looked for again."""
    possible = collect_mutations("relate")
    assert draw_sample(possible, 20, 3) == draw_sample(possible, 20, 3) != draw_sample(possible, 20, 4)
    assert draw_sample(possible, 0, 3) == possible


def test_conditions_are_what_can_be_taken_away() -> None:
    """A constant is no condition."""
    assert {mutation.kind for mutation in collect_conditions()} == CONDITIONS


def test_a_condition_is_taken_away_in_memory_only() -> None:
    """Cleaning is loaded anew with the mistake in it; the file stays, and so does what others imported."""
    prose = "The old weir gave way on Thursday night after a week of rain, and the race is dry since then."
    capture = Capture("a.txt", f"© 2021 The Observer\n\n{prose}\n\n{prose[::-1]} It is so.".encode(), "")
    (guard,) = (
        mutation
        for mutation in collect_conditions()
        if mutation.path.endswith("rules/copyright.py")
        and mutation.before.startswith("block.index in said or")
        if mutation.after == "(block.index in said)"
    )
    before = (ROOT / guard.path).read_bytes()
    assert "copyright" in {line.rule for line in load_cleaning()(capture).lines}
    assert "copyright" not in {line.rule for line in load_cleaning(guard)(capture).lines}
    assert (ROOT / guard.path).read_bytes() == before


def test_cases_of_our_own_are_found() -> None:
    """Without them every condition would seem to hold nothing."""
    files = {capture.file for capture in own_captures()}
    assert {"a.txt", "a.html", "01-lantern.txt"} <= files


def test_a_copy_tells_killed_from_survived(tmp_path: Path) -> None:
    """The tests of the copy are run with the mutant in place, and its source is put back."""
    (tmp_path / "tests/few").mkdir(parents=True)
    (tmp_path / "conftest.py").write_text(
        "from hypothesis import settings\nsettings.register_profile('brief')\n", "utf-8"
    )
    (tmp_path / "few.py").write_text("def add(a, b):\n    return a + b + 0\n", "utf-8")
    (tmp_path / "tests/few/test_few.py").write_text(
        "from few import add\n\n\ndef test_add():\n    assert add(2, 1) <= 3\n", "utf-8"
    )
    tree = TreeCopy(tmp_path, "few")
    source = (tmp_path / "few.py").read_text("utf-8")
    mutations = [m for m in find_mutations("few.py", source) if m.kind is MutationKind.CONSTANT]
    assert [tree.judge(mutation) for mutation in mutations] == [Outcome.SURVIVED, Outcome.KILLED]
    assert (tmp_path / "few.py").read_text("utf-8") == source


def test_survivors_are_named_with_their_place() -> None:
    """A rate alone mends nothing."""
    first, second = find_mutations("build_tools/few.py", "\nx = 3")
    rate = KillRate("few", 2, 1, ((first, Outcome.SURVIVED), (second, Outcome.ENDLESS)))
    assert list(rate.report(7)) == [
        "few: 1 of 2 killed (50 %); 2 possible, 1 equivalent left out, seed 7",
        "  survived build_tools/few.py:2 constant: 3 → (2)",
    ]


@pytest.mark.parametrize("entry", load_equivalents(), ids=lambda entry: f"{entry.path}: {entry.line}")
def test_every_equivalent_is_one_of_a_line_that_is_there(entry: Equivalent) -> None:
    """A line that was rewritten may have mutants that matter; and each is left out for a reason."""
    package = entry.path.split("/")[1]
    covered = [mutation for mutation in collect_mutations(package) if entry.covers(mutation)]
    assert covered
    assert set(entry.after) <= {mutation.after for mutation in covered}
    assert entry.reason.endswith(".")


def test_equivalents_are_left_out_and_no_others() -> None:
    """Of a line all mutants, or those that are named."""
    mutations = find_mutations("few.py", "a = 3\nb = 4")
    assert [m.after for m in drop_equivalents(mutations, [Equivalent("few.py", "a = 3", "-")])] == [
        "(3)",
        "(5)",
    ]
    one = Equivalent("few.py", "b = 4", "-", ("(5)",))
    assert [m.after for m in drop_equivalents(mutations, [one])] == ["(2)", "(4)", "(3)"]
    assert len(drop_equivalents(mutations, [Equivalent("many.py", "a = 3", "-")])) == 4
