"""Plain `mkdocs build`: the same bytes every time, and the last good site until the next one is whole."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site import tiny

KILLED = "import os, signal\n\ndef on_post_page(output, **_):\n    os.kill(os.getpid(), signal.SIGKILL)\n"
RAISES = "def on_post_build(config):\n    raise RuntimeError('the disk is full')\n"
WARNS = (
    "import logging\n\ndef on_page_markdown(*_, **__):\n    logging.getLogger('mkdocs.more').warning('odd')\n"
)
ADDS = "def on_page_content(html, **_):\n    return html + {!r}\n"
LEAK = "<p>Their <b>bread</b> comes by boat every&nbsp;morning, feast days.</p>"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive, built once."""
    folder = tmp_path_factory.mktemp("built")
    run = tiny.mkdocs(tiny.archive(folder), "--strict")
    assert run.returncode == 0, run.stderr
    return folder


@pytest.fixture
def config(built: Path, tmp_path: Path) -> Path:
    """A copy of it, site and all."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path / "mkdocs.yml"


def test_two_builds_have_the_same_bytes(config: Path, tmp_path: Path) -> None:
    """With a warm cache, with none, in another folder, at another time: no byte differs."""
    first = tiny.files(tmp_path / "site")
    assert tiny.mkdocs(config, SOURCE_DATE_EPOCH="86400").returncode == 0
    assert tiny.files(tmp_path / "site") == first
    shutil.rmtree(tmp_path / ".archive")
    assert tiny.mkdocs(config).returncode == 0
    assert tiny.files(tmp_path / "site") == first
    shutil.copytree(tmp_path, tmp_path / "elsewhere", ignore=shutil.ignore_patterns("site", ".archive"))
    assert tiny.mkdocs(tmp_path / "elsewhere" / "mkdocs.yml").returncode == 0
    assert tiny.files(tmp_path / "elsewhere" / "site") == first


def test_the_public_edition_is_the_same_with_and_without_captures(config: Path, tmp_path: Path) -> None:
    """What a clone without the captures builds is, to the byte, what their keeper publishes."""
    with_capture = tiny.files(tmp_path / "site")
    (tmp_path / "seeds" / "ferry.txt").unlink()
    assert tiny.mkdocs(config, "--strict").returncode == 0
    assert tiny.files(tmp_path / "site") == with_capture
    assert "sources/pier-post-ferry/ledger/index.html" in with_capture


def test_it_works_from_any_folder(tmp_path: Path) -> None:
    """`mkdocs build -f` from elsewhere finds seeds, pages and generator, in a bare interpreter."""
    (tmp_path / "archive").mkdir()
    config = tiny.archive(tmp_path / "archive")
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(config), "--strict"]
    built = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "archive" / "site" / "sources" / "pier-post-ferry" / "index.html").is_file()


FAILURES: dict[str, tuple[str, tuple[str, ...], int, str]] = {
    "an exception": (RAISES, (), 1, "the disk is full"),
    "a warning": (WARNS, ("--strict",), 1, "warnings in strict mode"),
    "a leak": (ADDS.format(LEAK), (), 1, " L101 "),
    "a word to another host": (ADDS.format('<img src="https://example.org/x.png">'), (), 1, " S103 "),
    "a broken link": (ADDS.format('<a href="gone/">x</a>'), ("--strict",), 1, " S101 "),
    "killed": (KILLED, (), -signal.SIGKILL, ""),
}
"""What goes wrong → a hook that does it, options of the build, its exit code, what it tells.

