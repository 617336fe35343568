"""Archive + Material → what an editor may have overlooked: suggestions of `archive check`, never of the site.

Three things: one figure in two sources without a finding, figures that differ without a disagreement, and
statements of two sources on the same rare names without either. Statements meet through what they share,
never all with all. Only what a person would want to look at is told: nothing between passages that are joined
already, nothing that is judged through another retelling, and each group of statements by as few pairs as
hold it together.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import PurePath
from sys import intern

from build_tools.model.archive import Archive, Statement
from build_tools.model.base import ClaimRef
from build_tools.model.codes import make_fault
from build_tools.model.fault import Fault
from build_tools.model.material import Material, Seed
from build_tools.model.record import ClaimKind
from build_tools.relate.comparison import Pair, figures_apart, pair_claims, pair_refs, shared_figure
from build_tools.text.attribution_words import tell_speaker
from build_tools.text.claim_words import write_amount, write_figure
from build_tools.text.terminal import join_with_and

CROWD = 24
"""What more statements than this share brings none of them together: it is too common to tell anything."""

NAMES = 2
"""So many rare names in common make two statements worth a look."""

RARE = 6
"""A name is rare if no more statements than this mention it …"""

RARE_SHARE = 0.08
"""… or no more than this share of all."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two statements of which an editor might say that they belong together."""

    code: str
    first: Statement
    second: Statement
    shared: str
    """What they have in common or apart, as a verb and its object."""


def list_suggestions(archive: Archive, material: Material) -> tuple[Fault, ...]:
    """The suggestions, each at the later statement of its pair, sorted by place."""
    seeds = {seed.record.slug: seed for seed in material.seeds}
    likenesses = find_likenesses(archive)
    concerned = {likeness.second.record.slug for likeness in likenesses}
    places = {
        ClaimRef.of(slug, claim.id): at
        for slug in concerned
        for at, claim in enumerate(seeds[slug].record.claims)
    }
    worded = [_word_likeness(likeness, seeds, places) for likeness in likenesses]
    return tuple(sorted((*worded, *_suggest_one_voice(archive, material))))


def _suggest_one_voice(archive: Archive, material: Material) -> Iterator[Fault]:
    """A fault for each finding that counts as several origins although most chains begin with one speaker."""
    for finding in archive.findings:
        counted = archive.counts[finding.id]
        if counted.speaker and counted.lowest > 1 and finding.decision is None:
            places, loc = material.finding_places[finding.id]
            yield make_fault(places, loc, "E204", tell_speaker(counted.speaker))


def find_likenesses(archive: Archive) -> tuple[Likeness, ...]:
    """Pairs worth a look that nobody has joined, the figures first."""
    judged = _Judged(archive)
    groups = _Groups()
    candidates = (*_match_figures(archive), *_match_names(archive))
    return tuple(x for x in candidates if not judged(x) and groups.join(x.first.ref, x.second.ref))


class _Groups:
    """Refs that hang together by the pairs told so far."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}

    def _find_root(self, ref: str) -> str:
        while (above := self._first.get(ref, ref)) != ref:
            # so that the way is half as long next time
            self._first[ref] = ref = self._first.get(above, above)
        return ref

    def join(self, left: str, right: str) -> bool:
        """False if the two hung together already."""
        first, second = self._find_root(left), self._find_root(right)
        self._first[second] = first
        return first != second


class _Judged:
    """Whether an editor has seen a pair: itself, its passages, or what says the same as one of the two."""

    def __init__(self, archive: Archive) -> None:
        self._joined = pair_claims((*archive.findings, *archive.disagreements))
        self._joined |= _list_denials(archive)
        # claims of a finding that is one no more: an editor has said that they do not make one
        self._joined |= {pair_refs(*pair) for gone in archive.withdrawn for pair in combinations(gone.see, 2)}
        self._passages = {pair_refs(*map(_name_passage, pair)) for pair in self._joined}
        self._same: dict[str, set[str]] = {}
        for finding in archive.findings:
            for ref in finding.claims:
                self._same.setdefault(ref, {ref}).update(finding.claims)

    def __call__(self, likeness: Likeness) -> bool:
        refs = (likeness.first.ref, likeness.second.ref)
        if likeness.code == "E202" and pair_refs(*map(_name_passage, refs)) in self._passages:
            return True
        first, second = (self._same.get(ref, {ref}) for ref in refs)
        if likeness.code != "E203":
            return pair_refs(*refs) in self._joined
        return any(pair_refs(a, b) in self._joined for a in first for b in second)


def _name_passage(ref: str) -> str:
    """Of a claim's ref, all but the number of the claim: `river-floods#p3`."""
    return intern(ref.rpartition("c")[0])


