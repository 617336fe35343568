"""A source → its passages in reading order, each with its text, its claims as evidence, and its margin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from build_tools.index import Index
from build_tools.model.annotation import Layer
from build_tools.model.archive import Document
from build_tools.model.base import ClaimRef
from build_tools.model.clean import CleanText, Kind, Line, Paragraph, Verdict
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.record import Claim, Note, NoteKind, Record
from build_tools.model.slots import fill_slots
from build_tools.model.vocabulary import Topic
from build_tools.pages.addresses import source_address
from build_tools.pages.earlier_captures import tell_former_numbers
from build_tools.pages.inline import RichText
from build_tools.pages.marked_text import PassageMarks, group_marks, mark_text
from build_tools.pages.statement_reports import (
    ListedFinding,
    link_chain,
    link_printed,
    list_findings,
    word_figure,
)
from build_tools.text.claim_words import write_grounds
from build_tools.text.english import claim_name, count_noun, passage_name
from build_tools.text.labels import tell_wording

_NOTES = {NoteKind.CORRECTION: "correction", NoteKind.CAUTION: "caution", NoteKind.CONTEXT: "note"}


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """One claim, ready to be shown: the sentence, and who says so."""

    id: str
    name: str
    """As a reader calls it: `¶ 2.1`."""
    sentence: RichText
    kind: str
    said_by: str
    printed: RichText
    """Whom the source says that it has it from, where that is not what the chain says; else empty."""
    chain: RichText
    ground: str
    """On what the chain rests."""
    wording: str
    quotation: str
    figures: tuple[str, ...]
    findings: tuple[ListedFinding, ...]
    denies: tuple[Finding, ...]
    disagreements: tuple[Disagreement, ...]
    note: str


@fill_slots
@dataclass(frozen=True, slots=True)
class SourcePassage:
    """One passage of the page: a numbered paragraph, the standfirst, or a crosshead."""

    id: str
    name: str
    captured: RichText
    """The captured text, where this edition may show it."""
    heading: bool
    """A crosshead of the source: no number, no evidence."""
    claims: tuple[ShownClaim, ...] = ()
    topics: tuple[Topic, ...] = ()
    findings: tuple[ListedFinding, ...] = ()
    """In which its claims stand, each once."""
    disagreements: tuple[Disagreement, ...] = ()
    notes: tuple[Note, ...] = ()
    margin: tuple[str, ...] = ()
    """What its margin holds, in a few words each: for the fold that takes its place on a narrow screen."""
    removed: tuple[Line, ...] = ()
    """What cleaning took out before it, in the reading edition."""
    former: tuple[RichText, ...] = ()
    """What its number meant in an earlier capture, where that was another passage."""


def list_removed(clean: CleanText) -> dict[str, tuple[Line, ...]]:
    """The lines that cleaning removed, by the passage that they stand before; `""`: after the last one."""
    begins = {p.lines[0]: p.id for p in clean.paragraphs if p.lines and p.kind is not Kind.TITLE}
    removed: dict[str, tuple[Line, ...]] = {}
    waiting: list[Line] = []
    for line in clean.lines:
        if line.n in begins and waiting:
            removed[begins[line.n]] = tuple(waiting)
            waiting = []
        if line.verdict is Verdict.REMOVED:
            waiting.append(line)
    return removed | ({"": tuple(waiting)} if waiting else {})


def list_printed(text: CleanText, shown: frozenset[int], record: Record) -> tuple[Line, ...]:
    """Of the lines that may be `shown`, those kept outside passages: headline, byline, dateline.

    The headline is left out where it is the record's title to the letter: that stands at the page's top.
    """
    passages = {n for p in text.paragraphs if p.kind is not Kind.TITLE for n in p.lines}
    titles = {n for p in text.paragraphs if p.kind is Kind.TITLE and p.text == record.title for n in p.lines}
    outside = shown - passages - titles
    return tuple(line for line in text.lines if line.verdict in _KEPT and line.n in outside)


_KEPT = (Verdict.KEPT, Verdict.JOINED)


def list_passages(
    document: Document, index: Index, removed: Mapping[str, tuple[Line, ...]], shown: frozenset[str]
) -> tuple[SourcePassage, ...]:
    """All passages in reading order; `shown`: ids of those whose captured text may be shown."""
    record = document.record
    paragraphs = document.clean.paragraphs if document.clean else ()
    texts = {p.id: p for p in paragraphs if p.id in shown and p.kind is not Kind.TITLE}
    ids = document.told_passages
    # where all is shown, passages stand in the order of the text, crossheads between them
    order = (*texts, *(i for i in ids if i not in texts)) if len(shown) == len(paragraphs) > 0 else ids
    marks, claims, notes = group_marks(document), _group(record.claims), _group(record.notes)
    former = tell_former_numbers(record) if record.earlier else {}
    passages = (
        _make_passage(record, index, name, texts.get(name), claims.get(name, ()), notes.get(name, ()), marks)
        for name in order
    )
    around = removed.keys() | former.keys()
    return tuple(
        replace(passage, removed=removed.get(passage.id, ()), former=former.get(passage.id, ()))
        if passage.id in around
        else passage
        for passage in passages
    )


_Told = TypeVar("_Told", Claim, Note)


def _group(told: Iterable[_Told]) -> dict[str, tuple[_Told, ...]]:
    by_passage: dict[str, list[_Told]] = {}
    for one in told:
        by_passage.setdefault(one.passage, []).append(one)
    return {passage: tuple(ones) for passage, ones in by_passage.items()}


def _make_passage(  # noqa: PLR0917 - the parts of one passage, each found once for all
    record: Record,
    index: Index,
    name: str,
    paragraph: Paragraph | None,
    claims: tuple[Claim, ...],
    notes: tuple[Note, ...],
    marks: PassageMarks,
) -> SourcePassage:
    text = paragraph.text if paragraph else ""
    marked = marks.get((Layer.CAPTURE, name), ())
    captured = mark_text(source_address(record.slug), text, marked, index.entities) if text else ()
    heading = paragraph is not None and paragraph.kind is Kind.CROSSHEAD
    if not claims and not notes:
        return SourcePassage(name, passage_name(name), captured, heading)
    evidence = tuple(_show_claim(record, claim, marks, index) for claim in claims)
    topics = index.list_topics(t for claim in claims for t in claim.topics)
    findings = tuple({f.finding.id: f for e in evidence for f in e.findings}.values())
    disagreements = tuple({d.id: d for e in evidence for d in e.disagreements}.values())
    return SourcePassage(
        id=name,
        name=passage_name(name),
        captured=captured,
        heading=heading,
        claims=evidence,
        topics=topics,
        findings=findings,
        disagreements=disagreements,
        notes=notes,
        margin=_summarise_margin(notes, len(findings), len(disagreements), len(topics)),
    )


def _summarise_margin(
    notes: tuple[Note, ...], findings: int, disagreements: int, topics: int
) -> tuple[str, ...]:
    """A correction is said first: who reads on without opening the fold should know that there is one."""
    counts = [(sum(n.kind is kind for n in notes), word) for kind, word in _NOTES.items()]
    counts += [(findings, "finding"), (disagreements, "disagreement"), (topics, "topic")]
    return tuple(count_noun(number, word) for number, word in counts if number)


def _show_claim(record: Record, claim: Claim, marks: PassageMarks, index: Index) -> ShownClaim:
    ref = ClaimRef.of(record.slug, claim.id)
    address = source_address(record.slug)
    return ShownClaim(
        id=claim.id,
        name=claim_name(claim, record),
        sentence=mark_text(address, claim.text, marks.get((Layer.DIGEST, claim.id), ()), index.entities),
        kind=claim.kind.capitalize(),
        said_by=claim.said_by,
        printed=link_printed(claim, index),
        chain=link_chain(record, claim, index),
        ground=write_grounds(index.traces[ref]),
        wording=tell_wording(claim.wording),
        quotation=claim.quotation or "",
        figures=tuple(word_figure(f, index) for f in claim.figures),
        findings=list_findings(index.findings_holding(ref), index),
        denies=tuple(index.findings[name] for name in index.findings_denied_by_claim.get(ref, ())),
        disagreements=index.disagreements_holding(ref),
        note=claim.note or "",
    )
