"""A statement → what a reader must know to weigh it, the same on every page that shows it as evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.model.archive import Standing, Statement
from build_tools.model.evidence import Finding
from build_tools.model.record import Claim, Figure, Link, Record
from build_tools.model.vocabulary import Topic
from build_tools.pages import render
from build_tools.pages.catalogue import Catalogue, entity_file, origin_file, source_file
from build_tools.text.prose import figure_words, mark, tally
from build_tools.text.wording import grounds, status

Place = tuple[Record, str, Claim]
"""A record, its outlet's name, one of its claims."""


@dataclass(frozen=True, slots=True)
class Report:
    """One statement as evidence."""

    record: Record
    claim: Claim
    outlet: str
    chain: Markup
    """With links to what is known of each link."""
    figures: tuple[str, ...]
    ground: str
    """On what the chain rests."""
    origin: Markup
    """A link to the origin, or to the source where it reported for itself."""
    corrected: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding in a list."""

    finding: Finding
    tally: str
    mark: str
    """The same for the margin."""
    statuses: tuple[str, ...]
    """In words, the primary one first."""
    marks: tuple[str, ...]
    """Those that the tally does not show."""
    places: tuple[Place, ...]
    """Where it stands."""
    topics: tuple[Topic, ...]


def report(here: str, statement: Statement, catalogue: Catalogue) -> Report:
    """The statement, ready to be shown on the page `here`."""
    record, claim = statement.document.record, statement.claim
    return Report(
        record=record,
        claim=claim,
        outlet=catalogue.short_outlet(record),
        chain=chain_links(here, record, claim, catalogue),
        figures=tuple(figure_words(f, place_name(f, catalogue)) for f in claim.figures),
        ground=grounds(catalogue.archive.traces[statement.ref]),
        origin=origin_link(here, statement, catalogue),
        corrected=statement.ref in catalogue.archive.corrected,
    )


def place_name(figure: Figure, catalogue: Catalogue) -> str:
    """The name of the figure's place, or nothing."""
    entity = catalogue.entities.get(figure.place or "")
    return entity.name if entity else ""


def chain_links(here: str, record: Record, claim: Claim, catalogue: Catalogue) -> Markup:
    """From the first known speaker to the outlet; origins and known speakers lead to their pages."""
    links = [_link(here, link, catalogue) for link in record.chain_of(claim)]
    outlet = catalogue.entities.get(record.outlet)
    name = catalogue.short_outlet(record)
    last = render.link(here, name, entity_file(outlet)) if outlet else render.text(name)
    return Markup(" → ").join([*links, last])


def _link(here: str, link: Link, catalogue: Catalogue) -> Markup:
    remark = " (inferred)" if link.inferred else "" if link.credited else " (not credited)"
    entity = catalogue.entities.get(link.entity or "")
    if link.origin:
        shown = render.link(here, link.who, origin_file(link.origin))
    elif entity:
        shown = render.link(here, link.who, entity_file(entity))
    else:
        shown = render.text(link.who)
    return shown + Markup(remark)  # noqa: S704 - one of three constants


def origin_link(here: str, statement: Statement, catalogue: Catalogue) -> Markup:
    """The origin under which the statement is counted."""
    counted = catalogue.archive.traces[statement.ref].counted
    origin = catalogue.origins.get(counted)
    if origin:
        return render.link(here, origin.publisher, origin_file(counted))
    record = statement.document.record
    outlet = f"{catalogue.short_outlet(record)} itself"
    return render.link(here, outlet, source_file(record.slug), statement.claim.id)


def places(statements: Iterable[Statement], catalogue: Catalogue) -> tuple[Place, ...]:
    """Where the statements stand."""
    return tuple((s.document.record, catalogue.short_outlet(s.document.record), s.claim) for s in statements)


def shown(finding: Finding, catalogue: Catalogue) -> Shown:
    """The finding with its tally, its statuses, and the paragraphs that it stands in."""
    standings = catalogue.archive.standings[finding.id]
    counted = catalogue.archive.counts[finding.id]
    statements = catalogue.statements(finding.claims)
    used = {t for s in statements for t in s.claim.topics}
    return Shown(
        finding=finding,
        tally=tally(finding, counted),
        mark=mark(finding, counted, standings),
        statuses=tuple(map(status, standings)),
        marks=tuple(status(s) for s in standings if not _counts(s)),
        places=places(statements, catalogue),
        topics=tuple(t for t in catalogue.archive.topics if t.id in used),
    )


def _counts(standing: Standing) -> bool:
    return standing.status.value.endswith(("origin", "origins"))


def all_shown(findings: Iterable[Finding], catalogue: Catalogue) -> tuple[Shown, ...]:
    """The findings in their order."""
    return tuple(shown(f, catalogue) for f in findings)
