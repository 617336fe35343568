"""What `python -m benchmarks.house` counts: numbers that are quoted must count what they say."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from benchmarks.house import SourceFile, count_comments, count_lines, count_paths, measure_house, read_sources

SOURCE = '''"""A module."""

from functools import cached_property

WIDE = 3  # wider than any label
# ruff: noqa: E501


class Bridge:
    """A bridge."""

    def __init__(self, piers: int) -> None:
        self.piers = piers

    @cached_property
    def length(self) -> int:
        return self.piers * WIDE

    def cross(self, *, slowly: bool, alone: bool) -> bool:
        """Over it."""
        return slowly and alone


def _build_pier(depths: list[int]) -> int:
    if not depths:
        return 0
    return sum(depth for depth in depths if depth > 0)
'''


def parse(source: str, path: str = "bridge.py") -> SourceFile:
    """A module of this text."""
    return SourceFile(path, source, ast.parse(source))


def measures(*files: SourceFile) -> dict[str, str]:
    """All measures by what they measure."""
    return dict(measure_house(files))


def test_lines_and_parameters() -> None:
    """A file's lines are all its lines; `self` is no parameter."""
    found = measures(parse(SOURCE))
    assert found["files, lines"] == "1, 27"
    assert found["lines of a function (median, p90, most)"] == "3, 4, 4"
    assert found["parameters of a function, at most"] == "2"


def test_properties_and_dunders_may_have_one_word() -> None:
    """Of four functions, two are named freely, and one of these has a name of one word."""
    assert measures(parse(SOURCE))["functions with a one-word name"] == "50 % (1 of 2)"


def test_public_docstrings() -> None:
    """The class and its method have one, the property has none, what is private is not asked."""
    assert measures(parse(SOURCE))["public definitions with a docstring"] == "67 % (2 of 3)"


def test_orders_to_linters_are_no_comments() -> None:
    """A reason counts; `noqa` gives none to a reader."""
    assert count_comments(parse(SOURCE)) == 1


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ("return 1", 1),
        ("return 1 if a else 2", 2),
        ("if a and b or c:\n        return 1", 4),
        ("return [x for x in a if x if b]", 4),
        ("try:\n        pass\n    except OSError:\n        pass", 2),
        ("match a:\n        case 1:\n            pass\n        case _:\n            pass", 3),
    ],
)
def test_complexity_counts_forks(body: str, paths: int) -> None:
    """One way through, and one more for each condition, loop, handler and case."""
    function = ast.parse(f"def f(a, b, c):\n    {body}\n").body[0]
    assert isinstance(function, ast.FunctionDef)
    assert count_paths(function) == paths


def test_decorators_do_not_lengthen_a_function() -> None:
    """A long table of cases above a test says nothing about its body."""
    function = ast.parse("@cache\n@other\ndef f():\n    return 1\n").body[0]
    assert isinstance(function, ast.FunctionDef)
    assert count_lines(function) == 2


def test_names_used_twice() -> None:
    """The same class, function or module at two places is what a search cannot tell apart."""
    found = measures(
        parse("class A: ...\ndef f(): ...\n", "a/one.py"),
        parse("class A: ...\ndef g(): ...\n", "b/one.py"),
        parse("def g(): ...\ndef _f(): ...\n", "b/__init__.py"),
    )
    assert found["public classes whose name is used twice"] == "1 of 1"
    assert found["public functions whose name is used twice"] == "1 of 2"
    assert found["modules whose name is used twice"] == "1 of 1"


def test_folders_are_read_in_order(tmp_path: Path) -> None:
    """Modules below subfolders count, other files do not; a folder without modules has numbers, too."""
    assert measures()["files, lines"] == "0, 0"
    (tmp_path / "b").mkdir()
    for name in ("b/c.py", "a.py", "d.txt"):
        (tmp_path / name).write_text("x = 1\n", "utf-8")
    assert [file.path for file in read_sources(tmp_path)] == ["a.py", "b/c.py"]
