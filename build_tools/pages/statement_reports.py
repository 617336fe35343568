"""A statement → what a reader must know to weigh it, the same on every page that shows it as evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from build_tools.index import Index
from build_tools.model.archive import Statement, Status, StatusReason
from build_tools.model.attribution import Link, PrintedLink
from build_tools.model.base import ClaimRef
from build_tools.model.evidence import Finding
from build_tools.model.record import Claim, Figure, Record
from build_tools.model.slots import fill_slots
from build_tools.model.vocabulary import Topic
from build_tools.pages.addresses import entity_address, origin_address, source_address
from build_tools.pages.inline import Inline, RichText, join_texts
from build_tools.text.attribution_words import name_deniers, remark_link, tell_inferences
from build_tools.text.claim_words import write_grounds, write_status
from build_tools.text.english import claim_name, figure_words, passage_name, write_margin_mark, write_tally


@fill_slots
@dataclass(frozen=True, slots=True)
class StatementPlace:
    """Where a statement stands."""

    record: Record
    outlet: str
    """Its name for lists."""
    claim: Claim
    name: str
    """As a reader calls it: `¶ 2.1`."""


@fill_slots
@dataclass(frozen=True, slots=True)
class StatementReport:
    """One statement as evidence."""

    place: StatementPlace
    printed: RichText
    """Whom the source says that it has it from, where that is not what the chain says; else empty."""
    chain: RichText
    """As reconstructed, with links to what is known of each link."""
    figures: tuple[str, ...]
    ground: str
    """On what the chain rests."""
    origin: Inline
    """A link to the origin, or to the source where it reported for itself."""
    corrected: bool


@fill_slots
@dataclass(frozen=True, slots=True)
class ListedFinding:
    """A finding in a list."""

    finding: Finding
    tally: str
    mark: str
    """The same for the margin."""
    statuses: tuple[str, ...]
    """In words, the primary one first."""
    marks: tuple[str, ...]
    """Those that the tally does not show."""
    places: tuple[StatementPlace, ...]
    """Where it stands."""
    topics: tuple[Topic, ...]


def make_place(statement: Statement, index: Index) -> StatementPlace:
    """Where a statement stands."""
    record, claim = statement.record, statement.claim
    return StatementPlace(record, index.name_outlet_briefly(record), claim, claim_name(claim, record))


def make_report(statement: Statement, index: Index) -> StatementReport:
    """The statement as evidence."""
    record, claim = statement.record, statement.claim
    return StatementReport(
        place=make_place(statement, index),
        printed=link_printed(claim, index),
        chain=link_chain(record, claim, index),
        figures=tuple(word_figure(f, index) for f in claim.figures),
        ground=write_grounds(index.traces[statement.ref]),
        origin=link_origin(statement, index),
        corrected=index.is_corrected(statement.ref),
    )


def make_reports(refs: Iterable[ClaimRef], index: Index) -> tuple[StatementReport, ...]:
    """The statements of these refs as evidence, in the archive's order."""
    return tuple(make_report(statement, index) for statement in index.select_statements(refs))


def name_place(figure: Figure, index: Index) -> str:
    """The name of the figure's place, or nothing."""
    entity = index.entities.get(figure.place or "")
    return entity.name if entity else ""


def link_chain(record: Record, claim: Claim, index: Index) -> RichText:
    """From the first known speaker to the outlet; origins and known speakers lead to their pages."""
    outlet = index.entities.get(record.outlet)
    last = Inline(index.name_outlet_briefly(record), entity_address(outlet) if outlet else None)
    return join_texts(
        " → ", [*(_write_link(link, claim.passage, index) for link in record.chain_of(claim)), (last,)]
    )


def link_printed(claim: Claim, index: Index) -> RichText:
    """Whom the source itself says that it has it from; empty where the chain says just that."""
    if claim.printed is None:
        return ()
    if not claim.printed:
        return (Inline("the source names nobody"),)
    return join_texts(" → ", (_set_printed(link, claim.passage, index) for link in claim.printed))


def _set_printed(link: PrintedLink, passage: str, index: Index) -> RichText:
    entity = index.entities.get(link.entity or "")
    elsewhere = "" if link.passage == passage else f" (named in {passage_name(link.passage)})"
    named = Inline(link.who, entity_address(entity) if entity else None)
    return (named, *((Inline(elsewhere),) if elsewhere else ()))


def word_figure(figure: Figure, index: Index) -> str:
    """The figure in words, with what of it is inferred."""
    words, inferred = figure_words(figure, name_place(figure, index)), tell_inferences(figure)
    return f"{words} [{inferred}]" if inferred else words


def _write_link(link: Link, passage: str, index: Index) -> RichText:
    remark = remark_link(link, passage)
    entity = index.entities.get(link.entity or "")
    address = origin_address(link.origin) if link.origin else entity_address(entity) if entity else None
    return (Inline(link.who, address), *((Inline(remark),) if remark else ()))


def link_origin(statement: Statement, index: Index) -> Inline:
    """The origin under which the statement is counted."""
    name = index.traces[statement.ref].origin
    origin = index.origins.get(name)
    if origin:
        return Inline(origin.publisher, origin_address(name))
    record = statement.record
    outlet = f"{index.name_outlet_briefly(record)} itself"
    return Inline(outlet, source_address(record.slug), statement.claim.id)


def make_listed_finding(finding: Finding, index: Index) -> ListedFinding:
    """The finding with its tally, its statuses, and the paragraphs that it stands in."""
    standings = index.standings[finding.id]
    counted = index.counts[finding.id]
    statements = index.select_statements(finding.claims)
    return ListedFinding(
        finding=finding,
        tally=write_tally(finding, counted),
        mark=write_margin_mark(finding, counted, standings),
        statuses=tuple(map(write_status, standings)),
        marks=list_marks(finding, standings),
        places=tuple(make_place(s, index) for s in statements),
        topics=index.list_topics(t for s in statements for t in s.claim.topics),
    )


def list_marks(finding: Finding, standings: Iterable[StatusReason]) -> tuple[str, ...]:
    """Statuses in words that a tally does not show; of a denial, who denies and when."""
    shown = (standing for standing in standings if not is_count(standing))
    return tuple(name_deniers(finding) if s.status is Status.DENIED else write_status(s) for s in shown)


def is_count(standing: StatusReason) -> bool:
    """Whether the status tells of how many origins there are."""
    # several origins, single origin, origin not traced
    return "origin" in standing.status.value


def list_findings(findings: Iterable[Finding], index: Index) -> tuple[ListedFinding, ...]:
    """The findings in their order. Each is listed by its topics, its sources, and what stands beside it."""
    return tuple(index.remember("listed", f.id, partial(make_listed_finding, f, index)) for f in findings)
