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

Pair = tuple[str, str]
"""Two refs in the order of their letters: an archive has fifty pairs for each source, and a set of two takes
four times as much memory."""


def of_one_thing(left: Figure, right: Figure) -> bool:
    """Whether the two may be compared at all."""
    return (
        left.unit.casefold() == right.unit.casefold()
        and _same_or_open(left.place, right.place)
        and _same_or_open(left.scope, right.scope)
        and _may_meet(left, right)
    )


def _same_or_open(left: str | None, right: str | None) -> bool:
    return left == right or left is None or right is None


def _may_meet(left: Figure, right: Figure) -> bool:
    if left.as_of is None or right.as_of is None:
        return True
    return left.as_of.earliest <= right.as_of.latest and right.as_of.earliest <= left.as_of.latest


def get_bounds(figure: Figure) -> tuple[float, float] | None:
    """Lowest and highest number; None for words without a number."""
    if figure.range is not None:
        return figure.range
    return None if figure.value is None else (figure.value, figure.value)


def is_different(left: Figure, right: Figure) -> bool:
    """Whether they count one thing and no number fits both."""
    first, second = get_bounds(left), get_bounds(right)
    if first is None or second is None or not of_one_thing(left, right):
        return False
    return first[1] < second[0] or second[1] < first[0]


def is_equal(left: Figure, right: Figure) -> bool:
    """Whether they count one thing and give the same number, or the same words."""
    same = (left.value, left.range, left.vague) == (right.value, right.range, right.vague)
    return same and of_one_thing(left, right)


def shared_figure(first: Statement, second: Statement) -> Figure | None:
    """A figure of the first that the second gives as well, if any."""
    pairs = product(first.claim.figures, second.claim.figures)
    return next((left for left, right in pairs if is_equal(left, right)), None)


def figures_apart(first: Statement, second: Statement) -> tuple[Figure, Figure] | None:
    """A figure of each that differ, if any. Statements that agree on a figure of that unit do not differ."""
    pairs = tuple(product(first.claim.figures, second.claim.figures))
    agreed = {left.unit.casefold() for left, right in pairs if is_equal(left, right)}
    return next(
        (
            (left, right)
            for left, right in pairs
            if left.unit.casefold() not in agreed and is_different(left, right)
        ),
        None,
    )


def pair_refs(left: str, right: str) -> Pair:
    """The same pair whichever comes first."""
    return (left, right) if left <= right else (right, left)


def pair_claims(entries: Iterable[Finding | Disagreement]) -> set[Pair]:
    """Every two claims that stand in one entry."""
    return {pair_refs(*pair) for entry in entries for pair in combinations(entry.claims, 2)}


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

    def judged(finding: Finding, left: str, right: str) -> bool:
        return pair_refs(left, right) in pairs or any((finding.id, r) in at_issue for r in (left, right))

    return judged


def _find_clashes_within(
    finding: Finding,
    judged: Callable[[Finding, str, str], bool],
    statements: Mapping[ClaimRef, Statement],
    order: Mapping[ClaimRef, int],
) -> Iterator[Clash]:
    refs_by_unit: dict[str, set[ClaimRef]] = {}
    for left, right in combinations(finding.claims, 2):
        pair = None if judged(finding, left, right) else figures_apart(statements[left], statements[right])
        if pair:
            refs_by_unit.setdefault(pair[0].unit, set()).update((left, right))
    for unit, refs in refs_by_unit.items():
        yield Clash(tuple(sorted(refs, key=order.__getitem__)), unit, finding.id)
