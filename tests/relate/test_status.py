"""A finding's statuses follow from its evidence: each rule by example, all of them for any evidence."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.archive import Archive, Standing, Status
from build_tools.model.evidence import Difference, Disagreement
from build_tools.text.wording import status
from tests.relate.make import archive, claim, finding, link, origin, record

WIRE = [link("Wire", "wire")]
GUESSED = [link("Wire", "wire", inferred=True)]


def clash(kind: Difference = Difference.REAL, *at_issue: str) -> Disagreement:
    """A disagreement that puts findings at issue."""
    fields = {"id": "d", "title": "Did it?", "differences": [kind], "claims": ["one#p1c1"], "note": "-"}
    return Disagreement.model_validate({**fields, "findings": at_issue})


def corrected(*claims: str, kind: str = "correction") -> dict[str, object]:
    """Notes on claims of the first passage."""
    return {"notes": [{"passage": "p1", "kind": kind, "text": "It was not so.", "claims": claims}]}


def standings(made: Archive, name: str = "flood") -> list[str]:
    """The statuses in words, the primary one first."""
    return [status(s) for s in made.standings[name]]


def two(first: object, second: object, **fields: object) -> Archive:
    """One finding over a claim each of two sources with these chains; `fields` are the finding's."""
    records = [record("one", claim("p1c1", chain=first)), record("two", claim("p1c1", chain=second))]
    origins = [origin("wire"), origin("gazette")]
    return archive(records, findings=[finding("flood", "one#p1c1", "two#p1c1", **fields)], origins=origins)


def test_one_report_told_twice_has_a_single_origin() -> None:
    """However many reports: what leads back to one origin is of single origin."""
    assert standings(two(WIRE, WIRE)) == ["single origin"]


def test_two_that_found_out_for_themselves_are_several() -> None:
    """Two independent origins, by links that the sources show."""
    assert standings(two(WIRE, [])) == ["several origins"]


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (WIRE, GUESSED, "Inferred links lead back to one origin; without them 2 would have to be counted."),
        (
            [link("Wire", "wire", inferred=True), link("Gazette", "gazette")],
            [link("Gazette", "gazette")],
            "That there are 2 origins rests on inferred links.",
        ),
    ],
)
def test_inference_makes_nothing_several(first: object, second: object, words: str) -> None:
    """Several origins must be so with inferred links and without; the reason says what would be."""
    (only,) = two(first, second).standings["flood"]
    assert only == Standing(Status.SINGLE, words)


def test_an_editors_number_takes_the_place_of_the_computed_one() -> None:
    """The decision decides the status, and the computed number is told beside it."""
    (only,) = two(WIRE, [], decision={"origins": 1, "reason": "-"}).standings["flood"]
    assert only == Standing(Status.SINGLE, "The editor counts 1; computed: 2.")


def test_a_denial_comes_first_and_names_who_denies() -> None:
    """Denied, whatever else holds."""
    one = record("one", claim("p1c1"), claim("p2c1", said_by="the miller"))
    made = archive([one], findings=[finding("flood", "one#p1c1", denied_by=["one#p2c1"])])
    assert standings(made) == ["denied", "single origin"]
    assert made.standings["flood"][0].reason == "It is denied by the miller."


@pytest.mark.parametrize("kind", Difference)
def test_only_a_real_difference_on_the_finding_itself_disputes_it(kind: Difference) -> None:
    """Another scope, another date, a slip: none of these disputes anything; nor does another question."""
    found = [finding("flood", "one#p1c1"), finding("levee", "one#p1c1")]
    made = archive([record("one", claim("p1c1"))], findings=found, disagreements=[clash(kind, "flood")])
    expected = ["disputed", "single origin"] if kind is Difference.REAL else ["single origin"]
    assert standings(made) == expected
    assert standings(made, "levee") == ["single origin"]


def test_a_correction_of_all_statements_leads_one_of_some_comes_last() -> None:
    """What the rest still say is not undone by one source's slip."""
    one = record("one", claim("p1c1"), claim("p1c2"), **corrected("p1c1"))
    found = [finding("flood", "one#p1c1"), finding("levee", "one#p1c1", "one#p1c2")]
    made = archive([one], findings=found)
    assert standings(made) == ["corrected", "single origin"]
    assert standings(made, "levee") == ["single origin", "corrected in part"]


@pytest.mark.parametrize("kind", ["context", "caution"])
def test_only_corrections_correct(kind: str) -> None:
    """A caution or a word of context leaves the statement as it is."""
    one = record("one", claim("p1c1"), **corrected("p1c1", kind=kind))
    assert standings(archive([one], findings=[finding("flood", "one#p1c1")])) == ["single origin"]


CHAINS = st.lists(
    st.builds(link, st.just("x"), st.none() | st.sampled_from(["wire", "gazette"]), inferred=st.booleans()),
    max_size=2,
)


@given(
    st.lists(st.tuples(CHAINS, st.booleans()), min_size=1, max_size=4),
    st.booleans(),
    st.sampled_from(list(Difference)),
    st.none() | st.integers(0, 4),
    st.randoms(),
)
def test_statuses_for_any_evidence(
    sources: list[tuple[list[dict[str, object]], bool]],
    denied: bool,
    kind: Difference,
    decided: int | None,
    random: Random,
) -> None:
    """Each status holds exactly where its evidence is there, in the stated order, in any order of seeds.

    There is always one status, each has a reason, and just one of the two that speak of origins.
    """
    records = [
        record(f"s{n}", claim("p1c1", chain=chain), claim("p1c2"), **(corrected("p1c1") if wrong else {}))
        for n, (chain, wrong) in enumerate(sources)
    ]
    more: dict[str, object] = {"denied_by": ["s0#p1c2"]} if denied else {}
    more |= {"decision": {"origins": decided, "reason": "-"}} if decided is not None else {}
    one = finding("flood", *(f"s{n}#p1c1" for n in range(len(sources))), **more)
    shared = {"findings": [one], "origins": [origin("wire"), origin("gazette")]}
    clashes = [clash(kind, "flood").model_copy(update={"claims": ("s0#p1c1",)})]
    made = archive(records, disagreements=clashes, **shared)  # type: ignore[arg-type]
    shuffled = archive(random.sample(records, len(records)), disagreements=clashes, **shared)  # type: ignore[arg-type]
    found = made.standings["flood"]
    held = {s.status for s in found}
    count = made.counts["flood"]
    number = min(len(count.origins), len(count.stated_origins)) if decided is None else decided
    assert found == shuffled.standings["flood"]
    assert (Status.DENIED in held) is denied
    assert (Status.DISPUTED in held) is (kind is Difference.REAL)
    assert (Status.CORRECTED in held) is any(wrong for _, wrong in sources)
    assert (Status.SEVERAL in held) is (number > 1)
    assert (Status.SINGLE in held) is (number < 2)
    order = [list(Status).index(s.status) for s in found if s.whole]
    assert order == sorted(set(order))
    assert all(s.reason for s in found)
    assert [s for s in found if not s.whole] in ([], [found[-1]])
