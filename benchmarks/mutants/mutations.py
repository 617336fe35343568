"""Source → single small mistakes that someone could make in it, each as a replaced stretch of its text."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate


class MutationKind(StrEnum):
    """What is done to the source."""

    COMPARISON = "comparison"
    OPERAND = "operand dropped"
    NEGATION = "negation dropped"
    GUARD = "guard removed"
    FILTER = "filter removed"
    CONSTANT = "constant"
    ARITHMETIC = "arithmetic"


CONDITIONS = frozenset({MutationKind.OPERAND, MutationKind.GUARD, MutationKind.FILTER})
"""Kinds that take a condition away: where nothing changes without it, it need not stand there."""

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
}
_LEAVES = (ast.Return, ast.Continue, ast.Break, ast.Raise)
_FLOAT_STEP = 0.1
"""A tenth of a share or weight: by 1 it would be nonsense that any test notices."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """One mistake, as a stretch of the source and what stands there instead."""

    path: str
    """Of the file, from the root of the project."""
    line: int
    kind: MutationKind
    start: int
    """In bytes of UTF-8, as `ast` counts."""
    end: int
    before: str
    after: str
    code: str
    """The line of the source that it begins in, without the space around."""

    def apply(self, source: str) -> str:
        """Return the source with the mistake in it."""
        raw = source.encode("utf-8")
        return (raw[: self.start] + self.after.encode("utf-8") + raw[self.end :]).decode("utf-8")

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.kind}: {_folded(self.before)} → {_folded(self.after)}"


def find_mutations(path: str, source: str) -> list[Mutation]:
    """Return every mutation of a source in the order of its text; annotations and f-strings stay."""
    raw = source.encode("utf-8")
    lines = raw.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, lines))]
    found: list[Mutation] = []
    for node in _walk(ast.parse(source)):
        for kind, old, new in _mutate(node):
            start = starts[old.lineno - 1] + old.col_offset
            end = starts[(old.end_lineno or old.lineno) - 1] + (old.end_col_offset or 0)
            code = lines[old.lineno - 1].decode("utf-8").strip()
            before = raw[start:end].decode("utf-8")
            found.append(Mutation(path, old.lineno, kind, start, end, before, new, code))
    return sorted(found, key=lambda mutation: (mutation.start, mutation.end, mutation.kind, mutation.after))


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that run; not those in f-strings, whose positions Python 3.11 does not tell."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not isinstance(child, ast.JoinedStr):
                yield from _walk(child)


def _mutate(node: ast.AST) -> Iterator[tuple[MutationKind, ast.expr, str]]:
    """Yield the mutations of one node: kind, the expression that is replaced, and by what."""
    if isinstance(node, ast.Compare):
        yield from _compare_otherwise(node)
    elif isinstance(node, ast.BoolOp):
        yield from _drop_operands(node)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield MutationKind.NEGATION, node, f"({ast.unparse(node.operand)})"
    elif isinstance(node, ast.If) and isinstance(node.body[-1], _LEAVES):
        yield MutationKind.GUARD, node.test, f"(({ast.unparse(node.test)}) and False)"
    elif isinstance(node, ast.comprehension):
        for test in node.ifs:
            yield MutationKind.FILTER, test, f"(({ast.unparse(test)}) or True)"
    elif isinstance(node, ast.BinOp):
        yield from _reckon_otherwise(node)
    elif isinstance(node, ast.Constant):
        yield from _step(node)


def _compare_otherwise(node: ast.Compare) -> Iterator[tuple[MutationKind, ast.expr, str]]:
    for at, operator in enumerate(node.ops):
        changed = copy.deepcopy(node)
        changed.ops[at] = _COMPARISONS[type(operator)]()
        yield MutationKind.COMPARISON, node, f"({ast.unparse(changed)})"


def _drop_operands(node: ast.BoolOp) -> Iterator[tuple[MutationKind, ast.expr, str]]:
    for at in range(len(node.values)):
        rest = [value for place, value in enumerate(node.values) if place != at]
        left = ast.BoolOp(node.op, rest) if len(rest) > 1 else rest[0]
        yield MutationKind.OPERAND, node, f"({ast.unparse(left)})"


def _reckon_otherwise(node: ast.BinOp) -> Iterator[tuple[MutationKind, ast.expr, str]]:
    other = _ARITHMETIC.get(type(node.op))
    if other and not any(isinstance(side, ast.JoinedStr) for side in (node.left, node.right)):
        yield MutationKind.ARITHMETIC, node, f"({ast.unparse(ast.BinOp(node.left, other(), node.right))})"


def _step(node: ast.Constant) -> Iterator[tuple[MutationKind, ast.expr, str]]:
    if isinstance(node.value, bool) or not isinstance(node.value, int | float):
        return
    step = step_of(node.value)
    yield MutationKind.CONSTANT, node, f"({round(node.value + step, 6)})"
    yield MutationKind.CONSTANT, node, f"({round(node.value - step, 6)})"


def step_of(value: float) -> float:
    """Return how far a number is moved: by one, or by a tenth of a share or weight."""
    return 1 if isinstance(value, int) else (abs(value) or 1.0) * _FLOAT_STEP


def _folded(text: str) -> str:
    return " ".join(text.split())
