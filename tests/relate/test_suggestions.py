"""What an editor may have overlooked: found where it is, silent where it is joined, and rarely wrong."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from build_tools import pipeline
from build_tools.model.archive import Archive
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.fault import Severity
from build_tools.model.material import Material, Places, Seed
from build_tools.model.record import Record
from build_tools.pipeline import PipelineSettings
from build_tools.relate.suggestions import find_likenesses, list_suggestions
from tests.built import ROOT
from tests.relate.make import archive, claim, entity, finding, link, record, topic

TONNES = {"value": 340, "unit": "tonnes of salt", "place": "brackwater"}


def told(made: Archive) -> list[tuple[str, str, str]]:
    """Code and refs of what is suggested."""
    return [(one.code, one.first.ref, one.second.ref) for one in find_likenesses(made)]


def salt(slug: str, **changes: object) -> Record:
    """A source with one figure on one place."""
    figure = {**TONNES, **changes}
    return record(slug, claim("p1c1", figures=[figure], mentions=["brackwater"], topics=["salt"]))


def made(*records: Record, **more: object) -> Archive:
    """An archive of them."""
    return archive(records, entities=[entity("brackwater"), entity("mill")], topics=[topic("salt")], **more)  # type: ignore[arg-type]


def clash(*refs: str) -> Disagreement:
    """A disagreement over the refs."""
    fields = {"id": "d", "title": "T", "differences": ["rounding"], "claims": refs, "note": "-"}
    return Disagreement.model_validate(fields)


def test_one_figure_in_two_sources_is_suggested_until_it_is_joined() -> None:
    """The same number of the same unit and place, in no finding together."""
    pair = (salt("a"), salt("b"))
    assert told(made(*pair)) == [("E201", "a#p1c1", "b#p1c1")]
    assert not told(made(*pair, findings=[finding("f", "a#p1c1", "b#p1c1")]))


def test_figures_that_differ_are_suggested_until_they_are_judged() -> None:
    """What says the same as a judged claim needs no judgement of its own."""
    three = (salt("a"), salt("b"), salt("c", value=430))
    same = finding("f", "a#p1c1", "b#p1c1")
    assert {code for code, *_ in told(made(*three, findings=[same]))} == {"E203"}
    assert not told(made(*three, findings=[same], disagreements=[clash("a#p1c1", "c#p1c1")]))


def test_figures_of_other_things_are_not_compared() -> None:
    """Another unit, place, scope or day is another thing; a range that holds the number agrees with it."""
    for changes in (
        {"unit": "tonnes of grit", "value": 3},
        {"place": "mill", "value": 3},
        {"scope": "the shed alone", "value": 3},
        {"as_of": "2019-03", "value": 3},
        {"value": None, "range": [300, 400]},
        {"value": None, "vague": "hundreds"},
    ):
        first = salt("a", scope="the whole district", as_of="2018-03")
        second = salt("b", **{"scope": "the whole district", "as_of": "2018-03", **changes})
        assert not told(made(first, second))


def test_rare_names_in_common_are_suggested() -> None:
    """Two names that few statements have, and a topic; passages that are joined already are left alone."""
    both = {"mentions": ["brackwater", "mill"], "topics": ["salt"]}
    pair = (
        record("a", claim("p1c1", **both), claim("p1c2")),
        record("b", claim("p1c1", **both), claim("p1c2")),
    )
    assert told(made(*pair)) == [("E202", "a#p1c1", "b#p1c1")]
    assert not told(made(*pair, findings=[finding("f", "a#p1c2", "b#p1c2")]))


def test_names_in_other_passages_are_suggested() -> None:
    """What two sources say elsewhere may be joined; figures are told even in passages that are."""
    both = {"mentions": ["brackwater", "mill"], "topics": ["salt"]}
    pair = [record(slug, claim("p1c1", **both), claim("p2c1"), claim("p1c2")) for slug in "ab"]
    assert told(made(*pair, findings=[finding("f", "a#p2c1", "b#p2c1")])) == [("E202", "a#p1c1", "b#p1c1")]
    figured = [record(slug, claim("p1c1", figures=[TONNES]), claim("p1c2")) for slug in "ab"]
    joined = [finding("f", "a#p1c2", "b#p1c2")]
    assert told(made(*figured, findings=joined)) == [("E201", "a#p1c1", "b#p1c1")]


def test_one_figure_is_not_judged_through_another_retelling() -> None:
    """That a third source differs from the second says nothing of the first and the second."""
    three = (salt("a"), salt("b"), record("c", claim("p1c1")))
    found = [finding("f", "a#p1c1", "c#p1c1")]
    assert told(made(*three, findings=found, disagreements=[clash("c#p1c1", "b#p1c1")])) == [
        ("E201", "a#p1c1", "b#p1c1")
    ]


def test_a_group_is_told_by_as_few_pairs_as_hold_it_together() -> None:
    """Four retellings of one number are three suggestions, not six."""
    assert len(told(made(*(salt(slug) for slug in "abcd")))) == 3


@given(st.lists(st.sampled_from([1, 2, 3]), min_size=2, max_size=5), st.randoms())
def test_order_of_seeds_does_not_matter(values: list[int], random: Random) -> None:
    """Shuffled records give the same suggestions, and never one on a pair that stands in a finding."""
    records = [salt(f"s{n}", value=v) for n, v in enumerate(values)]
    joined = finding("f", "s0#p1c1", "s1#p1c1")
    shuffled = random.sample(records, len(records))
    first, second = (told(made(*r, findings=[joined])) for r in (records, shuffled))
    assert first == second
    assert {"s0#p1c1", "s1#p1c1"} not in [{one, other} for _, one, other in first]


def test_without_an_editor_the_first_sources_give_good_suggestions() -> None:
    """With what an editor joined taken away, most suggestions are pairs that the editor had joined."""
    whole = pipeline.assemble_archive(PipelineSettings(ROOT / "seeds"))
    entries: tuple[Finding | Disagreement, ...] = (*whole.findings, *whole.disagreements)
    seen = [*(entry.claims for entry in entries), *(entry.see for entry in whole.withdrawn)]
    joined = {frozenset(pair) for refs in seen for pair in combinations(refs, 2)}
    found = find_likenesses(replace(whole, findings=(), disagreements=(), withdrawn=()))
    right = sum(frozenset((one.first.ref, one.second.ref)) in joined for one in found)
    print(f"\nsuggestions without an editor: {len(found)}, of which the editor had joined {right}")
    assert len(found) >= 15
    # 14 of 18; the other four are sentences beside those that were joined, on the same names
    assert right / len(found) >= 0.75


def test_check_tells_them_at_their_place_and_does_no_harm() -> None:
    """A suggestion has a file and a line and is no error: the demonstration has some, and builds."""
    faults = pipeline.check_material(PipelineSettings(ROOT / "examples/the-ferry/seeds"))
    assert {f.severity for f in faults} == {Severity.SUGGESTION}
    one = next(f for f in faults if f.code == "E201" and "27,200 crowns" in f.message)
    assert one.path.endswith(".yml")
    assert one.line > 1


def test_several_origins_with_one_voice_are_suggested() -> None:
    """E204: reporters who all asked one person are several origins; an editor should say so, or decide."""
    ann = [link("Ann", entity="ann")]
    records = [record(slug, claim("p1c1", chain=ann)) for slug in ("one", "two")]
    refs = [f"{one.slug}#p1c1" for one in records]
    silent, decided = (
        finding("f", *refs, **more) for more in ({}, {"decision": {"origins": 1, "reason": "-"}})
    )
    at = ("findings", 0, "id")
    places = {"f": (Places("seeds/findings.yml", {at: (2, 9)}), at)}
    seeds = tuple(Seed(one, Places(f"{one.slug}.yml", {}), "") for one in records)
    for entry, expected in ((silent, ["E204"]), (decided, [])):
        material = Material(seeds, (), (), (), (entry,), (), finding_places=places)
        faults = [f for f in list_suggestions(made(*records, findings=[entry]), material) if f.code == "E204"]
        assert [fault.code for fault in faults] == expected
        assert all((fault.path, fault.line) == ("seeds/findings.yml", 2) for fault in faults)
        assert all("Both its chains begin with Ann." in fault.message for fault in faults)
