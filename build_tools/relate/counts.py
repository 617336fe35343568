"""Findings + statements → how many reports and how many independent origins stand behind each.

The origin of a claim is the first link of its chain that published a report of its own (`Link.origin`). Who
is named before it spoke to that report; who comes after it passed it on. A chain without such a link leads to
the source itself: it reported what its speakers said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from build_tools.model.archive import Count, CountedReport, Speaker, Statement
from build_tools.model.base import ClaimRef
from build_tools.model.evidence import Finding, Origin, OriginKind
from build_tools.relate.claim_origin import find_claim_origin, list_roots
from build_tools.relate.independence import count_at_least, count_at_most, select_independent

MOST_CHAINS = 0.75
"""From what share of a finding's chains on one speaker bears it: three of four. Below it, enough chains begin
with others to make a second voice."""


def list_backgrounds(origins: Iterable[Origin]) -> frozenset[str]:
    """Ids of origins that are an agency's background."""
    return frozenset(o.id for o in origins if o.kind is OriginKind.BACKGROUND)


def count_origins(statements: Iterable[Statement], backgrounds: frozenset[str]) -> Count:
    """Reports and origins of claims that say the same; two claims of one source are one report."""
    counted = tuple(statements)
    roots = [find_claim_origin(s, inferred=True) for s in counted]
    stated_roots = [find_claim_origin(s, inferred=False) for s in counted]
    # one inference about a report is one: its statements that came the same way came so together, or none did
    choices = [roots for _, roots in dict.fromkeys((s.record.slug, list_roots(s)) for s in counted)]
    origins = select_independent(roots, backgrounds)
    traced = _trace_reports(counted, origins)
    return Count(
        reports=len(traced),
        origins=origins,
        stated_origins=select_independent(stated_roots, backgrounds),
        lowest=count_at_least(choices, backgrounds),
        highest=count_at_most(choices, backgrounds),
        untraced=tuple(sorted({root.name for root in roots} & backgrounds)),
        speaker=find_main_speaker(counted),
        traced=traced,
    )


def _trace_reports(statements: Sequence[Statement], origins: tuple[str, ...]) -> tuple[CountedReport, ...]:
    by_slug = sorted(statements, key=lambda statement: statement.record.slug)
    grouped = groupby(by_slug, key=lambda statement: statement.record.slug)
    return tuple(_trace_report(slug, tuple(said), origins) for slug, said in grouped)


def _trace_report(slug: str, said: Sequence[Statement], origins: tuple[str, ...]) -> CountedReport:
    roots = [find_claim_origin(statement, inferred=True) for statement in said]
    names = {name for root in roots for name in (root.name, *root.after)}
    # more than one root is possible only where an inferred link decides
    is_sure = all(len(list_roots(statement)) == 1 for statement in said)
    return CountedReport(slug, tuple(name for name in origins if name in names), is_sure)


def find_main_speaker(statements: Iterable[Statement]) -> Speaker | None:
    """The named speaker with whom three of four chains begin at least, of two or more; None if none."""
    firsts = [chain[0] for s in statements if (chain := s.record.chain_of(s.claim))]
    named = Counter(link.entity for link in firsts if link.entity and not link.origin)
    if len(firsts) < 2 or not named:  # noqa: PLR2004 - one chain begins with somebody, which says nothing
        return None
    # of equals any: neither of two could bear three of four
    entity, chains = max(named.items(), key=itemgetter(1))
    if chains < MOST_CHAINS * len(firsts):
        return None
    first = next(x for x in firsts if x.entity == entity)
    who = f"{first.who} ({first.doubt})" if first.doubt else first.who
    return Speaker(who, entity, chains, len(firsts))


def count_findings(
    statements: Mapping[ClaimRef, Statement], findings: Iterable[Finding], backgrounds: frozenset[str]
) -> dict[str, Count]:
    """The count of every finding. An editor's decision stands beside it, it does not change it."""
    return {f.id: count_origins((statements[ref] for ref in f.claims), backgrounds) for f in findings}
