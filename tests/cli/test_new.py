"""`archive new`: a repository out of nothing, which builds, and can be pushed, as it is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from build_tools import pipeline
from build_tools.cli import main
from build_tools.model.fault import Faults
from build_tools.pipeline import PipelineSettings
from tests.built import ROOT

BIN = Path(sys.executable).parent


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new archive, built."""
    folder = tmp_path_factory.mktemp("new") / "river-floods"
    assert main(["new", str(folder)]) == 0
    assert main(["build", "--strict", "--config", str(folder / "mkdocs.yml")]) == 0
    return folder


def _git(folder: Path, *arguments: str) -> str:
    run = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return run.stdout


def _committed(folder: Path) -> set[str]:
    """What `git add .` would take."""
    return set(_git(folder, "ls-files", "--others", "--cached", "--exclude-standard").split())


def test_plain_mkdocs_builds_it_too(fresh: Path, tmp_path: Path) -> None:
    """The hook finds the generator from wherever the archive lies, and the shell with it."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "--site-dir",
        str(tmp_path / "site"),
    ]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}  # this very generator, whichever is installed
    run = subprocess.run(command, cwd=fresh, env=env, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    for page in ("index.html", "about/index.html", "assets/stylesheets/site.css"):
        assert (tmp_path / "site" / page).read_bytes() == (fresh / "site" / page).read_bytes()


def test_its_sample_is_right(fresh: Path, tmp_path: Path) -> None:
    """The record, topics and entities that its README shows are read without a fault."""
    blocks = (fresh / "seeds/README.md").read_text().split("```yaml\n")[1:]
    record, topics, entities, findings, overviews = (block.partition("```")[0] for block in blocks)
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "flood.yml").write_text(record)
    (tmp_path / "vocabulary/topics.yml").write_text(topics)
    (tmp_path / "vocabulary/entities.yml").write_text(entities)
    (tmp_path / "findings.yml").write_text(findings)
    (tmp_path / "overviews.yml").write_text(overviews)
    try:
        archive = pipeline.assemble_archive(PipelineSettings(tmp_path))
    except Faults as faults:
        pytest.fail(str(faults))
    assert archive.by_topic["floods"] == ("river-floods-old-mill#p1c1",)
    assert archive.by_entity["old-mill"] == ("river-floods-old-mill#p1c1",)


def test_its_editors_find_the_fields(fresh: Path) -> None:
    """Each sample's and each file's first line leads from its place to a schema that is there."""
    blocks = (fresh / "seeds/README.md").read_text().split("```yaml\n")[1:]
    places = list(zip(blocks, ("", "vocabulary", "vocabulary", "", ""), strict=True))
    places += [
        ((fresh / "seeds" / folder / name).read_text(), folder)
        for folder, name in (("", "first-report.yml"), ("vocabulary", "entities.yml"))
    ]
    for text, folder in places:
        schema = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        assert Path(os.path.normpath(fresh / "seeds" / folder / schema)).is_file()


def test_its_first_record_is_a_draft_without_fault(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is there to be looked at: nothing is wrong with it, and nothing that is built has a word of it."""
    assert main(["check", "--config", str(fresh / "mkdocs.yml")]) == 0
    (told,) = capsys.readouterr().out.splitlines()
    assert "R126" in told
    assert "nothing is wrong" in told
    files = [path for path in (fresh / "site").rglob("*") if path.is_file()]
    assert [path for path in files if b"brackwater" in path.read_bytes().lower()] == []
    archive = pipeline.assemble_archive(PipelineSettings(fresh / "seeds", drafts=True))
    assert [document.record.slug for document in archive.documents] == ["river-floods-old-mill"]


def test_it_is_a_repository_without_captures(fresh: Path) -> None:
    """What belongs to publishers is not committed by accident, whatever its form; nor is what is made."""
    for name in ("page.html", "PAGE.HTML", "page.txt", "page.pdf", "page"):
        (fresh / "seeds" / name).write_text("A publisher's text.")
    committed = _committed(fresh)
    for name in ("page.html", "PAGE.HTML", "page.txt", "page.pdf", "page"):
        (fresh / "seeds" / name).unlink()
    assert {"mkdocs.yml", "README.md", ".github/workflows/publish.yml", "requirements.txt"} <= committed
    assert {"seeds/first-report.yml", "seeds/.schema/record.json", "seeds/FIELDS.md"} <= committed
    assert not [
        name for name in committed if name.startswith(("site", "seeds/page", "seeds/PAGE", ".archive"))
    ]
    assert _git(fresh, "symbolic-ref", "--short", "HEAD").strip() == "main"


