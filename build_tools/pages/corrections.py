"""Archive → corrections: what is wrong in its sources, and what the archive itself took back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from build_tools.index import Index
from build_tools.index.news import CorrectionRef
from build_tools.model.evidence import Withdrawn
from build_tools.model.moved import Moved
from build_tools.model.record import Note, Record
from build_tools.model.search import SearchPart
from build_tools.pages.addresses import CORRECTIONS_ADDRESS, NEWS_ADDRESS
from build_tools.pages.inline import Inline, RichText, plain_text
from build_tools.pages.own_corrections import OwnCorrection, show_own_correction
from build_tools.pages.page import Page, PageKind
from build_tools.pages.paging import ListPart, list_page_keys, name_list_page, page_address, take_part

_INTRODUCTION: RichText = (
    Inline(
        "A mistake in a source is marked, with the reason, and left standing: the record says what was "
        "printed. A mistake of the archive’s own is put right, and told with what stood before. A finding "
        "that did not hold is withdrawn, and its address goes on to work. What else changed stands under "
    ),
    Inline("What is new", NEWS_ADDRESS),
    Inline("."),
)

MOST_ERRATA_SHOWN = 100
"""So many of the archive's own corrections at most, the newest; each stands on its page as well."""


@dataclass(frozen=True, slots=True)
class CorrectedSource:
    """A source with the notes that correct it."""

    record: Record
    outlet: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """One page of the corrections."""

    introduction: RichText
    part: ListPart[CorrectionRef]
    errata: tuple[OwnCorrection, ...]
    """What the archive itself had wrong, the newest first; on the first page only."""
    sources: tuple[CorrectedSource, ...]
    withdrawn: tuple[Withdrawn, ...]
    """Findings that are ones no more, the newest first; on the first page only."""
    gone: tuple[Moved, ...]
    """Other pages that were withdrawn, the newest first; on the first page only."""


def make_corrections_page(index: Index, key: str) -> Page:
    """One page of the corrections."""
    part = take_part(index.corrections["all"], CORRECTIONS_ADDRESS, key)
    withdrawn = sorted(index.withdrawn.values(), key=lambda w: str(w.withdrawn), reverse=True)
    moved = () if key else index.moved.values()
    gone = sorted((m for m in moved if m.reason), key=lambda m: str(m.day), reverse=True)
    own = () if key else index.own_corrections["all"][:MOST_ERRATA_SHOWN]
    return Page(
        kind=CORRECTIONS_PAGE,
        address=page_address(CORRECTIONS_ADDRESS, key),
        title=name_list_page(CORRECTIONS_PAGE.label, key),
        view=CorrectionsView(
            introduction=_INTRODUCTION,
            part=part,
            errata=tuple(show_own_correction(entry, index) for entry in own),
            sources=tuple(_group_sources(part.rows, index)),
            withdrawn=() if key else tuple(withdrawn),
            gone=tuple(gone),
        ),
        description="Mistakes of the sources, marked with the reason, and what the archive itself took back.",
        search=() if key else (SearchPart("", "", plain_text(_INTRODUCTION)),),
    )


def _group_sources(rows: Iterable[CorrectionRef], index: Index) -> Iterator[CorrectedSource]:
    for slug, refs in groupby(rows, key=lambda ref: ref.slug):
        record = index.records[slug]
        notes = tuple(record.notes[ref.number] for ref in refs)
        yield CorrectedSource(record, index.name_outlet(record), notes)


CORRECTIONS_PAGE = PageKind(
    name="corrections",
    folder=CORRECTIONS_ADDRESS,
    label="Corrections",
    list_keys=lambda index: list_page_keys(len(index.corrections["all"])),
    make_page=make_corrections_page,
    menu="About",
)
