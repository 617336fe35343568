"""Which texts are compared at all: those that meet in enough fingerprints, or in one long run."""

from __future__ import annotations

from random import Random

from build_tools.relate.reuse_candidates import find_candidates
from build_tools.text.shingles import list_fingerprints


def pair_with_prints(common: int) -> list[list[int]]:
    """Two texts of numbers with so many fingerprints in common, in runs of five words."""
    for seed in range(1000):
        chance = Random(seed)  # noqa: S311 - nothing secret
        runs = [[chance.getrandbits(60) for _ in range(5)] for _ in range(common * 2)]
        texts = [[word for run in runs for word in (*run, chance.getrandbits(60))] for _ in range(2)]
        first, second = ({fingerprint for fingerprint, _ in list_fingerprints(text)} for text in texts)
        if len(first & second) == common:
            return texts
    raise AssertionError(common)


def test_three_short_runs_make_a_pair_worth_comparing() -> None:
    """Two do not: a formula or two is in any texts of one trade."""
    assert find_candidates(pair_with_prints(3)) == ((0, 1),)
    assert find_candidates(pair_with_prints(2)) == ()


def test_sixteen_texts_are_paired_with_one_another() -> None:
    """Seventeen with the first alone, so that a formula in a thousand texts makes no half million pairs."""
    text = list(range(1, 40))
    assert len(find_candidates([text] * 16)) == 16 * 15 // 2
    assert find_candidates([text] * 17) == tuple((0, other) for other in range(1, 17))


def deck(times: int) -> list[list[int]]:
    """Two texts with nine words in common, of which the first says five so often, at last with the rest.

    The five are the only fingerprint that both have.
    """
    for seed in range(1000):
        chance = Random(seed)  # noqa: S311 - nothing secret

        def words(count: int = 9, chance: Random = chance) -> list[int]:
            return [chance.getrandbits(60) for _ in range(count)]

        common = words()
        first, second = words(), [*words(), *common, *words()]
        for _ in range(times - 1):
            first += [*common[2:7], *words()]
        first += [*common, *words()]
        known = {fingerprint for fingerprint, _ in list_fingerprints(second)}
        if len(met := [f for f, _ in list_fingerprints(first) if f in known]) == times and len(set(met)) == 1:
            return [first, second]
    raise AssertionError(times)


def test_four_places_of_a_fingerprint_are_looked_at() -> None:
    """A text that says the same five words again and again must not be compared with all at each of them."""
    assert find_candidates(deck(1)) == find_candidates(deck(4)) == ((0, 1),)
    assert find_candidates(deck(5)) == ()
