"""What is opened in a YAML file and never closed is told where it opens, wherever the parser noticed it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.read.yaml_tree import parse_yaml
from tests.built import ROOT

SEEDS = sorted((ROOT / "examples/the-ferry/seeds").glob("**/*.yml"))


def _list_plain_values(source: str) -> Iterator[Any]:
    """Values without quotation marks that stand on a line of their own key or hyphen."""
    lines = source.splitlines()
    events: Iterator[Any] = yaml.parse(source)
    for event in events:
        if type(event) is not yaml.ScalarEvent or event.style or not event.value:
            continue
        start, end = _find_ends(event)
        before, after = lines[start.line][: start.column], lines[end.line][end.column :]
        if before.endswith((": ", "- ")) and not set(before) & set("[{\"'") and not after:
            yield event


def _find_ends(event: Any) -> tuple[Any, Any]:
    return event.start_mark, event.end_mark


@pytest.mark.parametrize("opened", ['"', "'"])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_a_quotation_is_told_where_it_opens(path: Path, opened: str) -> None:
    """Before any value of a file, whether another mark comes after it or none."""
    source = path.read_text("utf-8")
    marks = [event.start_mark for event in _list_plain_values(source)]
    for mark in marks[:: 1 + len(marks) // 40]:
        fault = parse_yaml("r.yml", source[: mark.index] + opened + source[mark.index :])[1][0]
        assert (fault.code, fault.line, fault.column) == ("Y106", mark.line + 1, mark.column + 1)


@pytest.mark.parametrize("opened", ["[1, 2", "{x: 1", '"x', "'x"])
@pytest.mark.parametrize("after", ["", "b: 3\n", "b: 3\nc:\n  - d\n", "b: 3\n---\nc: d\n"])
def test_what_is_left_open_is_told_where_it_opens(opened: str, after: str) -> None:
    """Brackets and quotation marks alike, whatever follows."""
    fault = parse_yaml("r.yml", f"slug: r\na: {opened}\n{after}")[1][0]
    assert (fault.code, fault.line, fault.column) == ("Y106", 2, 4)
