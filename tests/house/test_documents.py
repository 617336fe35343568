"""README, ARCHITECTURE, CONTRIBUTING, decisions: what they promise must be there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.cli.registry import SUMMARIES, load_command
from tests.built import ROOT, tree

DOCUMENTS = [ROOT / name for name in tree() if name.endswith(".md") and name.count("/") == 0]
DECISIONS = sorted(p for p in (ROOT / "decisions").glob("*.md") if p.name != "README.md")
STATUSES = ("accepted", "superseded", "rejected", "proposed")


def _code(text: str) -> str:
    """Only what stands in code spans and code blocks."""
    return "\n".join(re.findall(r"```[\s\S]*?```|`[^`\n]+`", text))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_make_targets_exist(path: Path) -> None:
    """Every `make …` that a document names is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)\b", _code(path.read_text("utf-8"))))
    assert named <= targets, named - targets


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_commands_exist(path: Path) -> None:
    """Every `archive …` that a document names is a command, with the options that are given to it."""
    for line in re.findall(r"\barchive ([a-z]+[^\n`#]*)", _code(path.read_text("utf-8"))):
        name, *rest = line.split()
        assert name in SUMMARIES, f"there is no archive {name}"
        options = {word.partition("=")[0] for word in rest if word.startswith("--")}
        unknown = options - {argument.name for argument in load_command(name).list_arguments()}
        assert not unknown, f"archive {name} has no {unknown}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_links_and_pictures_exist(path: Path) -> None:
    """A link from a document to a file of the repository leads there."""
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text("utf-8")):
        if not re.match(r"https?:|#|mailto:", target):
            assert (path.parent / target.partition("#")[0]).exists(), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: p.name)
def test_names_stand_in_the_files_that_are_named_for_them(path: Path) -> None:
    """`PAGE_KINDS` in, of, or (`pages/__init__.py`): whoever opens the file finds the name."""
    text = path.read_text("utf-8")
    for name, file in re.findall(r"`(\w+)`,?\s+(?:of\s+|in\s+|\()`([\w/]+/\w+\.\w+)`", text):
        # paths may begin at the package, as those of the map do
        found = [folder / file for folder in (ROOT, ROOT / "build_tools") if (folder / file).is_file()]
        assert found, f"there is no {file}"
        assert re.search(rf"\b{name}\b", found[0].read_text("utf-8")), f"{file} has no {name}"


def test_the_readme_shows_a_real_seed() -> None:
    """The record that README quotes is the one in the repository, line by line."""
    readme = (ROOT / "README.md").read_text("utf-8")
    quoted = re.search(r"A statement in `(seeds/[^`]+)`:\n\n```yaml\n(.*?)```", readme, re.DOTALL)
    assert quoted is not None
    assert quoted[2] in (ROOT / quoted[1]).read_text("utf-8")


@pytest.mark.parametrize("path", DECISIONS, ids=lambda p: p.name)
def test_decisions_have_date_and_status(path: Path) -> None:
    """A decision says when it was taken and whether it still holds."""
    text = path.read_text("utf-8")
    assert re.search(r"^\*?\*?(Date|Status).*\b20\d\d-\d\d-\d\d\b", text, re.MULTILINE | re.IGNORECASE), (
        "no date"
    )
    assert re.search(rf"\b({'|'.join(STATUSES)})\b", text, re.IGNORECASE), f"no status: one of {STATUSES}"


def test_every_decision_is_listed() -> None:
    """The list in decisions/README.md is complete."""
    listed = set(re.findall(r"\]\(([^)]+\.md)\)", (ROOT / "decisions/README.md").read_text("utf-8")))
    assert listed == {path.name for path in DECISIONS}


def test_changelog_has_the_version() -> None:
    """The changelog speaks of the version that the package has, or of what is unreleased."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert "## [Unreleased]" in text or (version and f"## [{version.group(1)}]" in text)
