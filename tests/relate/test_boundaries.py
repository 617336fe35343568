"""Where each relation begins and ends: the last case on this side, and the first on the other."""

from __future__ import annotations

import pytest

from build_tools.model.archive import Archive
from build_tools.model.edtf import Edtf
from build_tools.model.errors import UsageError
from build_tools.model.record import Figure
from build_tools.relate.comparison import is_different, is_equal, of_one_thing
from build_tools.relate.explain import explain_id
from build_tools.relate.suggestions import find_likenesses
from build_tools.relate.topic_index import list_upwards
from build_tools.relate.wording_reuse import NumberedText, compare_texts, find_reuse
from tests.relate.make import archive, claim, entity, record, topic
from tests.relate.make import finding as make_finding
from tests.relate.texts import FAIR, LEVEE, document

SEAS = (
    "the", "salt", "barges", "of", "the", "delta", "lay", "at", "anchor", "until", "the", "thaw", "came",
    "in", "late", "march",
)  # fmt: skip


def figure(**fields: object) -> Figure:
    """A figure of salt."""
    return Figure.model_validate({"unit": "tonnes", **fields})


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({"value": 3}, {"value": 4}, True),
        ({"value": 4}, {"value": 3}, True),
        ({"value": 3}, {"value": 3}, False),
        ({"range": [1, 2]}, {"range": [2, 3]}, False),
        ({"range": [2, 3]}, {"range": [1, 2]}, False),
        ({"range": [1, 2]}, {"range": [3, 4]}, True),
        ({"range": [3, 4]}, {"range": [1, 2]}, True),
        ({"value": 2}, {"range": [1, 3]}, False),
        ({"value": 3}, {"vague": "many"}, False),
        ({"vague": "many"}, {"value": 3}, False),
        ({"value": 3, "unit": "Tonnes"}, {"value": 4}, True),
        ({"value": 3, "unit": "sacks"}, {"value": 4}, False),
        ({"value": 3, "place": "mill"}, {"value": 4, "place": "weir"}, False),
        ({"value": 3, "place": "mill"}, {"value": 4}, True),
        ({"value": 3}, {"value": 4, "place": "weir"}, True),
        ({"value": 3, "scope": "a day"}, {"value": 4, "scope": "a week"}, False),
        ({"value": 3, "as_of": "2031-04"}, {"value": 4, "as_of": "2031-05"}, False),
        ({"value": 3, "as_of": "2031-05"}, {"value": 4, "as_of": "2031-04"}, False),
        ({"value": 3, "as_of": "2031-04"}, {"value": 4, "as_of": "2031-04-30"}, True),
        ({"value": 3, "as_of": "2031-04-01"}, {"value": 4, "as_of": "2031-04"}, True),
        ({"value": 3, "as_of": "2031-04-30"}, {"value": 4, "as_of": "2031-04"}, True),
        ({"value": 3, "as_of": "2031-04"}, {"value": 4}, True),
        ({"value": 3}, {"value": 4, "as_of": "2031-04"}, True),
    ],
)
def test_figures_differ_if_no_number_fits_both(
    one: dict[str, object], other: dict[str, object], apart: bool
) -> None:
    """Of one unit, place, scope and day; ranges that touch have a number in common."""
    assert is_different(figure(**one), figure(**other)) is apart


def test_equal_figures_count_one_thing() -> None:
    """The same number of something else is another figure; the same words are the same."""
    assert is_equal(figure(value=3), figure(value=3))
    assert is_equal(figure(vague="many"), figure(vague="many"))
    assert not is_equal(figure(value=3), figure(value=3, unit="sacks"))
    assert not is_equal(figure(value=3), figure(range=[3, 3]))
    assert of_one_thing(figure(value=3), figure(vague="many"))


