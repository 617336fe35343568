"""The writer changes what must change, removes only what it wrote, and never leaves its folder."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.artifact import Artifact
from build_tools.model.errors import ArchiveError
from build_tools.site import manifest
from build_tools.site.artifact_writer import read_handwritten, write_artifacts
from build_tools.site.manifest import MANIFEST_NAME

NAMES = st.sampled_from(["a.md", "b.md", "sources/a.md", "sources/b.md", "sources/deep/c.md", "é.md"])
FOLDERS = st.dictionaries(NAMES, st.binary(max_size=4))


def _artifacts(files: dict[str, bytes]) -> list[Artifact]:
    return [Artifact(path, content) for path, content in files.items()]


def _files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST_NAME)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@given(st.lists(FOLDERS, min_size=1, max_size=4))
def test_the_folder_holds_the_last_run_and_the_foreign_files(runs: list[dict[str, bytes]]) -> None:
    """After any number of runs: the last run's files, those that were never ours, and nothing else."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "hand.md").write_bytes(b"mine")
        for files in runs:
            write_artifacts(folder, _artifacts(files))
        assert _files(folder) == {**runs[-1], "hand.md": b"mine"}
        assert not [d for d in folder.rglob("*") if d.is_dir() and not any(d.iterdir())]


@given(FOLDERS)
def test_a_second_run_touches_nothing(files: dict[str, bytes]) -> None:
    """A watcher sees no change where there is none, so serving does not build in circles."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_artifacts(folder, _artifacts(files))
        before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
        outcome = write_artifacts(folder, _artifacts(files))
        assert (outcome.written, outcome.removed, outcome.kept) == ((), (), ())
        assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


@pytest.mark.parametrize(
    "path",
    [
        "../out.md",
        "/etc/out.md",
        "a/../../out.md",
        "",
        ".",
        "a//b.md",
        "./a.md",
        "a\\b.md",
        "a\0.md",
        "C:a.md",
        MANIFEST_NAME,
    ],
)
def test_a_path_that_leads_astray_is_refused_before_anything_is_written(path: str, tmp_path: Path) -> None:
    """Not one file of a run with a bad path is written."""
    with pytest.raises(ArchiveError):
        write_artifacts(tmp_path / "docs", [Artifact("good.md", b""), Artifact(path, b"")])
    assert not (tmp_path / "docs").exists()


def test_all_objections_are_told_at_once(tmp_path: Path) -> None:
    """Whoever made the paths can mend them in one go."""
    with pytest.raises(ArchiveError) as told:
        write_artifacts(
            tmp_path,
            [Artifact("../a", b""), Artifact("B.md", b""), Artifact("b.md", b""), Artifact("B.md", b"")],
        )
    assert len(str(told.value).splitlines()) == 3


def test_links_are_not_followed(tmp_path: Path) -> None:
    """A link in the folder, planted or forgotten, does not lead the writer elsewhere."""
    outside, docs = tmp_path / "outside", tmp_path / "docs"
    outside.mkdir()
    docs.mkdir()
    (docs / "sources").symlink_to(outside)
    with pytest.raises(ArchiveError, match="link"):
        write_artifacts(docs, [Artifact("sources/a.md", b"")])
    assert not any(outside.iterdir())


def test_a_hand_written_page_is_not_overwritten(tmp_path: Path) -> None:
    """An address that a person took belongs to that person."""
    (tmp_path / "about.md").write_text("mine")
    with pytest.raises(ArchiveError, match=r"about\.md"):
        write_artifacts(tmp_path, [Artifact("about.md", b"theirs")])
    assert (tmp_path / "about.md").read_text() == "mine"


def test_a_page_that_someone_changed_is_kept(tmp_path: Path) -> None:
    """Work that was put into a generated page is not thrown away with it."""
    write_artifacts(tmp_path, [Artifact("a.md", b"1"), Artifact("b.md", b"1")])
    (tmp_path / "a.md").write_bytes(b"edited")
    outcome = write_artifacts(tmp_path, [])
    assert (outcome.removed, outcome.kept) == (("b.md",), ("a.md",))
    assert _files(tmp_path) == {"a.md": b"edited"}


def test_a_manifest_cannot_be_made_to_remove_other_files(tmp_path: Path) -> None:
    """A manifest is a file like any other and may say anything; removal never leaves the folder."""
    outside, docs = tmp_path / "precious", tmp_path / "docs"
    outside.write_bytes(b"x")
    docs.mkdir()
    manifest.save_manifest(docs, {"../precious": frozenset({manifest.hash_content(b"x")})})
    write_artifacts(docs, [])
    assert outside.exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"files": 3}', '{"files": {"a.md": 7}}'])
def test_a_broken_manifest_removes_nothing(text: str, tmp_path: Path) -> None:
    """Without a readable manifest no file is known to be ours."""
    (tmp_path / "a.md").write_bytes(b"1")
    (tmp_path / MANIFEST_NAME).write_text(text)
    write_artifacts(tmp_path, [])
    assert (tmp_path / "a.md").exists()


def test_a_run_that_was_killed_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that a killed run had written already are known to the next one as ours."""
    write_artifacts(tmp_path, [Artifact("old.md", b"1")])
    real = manifest.replace_file

    def dies(path: Path, content: bytes, *, durable: bool = False) -> bool:
        if path.name == "z.md":
            raise KeyboardInterrupt
        return real(path, content, durable=durable)

    monkeypatch.setattr("build_tools.site.artifact_writer.replace_file", dies)
    with pytest.raises(KeyboardInterrupt):
        write_artifacts(tmp_path, [Artifact("a.md", b"2"), Artifact("z.md", b"2")])
    monkeypatch.undo()
    write_artifacts(tmp_path, [Artifact("b.md", b"3")])
    assert _files(tmp_path) == {"b.md": b"3"}


def test_hand_written_files_are_told_from_ours(tmp_path: Path) -> None:
    """The reading edition takes along what people wrote, and leaves the public edition's pages behind."""
    write_artifacts(tmp_path, [Artifact("sources/a.md", b"1")])
    (tmp_path / "about.md").write_bytes(b"mine")
    (tmp_path / ".hidden").write_bytes(b"")
    assert read_handwritten(tmp_path) == (Artifact("about.md", b"mine"),)
