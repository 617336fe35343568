"""One record that was saved → its own pages at once, while what follows from it is still being worked out.

To read and relate ten thousand reports takes a minute; whoever writes wants to see the words now. So a record
in which nothing but words changed is put into the archive as it was last read. Where anything else changed,
or something is wrong, there is no quick look: reading everything then tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from build_tools.annotate import annotate
from build_tools.index import Index
from build_tools.model.archive import Archive, Document
from build_tools.model.fault import Faults
from build_tools.model.material import Seed
from build_tools.model.packed_documents import collect_records, exchange_document
from build_tools.model.record import Record
from build_tools.model.rendered import RenderedPage
from build_tools.pages import PAGE_KINDS, PageKey, Publisher
from build_tools.read.single_record import read_single_record
from build_tools.relate.statements import list_statements
from build_tools.relate.traces import TraceRows
from build_tools.site.file_stamps import FileStamp

_WORDS: Final = frozenset({"title", "summary", "claims", "notes", "change", "changed"})
"""Fields that a quick look shows another state of: what other pages count and list by stays as it was."""


def find_saved_record(before: Mapping[str, FileStamp], now: Mapping[str, FileStamp]) -> Path | None:
    """The file that changed, if it is the only one and none came or went."""
    if before.keys() != now.keys():
        return None
    changed = [path for path, stamp in now.items() if before[path] != stamp]
    return Path(changed[0]) if len(changed) == 1 else None


@dataclass(frozen=True, slots=True)
class QuickLook:
    """The pages of one source as its record was just saved."""

    slug: str
    publisher: Publisher

    def render_page(self, key: PageKey) -> RenderedPage | None:
        """A page of the source; None for any other, and where it needs what is not worked out yet."""
        if key[1] != self.slug:
            return None
        try:
            return self.publisher.render_key(key)
        except Exception:  # noqa: BLE001 - nothing was checked against other files: whatever fails, the last page is there
            return None


def look_quickly(archive: Archive, index: Index, path: Path) -> QuickLook | None:
    """The pages of the record in a file, all else as the archive has it; None where that would mislead."""
    seed = read_single_record(path, archive.protected)
    if seed is None:
        return None
    slugs = {record.slug: number for number, record in enumerate(collect_records(archive.documents))}
    number = slugs.get(seed.record.slug)
    if number is None:
        return None
    document = _renew_document(archive.documents[number], seed, archive)
    if document is None:
        return None
    documents = exchange_document(archive.documents, number, document)
    stated = list_statements(collect_records(documents))
    renewed = replace(archive, documents=documents, statements=stated, traces=TraceRows(stated))
    return QuickLook(seed.record.slug, Publisher(index.renew(renewed), PAGE_KINDS))


def _renew_document(before: Document, seed: Seed, archive: Archive) -> Document | None:
    """The document of a record in which nothing but words is new."""
    if not _differ_in_words_alone(before.record, seed.record):
        return None
    try:
        now = annotate(replace(seed, ledger=before.ledger), before.clean, archive.topics, archive.entities)
    except Faults:
        return None
    return replace(now, earlier=before.earlier, custody=before.custody)


def _differ_in_words_alone(before: Record, now: Record) -> bool:
    others = Record.model_fields.keys() - _WORDS
    same_fields = all(getattr(before, field) == getattr(now, field) for field in others)
    return same_fields and [claim.id for claim in before.claims] == [claim.id for claim in now.claims]
