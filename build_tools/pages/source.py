"""A source → its page: catalogue card, numbered passages with their evidence, what it shares, the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.archive import Document, Edition, Shared
from build_tools.model.clean import Line
from build_tools.model.evidence import Origin
from build_tools.model.record import Record, Retelling
from build_tools.model.search import SearchPart
from build_tools.model.vocabulary import Entity, Topic
from build_tools.pages.addresses import SOURCES_ADDRESS, source_address
from build_tools.pages.changes import ShownChange, show_changes, tell_changes_seen
from build_tools.pages.cite_block import CiteBlock, offer_source
from build_tools.pages.corroboration import Corroboration, find_corroboration
from build_tools.pages.earlier_captures import OldPlace, ShownVersion, list_old_places, show_versions
from build_tools.pages.inline import plain_text
from build_tools.pages.ledger import summarise_ledger
from build_tools.pages.neighbours import Neighbours, find_neighbours
from build_tools.pages.page import Page, PageKind
from build_tools.pages.source_card import CardEntry, list_source_facts, make_catalogue_card
from build_tools.pages.source_passages import SourcePassage, list_passages, list_printed, list_removed
from build_tools.pages.wording_pairs import SharedWording, list_wording_of_source
from build_tools.rights import shown_lines, shown_passages
from build_tools.text.custody_words import word_act
from build_tools.text.english import capitalise
from build_tools.text.labels import LABELS
from build_tools.text.spellings import spell_words
from build_tools.text.written_dates import write_date


@dataclass(frozen=True, slots=True)
class RetoldOrigin:
    """A report that this one retells."""

    retelling: Retelling
    origin: Origin | None
    """None where the archive knows its name alone."""
    changes: tuple[ShownChange, ...]
    seen: str
    """How much was seen of the texts that the changes are laid at; may be empty."""


@dataclass(frozen=True, slots=True)
class RelatedSource:
    """Another source that has something in common with it."""

    shared: Shared
    record: Record
    outlet: str
    findings: int
    """In how many both stand."""
    entities: tuple[Entity, ...]
    """The rarest that both name."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source's page."""

    record: Record
    outlet: Entity | None
    outlet_name: str
    published: str
    passages: tuple[SourcePassage, ...]
    shows_text: bool
    """Whether captured text stands on the page."""
    excerpt: bool
    """Whether that is a part of it only, as its rights allow."""
    card: tuple[CardEntry, ...]
    retells: tuple[RetoldOrigin, ...]
    related: tuple[RelatedSource, ...]
    standing: Corroboration | None
    wording: tuple[SharedWording, ...]
    ledger: tuple[str, ...]
    """The ledger in a few phrases; empty where there is none."""
    neighbours: Neighbours
    printed: tuple[Line, ...]
    """What cleaning kept beside the passages, where this edition may show it: headline, byline, dateline."""
    removed: tuple[Line, ...]
    """What cleaning took out after the last passage, in the reading edition."""
    cite: CiteBlock
    versions: tuple[ShownVersion, ...]
    """Captures that were replaced, the newest first."""
    old_places: tuple[OldPlace, ...]
    custody: tuple[str, ...]
    """What was done with the captures, a sentence for each act."""
    custody_stamps: tuple[int, ...]
    """Numbers of the entries that tell of a timestamp that is at hand."""
    custody_head: str
    """Digest of the last act, which stands for all of them."""


MOST_SHARED_NAMES_SHOWN = 8
"""So many names that two sources share are told at most: the rarest bind them, more only fill a line."""


def make_source_page(index: Index, slug: str) -> Page:
    """The page of a source."""
    document = index.documents[slug]
    record = document.record
    topics = index.list_topics(t for c in record.claims for t in c.topics)
    view = _make_view(document, topics, index)
    return Page(
        kind=SOURCE_PAGE,
        address=source_address(slug),
        title=record.title,
        view=view,
        about=record,
        description=record.summary,
        facts=list_source_facts(record, topics, index),
        search=tuple(_list_search_parts(view)),
        language=record.language,
    )


