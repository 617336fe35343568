"""A finding → its page: who says so, how many independent times, who denies it, what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.archive import Clash, Count, StatusReason
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.search import SearchPart
from build_tools.model.vocabulary import Entity
from build_tools.pages.addresses import FINDINGS_ADDRESS, finding_address, origin_address, source_address
from build_tools.pages.cite_block import CiteBlock, offer_finding
from build_tools.pages.finding_lead import (
    FindingChains,
    FindingNeighbours,
    ShownSince,
    find_finding_chains,
    find_finding_neighbours,
    list_since,
    name_finding_kind,
    tell_count,
)
from build_tools.pages.inline import Inline, RichText, join_texts, plain_text
from build_tools.pages.page import FrontMatterValue, Page, PageKind
from build_tools.pages.search_hints import hint_finding
from build_tools.pages.statement_reports import (
    ListedFinding,
    StatementReport,
    is_count,
    list_findings,
    make_listed_finding,
    make_reports,
)
from build_tools.text.attribution_words import tell_denial, tell_modality, tell_speaker, word_finding
from build_tools.text.claim_words import write_status
from build_tools.text.english import capitalise, count_noun, spell_number, tell_differences
from build_tools.text.gist import take_gist

MOST_NAMES_SHOWN = 12
"""So many names are shown with a finding at most, those that most of its statements mention first."""


@dataclass(frozen=True, slots=True)
class FindingStatus:
    """A status that the finding has."""

    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class FindingDisagreement:
    """A disagreement that concerns the finding or what its statements say beside it."""

    disagreement: Disagreement
    differences: str
    gist: str
    """The first sentence of what the editor says of it."""


@dataclass(frozen=True, slots=True)
class LinkedSite:
    """What those who come from a link must know of where they are."""

    name: str
    description: str
    address: str
    """Of the page, in full where the archive's is known."""


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding's page."""

    finding: Finding
    kind: str
    """What kind of statement it is."""
    count: RichText
    """How many say so and what stands behind them, as a sentence."""
    site: LinkedSite
    """What this archive is, for those who come from a link."""
    listed: ListedFinding
    statuses: tuple[FindingStatus, ...]
    origins: RichText
    stated: RichText
    """The origins without inferred links, where these make a difference."""
    decision: str
    """What the editor decided, and why; empty where the count stands."""
    reports: tuple[StatementReport, ...]
    since: tuple[ShownSince, ...]
    """What came after its reports."""
    denials: tuple[str, ...]
    """Who denied what, and when."""
    denying: tuple[StatementReport, ...]
    """The statements that tell of denials."""
    modality: str
    """How surely, by whom and when it was said."""
    speaker: str
    """That most of its chains begin with one speaker; empty where they do not."""
    untraced: RichText
    """Agencies' backgrounds that say it too and are not counted."""
    clashes: tuple[Clash, ...]
    disagreements: tuple[FindingDisagreement, ...]
    """On the finding itself."""
    beside: tuple[FindingDisagreement, ...]
    """On something else that its reports say in the same place."""
    names: tuple[Entity, ...]
    related: tuple[ListedFinding, ...]
    """Findings that share a statement with it."""
    chains: FindingChains | None
    neighbours: FindingNeighbours
    cite: CiteBlock


def make_finding_page(index: Index, key: str) -> Page:
    """The page of a finding."""
    finding, counted = index.findings[key], index.counts[key]
    view = _make_view(finding, counted, index)
    later = (f"{since.when}: {since.text}" for since in view.since)
    return Page(
        kind=FINDING_PAGE,
        address=finding_address(key),
        title=word_finding(finding, counted),
        view=view,
        about=finding,
        description=" ".join(filter(None, (f"{view.kind}.", plain_text(view.count), *view.denials))),
        facts=_list_facts(finding, counted, view),
        search=(SearchPart("", "", " ".join(filter(None, (view.decision, finding.why, *later)))),),
        hints=hint_finding(finding, counted, index),
    )


