"""The stages in order: all faults at once, no byte that depends on workers, cache or captures at hand."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools import documents, pipeline
from build_tools.exports.registry import measure_downloads
from build_tools.model.archive import Edition
from build_tools.model.build_cache import KeptDocument
from build_tools.model.fault import Faults, Severity
from build_tools.model.record import Record
from build_tools.model.reuse import Reuse
from build_tools.model.site import Site
from build_tools.pipeline import PipelineSettings
from build_tools.read import Value, read_seeds
from tests.archives import commit_ledger, lay_capture, write_archive
from tests.built import ROOT


class Memory:
    """A cache that keeps everything, and counts the documents that were made."""

    def __init__(self) -> None:
        self.kept: dict[str, KeptDocument] = {}
        self.wording: dict[str, tuple[Reuse, ...]] = {}
        self.pictures: dict[str, bytes] = {}
        self.values: dict[str, Value] = {}
        self.made = 0

    def get_document(self, key: str, record: Record) -> KeptDocument | None:
        """What was kept."""
        kept = self.kept.get(key)
        return KeptDocument(replace(kept.document, record=record), kept.vocabulary) if kept else None

    def put_document(self, key: str, kept: KeptDocument) -> None:
        """Keep it."""
        self.made += 1
        self.kept[key] = kept

    def restamp_document(self, key: str, vocabulary: str) -> None:
        """Another vocabulary gives it, too."""
        self.kept[key] = self.kept[key]._replace(vocabulary=vocabulary)

    def get_wording(self, key: str) -> tuple[Reuse, ...] | None:
        """What was kept."""
        return self.wording.get(key)

    def put_wording(self, key: str, pairs: tuple[Reuse, ...]) -> None:
        """Keep it."""
        self.wording[key] = pairs

    def get_picture(self, key: str) -> bytes | None:
        """What was kept."""
        return self.pictures.get(key)

    def put_picture(self, key: str, picture: bytes) -> None:
        """Keep it."""
        self.pictures[key] = picture

    def get_value(self, source: str) -> Value:
        """What was kept."""
        return self.values.get(source)

    def put_value(self, source: str, value: Value) -> None:
        """Keep it."""
        self.values[source] = value


def _publish(settings: PipelineSettings) -> dict[str, bytes]:
    """All that the site gets from the pipeline, by path; fails where two things have one path."""
    publication = pipeline.make_publication(pipeline.assemble_archive(settings))
    pages = [publication.pages.render_key(key) for key in publication.pages.list_keys()]
    files = tuple(publication.make_files())
    pages += publication.finish_pages(measure_downloads(files))
    found = [(page.markdown_path, page.markdown.encode()) for page in pages]
    found += [(f"{page.address}index.html", repr(page).encode()) for page in pages]
    found += [(file.path, file.content) for file in files]
    assert len(dict(found)) == len(found)
    assert publication.paths <= dict(found).keys()
    return dict(found)


def test_a_folder_of_records_becomes_pages_and_downloads(tmp_path: Path) -> None:
    """One record gives its page in both forms, those of its topics, and the downloads; no path twice."""
    paths = _publish(PipelineSettings(write_archive(tmp_path) / "seeds")).keys()
    page = "sources/river-floods-old-mill/index"
    assert {f"{page}.html", f"{page}.md", "topics/floods/index.md", "downloads/claims.csv"} <= paths


def test_a_warm_cache_changes_nothing_and_saves_the_work(tmp_path: Path) -> None:
    """From the cache comes the same archive; only a source that changed is made anew."""
    folder = write_archive(tmp_path, sources=3)
    memory = Memory()
    cold = pipeline.assemble_archive(PipelineSettings(folder / "seeds"), cache=memory)
    assert memory.made == 3
    assert pipeline.assemble_archive(PipelineSettings(folder / "seeds"), cache=memory) == cold
    assert memory.made == 3
    record = folder / "seeds/sample-002.yml"
    record.write_text(record.read_text().replace("first floor", "second floor"))
    changed = pipeline.assemble_archive(PipelineSettings(folder / "seeds"), cache=memory)
    assert memory.made == 4
    assert changed == pipeline.assemble_archive(PipelineSettings(folder / "seeds")) != cold


def test_a_picture_is_drawn_once_until_what_is_on_it_changes(tmp_path: Path) -> None:
    """A warm cache gives the same picture; a title that is mended gives another, and a summary none."""
    folder = write_archive(tmp_path)
    site = Site("Floods", "https://floods.example/")
    memory = Memory()

    def made(**changed: str) -> bytes:
        record = folder / "seeds/sample-001.yml"
        for field, text in changed.items():
            record.write_text(re.sub(f"(?m)^{field}: .*$", f"{field}: {text}", record.read_text()))
        publication = pipeline.make_publication(
            pipeline.assemble_archive(PipelineSettings(folder / "seeds", site=site)), cache=memory
        )
        (picture,) = (a.content for a in publication.make_files() if a.path.startswith("pictures/sources/"))
        return bytes(picture)

    cold = made()
    assert made() == made(summary="Mended.") == cold
    drawn = len(memory.pictures)
    assert made(title="Mended") != cold
    assert len(memory.pictures) == drawn + 1


def test_a_key_names_all_that_a_document_is_made_from(tmp_path: Path) -> None:
    """Record, capture and ledger each change the key; where the folder lies does not."""
    folder = write_archive(tmp_path / "one")
    commit_ledger(folder, lay_capture(folder))
    material = read_seeds(folder / "seeds")
    (seed,) = material.seeds
    assert seed.capture
    assert seed.ledger
    keys = {
        documents.digest_source(seed),
        documents.digest_source(replace(seed, source=seed.source + "\n")),
        documents.digest_source(replace(seed, capture=None)),
        documents.digest_source(replace(seed, capture=replace(seed.capture, sha256="0" * 64))),
        documents.digest_source(replace(seed, ledger=None)),
        documents.digest_source(replace(seed, ledger=replace(seed.ledger, encoding="ascii"))),
    }
    assert len(keys) == 6
    twin = write_archive(tmp_path / "two")
    commit_ledger(twin, lay_capture(twin))
    assert documents.digest_source(read_seeds(twin / "seeds").seeds[0]) == documents.digest_source(seed)


def test_faults_of_all_sources_come_together(tmp_path: Path) -> None:
    """A quotation that is not in its capture and a stale ledger are told in one go, sorted by place."""
    folder = write_archive(tmp_path)
    capture = lay_capture(folder)
    ledger = commit_ledger(folder, capture, encoding="latin-1")
    record = folder / "seeds/sample-001.yml"
    record.write_text(
        record.read_text().replace("wording: said", "wording: said\n    quotation: a yellow boat")
    )
    with pytest.raises(Faults) as caught:
        pipeline.assemble_archive(PipelineSettings(folder / "seeds"))
    assert [fault.code for fault in caught.value.faults] == ["C111", "A101"]
    stale = caught.value.faults[0]
    assert Path(stale.path) == ledger
    assert "archive ledgers" in stale.remedy
    assert pipeline.check_material(PipelineSettings(folder / "seeds")) == caught.value.faults


def test_a_ledger_that_is_right_is_no_fault(tmp_path: Path) -> None:
    """The committed ledger and the capture agree, whatever the file at hand is called."""
    folder = write_archive(tmp_path)
    commit_ledger(folder, lay_capture(folder))
    (folder / "seeds/sample-001.txt").rename(folder / "seeds/copied.txt")
    archive = pipeline.assemble_archive(PipelineSettings(folder / "seeds"))
    (document,) = archive.documents
    assert document.clean
    assert document.ledger
    assert document.ledger.file == "sample-001.txt"


def test_the_public_edition_is_the_same_without_captures(tmp_path: Path) -> None:
    """Whoever clones the archive builds the bytes that its keeper builds, and no word of a capture."""
    folder = write_archive(tmp_path)
    commit_ledger(folder, lay_capture(folder))
    kept = _publish(PipelineSettings(folder / "seeds"))
    (folder / "seeds/sample-001.txt").unlink()
    assert kept == _publish(PipelineSettings(folder / "seeds"))
    assert not any(b"two hundred sacks" in content for content in kept.values())


def test_the_reading_edition_shows_the_text(tmp_path: Path) -> None:
    """With the capture at hand, the reading edition has it, in both forms of the page."""
    folder = write_archive(tmp_path)
    lay_capture(folder)
    made = _publish(PipelineSettings(folder / "seeds", edition=Edition.READING))
    for form in ("html", "md"):
        assert b"two hundred sacks" in made[f"sources/river-floods-old-mill/index.{form}"]


def test_warnings_and_suggestions_stop_nothing(tmp_path: Path) -> None:
    """A capture that nobody describes is told by `check`, and the archive is gathered all the same."""
    folder = write_archive(tmp_path)
    (folder / "seeds/stray.txt").write_text("A text.")
    assert [fault.code for fault in pipeline.check_material(PipelineSettings(folder / "seeds"))] == ["C103"]
    assert pipeline.assemble_archive(PipelineSettings(folder / "seeds")).documents


def test_the_real_captures_fit_their_records(captures: Path) -> None:
    """Quotations, names, paragraphs and committed ledgers of the main archive agree with the captures.

    What `check` suggests is for an editor to judge, and stops nothing.
    """
    faults = pipeline.check_material(PipelineSettings(ROOT / "seeds", captures))
    assert [fault for fault in faults if fault.severity is not Severity.SUGGESTION] == []


def test_every_capture_has_its_committed_ledger() -> None:
    """A clone without the captures shows for each source how it was cleaned."""
    for seed in read_seeds(ROOT / "seeds").seeds:
        assert seed.record.capture is None or seed.ledger, f"{seed.record.slug} has no ledger"
