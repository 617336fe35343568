"""Words of natural languages stand in languages/, one file each, and not in the code of the stages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

from build_tools.text.language_files import load_all_languages
from tests.built import ROOT

PACKAGE = ROOT / "build_tools"
MODULES = sorted(p for stage in ("annotate", "clean", "text") for p in (PACKAGE / stage).rglob("*.py"))
FEWEST = 6
"""So many words of languages in one constant are a list of words; a message has fewer, or others too."""
CLASS = re.compile(r"\[(?:[^\]\\]|\\.)*\]")
"""Letters in an expression: an alphabet is no word."""

JUSTIFIED = {
    "annotate/number_tokens.py": "signs for fractions, and no words",
    "clean/rule_table.py": "what rules say of themselves, in the archive's own English",
    "text/citing/names.py": "particles of people's names, and words by which an outlet is told from a person",
    "text/glossary.py": "the archive's own English",
    "text/names/letters.py": "letters in the letters of another alphabet, and no words",
    "text/names/patterns.py": "endings of names, of several languages at once",
    "text/stems.py": "endings, as the browser takes them off",
}
"""Module → why words of a language stand in it."""


def _docstrings(tree: ast.Module) -> set[int]:
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def _constants(tree: ast.Module) -> Iterator[tuple[int, list[str]]]:
    """Line and words of each text, and of each collection of texts."""
    described = _docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in described:
            yield node.lineno, re.findall(r"[^\W\d_]+", CLASS.sub(" ", node.value))
        elif isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
            parts = [*node.keys, *node.values] if isinstance(node, ast.Dict) else node.elts
            texts = [p.value for p in parts if isinstance(p, ast.Constant) and isinstance(p.value, str)]
            yield node.lineno, [word for text in texts for word in re.findall(r"[^\W\d_]+", text)]


@cache
def _known() -> frozenset[str]:
    """Words by which languages are known, but for those of page chrome, which English code says too."""
    facts = load_all_languages().values()
    months = (word for f in facts for names in (*f.dates.months, *f.dates.weekdays) for word in names)
    others = (
        word for f in facts for some in (f.byline, f.speech, f.terms, f.readers, f.pointing) for word in some
    )
    hedges = (word for f in facts for _, phrases in f.hedges for word in phrases)
    small = (word for f in facts for word in (*f.recognition, *f.dates.labels))
    return frozenset((*months, *others, *hedges, *small))


def _is_list(words: list[str]) -> bool:
    """Whether most of the words are a language's, or some are in letters that no name of ours has."""
    foreign = [word for word in words if not word.isascii() and len(word) > 1]
    known = {word.lower() for word in words} & _known()
    return bool(foreign) or (len(known) >= FEWEST and 2 * len(known) > len(set(words)))


def test_no_module_lists_words_of_languages() -> None:
    """Whoever adds a language opens one file: no stage knows words of its own."""
    names = {path: path.relative_to(PACKAGE).as_posix() for path in MODULES}
    assert [
        f"{name}:{line} lists words: {words}"
        for path, name in names.items()
        if name not in JUSTIFIED
        for line, words in _constants(ast.parse(path.read_text("utf-8")))
        if _is_list(words)
    ] == []


@pytest.mark.parametrize("name", JUSTIFIED)
def test_no_reason_outlives_its_words(name: str) -> None:
    """A module that is justified has words; else the next list in it would pass unseen."""
    assert any(_is_list(words) for _, words in _constants(ast.parse((PACKAGE / name).read_text("utf-8"))))
