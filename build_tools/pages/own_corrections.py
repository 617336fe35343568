"""An entry of the news on what the archive had wrong → its erratum, and the link to where it stood."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.index import Index
from build_tools.index.news import NewsEntry, NewsKind
from build_tools.model.errata import Erratum
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.record import Record
from build_tools.pages.addresses import disagreement_address, finding_address, source_address
from build_tools.pages.inline import Inline
from build_tools.pages.render import is_foreign


@dataclass(frozen=True, slots=True)
class OwnCorrection:
    """One erratum, wherever it is shown beside others."""

    title: Inline
    erratum: Erratum


def show_own_correction(entry: NewsEntry, index: Index) -> OwnCorrection:
    """The erratum that an entry of the news tells of."""
    return OwnCorrection(link_entry(entry, index), find_dated_entry(entry, index).errata[entry.number])


def find_dated_entry(entry: NewsEntry, index: Index) -> Record | Finding | Disagreement:
    """What it is about; not for what was withdrawn."""
    if entry.kind is NewsKind.FINDING:
        return index.findings[entry.id]
    if entry.kind is NewsKind.DISAGREEMENT:
        return index.disagreements[entry.id]
    return index.records[entry.id]


def link_entry(entry: NewsEntry, index: Index) -> Inline:
    """Its title, leading to its page."""
    if entry.kind is NewsKind.FINDING:
        return Inline(index.findings[entry.id].statement, finding_address(entry.id))
    if entry.kind is NewsKind.DISAGREEMENT:
        return Inline(index.disagreements[entry.id].title, disagreement_address(entry.id))
    record = index.records[entry.id]
    language = record.language if is_foreign(record.language) else ""
    return Inline(record.title, source_address(entry.id), language=language)
