"""What a page shows follows from its rights alone: a digest, the passages that were freed, or all."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_tools.model.archive import Archive, Edition
from build_tools.model.record import Publish, Rights
from build_tools.pipeline import PipelineSettings
from build_tools.site.verify import guard_archive
from tests.built import ROOT
from tests.published import assemble_once, publish_pages

SLUG = "radio-vell-barn"


@pytest.fixture(scope="module")
def archive() -> Archive:
    """The demonstration archive, as the public edition would have it."""
    return assemble_once(
        PipelineSettings(seeds=ROOT / "examples" / "the-ferry" / "seeds", edition=Edition.PUBLIC)
    )


def _with(archive: Archive, publish: Publish, passages: tuple[str, ...] = ()) -> Archive:
    def changed(rights: Rights) -> Rights:
        return rights.model_copy(update={"publish": publish, "passages": passages})

    documents = tuple(
        replace(d, record=d.record.model_copy(update={"rights": changed(d.record.rights)}))
        for d in archive.documents
    )
    return replace(archive, documents=documents)


def _forms(archive: Archive) -> tuple[str, str]:
    """The words of the page in either form."""
    page = publish_pages(archive)[f"sources/{SLUG}/"]
    return re.sub(r"<[^>]*>", "", page.html), re.sub(r"\]\([^)]*\)|\[", "", page.markdown)


def test_a_digest_shows_no_captured_text(archive: Archive) -> None:
    """The default: our own words, whatever lies beside the record."""
    for words in _forms(_with(archive, Publish.DIGEST)):
        assert "tonnes of road salt in a barn" not in words
        assert "fodder" in words


def test_an_excerpt_shows_the_named_passages_only(archive: Archive) -> None:
    """Permission for one paragraph frees that paragraph and no other, on the page and for the leak test."""
    excerpt = _with(archive, Publish.EXCERPT, ("p1",))
    for words in _forms(excerpt):
        assert "tonnes of road salt in a barn" in words
        assert "for his cattle" not in words
    held = guard_archive(excerpt).runs.values()
    assert SLUG in held
    assert len(guard_archive(excerpt).runs) < len(guard_archive(_with(archive, Publish.DIGEST)).runs)


def test_full_text_shows_everything(archive: Archive) -> None:
    """An open licence: the public edition shows the text, and the leak test holds nothing back."""
    full = _with(archive, Publish.FULL)
    assert all("for his cattle" in words for words in _forms(full))
    assert not guard_archive(full).runs
