"""Properties of shared wording: order and strangers change nothing, whatever the texts."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from build_tools.relate.reuse_candidates import ENOUGH
from build_tools.relate.wording_reuse import find_reuse
from tests.relate.texts import FAIR, LEVEE, MILL, document

VOCABULARY = [a + b + c for a in "bdfg" for b in "aeiou" for c in "lmnr"]
PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(VOCABULARY), max_size=30).map(" ".join), min_size=1, max_size=5
)
REPEATING = st.lists(st.lists(st.sampled_from(["la", "li", "lo"]), max_size=30).map(" ".join), max_size=4)


@given(st.one_of(PARAGRAPHS, REPEATING))
def test_a_text_beside_itself_is_identical(paragraphs: list[str]) -> None:
    """Nine words or more beside themselves: all of them are shared, and each paragraph is its own twin."""
    found = find_reuse([document("one", *paragraphs), document("two", *paragraphs)])
    if sum(len(p.split()) for p in paragraphs) < 9:
        assert not found
        return
    (pair,) = found
    assert (pair.left_share, pair.right_share) == (1.0, 1.0)
    twins = {p.left: p.ratio for p in pair.passages if p.left == p.right}
    assert twins == {f"p{n}": 1.0 for n, p in enumerate(paragraphs, 1) if p}


@given(st.lists(st.one_of(PARAGRAPHS, REPEATING), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_order_changes_nothing_and_shares_are_shares(texts: list[list[str]], chance: random.Random) -> None:
    """The same pairs in whatever order the sources come, and no share beyond the whole."""
    documents = [document(f"d{n}", *paragraphs) for n, paragraphs in enumerate(texts)]
    found = find_reuse(documents)
    chance.shuffle(documents)
    assert find_reuse(documents) == found
    for pair in found:
        assert pair.left < pair.right
        assert 0 <= pair.left_share <= 1 >= pair.right_share >= 0
        assert all(0 < p.ratio <= 1 and p.longest <= p.words for p in pair.passages)


@given(st.lists(PARAGRAPHS, min_size=2, max_size=3))
def test_swapping_two_sources_swaps_the_pair(texts: list[list[str]]) -> None:
    """Which of two has the smaller slug decides about left and right only."""
    one, other = texts[0], texts[1]
    there = find_reuse([document("a", *one), document("b", *other)])
    back = find_reuse([document("b", *one), document("a", *other)])
    assert [(p.left_share, p.right_share, p.words) for p in there] == [
        (p.right_share, p.left_share, p.words) for p in back
    ]
    assert [{(a.left, a.right) for a in p.passages} for p in there] == [
        {(a.right, a.left) for a in p.passages} for p in back
    ]


@given(st.lists(PARAGRAPHS, min_size=2, max_size=4))
def test_a_stranger_changes_nothing(texts: list[list[str]]) -> None:
    """Whether two sources share wording depends on the two alone."""
    documents = [document(f"d{n}", *paragraphs) for n, paragraphs in enumerate(texts)]
    assert find_reuse([*documents, document("stranger", MILL, FAIR, LEVEE, day="2001")]) == find_reuse(
        documents
    )


@given(
    st.lists(st.sampled_from(VOCABULARY), min_size=ENOUGH, max_size=20),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_a_run_is_found_wherever_it_stands(run: list[str], before: int, after: int) -> None:
    """No place in a text hides a run from its fingerprints."""
    left = [*(f"left{n}" for n in range(before)), *run, *(f"more{n}" for n in range(after))]
    right = [*(f"right{n}" for n in range(after)), *run, *(f"else{n}" for n in range(before))]
    (pair,) = find_reuse([document("one", " ".join(left)), document("two", " ".join(right))])
    assert pair.passages[0].words >= len(run)
