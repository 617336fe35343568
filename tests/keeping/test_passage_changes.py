"""What became of each passage of a page that was captured again: every one is accounted for, once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.keeping.passage_changes import PassageChanges, compare_passages
from build_tools.model.clean import CleanText, Kind, Paragraph

WORDS = ("ferry", "salt", "lock", "deer", "mayor", "sheet", "council", "barge", "lantern", "weir")
PASSAGES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join), max_size=7)


def make_text(passages: list[str]) -> CleanText:
    """A cleaned text of these paragraphs."""
    made = tuple(Paragraph(f"p{n}", Kind.BODY, text, ()) for n, text in enumerate(passages, 1))
    return CleanText("x.txt", "", 0, "utf-8", 0, (), (), made)


def compare(before: list[str], after: list[str]) -> PassageChanges:
    """The changes from one list of paragraphs to another."""
    return compare_passages(make_text(before), make_text(after))


def test_what_stays_moves_changes_goes_and_comes() -> None:
    """Equal words are one passage, whatever their case and quotation marks; half of them make it reworded."""
    before = ["The ferry stopped on Monday.", "Salt was “missing”.", "The mayor denied it at noon.", "Deer."]
    after = [
        "A new line.",
        "The ferry stopped on Monday.",
        'salt was "Missing".',
        "The mayor denied it at ten.",
    ]
    assert compare(before, after) == PassageChanges(
        became={"p1": "p2", "p2": "p3", "p3": "p4"}, reworded=("p3",), gone=("p4",), new=("p1",)
    )


def test_a_passage_put_elsewhere_is_found() -> None:
    """Its claims go with it."""
    changes = compare(
        ["one two three", "four five six", "seven eight"], ["seven eight", "one two three", "four five six"]
    )
    assert changes == PassageChanges({"p1": "p2", "p2": "p3", "p3": "p1"}, (), (), ())


@given(PASSAGES, PASSAGES)
def test_every_passage_is_accounted_for(before: list[str], after: list[str]) -> None:
    """Each has one place in the later capture, or is gone; each of the later one is taken once, or is new."""
    changes = compare(before, after)
    now = {f"p{n}": f"p{n}" for n in range(1, len(before) + 1)} | dict(changes.became)
    kept = [place for name, place in now.items() if name not in changes.gone]
    assert len(set(kept)) == len(kept)
    assert {*kept, *changes.new} == {f"p{n}" for n in range(1, len(after) + 1)}
    assert not {*kept} & {*changes.new}
    assert not {*changes.gone} & {*changes.reworded, *changes.became}
    for name, place in now.items():
        if name not in (*changes.gone, *changes.reworded):
            assert before[int(name[1:]) - 1] == after[int(place[1:]) - 1]


@given(PASSAGES)
def test_the_same_text_changes_nothing(passages: list[str]) -> None:
    """However often its passages repeat."""
    assert compare(passages, passages) == PassageChanges({}, (), (), ())
