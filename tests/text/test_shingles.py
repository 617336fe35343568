"""Fingerprints: few, certain, and of the words alone."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.shingles import SHINGLE, SURE, WINDOW, Numbering, even_words, list_fingerprints

WORDS = st.lists(st.sampled_from([f"w{n}" for n in range(12)]), max_size=40)


def prints(words: list[str]) -> set[int]:
    """The fingerprints without their places."""
    return {fingerprint for fingerprint, _ in list_fingerprints(Numbering().number_words(words))}


@given(WORDS, st.lists(st.sampled_from("abcdefgh"), min_size=SURE, max_size=20), WORDS, WORDS, WORDS)
def test_a_run_gives_a_fingerprint_in_common(
    a: list[str], run: list[str], b: list[str], c: list[str], d: list[str]
) -> None:
    """SURE equal words are enough, whatever stands around them."""
    assert prints([*a, *run, *b]) & prints([*c, *run, *d])


@given(WORDS)
def test_fingerprints_stand_where_they_say(words: list[str]) -> None:
    """Each is of the shingle at its place; places rise, and no gap is wider than the window."""
    numbers = Numbering().number_words(words)
    found = list(list_fingerprints(numbers))
    places = [at for _, at in found]
    assert places == sorted(set(places))
    for fingerprint, at in found:
        assert list(list_fingerprints(numbers[at : at + SHINGLE])) == [(fingerprint, 0)]
    assert all(later - earlier <= WINDOW for earlier, later in itertools.pairwise(places))
    assert bool(found) == (len(words) >= SHINGLE)


def test_words_are_compared_without_their_typography() -> None:
    """Case, apostrophes and compatibility forms are no difference; letters are."""
    assert even_words("The MILLER’S “ﬁrst” day") == even_words("the miller's 'first' DAY")
    assert even_words("Straße") == even_words("STRASSE")
    assert even_words("мельник") != even_words("мельница")


def test_numbers_are_the_same_in_every_run() -> None:
    """A number written down here once stays what it is: a committed result rests on it."""
    assert list(Numbering().number_words(["ferry"])) == list(Numbering().number_words(["ferry"]))
    assert Numbering().number_words(["ferry"])[0] == FERRY


FERRY = 1188261472080712558
