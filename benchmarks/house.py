"""The package's source → numbers on its style, by `ast`, because “short and searchable” is to be measured.

`python -m benchmarks.house` prints them for `build_tools`, or for the folder named.
"""

from __future__ import annotations

import ast
import io
import sys
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "build_tools"
Function = ast.FunctionDef | ast.AsyncFunctionDef
_BRANCHES = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.comprehension)
_P90 = 0.9


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One module, parsed."""

    path: str
    """Below the folder that is measured."""
    source: str
    tree: ast.Module

    @property
    def stem(self) -> str:
        """What the module is called; nothing for a package's own file."""
        stem = Path(self.path).stem
        return "" if stem.startswith("__") else stem

    @property
    def functions(self) -> list[Function]:
        """All functions, methods and nested ones among them."""
        return [node for node in ast.walk(self.tree) if isinstance(node, Function)]


def read_sources(folder: Path) -> list[SourceFile]:
    """Every module below the folder, by path."""
    paths = sorted(folder.rglob("*.py"))
    sources = [(path.relative_to(folder).as_posix(), path.read_text("utf-8")) for path in paths]
    return [SourceFile(path, source, ast.parse(source)) for path, source in sources]


def measure_house(files: Sequence[SourceFile]) -> Iterator[tuple[str, str]]:
    """What is measured, and the number."""
    functions = [function for file in files for function in file.functions]
    lines = [len(file.source.splitlines()) for file in files]
    complexities = [count_paths(function) for function in functions]
    yield "files, lines", f"{len(files)}, {sum(lines):,}"
    yield "lines of a file (median, p90, most)", _spread(lines)
    yield "lines of a function (median, p90, most)", _spread([count_lines(f) for f in functions])
    yield (
        "cyclomatic complexity (p90, most, above 10)",
        (
            f"{_at(complexities, _P90)}, {max(complexities, default=0)}, {sum(n > 10 for n in complexities)}"  # noqa: PLR2004 - ruff's own limit
        ),
    )
    yield "parameters of a function, at most", str(max(map(_count_parameters, functions), default=0))
    yield "public definitions with a docstring", _share(_list_documented(files))
    yield "comments per thousand lines", f"{1000 * sum(map(count_comments, files)) / max(sum(lines), 1):.0f}"
    yield "functions with a one-word name", _share(has_one_word(f) for f in functions if is_named_freely(f))
    yield "public classes whose name is used twice", _repeated(list_public(files, ast.ClassDef))
    yield "public functions whose name is used twice", _repeated(list_public(files, ast.FunctionDef))
    yield "modules whose name is used twice", _repeated([file.stem for file in files if file.stem])


def count_lines(function: Function) -> int:
    """Lines from `def` to the end, decorators left out."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def count_paths(function: Function) -> int:
    """Cyclomatic complexity: one, and one for each place where the way forks."""
    paths = 1
    for node in ast.walk(function):
        if isinstance(node, ast.BoolOp):
            paths += len(node.values) - 1
        elif isinstance(node, ast.Match):
            paths += len(node.cases)
        elif isinstance(node, _BRANCHES):
            paths += 1 + len(getattr(node, "ifs", ()))
    return paths


def count_comments(file: SourceFile) -> int:
    """Comments, those behind code among them; orders to a linter are none."""
    tokens = tokenize.generate_tokens(io.StringIO(file.source).readline)
    comments = (token.string for token in tokens if token.type == tokenize.COMMENT)
    return sum(not comment.startswith(("# noqa", "# ruff:", "# fmt:", "# type:")) for comment in comments)


def is_named_freely(function: Function) -> bool:
    """Whether its name is a choice and should be a verb: no `__init__`, no property."""
    decorators = " ".join(ast.unparse(decorator) for decorator in function.decorator_list)
    return not function.name.startswith("__") and "property" not in decorators


def has_one_word(function: Function) -> bool:
    """Whether its name is one word, an underscore before it apart."""
    return "_" not in function.name.strip("_")


def list_public(files: Iterable[SourceFile], kind: type[ast.ClassDef | ast.FunctionDef]) -> list[str]:
    """Names that modules define for others, as often as they are defined."""
    nodes = (node for file in files for node in file.tree.body if isinstance(node, kind))
    return [node.name for node in nodes if not node.name.startswith("_")]


def _list_documented(files: Iterable[SourceFile]) -> Iterator[bool]:
    for file in files:
        bodies = [file.tree.body, *(node.body for node in file.tree.body if isinstance(node, ast.ClassDef))]
        for body in bodies:
            for node in body:
                if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
                    yield ast.get_docstring(node) is not None


def _count_parameters(function: Function) -> int:
    arguments = function.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return sum(argument.arg not in {"self", "cls"} for argument in every)


def _repeated(names: Sequence[str]) -> str:
    times = Counter(names)
    return f"{sum(count > 1 for count in times.values())} of {len(times)}"


def _share(answers: Iterable[bool]) -> str:
    known = list(answers)
    return f"{100 * sum(known) / max(len(known), 1):.0f} % ({sum(known)} of {len(known)})"


def _spread(values: Sequence[int]) -> str:
    return f"{_at(values, 0.5)}, {_at(values, _P90)}, {max(values, default=0)}"


def _at(values: Sequence[int], share: float) -> int:
    """The value below which that share of the values stands."""
    return sorted(values)[min(int(share * len(values)), len(values) - 1)] if values else 0


def main() -> None:
    """Print every measure of the folder named, or of the generator."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PACKAGE
    for what, number in measure_house(read_sources(folder)):
        sys.stdout.write(f"{what:45} {number}\n")


if __name__ == "__main__":
    main()