def _list_denials(archive: Archive) -> set[Pair]:
    """A claim and its denial have met already."""
    return {pair_refs(claim, denial) for f in archive.findings for claim in f.claims for denial in f.denials}


def _pair_statements(
    statements: Iterable[Statement], keys: Callable[[Statement], Iterable[Hashable]], most: int
) -> Iterator[tuple[Statement, Statement]]:
    """Every two statements under one key, each pair once; crowded keys are passed over."""
    by_key: dict[Hashable, list[Statement]] = {}
    for statement in statements:
        # two figures of one unit are one meeting
        for key in dict.fromkeys(keys(statement)):
            by_key.setdefault(key, []).append(statement)
    met: set[Pair] = set()
    for members in by_key.values():
        if len(members) <= most:
            for first, second in combinations(members, 2):
                pair = pair_refs(first.ref, second.ref)
                if pair not in met:
                    met.add(pair)
                    yield first, second


def _match_figures(archive: Archive) -> Iterator[Likeness]:
    """The same figure in two sources; figures of one unit and place that differ, about the same names."""
    stated = archive.statements.values()
    for first, second in _pair_statements(
        stated, lambda s: (f.unit.casefold() for f in s.claim.figures), CROWD
    ):
        apart = first.record.slug != second.record.slug
        if apart and (same := shared_figure(first, second)):
            yield Likeness("E201", first, second, f"share a figure: {write_figure(same)}")
        elif _same_mentions(first, second) and (pair := figures_apart(first, second)):
            words = " and ".join(write_amount(figure) for figure in pair)
            yield Likeness("E203", first, second, f"differ, with {words} {pair[0].unit}")


def _same_mentions(first: Statement, second: Statement) -> bool:
    return bool(set(first.claim.mentions) & set(second.claim.mentions))


def _match_names(archive: Archive) -> Iterator[Likeness]:
    """Statements of two sources that share rare names and a topic; a denial is not of what it denies."""
    carried = _rare_names(archive)
    labels = {e.id: e.name for e in archive.entities}

    def shared_names(statement: Statement) -> Iterator[tuple[str, ...]]:
        """Every two of its names with a topic: statements that share one name only need not meet."""
        # bounded: pairs of names grow with the square
        names = sorted(carried.get(statement.ref, ()))[:CROWD]
        for pair_of_names in combinations(names, NAMES):
            yield from ((*pair_of_names, topic) for topic in dict.fromkeys(statement.claim.topics))

    pairs = _pair_statements(archive.statements.values(), shared_names, CROWD)
    order = {ref: n for n, ref in enumerate(archive.statements)}
    for first, second in sorted(pairs, key=lambda pair: (order[pair[0].ref], order[pair[1].ref])):
        if first.record.slug == second.record.slug or _is_denial(first) is not _is_denial(second):
            continue
        both = join_with_and(sorted(labels[name] for name in carried[first.ref] & carried[second.ref]))
        yield Likeness("E202", first, second, f"both speak of {both}")


def _rare_names(archive: Archive) -> dict[str, set[str]]:
    """The rare names of each statement."""
    most = max(RARE, round(RARE_SHARE * len(archive.statements)))
    carried: dict[str, set[str]] = {}
    for name, refs in archive.by_entity.items():
        for ref in refs if len(refs) <= most else ():
            carried.setdefault(ref, set()).add(name)
    return carried


def _is_denial(statement: Statement) -> bool:
    return statement.claim.kind is ClaimKind.DENIAL


def _word_likeness(likeness: Likeness, seeds: Mapping[str, Seed], places: Mapping[ClaimRef, int]) -> Fault:
    seed = seeds[likeness.second.record.slug]
    at = places[likeness.second.ref]
    file_name = PurePath(seeds[likeness.first.record.slug].places.path).name
    first = f"{likeness.first.claim.id} of {likeness.first.record.slug} ({file_name})"
    message = f"{likeness.second.claim.id} here and {first} {likeness.shared}."
    return make_fault(seed.places, ("claims", at, "id"), likeness.code, message)