The one that cannot tidy up comes last: a good build follows it.
"""


def test_builds_that_fail_leave_the_last_good_site(config: Path, tmp_path: Path) -> None:
    """Not one byte of the site changes, whatever fails, and the next good build needs no help."""
    before, settings = tiny.files(tmp_path / "site"), config.read_text()
    (tmp_path / "docs" / "about.md").write_text("# About\n\nNew words.\n")
    for failure, (hook, arguments, code, told) in FAILURES.items():
        tiny.add_hook(config, hook)
        failed = tiny.mkdocs(config, *arguments)
        assert failed.returncode == code, (failure, failed.stderr)
        assert told in failed.stderr + failed.stdout, failure
        assert tiny.files(tmp_path / "site") == before, failure
        config.write_text(settings)
    assert tiny.mkdocs(config, "--strict").returncode == 0
    assert b"New words" in (tmp_path / "site" / "about" / "index.html").read_bytes()
    assert not [path for path in tmp_path.rglob(".site-*/**/*") if path.is_file()]


def test_faults_of_the_material_are_all_told_and_nothing_is_written(config: Path, tmp_path: Path) -> None:
    """The editor gets one line for each, and site and pages stay as they were."""
    site, docs = tiny.files(tmp_path / "site"), tiny.files(tmp_path / "docs")
    seed = tmp_path / "seeds" / "ferry-000.yml"
    seed.write_text(seed.read_text().replace("ostry", "atlantis"))
    failed = tiny.mkdocs(config)
    assert failed.returncode == 1
    assert failed.stderr.count(" V102 ") == 2
    assert tiny.files(tmp_path / "site") == site
    assert tiny.files(tmp_path / "docs") == docs


def test_a_source_that_is_gone_leaves_no_page(config: Path, tmp_path: Path) -> None:
    """Pages of the last build do not outlive their records."""
    seed = (tmp_path / "seeds" / "ferry-000.yml").read_text()
    (tmp_path / "seeds" / "ferry-000.yml").write_text(seed.replace("pier-post-ferry", "another-name"))
    assert tiny.mkdocs(config, "--strict").returncode == 0
    assert not (tmp_path / "site" / "sources" / "pier-post-ferry").exists()
    assert not (tmp_path / "docs" / "sources" / "pier-post-ferry").exists()
    assert (tmp_path / "site" / "sources" / "another-name" / "index.html").is_file()


def test_the_reading_edition_keeps_to_its_own_folders(config: Path, tmp_path: Path) -> None:
    """Captured text never gets into docs/ or site/; asked to put it there, the build refuses."""
    words = b"nobody knows for how long"
    refused = tiny.mkdocs(config, ARCHIVE_EDITION="reading")
    assert (refused.returncode, "site-reading" in refused.stderr) == (1, True)
    built = tiny.mkdocs(config, "--site-dir", str(tmp_path / "site-reading"), ARCHIVE_EDITION="reading")
    assert built.returncode == 0, built.stderr
    assert words in b"".join(tiny.files(tmp_path / "site-reading").values())
    assert words not in b"".join(
        (*tiny.files(tmp_path / "docs").values(), *tiny.files(tmp_path / "site").values())
    )
    page = (tmp_path / "site-reading" / "sources" / "pier-post-ferry" / "index.html").read_text()
    assert 'name="robots" content="noindex' in page


def test_a_folder_with_other_files_is_not_taken_for_the_site(config: Path, tmp_path: Path) -> None:
    """A slip in `--site-dir` costs nobody a folder."""
    other = tmp_path / "thesis"
    other.mkdir()
    (other / "chapter1.odt").touch()
    failed = tiny.mkdocs(config, "--site-dir", str(other))
    assert failed.returncode == 1
    assert list(other.iterdir()) == [other / "chapter1.odt"]


def test_a_second_build_waits_for_the_first(config: Path, tmp_path: Path) -> None:
    """While someone holds the lock, a build says that it waits; then it goes on and succeeds."""
    lock = os.open(tmp_path / ".archive" / "build.lock", os.O_RDWR)
    fcntl.flock(lock, fcntl.LOCK_EX)
    waiting = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "-f", str(config)],
        cwd=tmp_path,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert waiting.stderr is not None
    assert any("waiting" in line for line in waiting.stderr)
    os.close(lock)
    waiting.communicate()
    assert waiting.returncode == 0


def test_two_builds_at_once_end_in_one_whole_site(config: Path, tmp_path: Path) -> None:
    """Started together, both succeed, and the site is what one of them alone would have made."""
    expected = tiny.files(tmp_path / "site")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)]
    both = [subprocess.Popen(command, cwd=tmp_path) for _ in range(2)]
    assert [build.wait() for build in both] == [0, 0]
    assert tiny.files(tmp_path / "site") == expected


def test_no_file_tells_when_or_where_it_was_built(built: Path) -> None:
    """Neither the folder on the keeper's machine nor what only the theme's authors need is published."""
    site = tiny.files(built / "site")
    assert not [path for path, content in site.items() if str(built).encode() in content]
    assert not [path for path in site if path.endswith((".map", ".gz"))]