def test_a_clash_is_in_the_first_figures_unit() -> None:
    """Units that differ in capitals are one; claims stand in the order of the archive."""
    one = record("a", claim("p1c1"), claim("p2c1", figures=[{"value": 3, "unit": "Tonnes"}]))
    other = record("b", claim("p1c1", figures=[{"value": 4, "unit": "tonnes"}]))
    made = archive([one, other], findings=[make_finding("salt", "b#p1c1", "a#p1c1", "a#p2c1")])
    (clash,) = made.clashes
    assert (clash.claims, clash.unit, clash.finding) == (("a#p2c1", "b#p1c1"), "tonnes", "salt")


def lengths(left: str, right: str) -> list[tuple[str, str]]:
    """The passages told beside one that both sources have."""
    (pair,) = find_reuse([document("a", FAIR, left), document("b", FAIR, right)])
    return [(told.left, told.right) for told in pair.passages][1:]


def test_six_words_in_a_row_tell_a_passage() -> None:
    """Five do not, in passages that are longer than twice that."""
    assert lengths(f"{LEVEE} {' '.join(SEAS[:6])}", f"{' '.join(SEAS[:6])} {'a rope ' * 8}") == [("p2", "p2")]
    assert lengths(f"{LEVEE} {' '.join(SEAS[:5])}", f"{' '.join(SEAS[:5])} {'a rope ' * 8}") == []


def test_half_a_passage_in_short_runs_tells_it() -> None:
    """Two runs of three words in twelve; one word more, and they are chance."""
    mixed = ["red", *SEAS[:3], "green", *SEAS[8:11], "blue", "black", "white", "grey"]
    whole = f"{' '.join(SEAS)} {LEVEE}"
    assert lengths(whole, " ".join(mixed)) == [("p2", "p2")]
    assert lengths(whole, " ".join([*mixed, "brown"])) == []


def test_twelve_words_in_runs_show_that_wording_is_shared() -> None:
    """No nine in a row are left; eight and four are enough, eight and three are not."""
    words = f"cost {FAIR}".split()
    edited = [*words[:8], "turnip", *words[9:13], "parsnip", "leek"]
    assert find_reuse([document("a", " ".join(words)), document("b", " ".join(edited))])
    fewer = [*words[:8], "turnip", *words[9:12], "parsnip", "leek"]
    assert not find_reuse([document("a", " ".join(words)), document("b", " ".join(fewer))])


def test_two_fifths_of_two_passages_show_that_wording_is_shared() -> None:
    """Twelve words in runs of passages of thirty; of thirty-one they are chance."""
    common = range(12)
    for length, found in ((30, True), (31, False)):
        texts = [
            NumberedText(
                slug=slug,
                published=Edtf.parse("2031-05-01"),
                passages=("p1",),
                starts=(0, length),
                numbers=[*common[:8], own, *common[8:], *range(own + 1, own + length - 12)],
                body=frozenset({0}),
            )
            for slug, own in (("a", 100), ("b", 200))
        ]
        assert bool(compare_texts(*texts)) is found


def test_a_source_is_shown_with_its_twenty_four_closest() -> None:
    """Of thirty that share a name; and sixty-four may share one."""
    for sources, shown in ((30, 24), (64, 24), (65, 0)):
        records = [record(f"s{n}", claim("p1c1", mentions=["mill"])) for n in range(sources)]
        made = archive(records, entities=[entity("mill")])
        assert {len(others) for others in made.shared.values()} == {shown}


def codes(made: Archive) -> list[str]:
    """What is suggested."""
    return [likeness.code for likeness in find_likenesses(made)]


SALT = {"value": 340, "unit": "tonnes"}


def test_one_source_does_not_repeat_itself() -> None:
    """A figure told twice in one report is no second report; two figures of one may differ."""
    twice = record("a", claim("p1c1", figures=[SALT]), claim("p2c1", figures=[SALT]))
    assert codes(archive([twice])) == []
    other = claim("p2c1", figures=[{**SALT, "value": 9}], mentions=["mill"])
    differing = record("a", claim("p1c1", figures=[SALT], mentions=["mill"]), other)
    assert codes(archive([differing], entities=[entity("mill")])) == ["E203"]


