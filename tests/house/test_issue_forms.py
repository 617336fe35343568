"""Issue forms and SECURITY.md: valid by GitHub's schema, and private things have a private way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.built import ROOT

OURS = ROOT / ".github/ISSUE_TEMPLATE"
STARTER = ROOT / "build_tools/exports/starter/dot-github/ISSUE_TEMPLATE"
FORMS = [path for folder in (OURS, STARTER) for path in sorted(folder.glob("*.yml")) if path.stem != "config"]
BIN = Path(sys.executable).parent


def _check(schema: str, *files: Path) -> subprocess.CompletedProcess[str]:
    command = [str(BIN / "check-jsonschema"), "--builtin-schema", f"vendor.{schema}", *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_forms_match_the_schema() -> None:
    """A misspelt key would hide the form from everybody, in silence."""
    for run in (
        _check("github-issue-forms", *FORMS),
        _check("github-issue-config", OURS / "config.yml", STARTER / "config.yml"),
    ):
        assert run.returncode == 0, run.stdout + run.stderr


def test_an_unknown_key_would_be_found(tmp_path: Path) -> None:
    """The schema is one that can refuse."""
    form = tmp_path / "form.yml"
    form.write_text(FORMS[0].read_text("utf-8") + "bodies: []\n", "utf-8")
    assert _check("github-issue-forms", form).returncode != 0


@pytest.mark.parametrize("path", FORMS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_form_says_that_it_is_public(path: Path) -> None:
    """First of all where private things go; last a promise, without which nothing can be sent."""
    body: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))["body"]
    assert "Everybody can read this" in body[0]["attributes"]["value"]
    assert "SECURITY.md" in body[0]["attributes"]["value"]
    assert body[-1]["type"] == "checkboxes"
    assert all(option["required"] for option in body[-1]["attributes"]["options"])


def test_an_archive_begins_with_the_forms_of_this_one() -> None:
    """One wording of each: what an archive has, new ones get."""
    for path in STARTER.glob("*.yml"):
        assert path.read_bytes() == (OURS / path.name).read_bytes()


def test_private_things_have_a_way() -> None:
    """Leaks of text and names at risk count as vulnerabilities, here and in a new archive."""
    ours = (ROOT / "SECURITY.md").read_text("utf-8")
    new = (STARTER.parents[1] / "SECURITY.md").read_text("utf-8")
    for words in ("in danger", "Report a vulnerability", "captured text"):
        assert words in ours
    for words in ("in danger", "Report a vulnerability", "do not write it\ninto an issue"):
        assert words in new
