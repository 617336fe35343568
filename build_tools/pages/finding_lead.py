"""A finding → how its page opens, because many come from a link: what it is, and on how little it rests.

The count is told as a sentence; the picture shows the chains of the finding's own statements and no others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.index.flows import Flows, list_flows_of_statements
from build_tools.model.archive import Count
from build_tools.model.evidence import Finding, Modality
from build_tools.model.outside import Evidence
from build_tools.pages.addresses import finding_address, origin_address, source_address
from build_tools.pages.chain_drawing import draw_chains
from build_tools.pages.drawings import Drawing
from build_tools.pages.glossary import link_term
from build_tools.pages.inline import Inline, RichText
from build_tools.pages.report_chains import MOST_REPORTS_DRAWN, ChainTree, list_chains
from build_tools.text.english import capitalise, spell_number
from build_tools.text.written_dates import write_date

_KINDS = {
    Modality.REPORTED: "Reported statement",
    Modality.ESTIMATED: "Reported estimate",
    Modality.ALLEGED: "Reported allegation",
    Modality.PLANNED: "Reported plan",
    Modality.ANNOUNCED: "Reported announcement",
    Modality.ESTABLISHED: "Established, and reported",
}

_MOST_NAMED = 4
"""Origins that the sentence names; of more it gives the number, and the card below names all."""


@dataclass(frozen=True, slots=True)
class FindingChains:
    """Who took it from whom."""

    picture: Drawing | None
    """None where there are too many reports for one."""
    chains: ChainTree


@dataclass(frozen=True, slots=True)
class FindingNeighbours:
    """The findings before and after it, as the list of findings has them."""

    before: Finding | None
    after: Finding | None


@dataclass(frozen=True, slots=True)
class ShownSince:
    """What became known later."""

    when: str
    text: str
    evidence: tuple[Evidence, ...]


def name_finding_kind(finding: Finding) -> str:
    """What kind of statement the page is about: `Reported plan`."""
    return _KINDS[finding.modality]


def tell_count(finding: Finding, counted: Count, index: Index) -> RichText:
    """`Two reports say so; as far as we can tell both go back to CNN.`, with links to what it names."""
    number = counted.reports
    begin = f"{capitalise(spell_number(number))} {'report says' if number == 1 else 'reports say'} so"
    if finding.decision:
        return (
            Inline(f"{begin}; the editor counts "),
            *_word_origins(finding.decision.origins),
            Inline(f" behind {'it' if number == 1 else 'them'}."),
        )
    if not counted.lowest:
        return (Inline(f"{begin}; where {'it has' if number == 1 else 'they have'} it from is not traced."),)
    names = [_link_origin(name, index) for name in counted.origins if name not in counted.untraced]
    if len(names) == 1 and not counted.untraced:
        return _tell_single(begin, names[0], counted, index)
    least = "" if counted.is_sure else "at least "
    verb = "stands" if counted.lowest == 1 else "stand"
    words = (*_word_origins(counted.lowest), Inline(f" {verb} behind {'it' if number == 1 else 'them'}"))
    named = _list_names(names) if len(names) <= _MOST_NAMED else ()
    rest = ", beside background of an agency that is not traced" if counted.untraced else ""
    return (Inline(f"{begin}; {least}"), *words, *named, Inline(f"{rest}."))


def _tell_single(begin: str, origin: Inline, counted: Count, index: Index) -> RichText:
    doubt = "" if counted.is_sure else "as far as we can tell "
    if counted.reports == 1:
        if counted.origins[0] in index.records:
            return (Inline(f"{begin}, and {doubt}has it from no other report: "), origin, Inline("."))
        return (Inline(f"{begin}; {doubt}it goes back to "), origin, Inline("."))
    every = "both" if counted.reports == 2 else "all"  # noqa: PLR2004 - two are both
    return (Inline(f"{begin}; {doubt}{every} go back to "), origin, Inline("."))


def _word_origins(number: int) -> RichText:
    """`two independent origins`, with the cards of both words."""
    return (
        Inline(f"{spell_number(number)} "),
        link_term("independent", "independent"),
        Inline(" "),
        link_term("origin", "origin" if number == 1 else "origins"),
    )


def _list_names(names: Sequence[Inline]) -> RichText:
    pieces = [Inline(" (")]
    for at, name in enumerate(names):
        before = "" if not at else " and " if at == len(names) - 1 else ", "
        pieces += [Inline(before), name] if before else [name]
    return (*pieces, Inline(")"))


def _link_origin(name: str, index: Index) -> Inline:
    origin = index.origins.get(name)
    if origin:
        return Inline(origin.publisher, origin_address(name))
    return Inline(index.name_outlet(index.records[name]), source_address(name))


def find_finding_chains(finding: Finding, index: Index) -> FindingChains | None:
    """Who took it from whom; None where every report speaks for itself."""
    flows = Flows(list_flows_of_statements(index.select_statements(finding.claims)))
    reports = frozenset(flows.onwards) | frozenset(flows.backwards)
    if not reports:
        return None
    here = finding_address(finding.id)
    drawn = len(reports) <= MOST_REPORTS_DRAWN
    picture = draw_chains(here, reports, "", index, flows=flows) if drawn else None
    return FindingChains(picture, list_chains(reports, "", index, flows))


def find_finding_neighbours(finding: Finding, index: Index) -> FindingNeighbours:
    """What stands before and after it in the list of findings."""
    before, after = index.finding_neighbours[finding.id]
    return FindingNeighbours(index.findings.get(before), index.findings.get(after))


def list_since(finding: Finding) -> tuple[ShownSince, ...]:
    """What became known after its reports, in the order of time."""
    return tuple(ShownSince(write_date(since.when), since.text, since.evidence) for since in finding.since)
