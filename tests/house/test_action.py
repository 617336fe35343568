"""action.yml: safe by zizmor, valid by GitHub's schema, and its commands build an archive as they stand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.cli import main
from tests.built import ROOT

BIN = Path(sys.executable).parent
ACTION = ROOT / "action.yml"
STEPS: list[dict[str, Any]] = yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"]


@pytest.mark.parametrize(
    "command",
    [
        ("zizmor", "--offline", "--no-progress", "--persona", "auditor", "action.yml"),
        ("check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"),
        ("check-jsonschema", "--builtin-schema", "vendor.dependabot", ".github/dependabot.yml"),
    ],
    ids=("zizmor", "schema", "dependabot"),
)
def test_linters_find_nothing(command: tuple[str, ...]) -> None:
    """A misspelt key would be ignored by GitHub in silence; a value pasted into a script would be run."""
    run = subprocess.run(
        [BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_its_actions_are_pinned_and_official() -> None:
    """An action is a full commit hash with its version beside it, and comes from GitHub itself."""
    used = re.findall(r"^ +(?:- )?uses: (.*)", ACTION.read_text("utf-8"), re.MULTILINE)
    assert len(used) == sum("uses" in step for step in STEPS)
    for line in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_its_commands_build_an_archive(tmp_path: Path) -> None:
    """Check, build and verify, each as it stands, in a folder whose name has a blank; a fault stops them."""
    folder = tmp_path / "river floods"
    assert main(["new", str(folder)]) == 0
    steps = {step["name"]: step["run"] for step in STEPS if "run" in step}
    known = {key: os.environ[key] for key in ("HOME", "TMPDIR") if key in os.environ}
    environment = {**known, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "FOLDER": "river floods"}

    def run(name: str) -> int:
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", steps[name]]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, check=False
        ).returncode

    assert [run(name) for name in ("Check", "Build", "Verify")] == [0, 0, 0]
    assert (folder / "site/index.html").is_file()
    (folder / "seeds/first-report.yml").write_text("slug: broken\n")
    assert run("Check") == 1
    (folder / "site/index.html").unlink()
    assert run("Verify") != 0


def test_it_installs_what_is_locked() -> None:
    """Every library by its hash, then the generator without its libraries."""
    (install,) = (step["run"] for step in STEPS if "pip install" in step.get("run", ""))
    first, second = install.splitlines()
    assert "--require-hashes" in first
    assert (ROOT / re.findall(r"GITHUB_ACTION_PATH/([^\"]+)", first)[0]).is_file()
    assert "--no-deps --no-build-isolation" in second
