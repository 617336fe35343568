"""`archive new`: an archive out of nothing, which builds as it is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.cli import main
from build_tools.model.fault import Faults
from build_tools.pipeline import PipelineSettings
from tests.built import ROOT


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new archive."""
    folder = tmp_path_factory.mktemp("new") / "river-floods"
    assert main(["new", str(folder)]) == 0
    return folder


def test_a_new_archive_builds_as_it_is(fresh: Path) -> None:
    """Strictly, with the theme, without a source."""
    command = [
        sys.executable,
        "-m",
        "build_tools",
        "build",
        "--strict",
        "--config",
        str(fresh / "mkdocs.yml"),
    ]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout == f"{fresh}/site/index.html\n"
    assert "River floods" in (fresh / "site/index.html").read_text()
    assert (fresh / "site/sources/index.html").is_file()


def test_plain_mkdocs_builds_it_too(fresh: Path) -> None:
    """The hook finds the generator from wherever the archive lies."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}  # this very generator, whichever is installed
    run = subprocess.run(command, cwd=fresh, env=env, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_its_sample_is_right(fresh: Path) -> None:
    """The record, topics and entities that its README shows are read without a fault."""
    seeds = fresh / "seeds"
    blocks = (seeds / "README.md").read_text().split("```yaml\n")[1:]
    record, topics, entities, findings, overviews = (block.partition("```")[0] for block in blocks)
    (seeds / "vocabulary").mkdir()
    (seeds / "flood.yml").write_text(record)
    (seeds / "vocabulary/topics.yml").write_text(topics)
    (seeds / "vocabulary/entities.yml").write_text(entities)
    (seeds / "findings.yml").write_text(findings)
    (seeds / "overviews.yml").write_text(overviews)
    try:
        archive = pipeline.assemble_archive(PipelineSettings(seeds))
    except Faults as faults:
        pytest.fail(str(faults))
    assert archive.by_topic["floods"] == ("river-floods-old-mill#p1c1",)
    assert archive.by_entity["old-mill"] == ("river-floods-old-mill#p1c1",)


def test_its_editors_find_the_fields(fresh: Path) -> None:
    """Each sample's first line leads from its place to a schema that is there."""
    blocks = (fresh / "seeds/README.md").read_text().split("```yaml\n")[1:]
    for block, folder in zip(blocks, ("", "vocabulary", "vocabulary", "", ""), strict=True):
        line = block.splitlines()[0]
        schema = fresh / "seeds" / folder / line.removeprefix("# yaml-language-server: $schema=")
        assert Path(os.path.normpath(schema)).is_file()


def test_its_captures_are_ignored_by_git(fresh: Path) -> None:
    """What belongs to publishers is not committed by accident."""
    assert {"/seeds/*", "/site/"} <= set((fresh / ".gitignore").read_text().split())


def test_a_new_archive_needs_its_own_folder(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with anything in it is left alone."""
    assert main(["new", str(fresh)]) == 2
    assert "not empty" in capsys.readouterr().err