def _make_view(finding: Finding, counted: Count, index: Index) -> FindingView:
    at_issue = index.disagreements_of_finding.get(finding.id, ())
    differ = counted.stated_origins != counted.origins
    related = {f.id: f for ref in finding.claims for f in index.findings_holding(ref) if f.id != finding.id}
    return FindingView(
        finding=finding,
        kind=name_finding_kind(finding),
        count=tell_count(finding, counted, index),
        site=LinkedSite(
            index.site.name, index.site.description, index.site.address(finding_address(finding.id))
        ),
        listed=make_listed_finding(finding, index),
        statuses=tuple(_show_statuses(index.standings[finding.id])),
        origins=_link_origins(counted.origins, index),
        stated=_link_origins(counted.stated_origins, index) if differ else (),
        decision=_tell_decision(finding, counted),
        reports=make_reports(finding.claims, index),
        since=list_since(finding),
        denials=tuple(dict.fromkeys(map(tell_denial, finding.denied_by))),
        denying=make_reports(finding.denials, index),
        modality=tell_modality(finding),
        speaker=tell_speaker(counted.speaker) if counted.speaker else "",
        untraced=_link_origins(counted.untraced, index),
        clashes=index.clashes_of_finding.get(finding.id, ()),
        disagreements=_show_disagreements(at_issue, index),
        beside=_show_disagreements(_list_beside(finding, at_issue, index), index),
        names=_list_names(finding, index),
        related=list_findings(related.values(), index),
        chains=find_finding_chains(finding, index),
        neighbours=find_finding_neighbours(finding, index),
        cite=offer_finding(finding, index, index.citing),
    )


def _show_statuses(standings: Iterable[StatusReason]) -> Iterator[FindingStatus]:
    """Support first, then what speaks against it."""
    for standing in sorted(standings, key=lambda standing: not is_count(standing)):
        yield FindingStatus(capitalise(write_status(standing)), standing.reason)


def _link_origins(ids: Iterable[str], index: Index) -> RichText:
    return join_texts(", ", ((_link_origin(name, index),) for name in ids))


def _link_origin(name: str, index: Index) -> Inline:
    """The origin, or the source that reported for itself."""
    origin = index.origins.get(name)
    if origin:
        return Inline(origin.publisher, origin_address(name))
    return Inline(f"{index.name_outlet(index.records[name])} itself", source_address(name))


def _tell_decision(finding: Finding, counted: Count) -> str:
    if finding.decision is None:
        return ""
    decided = count_noun(finding.decision.origins, "independent origin")
    alone = spell_number(len(counted.origins))
    return f"Counted as {decided}, where the chains alone would give {alone}. {finding.decision.reason}"


def _list_beside(finding: Finding, at_issue: Collection[str], index: Index) -> Iterator[str]:
    """Disagreements on something else in which its statements stand."""
    refs = (*finding.claims, *finding.denials)
    every = dict.fromkeys(d.id for ref in refs for d in index.disagreements_holding(ref))
    return (name for name in every if name not in at_issue)


def _show_disagreements(names: Iterable[str], index: Index) -> tuple[FindingDisagreement, ...]:
    found = (index.disagreements[name] for name in names)
    return tuple(FindingDisagreement(d, tell_differences(d), take_gist(d.note)) for d in found)


def _list_names(finding: Finding, index: Index) -> tuple[Entity, ...]:
    mentioned = Counter(e for ref in finding.claims for e in index.entities_of_claim.get(ref, ()))
    ranked = sorted(mentioned, key=lambda e: (-mentioned[e], index.entities[e].name.casefold()))
    return tuple(index.entities[name] for name in ranked[:MOST_NAMES_SHOWN])


def _list_facts(finding: Finding, counted: Count, view: FindingView) -> Mapping[str, FrontMatterValue]:
    facts: dict[str, FrontMatterValue | None] = {
        "id": finding.id,
        "status": [status.words.lower() for status in view.statuses],
        "reports": counted.reports,
        "origins": list(counted.origins),
        "stated_origins": list(counted.stated_origins),
        "origins_at_least": counted.lowest,
        "decided_origins": finding.decision.origins if finding.decision else None,
        "claims": [str(ref) for ref in finding.claims],
        "modality": finding.modality.value,
        "said_by": finding.said_by,
        "when": str(finding.when),
        "denied_by": [str(ref) for ref in finding.denials] or None,
        "added": str(finding.added) if finding.added else None,
        "changed": str(finding.changed) if finding.changed else None,
        "corrected": [str(erratum.day) for erratum in finding.errata] or None,
    }
    return {key: value for key, value in facts.items() if value is not None}


FINDING_PAGE = PageKind(
    name="finding",
    folder=FINDINGS_ADDRESS,
    label="Finding",
    list_keys=lambda index: index.findings,
    make_page=make_finding_page,
    rank=0,
    scripts=("cite.js", "pictures.js"),
)
