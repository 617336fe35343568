"""The cache gives back what it was given, or nothing; it never decides a byte."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_tools import pipeline
from build_tools.model.archive import Document
from build_tools.model.build_cache import KeptDocument
from build_tools.site.cache import DiskCache
from tests.site import tiny

KEY = "0" * 64


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """A source with capture, ledger and annotations."""
    tiny.archive(tmp_path / "archive")
    (document,) = pipeline.assemble_archive(
        pipeline.PipelineSettings(tmp_path / "archive" / "seeds")
    ).documents
    assert document.clean
    assert document.annotations
    return document


@pytest.fixture
def cache(tmp_path: Path) -> DiskCache:
    """An empty cache."""
    return DiskCache(tmp_path / "cache", program="1")


def _entry(folder: Path) -> Path:
    (path,) = (folder / "cache").rglob("*.json")
    return path


def test_what_was_put_comes_back_equal(document: Document, cache: DiskCache) -> None:
    """Records, dates, ledgers and annotations survive the way to the disk and back."""
    assert cache.get_document(KEY, document.record) is None
    cache.put_document(KEY, KeptDocument(document, "1"))
    assert cache.get_document(KEY, document.record) == (document, "1")


def test_another_key_or_program_finds_nothing(document: Document, cache: DiskCache, tmp_path: Path) -> None:
    """Whatever changes in seed, capture, vocabulary or program, the source is made anew."""
    cache.put_document(KEY, KeptDocument(document, "1"))
    assert cache.get_document("1" * 64, document.record) is None
    assert DiskCache(tmp_path / "cache", program="2").get_document(KEY, document.record) is None
    assert DiskCache(tmp_path / "cache").get_document(KEY, document.record) is None


@pytest.mark.parametrize("keep", [0, 10, 65, 400, -1])
def test_a_damaged_entry_is_as_good_as_none(
    keep: int, document: Document, cache: DiskCache, tmp_path: Path
) -> None:
    """A cut-off file is not read, and the next build mends it."""
    cache.put_document(KEY, KeptDocument(document, "1"))
    content = _entry(tmp_path).read_bytes()
    _entry(tmp_path).write_bytes(content[:keep])
    assert cache.get_document(KEY, document.record) is None
    cache.put_document(KEY, KeptDocument(document, "1"))
    assert cache.get_document(KEY, document.record) == (document, "1")


def test_an_entry_that_someone_changed_is_not_believed(
    document: Document, cache: DiskCache, tmp_path: Path
) -> None:
    """A changed word, in JSON that still reads well, does not get into the site."""
    cache.put_document(KEY, KeptDocument(document, "1"))
    content = _entry(tmp_path).read_bytes()
    assert b"Ostry" in content
    _entry(tmp_path).write_bytes(content.replace(b"Ostry", b"Estry"))
    assert cache.get_document(KEY, document.record) is None


def test_an_entry_under_the_name_of_another_is_not_believed(cache: DiskCache, tmp_path: Path) -> None:
    """It is whole, but says what was never asked."""
    cache.put_value("a: 1", {"a": 1})
    first = _entry(tmp_path)
    cache.put_value("a: 2", {"a": 2})
    (second,) = {*(tmp_path / "cache").rglob("*.json")} - {first}
    second.write_bytes(first.read_bytes())
    assert cache.get_value("a: 2") is None
    assert cache.get_value("a: 1") == {"a": 1}


def test_what_cannot_be_removed_is_no_fault(cache: DiskCache, tmp_path: Path) -> None:
    """A folder under the name of an entry, a link that leads nowhere: a site that is made is not held up."""
    (tmp_path / "cache/ab").mkdir(parents=True)
    (tmp_path / "cache/ab/ab.json").symlink_to(tmp_path / "gone")
    for n in range(65):
        (tmp_path / f"cache/ab/{n}.json").mkdir()
    cache.put_picture("1", b"1")
    cache.prune()
    assert cache.get_picture("1") == b"1"


def test_a_folder_that_cannot_be_written_is_no_fault(document: Document, tmp_path: Path) -> None:
    """On a full or read-only disk the build goes on, only slower."""
    (tmp_path / "cache").touch()
    cache = DiskCache(tmp_path / "cache")
    cache.put_document(KEY, KeptDocument(document, "1"))
    assert cache.get_document(KEY, document.record) is None


def test_pruning_keeps_what_was_used_and_the_youngest_of_the_rest(cache: DiskCache, tmp_path: Path) -> None:
    """A cache does not grow without end, and the build before this one is still in it."""
    for n in range(300):
        cache.put_picture(str(n), b"%d" % n)
    later = DiskCache(tmp_path / "cache", program="1")
    for n in range(100):
        assert later.get_picture(str(n)) == b"%d" % n
    for n, path in enumerate(sorted((tmp_path / "cache").rglob("*.json"))):
        os.utime(path, (n, n))
    later.prune()
    kept = sorted((tmp_path / "cache").rglob("*.json"))
    assert len(kept) == 200
    assert all(later.get_picture(str(n)) is not None for n in range(100))
    spare = DiskCache(tmp_path / "cache", program="2")
    spare.put_picture("new", b"new")
    spare.prune()
    assert len(list((tmp_path / "cache").rglob("*.json"))) == 65
    assert spare.get_picture("new") == b"new"


def test_what_is_in_memory_is_not_read_again(document: Document, tmp_path: Path) -> None:
    """For a program that goes on, an entry is read once; what is no longer asked for is forgotten."""
    memory: dict[str, object] = {}
    DiskCache(tmp_path / "cache", "1").put_document(KEY, KeptDocument(document, "1"))
    kept = DiskCache(tmp_path / "cache", "1", memory).get_document(KEY, document.record)
    _entry(tmp_path).unlink()
    assert kept == (document, "1")
    again = DiskCache(tmp_path / "cache", "1", memory)
    assert again.get_document(KEY, document.record) == kept
    again.forget_unused()
    assert memory
    DiskCache(tmp_path / "cache", "1", memory).forget_unused()
    assert not memory


def test_a_document_is_kept_for_another_vocabulary(document: Document, tmp_path: Path) -> None:
    """It is noted that this one gives it as well, on the disk and in memory; without it, nothing is."""
    memory: dict[str, object] = {}
    cache = DiskCache(tmp_path / "cache", "1", memory)
    cache.restamp_document(KEY, "2")
    assert cache.get_document(KEY, document.record) is None
    cache.put_document(KEY, KeptDocument(document, "1"))
    assert cache.get_document(KEY, document.record) == (document, "1")
    cache.restamp_document(KEY, "2")
    for again in (cache, DiskCache(tmp_path / "cache", "1")):
        assert again.get_document(KEY, document.record) == (document, "2")


@pytest.mark.parametrize("value", [{"a": [1, 2.5, None, True, "ё"]}, {"a": "\ud800"}, {"a": -0.0}])
def test_values_of_yaml_come_back_as_they_were(value: dict[str, object], cache: DiskCache) -> None:
    """Text, numbers, lists, and what UTF-8 refuses, by the text that they were read from."""
    assert cache.get_value("a: 1") is None
    cache.put_value("a: 1", value)
    assert repr(cache.get_value("a: 1")) == repr(value)
    assert cache.get_value("a: 2") is None
