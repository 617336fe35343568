"""A source → its page: catalogue card, numbered passages with their evidence, what it shares, the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from build_tools.model.annotation import Layer
from build_tools.model.archive import Document, Edition
from build_tools.model.clean import CleanText, Kind, Line, Paragraph, Verdict
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.record import Claim, Note, NoteKind, Publish, Record
from build_tools.model.vocabulary import Topic
from build_tools.pages.catalogue import Catalogue, source_file
from build_tools.pages.marking import marked, passage_marks
from build_tools.pages.neighbours import Way
from build_tools.pages.page import Page
from build_tools.pages.reports import Shown, all_shown, chain_links, place_name
from build_tools.pages.reuse import reuse_of
from build_tools.pages.standing import standings
from build_tools.text.dates import in_words
from build_tools.text.prose import claim_name, count, figure_words, passage_name
from build_tools.text.wording import grounds

_NOTES = {NoteKind.CORRECTION: "correction", NoteKind.CAUTION: "caution", NoteKind.CONTEXT: "note"}
_UNNUMBERED = {Kind.CROSSHEAD: "crosshead"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim, ready to be shown: the sentence, and who says so."""

    id: str
    name: str
    """As a reader calls it: `¶ 2.1`."""
    sentence: Markup
    kind: str
    said_by: str
    chain: Markup
    ground: str
    """On what the chain rests."""
    wording: str
    quotation: str
    figures: tuple[str, ...]
    findings: tuple[Shown, ...]
    denies: tuple[Finding, ...]
    disagreements: tuple[Disagreement, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of the page: a numbered paragraph, the standfirst, or a crosshead."""

    id: str
    name: str
    captured: Markup | None
    """The captured text, where this edition may show it."""
    heading: bool
    """A crosshead of the source: no number, no evidence."""
    claims: tuple[Evidence, ...]
    topics: tuple[Topic, ...]
    findings: tuple[Shown, ...]
    """In which its claims stand, each once."""
    disagreements: tuple[Disagreement, ...]
    notes: tuple[Note, ...]
    margin: tuple[str, ...]
    """What its margin holds, in a few words each: for the fold that takes its place on a narrow screen."""
    removed: tuple[Line, ...] = ()
    """What cleaning took out before it, in the reading edition."""


def page(document: Document, catalogue: Catalogue, along: tuple[Way, ...]) -> Page:
    """Compose a source's page. `along`: the series that it stands in, that by date first."""
    record = document.record
    free = _free(document, catalogue)
    topics = _topics(record.claims, catalogue)
    reading = catalogue.archive.edition is Edition.READING
    removed = _removed(document.clean) if reading and document.clean else {}
    return Page(
        path=source_file(record.slug),
        title=record.title,
        template="source",
        description=record.summary,
        record=_metadata(record, catalogue),
        content={
            "record": record,
            "outlet": catalogue.entities.get(record.outlet),
            "outlet_name": catalogue.outlet(record),
            "published": in_words(record.published.date),
            "passages": _passages(document, catalogue, removed, free),
            "shows_text": bool(free),
            "excerpt": bool(free) and not reading and record.rights.publish is Publish.EXCERPT,
            "reading": reading,
            "topics": topics,
            "retells": [(r, catalogue.origins.get(r.origin)) for r in record.retells],
            "shared": [
                (s, catalogue.records[s.slug], [f for f in catalogue.archive.findings if f.id in s.findings])
                for s in catalogue.archive.shared.get(record.slug, ())
            ],
            "standing": standings(document, catalogue),
            "wording": reuse_of(record.slug, catalogue),
            "ledger": ledger_summary(document.ledger) if document.ledger else None,
            "by_date": along[0],
            "along": along[1:],
            "removed": removed.get("", ()),
            "catalogue": catalogue,
        },
    )


def ledger_summary(ledger: CleanText) -> tuple[str, ...]:
    """The ledger in a few phrases that add up to the capture: lines and bytes by verdict."""
    rows = []
    for verdict in Verdict:
        lines = [line for line in ledger.lines if line.verdict is verdict]
        if lines:
            size = sum(line.end - line.start for line in lines)
            rows.append(f"{verdict}: {count(len(lines), 'line')}, {count(size, 'byte')}")
    return tuple(rows)


def _free(document: Document, catalogue: Catalogue) -> frozenset[str]:
    """Ids of the passages whose captured text this edition may show."""
    rights = document.record.rights
    every = frozenset(p.id for p in document.clean.paragraphs) if document.clean else frozenset()
    if catalogue.archive.edition is Edition.READING or rights.publish is Publish.FULL:
        return every
    return every.intersection(rights.passages if rights.publish is Publish.EXCERPT else ())


def _removed(clean: CleanText) -> dict[str, tuple[Line, ...]]:
    """The lines that cleaning removed, by the passage that they stand before; `""`: after the last one."""
    begins = {p.lines[0]: p.id for p in clean.paragraphs if p.lines and p.kind is not Kind.TITLE}
    found: dict[str, tuple[Line, ...]] = {}
    waiting: list[Line] = []
    for line in clean.lines:
        if line.n in begins and waiting:
            found[begins[line.n]] = tuple(waiting)
            waiting = []
        if line.verdict is Verdict.REMOVED:
            waiting.append(line)
    return found | ({"": tuple(waiting)} if waiting else {})


def _topics(claims: tuple[Claim, ...], catalogue: Catalogue) -> tuple[Topic, ...]:
    used = {t for c in claims for t in c.topics}
    return tuple(t for t in catalogue.archive.topics if t.id in used)


def _passages(
    document: Document, catalogue: Catalogue, removed: Mapping[str, tuple[Line, ...]], free: frozenset[str]
) -> tuple[Passage, ...]:
    paragraphs = document.clean.paragraphs if document.clean else ()
    texts = {p.id: p for p in paragraphs if p.id in free and p.kind is not Kind.TITLE}
    ids = _ids(document.record)
    whole = paragraphs and len(free) == len(paragraphs)
    order = (*texts, *(i for i in ids if i not in texts)) if whole else ids
    return tuple(
        replace(_passage(document, catalogue, i, texts.get(i)), removed=removed.get(i, ())) for i in order
    )


def _ids(record: Record) -> tuple[str, ...]:
    used = {c.passage for c in record.claims} | {n.passage for n in record.notes}
    before = [p for p in ("standfirst", "caption") if p in used]
    after = [p for p in ("outside",) if p in used]
    return (*before, *(f"p{n}" for n in range(1, record.paragraphs + 1)), *after)


def _passage(document: Document, catalogue: Catalogue, name: str, paragraph: Paragraph | None) -> Passage:
    record = document.record
    claims = tuple(c for c in record.claims if c.passage == name)
    here = source_file(record.slug)
    captured = (
        marked(here, paragraph.text, passage_marks(document, Layer.CAPTURE, paragraph.id), catalogue)
        if paragraph
        else None
    )
    evidence = tuple(_evidence(document, claim, catalogue) for claim in claims)
    topics = _topics(claims, catalogue)
    findings = tuple({f.finding.id: f for e in evidence for f in e.findings}.values())
    disagreements = tuple({d.id: d for e in evidence for d in e.disagreements}.values())
    notes = tuple(n for n in record.notes if n.passage == name)
    return Passage(
        id=name,
        name=passage_name(name),
        captured=captured,
        heading=paragraph is not None and paragraph.kind in _UNNUMBERED,
        claims=evidence,
        topics=topics,
        findings=findings,
        disagreements=disagreements,
        notes=notes,
        margin=_margin(notes, len(findings), len(disagreements), len(topics)),
    )


def _margin(notes: tuple[Note, ...], findings: int, disagreements: int, topics: int) -> tuple[str, ...]:
    """A correction is said first: who reads on without opening the fold should know that there is one."""
    told = [(sum(n.kind is kind for n in notes), word) for kind, word in _NOTES.items()]
    told += [(findings, "finding"), (disagreements, "disagreement"), (topics, "topic")]
    return tuple(count(number, word) for number, word in told if number)


def _evidence(document: Document, claim: Claim, catalogue: Catalogue) -> Evidence:
    record = document.record
    ref = f"{record.slug}#{claim.id}"
    here = source_file(record.slug)
    return Evidence(
        id=claim.id,
        name=claim_name(claim, record),
        sentence=marked(here, claim.text, passage_marks(document, Layer.DIGEST, claim.id), catalogue),
        kind=claim.kind.capitalize(),
        said_by=claim.said_by,
        chain=chain_links(here, record, claim, catalogue),
        ground=grounds(catalogue.archive.traces[ref]),
        wording=claim.wording,
        quotation=claim.quotation or "",
        figures=tuple(figure_words(f, place_name(f, catalogue)) for f in claim.figures),
        findings=all_shown(catalogue.findings_of.get(ref, ()), catalogue),
        denies=catalogue.denied_by.get(ref, ()),
        disagreements=catalogue.disagreements_of.get(ref, ()),
        note=claim.note or "",
    )


def _metadata(record: Record, catalogue: Catalogue) -> dict[str, object]:
    """Everything of the record but its claims and notes, which are the page itself."""
    written = record.model_dump(
        mode="json", exclude_none=True, exclude={"claims", "notes", "chains", "summary"}
    )
    topics = [t.id for t in _topics(record.claims, catalogue)]
    mentions = sorted({m for c in record.claims for m in c.mentions})
    return {**written, "claims": len(record.claims), "topics": topics, "mentions": mentions}
