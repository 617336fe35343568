"""What git tracks is looked through for protected names, and it is told where git does not say."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from build_tools.model.protection import ProtectedPerson
from build_tools.site.protected_names import find_committed_names
from build_tools.text.names.guard import NameGuard

GUARD = NameGuard([ProtectedPerson(("Mira Tollen",), "a soldier’s mother")])


@pytest.mark.parametrize(
    "way", ["no git", "a damaged index", "no repository", "another index", "another folder"]
)
def test_a_repository_that_does_not_tell_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """What was not looked through is not taken to be without names; outside of a repository nothing is."""
    (tmp_path / "a.txt").write_text("told by Mira Tollen\n")
    if way != "no repository":
        subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
        subprocess.run(["git", "-C", str(tmp_path), "add", "a.txt"], check=True)
    if way == "no git":
        monkeypatch.setenv("PATH", str(tmp_path))
    elif way == "a damaged index":
        (tmp_path / ".git/index").write_bytes(b"no index")
    elif way == "another index":
        monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "none"))
    elif way == "another folder":
        monkeypatch.setenv("GIT_DIR", str(tmp_path / "none"))
    expected = {"no git": ["N108"], "a damaged index": ["N108"], "no repository": []}
    assert [fault.code for fault in find_committed_names(tmp_path, GUARD)] == expected.get(way, ["N107"])
