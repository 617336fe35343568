"""Tests wait for what a reader would see, by locators: nothing sleeps, times, or evaluates until it is so."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.built import ROOT

FORBIDDEN = {
    "wait_for_function": "evaluates a string until it is true, which the pages' own policy forbids",
    "wait_for_timeout": "waits for a time, and not for what is to be seen",
    "sleep": "waits for a time",
    "perf_counter": "a time depends on who else is at work",
    "monotonic": "a time depends on who else is at work",
    "process_time": "a time depends on the machine",
}
"""Called name → why no test may call it."""
EVALUATIONS = {"evaluate", "evaluate_all", "evaluate_handle"}
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def _find_calls(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            yield node.lineno, called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _find_waits(source: str) -> Iterator[str]:
    """What waits wrongly: forbidden calls, and loops that go on while a page's script says so."""
    tree = ast.parse(source)
    for line, name in _find_calls(tree):
        if name in FORBIDDEN:
            yield f"{line}: {name} {FORBIDDEN[name]}"
    for node in ast.walk(tree):
        if isinstance(node, ast.While) and EVALUATIONS & {name for _, name in _find_calls(node.test)}:
            yield f"{node.lineno}: a loop waits for what a script says"
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "setTimeout(" in node.value:
            yield f"{node.lineno}: a script waits for a time"


def test_no_test_waits_for_a_time_or_a_string() -> None:
    """A test that does so fails on a slow machine, or makes a fast one idle."""
    assert [
        f"{path.relative_to(ROOT / 'tests')}:{fault}"
        for path in TESTS
        if path.name != Path(__file__).name
        for fault in _find_waits(path.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize(
    "source",
    [
        "page.wait_for_function('() => true')",
        "time.sleep(1)",
        "sleep(1)",
        "while page.evaluate('busy'): pass",
        "page.evaluate('new Promise(done => setTimeout(done, 500))')",
    ],
)
def test_what_waits_wrongly_would_be_found(source: str) -> None:
    """Else the test above would hold of nothing."""
    assert [*_find_waits(source)]