def test_its_workflow_is_safe_and_valid(fresh: Path) -> None:
    """By the same linters as the generator's own; it installs what is locked, checks, builds, verifies."""
    workflow = fresh / ".github/workflows/publish.yml"
    for command in (
        ["zizmor", "--offline", "--no-progress", "--persona", "auditor", str(fresh / ".github")],
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(workflow)],
        ["check-jsonschema", "--builtin-schema", "vendor.dependabot", str(fresh / ".github/dependabot.yml")],
    ):
        run = subprocess.run([BIN / command[0], *command[1:]], capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr
    for line in re.findall(r"uses: (.*)", workflow.read_text()):
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line
    steps = yaml.safe_load(workflow.read_text())["jobs"]["build"]["steps"]
    commands = "\n".join(step.get("run", "") for step in steps).splitlines()
    install = ["pip install --require-hashes -r requirements.txt", "pip install --no-deps -r generator.txt"]
    wanted = [*install, "archive check --format github", "archive build", "archive verify"]
    assert [line.strip() for line in commands if line] == wanted


def test_its_generator_is_locked(fresh: Path) -> None:
    """By its version or its commit; what it needs, by versions with hashes."""
    assert re.search(
        r"^documentary-archive( @ .+@[0-9a-f]+|==[\d.]+)$",
        (fresh / "generator.txt").read_text(),
        re.MULTILINE,
    )
    assert (fresh / "requirements.txt").read_bytes() == (ROOT / "requirements/site.txt").read_bytes()


@pytest.mark.parametrize("given", ["", "cc-by", "https://licence.example/own"])
def test_no_licence_is_given_unless_asked_for(tmp_path: Path, given: str) -> None:
    """Left open, none stands in any page, download or book; one that is given stands in them."""
    folder = tmp_path / "archive"
    assert main(["new", str(folder), *(["--licence", given] if given else [])]) == 0
    assert main(["build", "--config", str(folder / "mkdocs.yml")]) == 0
    with zipfile.ZipFile(folder / "site/downloads/archive.epub") as book:
        texts = [book.read(name) for name in book.namelist()]
    pages = [
        path.read_bytes() for path in (folder / "site").rglob("*") if path.suffix in (".html", ".json", ".md")
    ]
    told = b"\n".join([*texts, *pages])
    assert (b"creativecommons.org" in told or b"CC BY" in told) is (given == "cc-by")
    assert (b"licence.example" in told) is given.startswith("https")
    assert (b"No licence is given" in told) is (given == "")


def test_what_is_no_licence_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is made then."""
    assert main(["new", str(tmp_path / "archive"), "--licence", "mine"]) == 2
    assert "cc-by" in capsys.readouterr().err
    assert not (tmp_path / "archive").exists()


def test_the_clone_of_an_empty_repository_will_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a host put into it stays as it is, but that captures are ignored as well."""
    (tmp_path / "made/archive").mkdir(parents=True)
    host = tmp_path / "made/archive"
    _git(host, "init", "--quiet", "--initial-branch=trunk")
    kept = {"LICENSE": "Mine.", "README.md": "# Floods\n"}
    for name, text in {**kept, ".gitignore": "*.log\n"}.items():
        (host / name).write_text(text)
    assert main(["new", str(host), "--title", "Floods"]) == 0
    assert "README.md" in capsys.readouterr().err
    assert {name: (host / name).read_text() for name in kept} == kept
    ignored = (host / ".gitignore").read_text().splitlines()
    assert ignored[0] == "*.log"
    assert "/seeds/*" in ignored
    assert _git(host, "symbolic-ref", "--short", "HEAD").strip() == "trunk"
    assert main(["check", "--config", str(host / "mkdocs.yml")]) == 0


def test_a_new_archive_needs_its_own_folder(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with anything else in it is left alone."""
    assert main(["new", str(fresh)]) == 2
    assert "not empty" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("title", "package"),
    [
        ('Wages "withheld" & <b>owed</b>: #1', "wages-withheld-b-owed-b-1"),
        ("Місто й вода", "misto-y-voda"),
        ("河流档案", "heliudangan"),
        ("أرشيف النهر", "rshyf-lnhr"),
        ("{{ x }} {% y %}", "x-y"),
        ("???", "archive"),
    ],
)
def test_any_title_builds_and_packs(
    tmp_path: Path, title: str, package: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In any script, with any punctuation; the package is named after it as far as it can be spelled."""
    config = str(tmp_path / "archive/mkdocs.yml")
    assert main(["new", str(tmp_path / "archive"), "--title", title]) == 0
    assert main(["build", "--strict", "--config", config]) == 0
    assert main(["package", "--config", config]) == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith(f"/dist/{package}.zip")
