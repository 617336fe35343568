"""A page is made from the rows that it read: whatever changes the page changes one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from build_tools.index import Index, Read
from build_tools.model.archive import Archive, Edition
from build_tools.model.rendered import RenderedPage
from build_tools.pages import PAGE_KINDS, PageKey, Publisher
from build_tools.pipeline import PipelineSettings
from build_tools.read import read_seeds
from tests.index.evidence_changes import EDITS, SEEDS, SLUG, Evidence
from tests.published import assemble_once


@dataclass(frozen=True)
class Rendered:
    """A page with what it was made from."""

    page: RenderedPage
    reads: tuple[Read, ...]
    states: tuple[bytes, ...]


def _render_all(archive: Archive) -> dict[PageKey, Rendered]:
    index = Index(archive)
    publisher = Publisher(index, PAGE_KINDS)
    found = {}
    for key in list(publisher.list_keys()):
        index.start_reading()
        page = publisher.render_key(key)
        reads = index.list_reads()
        found[key] = Rendered(page, reads, tuple(map(index.digest_row, reads)))
    return found


def _is_fresh(before: Rendered, index: Index) -> bool:
    return before.states == tuple(map(index.digest_row, before.reads))


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    """What the invented archive is made from."""
    return Evidence(
        tuple(assemble_once(PipelineSettings(SEEDS, edition=Edition.READING)).documents), read_seeds(SEEDS)
    )


@pytest.fixture(scope="module")
def rendered(evidence: Evidence) -> Mapping[PageKey, Rendered]:
    """All pages of it."""
    return _render_all(evidence.relate())


@pytest.mark.parametrize("name", EDITS)
def test_whatever_changes_a_page_changes_a_row_that_it_read(
    name: str, evidence: Evidence, rendered: Mapping[PageKey, Rendered]
) -> None:
    """A page whose rows are as they were is the page that it was; only those others are rendered anew."""
    archive = EDITS[name](evidence).relate()
    index = Index(archive)
    publisher = Publisher(index, PAGE_KINDS)
    changed, kept = False, 0
    for key in rendered.keys() & set(publisher.list_keys()):
        before = rendered[key]
        if _is_fresh(before, index):
            assert publisher.render_key(key) == before.page, key
            kept += 1
        # one is enough
        elif not changed:
            changed = publisher.render_key(key) != before.page
    assert changed
    assert kept


def test_what_was_not_changed_is_as_it_was(evidence: Evidence, rendered: Mapping[PageKey, Rendered]) -> None:
    """The same archive, related once more: the same rows, read in the same order, and the same pages."""
    again = _render_all(evidence.relate())
    assert again == rendered


def test_one_record_concerns_few_pages(evidence: Evidence, rendered: Mapping[PageKey, Rendered]) -> None:
    """A new word in one statement leaves alone the pages of all other sources, findings and topics."""
    index = Index(EDITS["a claim’s words"](evidence).relate())
    stale = {key for key, before in rendered.items() if not _is_fresh(before, index)}
    assert [key for key in stale if key[0] == "citations"] == [("citations", SLUG)]
    assert len(stale) < len(rendered) / 2


def test_a_page_has_read_the_same_whoever_asked_first(
    evidence: Evidence, rendered: Mapping[PageKey, Rendered]
) -> None:
    """What pages share was made for the first that asked; whoever takes it over has read as much."""
    archive = evidence.relate()
    for key in {kind: (kind, name) for kind, name in rendered}.values():
        index = Index(archive)
        page = Publisher(index, PAGE_KINDS).render_key(key)
        assert (page, {*index.list_reads()}) == (rendered[key].page, {*rendered[key].reads}), key
