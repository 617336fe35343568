"""Statements → figures that say the same or differ, because an editor may overlook one; nothing is judged.

Two figures are compared only if they count one thing: the same unit, no other place, no other scope, and days
that may be the same. They differ if no number fits both. Words that give no number are never compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations, product

from build_tools.model.archive import Clash, Statement
from build_tools.model.base import ClaimRef
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.record import Figure

Pair = frozenset[str]
"""Two refs."""


def of_one_thing(one: Figure, other: Figure) -> bool:
    """Whether the two may be compared at all."""
    return (
        one.unit.casefold() == other.unit.casefold()
        and _same_or_open(one.place, other.place)
        and _same_or_open(one.scope, other.scope)
        and _may_meet(one, other)
    )


def _same_or_open(one: str | None, other: str | None) -> bool:
    return one == other or one is None or other is None


def _may_meet(one: Figure, other: Figure) -> bool:
    if one.as_of is None or other.as_of is None:
        return True
    return one.as_of.earliest <= other.as_of.latest and other.as_of.earliest <= one.as_of.latest


def get_bounds(figure: Figure) -> tuple[float, float] | None:
    """Lowest and highest number; None for words without a number."""
    if figure.range is not None:
        return figure.range
    return None if figure.value is None else (figure.value, figure.value)


def is_different(one: Figure, other: Figure) -> bool:
    """Whether they count one thing and no number fits both."""
    first, second = get_bounds(one), get_bounds(other)
    if first is None or second is None or not of_one_thing(one, other):
        return False
    return first[1] < second[0] or second[1] < first[0]


def is_equal(one: Figure, other: Figure) -> bool:
    """Whether they count one thing and give the same number, or the same words."""
    same = (one.value, one.range, one.vague) == (other.value, other.range, other.vague)
    return same and of_one_thing(one, other)


def shared_figure(first: Statement, second: Statement) -> Figure | None:
    """A figure of the first that the second gives as well, if any."""
    pairs = product(first.claim.figures, second.claim.figures)
    return next((one for one, other in pairs if is_equal(one, other)), None)


def figures_apart(first: Statement, second: Statement) -> tuple[Figure, Figure] | None:
    """A figure of each that differ, if any. Statements that agree on a figure of that unit do not differ."""
    pairs = tuple(product(first.claim.figures, second.claim.figures))
    agreed = {one.unit.casefold() for one, other in pairs if is_equal(one, other)}
    return next(
        (
            (one, other)
            for one, other in pairs
            if one.unit.casefold() not in agreed and is_different(one, other)
        ),
        None,
    )


def pair_claims(entries: Iterable[Finding | Disagreement]) -> set[Pair]:
    """Every two claims that stand in one entry."""
    return {frozenset(pair) for entry in entries for pair in combinations(entry.claims, 2)}


def find_clashes(
    findings: Iterable[Finding],
    disagreements: Iterable[Disagreement],
    statements: Mapping[ClaimRef, Statement],
) -> tuple[Clash, ...]:
    """Within each finding: figures that differ and that no disagreement speaks of."""
    judged = _compile_judged(disagreements)
    order = {ref: at for at, ref in enumerate(statements)}
    return tuple(clash for f in findings for clash in _find_clashes_within(f, judged, statements, order))


def _compile_judged(disagreements: Iterable[Disagreement]) -> Callable[[Finding, str, str], bool]:
    """Whether two claims of a finding are side by side, or one of them where the finding is at issue."""
    entries = tuple(disagreements)
    pairs = pair_claims(entries)
    at_issue = {(name, ref) for d in entries for name in d.findings for ref in d.claims}

    def judged(finding: Finding, one: str, other: str) -> bool:
        return frozenset((one, other)) in pairs or any((finding.id, r) in at_issue for r in (one, other))

    return judged


def _find_clashes_within(
    finding: Finding,
    judged: Callable[[Finding, str, str], bool],
    statements: Mapping[ClaimRef, Statement],
    order: Mapping[ClaimRef, int],
) -> Iterator[Clash]:
    found: dict[str, set[ClaimRef]] = {}
    with_figures = [ref for ref in finding.claims if statements[ref].claim.figures]
    for one, other in combinations(with_figures, 2):
        pair = None if judged(finding, one, other) else figures_apart(statements[one], statements[other])
        if pair:
            found.setdefault(pair[0].unit, set()).update((one, other))
    for unit, refs in found.items():
        yield Clash(tuple(sorted(refs, key=order.__getitem__)), unit, finding.id)
