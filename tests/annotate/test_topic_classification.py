"""Topics by their own rules: phrases, combinations, what is struck out, what carries over."""

from __future__ import annotations

import pytest

from build_tools.annotate import annotate
from build_tools.annotate.phrases import TopicPhrases
from build_tools.model.annotation import Layer, Motivation
from build_tools.model.vocabulary import Topic
from build_tools.text.fold import fold
from tests.annotate.make import clean_text, report, seed, topic
from tests.relate.make import claim

FERRIES = topic(
    "ferries",
    any=["ferry", "ferries"],
    together=[[["boat*", "barge"], ["timetable", "passenger*"]]],
    unless=["ferry wine"],
    carries=True,
    after=["deck*"],
)
FLOODS = topic("floods", any=["flood*", "high-water mark"])
LONG = "The council of the town met for three hours in the old hall above the market"


def by_paragraph(*paragraphs: str, topics: tuple[Topic, ...] = (FERRIES, FLOODS)) -> list[list[str]]:
    """The topics of each paragraph."""
    made = annotate(
        seed(report(paragraphs=len(paragraphs))), clean_text(*paragraphs), topics=topics, entities=()
    )
    found: list[list[str]] = [[] for _ in paragraphs]
    for a in made.annotations:
        if a.motivation is Motivation.CLASSIFYING:
            found[int(a.target.passage[1:]) - 1].append(a.value)
    return found


@pytest.mark.parametrize(
    ("phrase", "text", "fits"),
    [
        ("recruit*", "Recruiters", True),
        ("recruit", "recruits", False),
        ("refus* to fight", "refused   to FIGHT", True),
        ("front line", "front-line", True),
        ("pre-trial", "pretrial", True),
        ("pre-trial", "pre trial", True),
        ("Conscript's", "conscript’s", True),
        ("a.b", "axb", False),
    ],
)
def test_phrase(phrase: str, text: str, fits: bool) -> None:
    """A phrase matches whole words in any case; star, space and hyphen mean what the keeper is told."""
    compiled = TopicPhrases([phrase]).pattern
    assert compiled is not None
    assert bool(compiled.search(fold(text))) == fits


def test_any_together_unless() -> None:
    """One phrase of `any` is enough; `together` needs one of each; what is struck out counts for nothing."""
    assert by_paragraph(f"{LONG} by ferry.") == [["ferries"]]
    assert by_paragraph(f"{LONG}: boats, passengers.") == [["ferries"]]
    assert by_paragraph(f"{LONG}: boats.") == [[]]
    assert by_paragraph(f"{LONG} with ferry wine.") == [[]]
    assert by_paragraph(f"{LONG}: a ferry in a flood.") == [["ferries", "floods"]]


def test_struck_words_do_not_let_their_neighbours_meet() -> None:
    """Striking words out does not make a phrase of the words around them."""
    split = topic("split", any=["old pier"], unless=["stone"])
    assert by_paragraph("The old stone pier was shut for all of the winter months.", topics=(split,)) == [[]]


def test_word_that_counts_only_after() -> None:
    """A weak word is enough after a paragraph of the topic, and not elsewhere."""
    assert by_paragraph(f"{LONG} on deck.", f"{LONG} by ferry.", f"{LONG} on deck.", f"{LONG}.") == [
        [],
        ["ferries"],
        ["ferries"],
        [],
    ]


def test_paragraph_that_points_back_keeps_the_topic() -> None:
    """`This scene …`, a short sentence and their like belong to what stands before; a chain of them too."""
    assert by_paragraph(
        f"{LONG} by ferry.",
        f"This is what many people of the town had feared: {LONG.lower()}.",
        "“I row daily,” said Quill.",
        f"{LONG}.",
        "It rained.",
    ) == [["ferries"], ["ferries"], ["ferries"], [], []]


def test_only_a_topic_that_carries_carries() -> None:
    """A topic without `carries` ends with its paragraph."""
    assert by_paragraph(f"{LONG}: a flood.", "This was bad.") == [["floods"], []]


def test_paragraph_with_a_topic_that_carries_does_not_keep_another() -> None:
    """A paragraph that is about something of its own is not about what stands before."""
    piers = topic("piers", any=["pier"], carries=True)
    assert by_paragraph(f"{LONG} by ferry.", "This pier was shut.", topics=(FERRIES, piers)) == [
        ["ferries"],
        ["piers"],
    ]


def test_topic_without_rules_is_the_editors() -> None:
    """A topic without rules is never given by the program; a claim's topics stand on its digest."""
    bare = Topic.model_validate({"id": "bare", "label": "Bare", "scope_note": "All."})
    record = report(claim("p1c1", topics=["bare", "ferries"]))
    made = annotate(seed(record), clean_text(f"{LONG} by ferry."), (bare, FERRIES), ())
    marks = [a for a in made.annotations if a.motivation is Motivation.CLASSIFYING]
    assert [(a.target.layer, a.value, a.rule) for a in marks] == [
        (Layer.CAPTURE, "ferries", "phrases"),
        (Layer.DIGEST, "bare", "editor"),
        (Layer.DIGEST, "ferries", "editor"),
    ]


def test_standfirst_does_not_carry_into_the_body() -> None:
    """What stands above the article decides nothing about its first paragraph."""
    made = annotate(
        seed(report()), clean_text("This was bad.", standfirst=f"{LONG} by ferry."), (FERRIES,), ()
    )
    marks = [a for a in made.annotations if a.motivation is Motivation.CLASSIFYING]
    assert [a.target.passage for a in marks] == ["standfirst"]
