"""What is seen of a record before everything is read is what is seen afterwards, or not shown at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from build_tools.index import Index
from build_tools.model.archive import Archive
from build_tools.model.packed_documents import collect_records
from build_tools.pages import PAGE_KINDS, Publisher
from build_tools.pipeline import PipelineSettings, assemble_archive
from build_tools.preview import Preview
from build_tools.quick_look import find_saved_record, look_quickly
from build_tools.site.configuration import read_plan
from tests.built import ROOT
from tests.published import assemble_once
from tests.site import tiny

FERRY = ROOT / "examples" / "the-ferry" / "seeds"
LANTERN = "01-lantern.yml"
KINDS = ("source", "citations", "ledger")
"""Kinds of the pages of a source by itself."""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """The invented archive, to be edited."""
    return Path(shutil.copytree(FERRY, tmp_path / "seeds"))


@pytest.fixture(scope="module")
def before() -> Archive:
    """What it was before it was edited."""
    return assemble_once(PipelineSettings(FERRY))


def _edit(path: Path, edit: Callable[[dict[str, object]], object]) -> Path:
    record = yaml.safe_load(path.read_text("utf-8"))
    edit(record)
    path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), "utf-8")
    return path


def test_words_that_were_saved_are_shown_as_they_will_be(seeds: Path, before: Archive) -> None:
    """Of every record, each of its pages: names that must not appear are roles already."""
    index, looks = Index(before), []
    for path in sorted(seeds.glob("[0-9]*.yml")):
        _edit(
            path,
            lambda record: record.update(summary="The mill was shut in March."),
        )
        looks.append(look_quickly(before, index, path))
    publisher = Publisher(Index(assemble_archive(PipelineSettings(seeds))), PAGE_KINDS)
    keys = set(publisher.list_keys())
    assert len(looks) == len(collect_records(before.documents))
    for look in looks:
        assert look
        for key in ((kind, look.slug) for kind in KINDS if (kind, look.slug) in keys):
            page = look.render_page(key)
            assert page == publisher.render_key(key)
            assert key[0] != "source" or (page and "shut in March" in page.html)


def test_other_pages_are_left_alone(seeds: Path, before: Archive) -> None:
    """What is made of many sources waits until all is read; so does a page that cannot be made yet."""
    path = _edit(seeds / LANTERN, lambda record: record.update(title="Another title"))
    look = look_quickly(before, Index(before), path)
    assert look
    slugs = {record.slug for record in collect_records(before.documents)} - {look.slug}
    assert all(look.render_page(("source", slug)) is None for slug in slugs)
    assert look.render_page(("no kind", look.slug)) is None


EDITS: dict[str, Callable[[dict[str, object]], object]] = {
    "another slug": lambda record: record.update(slug="another"),
    "another day": lambda record: record.update(published={"date": "2019-03-09", "basis": "stated"}),
    "another outlet": lambda record: record.update(outlet="radio-vell"),
    "a draft": lambda record: record.update(draft=True),
    "a claim less": lambda record: record["claims"].pop(),  # type: ignore[attr-defined]
    "a fault of its own": lambda record: record.update(summary=7),
    "a passage that is not there": lambda record: record["notes"][0].update(passage="p99"),  # type: ignore[index]
}


@pytest.mark.parametrize("name", EDITS)
def test_whatever_else_changes_waits_until_all_is_read(name: str, seeds: Path, before: Archive) -> None:
    """Lists and counts would be others, or there is something to tell."""
    path = _edit(seeds / LANTERN, EDITS[name])
    assert look_quickly(before, Index(before), path) is None


def test_only_one_changed_file_is_looked_at() -> None:
    """Which of several was saved last, nobody can tell; who came or went changes lists."""
    stamps = {"a.yml": (1, 1), "b.yml": (1, 1)}
    assert find_saved_record(stamps, stamps | {"b.yml": (1, 2)}) == Path("b.yml")
    assert find_saved_record(stamps, stamps) is None
    assert find_saved_record(stamps, {"a.yml": (2, 2), "b.yml": (2, 2)}) is None
    assert find_saved_record(stamps, {"a.yml": (2, 2)}) is None
    assert find_saved_record({}, stamps) is None


@pytest.mark.parametrize("name", ["findings.yml", "01-lantern.txt", "none.yml"])
def test_what_is_no_record_is_not_looked_at(name: str, seeds: Path, before: Archive) -> None:
    """It concerns more than one page."""
    assert look_quickly(before, Index(before), seeds / name) is None


def test_a_mistake_in_what_is_shown_at_once_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is read instead."""
    config = tiny.archive(tmp_path)
    read = Preview(read_plan(config), config, workers=1)
    read.build_whole_site()
    read.refresh()
    seed = tmp_path / "seeds/ferry-000.yml"
    seed.write_text(seed.read_text().replace("No boat", "No vessel"))

    def fail(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("build_tools.preview.look_quickly", fail)
    assert not read.refresh()
    assert "No vessel" in (read.find_page("sources/pier-post-ferry/") or b"").decode()
