"""Files are joined of old pieces and new ones: the bytes are those of files made anew, leaks are found."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.file_builder import FileBuilder
from build_tools.file_plans import plan_site_files
from build_tools.index import Index
from build_tools.model.archive import Archive, Edition
from build_tools.model.artifact import FilePiece, FilePlan
from build_tools.pipeline import PipelineSettings
from build_tools.read import read_seeds
from build_tools.row_states import RowStates
from build_tools.site.guard_state import GuardNews, GuardState
from build_tools.site.page_store import PageStore
from build_tools.site.site_tree import SiteTree
from build_tools.text.copied_words import LeakGuard
from tests.index.evidence_changes import EDITS, SEEDS, SLUG, Evidence
from tests.published import assemble_once
from tests.relate.make import archive, record

RUN = "one two three four five six seven eight nine"
GUARD = LeakGuard({RUN: "somewhere"})


class Builder:
    """Builds of files after one another, each from the last."""

    def __init__(self, folder: Path, guard: LeakGuard | None = None) -> None:
        self.folder, self.guard = folder, guard
        self.made: list[tuple[str, str]] = []
        """Paths and keys of the pieces that the last build made."""
        self.faults: list[str] = []

    def build(self, index: Index, plans: Iterable[FilePlan]) -> dict[str, bytes]:
        """The files of a site."""
        self.made = []
        new, old = self.folder / "new", self.folder / "old"
        tree, store = SiteTree(new, old), PageStore(self.folder / "store.sqlite", "")
        store.begin_transaction()
        states = RowStates(index, store)
        states.compare_rows()
        news = GuardNews(store.find_value("searched") or GuardState(), self.guard)
        store.put_value("searched", news.state)
        builder = FileBuilder(index, states, store, tree, news)
        builder.build_files(map(self._watch, plans))
        states.store_rows()
        self.faults = [fault.message for fault in builder.faults]
        store.commit()
        store.close()
        shutil.rmtree(old, ignore_errors=True)
        new.rename(old)
        return {path: (old / path).read_bytes() for path in tree.stamps}

    def _watch(self, plan: FilePlan) -> FilePlan:
        parts = (p if isinstance(p, bytes) else self._watch_piece(plan.path, p) for p in plan.parts)
        return replace(plan, parts=tuple(parts))

    def _watch_piece(self, path: str, piece: FilePiece) -> FilePiece:
        def make() -> bytes:
            self.made.append((path, piece.key))
            return piece.make()

        return FilePiece(piece.key, make)


def _plan(told: Archive) -> tuple[Index, Iterable[FilePlan]]:
    index = Index(told)
    return index, plan_site_files(index, told, None)


def _make_all(told: Archive) -> dict[str, bytes]:
    return {plan.path: plan.make().content for plan in _plan(told)[1]}


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    """What the invented archive is made from."""
    return Evidence(
        tuple(assemble_once(PipelineSettings(SEEDS, edition=Edition.READING)).documents), read_seeds(SEEDS)
    )


@pytest.fixture(scope="module")
def built(evidence: Evidence, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of its files, with its store."""
    folder = tmp_path_factory.mktemp("files")
    told = evidence.relate()
    assert Builder(folder).build(*_plan(told)) == _make_all(told)
    return folder


@pytest.mark.parametrize("name", EDITS)
def test_files_are_those_of_a_clean_build(name: str, evidence: Evidence, built: Path, tmp_path: Path) -> None:
    """After any edit, and after it is taken back; files that are made no more are gone."""
    shutil.copytree(built, tmp_path / "site", copy_function=shutil.copy2)
    builder = Builder(tmp_path / "site")
    edited = EDITS[name](evidence).relate()
    assert builder.build(*_plan(edited)) == _make_all(edited)
    assert builder.build(*_plan(evidence.relate())) == _make_all(evidence.relate())


def test_one_statement_makes_one_piece_of_each_download(
    evidence: Evidence, built: Path, tmp_path: Path
) -> None:
    """A new word in a statement: other sources' citations, rows and chapters are cut out of the old files."""
    shutil.copytree(built, tmp_path / "site", copy_function=shutil.copy2)
    builder = Builder(tmp_path / "site")
    builder.build(*_plan(evidence.relate()))
    assert builder.made == []
    builder.build(*_plan(EDITS["a claim’s words"](evidence).relate()))
    made: Mapping[str, list[str]] = {
        path: [key for each, key in builder.made if each == path] for path, _ in builder.made
    }
    assert made["downloads/claims.csv"] == made["downloads/records.json"] == [SLUG]
    assert made["downloads/statements.bib"] == [SLUG]
    assert [p for p in made if p.startswith("downloads/statements/")] == [
        f"downloads/statements/{SLUG}.{ending}" for ending in ("bib", "ris", "csl.json")
    ]
    assert f"source-{SLUG}.xhtml" in made["downloads/archive.epub"]
    assert sum(key.startswith("source-") for key in made["downloads/archive.epub"]) == 1


def test_a_file_that_was_changed_by_hand_is_made_anew(
    evidence: Evidence, built: Path, tmp_path: Path
) -> None:
    """Nothing is cut out of a file that is not as the last build left it."""
    shutil.copytree(built, tmp_path / "site", copy_function=shutil.copy2)
    (tmp_path / "site/old/downloads/claims.csv").write_bytes(b"x" * 100_000)
    told = EDITS["a claim’s words"](evidence).relate()
    assert Builder(tmp_path / "site").build(*_plan(told)) == _make_all(told)


@pytest.mark.parametrize("second", [RUN, "five six seven eight nine"])
def test_a_leak_in_a_new_piece_is_found(second: str, tmp_path: Path) -> None:
    """Though the old ones are not looked at again; also where it begins in the old piece before it."""

    def plan(index: Index, words: str) -> list[FilePlan]:
        def make() -> bytes:
            return f"{words}{index.records['b'].title}".encode()

        old, new = FilePiece("old", lambda: b"one two three four"), FilePiece("new", make)
        return [FilePlan("downloads/a.txt", (old, b" ", new))]

    builder = Builder(tmp_path, GUARD)
    for title, words, leaks in (("ten", "", 0), ("zero", f"{second} ", 1)):
        index = Index(archive([record("b", title=title)]))
        builder.build(index, plan(index, words))
        assert len(builder.faults) == leaks
    assert builder.made == [("downloads/a.txt", "new")]


OTHER = RUN.replace("one", "zero")


def test_what_is_new_to_be_looked_for_is_found_in_old_pieces(tmp_path: Path) -> None:
    """In a file that is as it was, and in one of which another piece is new, far away."""

    def plan(index: Index) -> list[FilePlan]:
        def make() -> bytes:
            return index.records["b"].title.encode()

        parts = (FilePiece("old", RUN.encode), b" x" * 4_000, FilePiece("new", make))
        return [FilePlan("downloads/a.txt", parts)]

    builder = Builder(tmp_path)
    steps = (
        ("ten", {OTHER: "a"}, 0),
        ("ten", {OTHER: "b"}, 0),  # a print is made
        ("eleven", {OTHER: "b"}, 0),  # and kept up
        ("eleven", {RUN: "c"}, 1),
        ("twelve", {RUN: "d"}, 1),
    )
    for title, runs, leaks in steps:
        builder.guard = LeakGuard(runs)
        index = Index(archive([record("b", title=title)]))
        builder.build(index, plan(index))
        assert len(builder.faults) == leaks, (title, runs)
