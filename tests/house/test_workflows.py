"""The workflows: safe by zizmor, valid by GitHub's schema, and unable to publish the reading edition."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.model.archive import Edition
from build_tools.model.rendered import RenderedPage
from build_tools.model.site import Site
from build_tools.site.shell import ShellFacts, wrap_page
from tests.built import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
BIN = Path(sys.executable).parent


def _load(name: str) -> dict[str, Any]:
    return yaml.safe_load((ROOT / ".github/workflows" / name).read_text("utf-8"))


def _run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    known = {key: os.environ[key] for key in ("PATH", "HOME", "SYSTEMROOT") if key in os.environ}
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, env=known | environment
    )


def test_zizmor_finds_nothing() -> None:
    """Pinned actions, least permissions, no injection: even the strictest reading has nothing to say."""
    run = _run(BIN / "zizmor", "--offline", "--no-progress", "--persona", "auditor", ".github")
    assert run.returncode == 0, run.stdout + run.stderr


def test_workflows_match_the_schema() -> None:
    """A misspelt key would be ignored by GitHub in silence."""
    run = _run(BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_actions_are_pinned_and_official(path: Path) -> None:
    """An action is a full commit hash with its version beside it, and comes from GitHub itself."""
    for line in re.findall(r"uses: (.*)", path.read_text("utf-8")):
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_workflows_run_what_a_person_runs() -> None:
    """What a machine tests is `make test`, nothing weaker; what it publishes is `make site`."""
    assert "exec make test" in (ROOT / ".ci/run").read_text("utf-8")
    for name, job in (("test.yml", "test"), ("publish.yml", "build")):
        commands = [step.get("run", "") for step in _load(name)["jobs"][job]["steps"]]
        assert ".ci/run" in commands
    assert "make site" in commands


def test_only_the_deploying_job_may_write() -> None:
    """No job has more rights than reading, but the one that publishes what another has built."""
    jobs = {
        (name, job): body for name in ("test.yml", "publish.yml") for job, body in _load(name)["jobs"].items()
    }
    for (name, job), body in jobs.items():
        written = {key for key, value in body["permissions"].items() if value == "write"}
        assert written == ({"pages", "id-token"} if job == "deploy" else set()), (name, job)
    assert all(_load(name)["permissions"] == {} for name in ("test.yml", "publish.yml"))


def test_the_guide_is_laid_beside_the_archive_last() -> None:
    """After the archive was looked through, of which it is no part; at the address that About tells."""
    steps = _load("publish.yml")["jobs"]["build"]["steps"]
    commands = [step.get("run", "") for step in steps]
    order = [".venv/bin/archive verify", "make guide", "mv site-guide site/guide"]
    assert [command for command in commands if command in order] == order
    told = {step["env"]["ARCHIVE_GUIDE_URL"] for step in steps if "ARCHIVE_GUIDE_URL" in step.get("env", {})}
    assert told == {"${{ steps.pages.outputs.base_url }}/guide/"}


@pytest.mark.parametrize(("edition", "code"), [("public", 0), ("reading", 1), ("", 1)])
def test_publishing_refuses_the_reading_edition(edition: str, code: int) -> None:
    """The first step of the workflow, run as it stands, fails for any edition but the public one."""
    step = _load("publish.yml")["jobs"]["build"]["steps"][0]
    assert _run("bash", "-e", "-c", step["run"], ARCHIVE_EDITION=edition).returncode == code


def test_a_public_site_is_let_through(public_site: Path) -> None:
    """The last look before publishing passes the public edition."""
    run = _run(ROOT / ".ci/refuse-reading", public_site)
    assert run.returncode == 0, run.stdout + run.stderr


def _wrapped(edition: Edition) -> str:
    """A page of an edition, without content."""
    facts = ShellFacts(str(ROOT / "overrides"), "", Site(), edition, False, (), {}, ())
    return wrap_page(facts, RenderedPage("sources/", "Sources", "", ""))


def test_a_reading_site_is_refused(tmp_path: Path) -> None:
    """The last look before publishing knows the reading edition by any one page."""
    (tmp_path / "index.html").write_text(_wrapped(Edition.PUBLIC), "utf-8")
    assert _run(ROOT / ".ci/refuse-reading", tmp_path).returncode == 0
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/index.html").write_text(_wrapped(Edition.READING), "utf-8")
    assert _run(ROOT / ".ci/refuse-reading", tmp_path).returncode == 1


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    """What cannot be recognised as the public edition is not published."""
    assert _run(ROOT / ".ci/refuse-reading", tmp_path).returncode == 1
