"""The repository as a place to read: short files, furniture, nothing of a machine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.built import ROOT, tree

MOST_LINES = 250
LONGER = {
    "build_tools/model/record.py": "what a record may say, read from top to bottom by its editors",
    "build_tools/model/codes.py": "one table: every fault with its words, in one spot",
    "build_tools/clean/thresholds.py": "one table: every number of cleaning, with what a step of it does",
    "build_tools/index/tables.py": "one list of all look-ups, each with what it is looked up by",
    "tests/pages/golden/sources__packet-carrow-by-road.html": "a page of the site, whole, as it was read",
    "tests/pages/golden/topics__missing-salt.html": "a topic's page, whole, with its picture",
    "tests/pages/golden/sources__radio-vell-barn.html": "the same of a source with its text",
    "tests/pages/golden/findings__salt-without-account.html": "the same of a finding with five reports",
}
"""Files that may be longer, each with its reason."""
CODE = {".py", ".js", ".css", ".j2", ".html", ".sh"}
WRITTEN_BY_COMMANDS = ("requirements/",)
BINARY = {".png", ".ico", ".jpg", ".woff2", ".zip", ".gz"}

PATHS_OF_A_MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home|Users|opt)/\w")
REGISTRIES = re.compile(
    "|".join(("pypi" + r"\.org", "python" + "hosted", "registry" + r"\.npmjs", "--index" + "-url"))
)


def _texts() -> list[tuple[str, str]]:
    files = [(name, ROOT / name) for name in tree() if Path(name).suffix not in BINARY]
    return [(name, path.read_text("utf-8", errors="replace")) for name, path in files]


def test_files_are_short_enough_to_read() -> None:
    """A file of code has at most 250 lines, or its reason stands in the list."""
    lengths = {name: text.count("\n") for name, text in _texts() if Path(name).suffix in CODE}
    long = {name: n for name, n in lengths.items() if n > MOST_LINES and name not in LONGER}
    assert not long, long
    needless = [name for name in LONGER if lengths.get(name, 0) <= MOST_LINES]
    assert not needless, f"no longer exceptions: {needless}"


def test_nothing_tells_of_a_machine() -> None:
    """No path of a particular machine and no host of a package registry stands in any file."""
    for name, text in _texts():
        found = PATHS_OF_A_MACHINE.search(text) or REGISTRIES.search(text)
        assert not found, f"{name}: {found.group()}"


def test_no_group_is_repeated_possessively() -> None:
    """Python 3.11.2, which Debian 12 has, matches `(…)*+` wrongly; atomic groups do the same rightly."""
    for name, text in _texts():
        if name.startswith("build_tools/") and name.endswith(".py"):
            code = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
            assert not re.search(r"\)[*+?}]\+", code), name


@pytest.mark.parametrize(
    "name", ["LICENSE", "CITATION.cff", "CHANGELOG.md", ".editorconfig", "decisions/README.md"]
)
def test_the_house_is_furnished(name: str) -> None:
    """What a visitor of a repository looks for is there."""
    assert (ROOT / name).read_text("utf-8").strip()
