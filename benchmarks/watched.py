"""Thresholds → the same, which note where a step would decide otherwise, so that few pages are cleaned again.

A comparison with a number further away than a step decides the same after it. Whatever is reckoned with a
threshold is taken to depend on it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from benchmarks.mutants.mutations import step_of

reached: set[str] = set()
"""Names of the thresholds of which a step may have changed something, since it was last emptied."""

_COMPARED = ("__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__")
_RECKONED = (
    "__add__", "__radd__", "__sub__", "__rsub__", "__mul__", "__rmul__", "__truediv__", "__rtruediv__",
    "__neg__", "__abs__",
)  # fmt: skip


def watch(thresholds: Any) -> Any:
    """Return the table with numbers that note what is done with them."""
    return replace(
        thresholds,
        **{
            each.name: _watch_number(each.name, getattr(thresholds, each.name)) for each in fields(thresholds)
        },
    )


def _watch_number(name: str, value: float) -> float:
    base = type(value)
    step = step_of(value)

    def compare(method: str) -> Callable[[Any, Any], Any]:
        def compared(number: Any, other: Any) -> Any:
            if isinstance(other, int | float) and abs(float(other) - float(value)) <= step:
                reached.add(name)
            return getattr(base, method)(number, other)

        return compared

    def reckon(method: str) -> Callable[..., Any]:
        def reckoned(number: Any, *other: Any) -> Any:
            reached.add(name)
            return getattr(base, method)(number, *other)

        return reckoned

    hooks: dict[str, Any] = {method: compare(method) for method in _COMPARED}
    hooks |= {method: reckon(method) for method in _RECKONED if hasattr(base, method)}
    number: float = type("Watched", (base,), {**hooks, "__hash__": base.__hash__})(value)
    return number


def list_unwatched(folder: Path) -> frozenset[str]:
    """Return the names that stand in a slice or a `range`, where Python asks a number nothing."""
    places: list[ast.AST] = []
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "range"
            if named or isinstance(node, ast.Slice):
                places.append(node)
    inside = [node for place in places for node in ast.walk(place) if isinstance(node, ast.Attribute)]
    return frozenset(node.attr for node in inside)
