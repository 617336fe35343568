"""A topic → what its page shows of its statements: who took from whom, numbers, dates, disagreements.

Lists are bounded; what is left out stands on the pages of all figures and of the timeline.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from build_tools.index import Index
from build_tools.index.flows import Flows
from build_tools.index.long_lists import get_size
from build_tools.model.archive import Statement
from build_tools.model.edtf import Edtf
from build_tools.model.evidence import Disagreement
from build_tools.model.vocabulary import EntityKind
from build_tools.pages.addresses import entity_address, source_address, topic_address
from build_tools.pages.chain_drawing import draw_chains
from build_tools.pages.drawings import Drawing
from build_tools.pages.inline import Inline, RichText, join_texts
from build_tools.pages.listed_figures import ListedFigure, make_listed_figure
from build_tools.pages.report_chains import MOST_REPORTS_DRAWN, ChainTree, list_chains
from build_tools.pages.statement_reports import ListedFinding, list_findings
from build_tools.text.english import claim_name, tell_differences
from build_tools.text.gist import take_gist

MOST_ROWS = 40
"""Figures, dates and disagreements of a topic that its page shows at most, of each."""


@dataclass(frozen=True, slots=True)
class TopicChains:
    """Who took from whom, in the chains of its statements."""

    picture: Drawing | None
    """None where there are too many reports for one."""
    chains: ChainTree


@dataclass(frozen=True, slots=True)
class TopicFigure:
    """A number, once for each origin, however often it was passed on."""

    first: ListedFigure
    """As it was first printed here."""
    sources: RichText
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class TopicDate:
    """An event or law, or something that a statement dates."""

    when: Edtf
    words: str
    """What a statement says; empty for an event, whose name is the link."""
    where: Inline
    kind: str
    """`law`: of an event of the vocabulary; empty for a statement."""


@dataclass(frozen=True, slots=True)
class TopicDisagreement:
    """A disagreement that a statement on the topic stands in."""

    disagreement: Disagreement
    differences: str
    gist: str
    """The first sentence of the editor's account."""


@dataclass(frozen=True, slots=True)
class FindingsOfYear:
    """Findings about one year, those with the most origins and reports first."""

    year: str
    findings: tuple[ListedFinding, ...]


def find_topic_chains(topic: str, index: Index) -> TopicChains | None:
    """The chains; None where every source speaks for itself."""
    flows = Flows(index.flows_of_topic.get(topic, ()))
    reports = frozenset(flows.onwards) | frozenset(flows.backwards)
    if not reports:
        return None
    picture = (
        draw_chains(topic_address(topic), reports, "", index, flows=flows)
        if len(reports) <= MOST_REPORTS_DRAWN
        else None
    )
    return TopicChains(picture, list_chains(reports, "", index, flows))


def list_topic_figures(statements: Iterable[Statement], index: Index) -> tuple[TopicFigure, ...]:
    """Its figures: what counts the same stands together, the largest first; repeats of one origin are one.

    Those that stand in a finding or a disagreement come before the others.
    """
    rows: dict[tuple[str, float, str, str, str], list[ListedFigure]] = {}
    for statement in statements:
        for at, figure in enumerate(statement.claim.figures):
            row = make_listed_figure((statement.ref, at), index)
            key = (figure.unit.casefold(), -get_size(figure), row.amount, index.traces[statement.ref].origin)
            rows.setdefault((*key, figure.scope or ""), []).append(row)
    ordered = sorted(rows, key=lambda key: (not any(row.stands_in for row in rows[key]), key))
    sources = {key: dict.fromkeys(row.source for row in repeated) for key, repeated in rows.items()}
    return tuple(
        TopicFigure(rows[key][0], join_texts(", ", ((source,) for source in sources[key])))
        for key in ordered[:MOST_ROWS]
    )


def list_topic_dates(statements: Iterable[Statement], index: Index) -> tuple[TopicDate, ...]:
    """Events and laws that its statements mention, and what they date themselves, by time."""
    events: dict[str, TopicDate] = {}
    dated: list[TopicDate] = []
    for statement in statements:
        for name in index.entities_of_claim.get(statement.ref, ()):
            entity = index.entities[name]
            if entity.kind is EntityKind.EVENT and entity.date:
                where = Inline(entity.name, entity_address(entity))
                events[name] = TopicDate(entity.date, "", where, entity.type)
        if statement.claim.when:
            dated.append(_date_statement(statement, statement.claim.when, index))
    every = [*events.values(), *dated]
    return tuple(sorted(every, key=lambda row: (row.when.span, row.when)))[:MOST_ROWS]


def _date_statement(statement: Statement, when: Edtf, index: Index) -> TopicDate:
    record, claim = statement.record, statement.claim
    words = f"{index.name_outlet_briefly(record)} {claim_name(claim, record)}"
    return TopicDate(when, claim.text, Inline(words, source_address(record.slug), claim.id), kind="")


def list_topic_disagreements(topic: str, index: Index) -> tuple[TopicDisagreement, ...]:
    """In the archive's order."""
    names = index.disagreements_of_topic.get(topic, ())[:MOST_ROWS]
    disagreements = (index.disagreements[name] for name in names)
    return tuple(TopicDisagreement(d, tell_differences(d), take_gist(d.note)) for d in disagreements)


def group_findings_by_year(names: Iterable[str], index: Index) -> tuple[FindingsOfYear, ...]:
    """By the year that they are about, as the index ranks them."""
    findings = [index.findings[name] for name in names]
    runs = groupby(findings, key=lambda finding: finding.when.earliest.year)
    return tuple(FindingsOfYear(str(year), list_findings(run, index)) for year, run in runs)