def test_figures_that_differ_about_other_names_are_left_alone() -> None:
    """Each mill has its own salt."""
    one = record("a", claim("p1c1", figures=[SALT], mentions=["mill"]))
    other = record("b", claim("p1c1", figures=[{**SALT, "value": 9}], mentions=["weir"]))
    assert codes(archive([one, other], entities=[entity("mill"), entity("weir")])) == []


def test_a_unit_that_a_crowd_uses_brings_nothing_together() -> None:
    """Twenty-four statements with the same figure meet, twenty-five do not."""
    for sources, suggested in ((24, 23), (25, 0)):
        made = archive([record(f"s{n:02}", claim("p1c1", figures=[SALT])) for n in range(sources)])
        assert len(codes(made)) == suggested


def named(count: int, *names: str, others: int = 0, topics: tuple[str, ...] = ("salt",)) -> Archive:
    """So many sources that mention the names, and so many statements that mention nothing."""
    both = [
        record(f"s{n:02}", claim("p1c1", mentions=list(names), topics=list(topics))) for n in range(count)
    ]
    silent = record("z", *(claim(f"p1c{n}") for n in range(1, others + 1)))
    return archive([*both, silent], entities=[entity("mill"), entity("weir")], topics=[topic("salt")])


def test_names_are_rare_up_to_six_statements() -> None:
    """Or up to one in twelve or so of all; one name in common is not enough, nor are two without a topic."""
    assert codes(named(6, "mill", "weir")) == ["E202"] * 5
    assert codes(named(7, "mill", "weir")) == []
    assert codes(named(8, "mill", "weir", others=85)) == []
    assert codes(named(8, "mill", "weir", others=92)) == ["E202"] * 7
    assert codes(named(2, "mill")) == []
    assert codes(named(2, "mill", "weir", topics=())) == []


def test_a_denial_does_not_say_the_same() -> None:
    """Two denials may."""
    both = {"mentions": ["mill", "weir"], "topics": ["salt"]}
    more = {"entities": [entity("mill"), entity("weir")], "topics": [topic("salt")]}
    event, denial = claim("p1c1", **both), claim("p1c1", **both, kind="denial")
    assert codes(archive([record("a", event), record("b", denial)], **more)) == []  # type: ignore[arg-type]
    assert codes(archive([record("a", denial), record("b", denial)], **more)) == ["E202"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (1, "1 of its 3 statements is corrected by an editor’s note."),
        (2, "2 of its 3 statements are corrected by an editor’s note."),
        (3, "Each of its statements is corrected by an editor’s note."),
    ],
)
def test_a_correction_says_how_many_it_concerns(wrong: int, reason: str) -> None:
    """A reader should not have to count."""
    names = [f"p1c{n}" for n in (1, 2, 3)]
    note = {
        "passage": "p1",
        "kind": "correction",
        "text": "It was not so.",
        "claims": names[:wrong],
        "findings": ["flood"],
    }
    one = record("a", *map(claim, names), notes=[note])
    made = archive([one], findings=[make_finding("flood", *(f"a#{name}" for name in names))])
    assert reason in [standing.reason for standing in made.standings["flood"]]


@pytest.mark.parametrize("name", ["a:one", "a:²", "a:", ":1", "a#p9c9"])
def test_what_is_no_number_of_a_line_is_unknown(name: str) -> None:
    """And is told as such, never as a trace."""
    with pytest.raises(UsageError):
        explain_id(archive([record("a", claim("p1c1"))]), name, {})


def test_topics_lead_up_to_the_broadest() -> None:
    """Nearest first, a circle once."""
    assert list_upwards("a", {"a": "b", "b": "c", "c": None}) == ("a", "b", "c")
    assert list_upwards("a", {"a": "b", "b": "a"}) == ("a", "b")
