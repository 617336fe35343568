"""Tests of the generator know the invented archive alone: mending a record breaks no test of search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from build_tools.cli import main
from tests.built import ROOT

PARTS = ("browser", "cli", "exports", "index", "pages", "site")
"""Where tests run on what the generator makes."""
SMOKE = {"browser/test_links.py"}
"""Looks whether the main archive is there, by its first topics."""
SHORTEST = 6
"""A shorter name may be anyone's."""
TEXTS = {".css", ".html", ".js", ".json", ".md", ".txt", ".xml", ".yml"}
TESTS = [path for part in PARTS for path in sorted((ROOT / "tests" / part).rglob("*.py"))]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Ten times as fast where PyYAML was built with it: this is read before the first test runs."""


def _names(folder: str) -> frozenset[str]:
    files = sorted((ROOT / folder).rglob("*.yml"))
    read = [yaml.load(file.read_text("utf-8"), _LOADER) for file in files]  # noqa: S506 - safe, both of them
    found = {name for content in read for name in _list_names(content)}
    return frozenset(name for name in found if len(name) >= SHORTEST)


def _list_names(content: object) -> Iterator[str]:
    """Ids of several words, and whatever is called by a name that begins with a capital letter."""
    for part in content if isinstance(content, list) else []:
        yield from _list_names(part)
    if isinstance(content, dict):
        for key, value in content.items():
            if key in {"slug", "id"} and "-" in str(value):
                yield str(value)
            if key in {"name", "label"} and str(value)[:1].isupper():
                yield str(value)
            yield from _list_names(value)


OURS = _names("seeds") - _names("examples/the-ferry/seeds")


def test_no_test_of_the_generator_names_what_seeds_name() -> None:
    """Slugs, findings, people and places of the main archive may change on any day."""
    any_name = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(OURS, reverse=True)))})(?![\w-])")
    names = {path.relative_to(ROOT / "tests").as_posix(): path for path in TESTS}
    assert [
        (name, found[0])
        for name, path in names.items()
        if name not in SMOKE and (found := any_name.search(path.read_text("utf-8")))
    ] == []


def test_no_word_of_the_main_archive_is_in_a_new_one(tmp_path: Path) -> None:
    """What the generator was made for is nobody else's: not in a new archive's files, its site, the shell."""
    assert main(["new", str(tmp_path / "floods")]) == 0
    assert main(["build", "--config", str(tmp_path / "floods/mkdocs.yml")]) == 0
    shell = sorted((ROOT / "overrides").rglob("*"))
    files = [*sorted(tmp_path.rglob("*")), *shell, ROOT / "build_tools/README.md"]
    texts = {path: path.read_text("utf-8") for path in files if path.suffix in TEXTS}
    names = "|".join(map(re.escape, sorted(OURS)))
    words = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])|prison|soldier|desert[ei]|casualt")
    found = {path.name: sorted(set(words.findall(text))) for path, text in texts.items()}
    assert {name: words for name, words in found.items() if words} == {}
