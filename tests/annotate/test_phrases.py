"""Looking only where a phrase may stand finds what searching everywhere finds."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from build_tools.annotate.hedging import Hedging
from build_tools.annotate.phrases import TopicPhrases
from build_tools.annotate.rules import Rulebook, compile_rules
from build_tools.text.fold import fold
from tests.annotate.make import topic

_WORD = st.sampled_from(["pre", "trial", "a", "ab", "ferry", "ж", "U.S", "don't", "17", "İ", "(x)"])
_PHRASE = st.lists(
    st.tuples(_WORD, st.sampled_from(["", "*", "* ", " ", "-", " -", "- "])), min_size=1, max_size=3
).map(lambda parts: "".join(word + end for word, end in parts))
_PHRASES = st.lists(_PHRASE.filter(lambda p: re.fullmatch(r"(?:[^*]|\*[^\w*]|\*$)+", p)), max_size=4)
_TEXT = st.lists(
    st.sampled_from(
        ["pre", "Trial", "A", "ab", "ferries", "Ж", "u.s", "don’t", "17", "-", "–", " ", "  ", ".", "i"]
    )
).map("".join)


def _written(phrases: list[str]) -> re.Pattern[str] | None:
    """The phrases as the first version wrote them: every part may give back what it took."""

    def part(piece: str) -> str:
        if piece.isspace():
            return r"[\s-]+"
        return {"*": r"\w*", "-": r"[-\s]?"}.get(piece, re.escape(piece))

    made = {"".join(part(x) for x in re.split(r"(\s+|\*|-)", fold(p).strip()) if x): None for p in phrases}
    either = "|".join(sorted(made, key=lambda e: (-len(e), e)))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE) if made else None


@given(_PHRASES, _TEXT)
def test_a_phrase_that_gives_nothing_back_loses_nothing(phrases: list[str], text: str) -> None:
    """Whether something is found does not change with the quick expressions."""
    quick, slow = TopicPhrases(phrases).pattern, _written(phrases)
    assert (quick is None) == (slow is None)
    if quick and slow:
        assert bool(quick.search(fold(text))) == bool(slow.search(fold(text)))


@given(_PHRASES, _PHRASES, _PHRASES, _TEXT)
@example(["pre-trial"], [], [], "preTrial")
@example(["a pre-trial"], [], [], "a pretrial")
@example(["don't ab"], [], [], "don’t ab")
@example(["a* ab"], [], [], "trial - ab - ab")
@example(["a b* ab"], [], [], "a bab ab")
def test_topics_are_those_of_a_search_for_every_phrase(
    either: list[str], unless: list[str], both: list[str], text: str
) -> None:
    """Words that are struck out, and letters whose case cannot be told, included."""
    rule = compile_rules(
        topic("a", any=either, unless=unless, together=[[both, either]] if both and either else [])
    )
    book, folded = Rulebook((rule,)), fold(text)
    struck = rule.unless.pattern.sub(" | ", folded) if rule.unless.pattern else folded
    expected = bool(rule.any.pattern and rule.any.pattern.search(struck)) or any(
        all(p.pattern is not None and p.pattern.search(struck) for p in each) for each in rule.together
    )
    said = book.search_paragraph(folded)
    assert any(r.is_met_by(said) for r in book.list_concerned(said)) == expected


@given(st.dictionaries(st.sampled_from("xyz"), _PHRASES), _TEXT)
def test_hedges_are_those_of_a_search_kind_by_kind(kinds: dict[str, list[str]], text: str) -> None:
    """At the same places, the same phrase of those that fit."""
    folded = fold(text)
    expected = {
        (*match.span(), kind)
        for kind, phrases in kinds.items()
        if (searched := TopicPhrases(phrases).pattern)
        for match in searched.finditer(folded)
    }
    assert set(Hedging(kinds).find_hedges(folded)) == expected


def test_no_phrase_takes_the_square_of_a_word() -> None:
    """A word of a hundred thousand letters is looked through once, whatever a phrase’s endings."""
    found = TopicPhrases(["a*-a*-a*-a*-a*-a*-b", "a* a* a* a* a* b", "a - - - - - - - b"]).pattern
    assert found
    assert not found.search("a" * 100_000)
    assert not found.search("a " * 1000)
    assert not found.search("a" + " -" * 1000)
