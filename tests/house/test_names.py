"""Names that can be searched for: whoever reads a call finds what is called with one search."""

from __future__ import annotations

import ast
from collections import defaultdict

from benchmarks.house import PACKAGE, SourceFile, count_lines, read_sources

FILES = read_sources(PACKAGE)
LONGEST = 40
"""Lines of a function: what can be read on one screen."""
PARTICIPLES = { "told", "found", "made", "shown", "kept", "held", "settled", "headed", "filled", "finished",
    "gathered", "joined", "placed", "drawn", "said", "listed", "counted", "sorted", "written", "printed",
    "named", "parted", "taken", "given", "known", "seen", "retold", "renewed", "reached", "titled",
}  # fmt: skip
"""They name neither what goes in nor what comes out nor what is done."""
ONE_CONTRACT = {
    "pages/html_form.py": "the two forms of a page have the same functions",
    "pages/markdown_form.py": "the two forms of a page have the same functions",
}
"""Modules of which one stands for the other: their names are the same on purpose."""


def list_public(file: SourceFile) -> list[str]:
    """Functions, classes and names of types that the module defines for others."""
    found = [node.name for node in file.tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    for node in file.tree.body:
        if isinstance(node, ast.Assign) and not _is_type_variable(node):
            found += [target.id for target in node.targets if isinstance(target, ast.Name)]
    return [name for name in found if not name.startswith("_") and not name.isupper() and name != "log"]


def _is_type_variable(node: ast.Assign) -> bool:
    return isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "TypeVar"


def test_public_names_are_unique() -> None:
    """A function, class or type has a name that nothing else in the package has."""
    places = defaultdict(list)
    for file in FILES:
        if file.path not in ONE_CONTRACT:
            for name in list_public(file):
                places[name].append(file.path)
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_functions_say_what_they_do() -> None:
    """A function that others call is a verb phrase; a participle is none."""
    public = {file.path: [n.name for n in file.tree.body if isinstance(n, ast.FunctionDef)] for file in FILES}
    assert [(path, name) for path, names in public.items() for name in names if name in PARTICIPLES] == []


def test_functions_are_short() -> None:
    """What is longer than a screen has parts that could have names."""
    long = [(file.path, f.name) for file in FILES for f in file.functions if count_lines(f) > LONGEST]
    assert long == []
