"""However an archive is built, it is the same site: by MkDocs alone, by one worker, two, a cluster."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.scale.archives import make_archive
from build_tools import documents, page_builder, page_renderer, workers
from build_tools.workers import Workers
from tests.built import ROOT
from tests.site import tiny
from tests.site.workshop import Outcome, Workshop

SOURCES = 34
"""Just enough for lists of more than one page."""
WORDS = {"ferry": "captured text in every page", "generated": "long lists, and no captures"}


@pytest.fixture(scope="module", params=WORDS)
def shop(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Two archives: the invented one in full text, and generated sources."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "ferry":
        return Workshop(folder).furnish(edition="reading", invented=True)
    make_archive(folder / "archive", SOURCES)
    return Workshop(folder)


@pytest.fixture(scope="module")
def expected(shop: Workshop) -> Outcome:
    """What one process makes."""
    return shop.build(strict=True)


@pytest.fixture
def split(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a small archive is worth other processes."""
    monkeypatch.setattr(page_builder, "LEAST_PAGES_FOR_WORKERS", 2)
    monkeypatch.setattr(page_renderer, "PAGES_PER_BATCH", 16)
    monkeypatch.setattr(documents, "SOURCES_PER_BATCH", 4)


def _assert_same(made: Outcome, expected: Outcome) -> None:
    assert (made.faults, expected.faults) == ([], [])
    assert made.site.keys() == expected.site.keys()
    assert made.docs.keys() == expected.docs.keys()
    assert [path for path, content in expected.site.items() if made.site[path] != content] == []
    assert [path for path, content in expected.docs.items() if made.docs[path] != content] == []


@pytest.mark.parametrize(
    ("program", "shop"),
    # how many records there are is nothing to the program that reads our hook, or to where a page is rendered
    [("mkdocs", "ferry"), ("properdocs", "ferry")],
    indirect=["shop"],
)
def test_mkdocs_alone_makes_the_same(program: str, shop: Workshop, expected: Outcome, tmp_path: Path) -> None:
    """Site and docs/, to the byte: `archive build` is a shorter way to what `mkdocs build` gives.

    ProperDocs goes on where MkDocs 1.x ends, and builds the archive unchanged.
    """
    other = _elsewhere(shop, tmp_path)
    run = tiny.mkdocs(other.config, "--strict", program=program)
    assert run.returncode == 0, run.stderr
    _assert_same(other.outcome(), expected)


@pytest.mark.usefixtures("split")
def test_two_processes_make_the_same(
    shop: Workshop, expected: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever renders a page writes and remembers the same: a build after that makes no page anew.

    Of the generated archive copies of this process do, of the other one fresh interpreters.
    """
    copied = sys.platform.startswith("linux") and shop.folder.name.startswith("generated")
    monkeypatch.setattr(workers, "can_fork", lambda: copied)
    other = _elsewhere(shop, tmp_path)
    with Workers(2) as others:
        _assert_same(other.build(strict=True, workers=others), expected)
        assert others.has_started
    before = _times(other.site)
    _assert_same(other.build(strict=True), expected)
    after = _times(other.site)
    assert [path for path in before if path.endswith("index.html") and before[path] != after[path]] == []


@pytest.mark.parametrize("shop", ["ferry"], indirect=True)  # long lists, processes show
@pytest.mark.usefixtures("split")
def test_a_cluster_makes_the_same(shop: Workshop, expected: Outcome, tmp_path: Path) -> None:
    """A Dask cluster of two workers that share nothing with us but the network, two threads in each."""
    distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    other = _elsewhere(shop, tmp_path)
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=None) as cluster,
        Workers(2, cluster.scheduler_address) as others,
    ):
        _assert_same(other.build(strict=True, workers=others), expected)
        assert others.has_started


def test_without_the_extra_the_command_says_what_to_install(tmp_path: Path) -> None:
    """One line, wrong usage, and nothing begun; though this archive is too small to need a cluster."""
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden/sitecustomize.py").write_text("import sys\nsys.modules['distributed'] = None\n")
    tiny.archive(tmp_path / "a")
    command = [sys.executable, "-m", "build_tools", "build", "--scheduler", "tcp://127.0.0.1:1"]
    path = os.pathsep.join([str(tmp_path / "hidden"), str(ROOT)])
    run = subprocess.run(
        command,
        cwd=tmp_path / "a",
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2, run.stderr
    assert run.stderr.count("\n") == 1
    assert "[cluster]" in run.stderr
    assert not (tmp_path / "a/site").exists()


def _elsewhere(shop: Workshop, folder: Path) -> Workshop:
    return shop.copy(folder / "copy")


def _times(site: Path) -> dict[str, int]:
    return {p.relative_to(site).as_posix(): p.stat().st_mtime_ns for p in site.rglob("*") if p.is_file()}