def _make_view(document: Document, topics: tuple[Topic, ...], index: Index) -> SourceView:
    record = document.record
    reading = index.edition is Edition.READING
    free = shown_passages(document, index.edition)
    lines = shown_lines(document, index.edition)
    removed = list_removed(document.clean) if reading and document.clean else {}
    passages = list_passages(document, index, removed, free)
    return SourceView(
        record=record,
        outlet=index.entities.get(record.outlet),
        outlet_name=index.name_outlet(record),
        published=write_date(record.published.date),
        passages=passages,
        shows_text=bool(free),
        excerpt=bool(free) and len(free) < len(document.clean.paragraphs if document.clean else ()),
        card=make_catalogue_card(record, topics, index),
        retells=tuple(
            RetoldOrigin(r, index.origins.get(r.origin), show_changes(r, index), tell_changes_seen(r, index))
            for r in record.retells
        ),
        related=tuple(_make_related(shared, index) for shared in index.shared.get(record.slug, ())),
        standing=find_corroboration(record, index),
        wording=list_wording_of_source(record.slug, index),
        ledger=summarise_ledger(document.ledger) if document.ledger else (),
        neighbours=find_neighbours(record, index),
        printed=list_printed(document.clean, lines, record) if document.clean else (),
        removed=removed.get("", ()),
        cite=offer_source(record, index.citing),
        versions=show_versions(document, index.edition),
        custody=tuple(map(word_act, document.custody.entries)),
        custody_stamps=tuple(number for number, _ in document.custody.tokens),
        custody_head=document.custody.head,
        old_places=list_old_places(record, frozenset(_list_places(passages))) if record.earlier else (),
    )


def _list_places(passages: tuple[SourcePassage, ...]) -> Iterator[str]:
    for passage in passages:
        yield passage.id
        yield from (claim.id for claim in passage.claims)


def _make_related(shared: Shared, index: Index) -> RelatedSource:
    record = index.records[shared.slug]
    entities = tuple(index.entities[name] for name in shared.entities[:MOST_SHARED_NAMES_SHOWN])
    return RelatedSource(shared, record, index.name_outlet(record), len(shared.findings), entities)


def _list_search_parts(view: SourceView) -> list[SearchPart]:
    """The summary, each passage, what it retells."""
    record = view.record
    opening = (view.outlet_name, *record.authors, view.published, record.summary)
    parts = [SearchPart("", "", " ".join(opening))]
    words = ((passage, " ".join(filter(None, _list_words(passage)))) for passage in view.passages)
    parts += [SearchPart(passage.id, passage.name, text) for passage, text in words if text]
    retold = " ".join(_tell_retelling(entry) for entry in view.retells)
    return [*parts, *([SearchPart("retells", LABELS.retells, retold)] if retold else [])]


def _list_words(passage: SourcePassage) -> list[str]:
    words = [plain_text(passage.captured)] if passage.captured else []
    words += [plain_text(claim.sentence) for claim in passage.claims]
    words += [claim.note for claim in passage.claims if claim.note]
    words += [f"{capitalise(note.kind.value)}. {note.text}" for note in passage.notes]
    # who says it and how many is mostly in the sentence: what is not can be found, but need not be read twice
    beside = dict.fromkeys(w for c in passage.claims for w in (c.said_by, c.quotation, *c.figures) if w)
    known = set(spell_words(" ".join(words))) if beside else set()
    return [*words, *(w for w in beside if not known.issuperset(spell_words(w)))]


def _tell_retelling(entry: RetoldOrigin) -> str:
    name = f"{entry.origin.publisher} {entry.origin.title or ''}" if entry.origin else entry.retelling.origin
    changes = " ".join(change.text for change in entry.changes)
    return " ".join(filter(None, (name, entry.retelling.note, changes)))


SOURCE_PAGE = PageKind(
    name="source",
    folder=SOURCES_ADDRESS,
    label="Source",
    list_keys=lambda index: index.documents,
    make_page=make_source_page,
    rank=4,
    scripts=("cite.js",),
    lists_sections=False,
)
