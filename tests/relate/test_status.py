"""A finding's statuses follow from its evidence: each rule by example, all of them for any evidence."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from build_tools.model.archive import Archive, Status, StatusReason
from build_tools.model.evidence import Difference, Disagreement, DisagreementKind
from build_tools.relate.status import list_corrected
from build_tools.text.claim_words import write_status
from build_tools.text.english import write_tally
from tests.relate.make import archive, claim, denial, finding, link, origin, record

WIRE = [link("Wire", "wire")]
GUESSED = [link("Wire", "wire", inferred=True)]


def clash(
    difference: Difference = Difference.REAL, *at_issue: str, kind: str = "sources differ"
) -> Disagreement:
    """A disagreement that puts findings at issue."""
    fields = {"id": "d", "title": "Did it?", "differences": [difference], "claims": ["one#p1c1"], "note": "-"}
    return Disagreement.model_validate({**fields, "kind": kind, "findings": at_issue})


def corrected(*claims: str, kind: str = "correction", findings: Iterable[str] = ()) -> dict[str, Any]:
    """A note on claims of the first passage, and the findings whose statement it touches."""
    note = {"passage": "p1", "kind": kind, "text": "It was not so.", "claims": claims}
    return {"notes": [{**note, "findings": list(findings)}]}


def standings(made: Archive, name: str = "flood") -> list[str]:
    """The statuses in words, the primary one first."""
    return [write_status(s) for s in made.standings[name]]


def two(first: object, second: object, **fields: object) -> Archive:
    """One finding over a claim each of two sources with these chains; `fields` are the finding's."""
    records = [record("one", claim("p1c1", chain=first)), record("two", claim("p1c1", chain=second))]
    origins = [origin("wire"), origin("gazette")]
    return archive(records, findings=[finding("flood", "one#p1c1", "two#p1c1", **fields)], origins=origins)


def test_one_report_told_twice_has_a_single_origin() -> None:
    """However many reports: what leads back to one origin is of single origin."""
    assert standings(two(WIRE, WIRE)) == ["single origin"]


def test_two_that_found_out_for_themselves_are_several() -> None:
    """Two independent origins, by links that the sources show; the reason says so."""
    assert standings(two(WIRE, [])) == ["several origins"]
    reasons = [two(WIRE, other).standings["flood"][0].reason for other in ([], WIRE)]
    assert reasons == ["2 independent origins stand behind it.", "Everything leads back to one origin."]


def test_a_correction_of_the_only_claim_says_so() -> None:
    """And one that concerns no claim of the finding concerns a part of what it says."""
    for claims, reason in (("p1c1", "Its one statement is"), ("p1c2", "A part of what it says is")):
        one = record("one", claim("p1c1"), claim("p1c2"), **corrected(claims, findings=["flood"]))
        made = archive([one], findings=[finding("flood", "one#p1c1")])
        assert f"{reason} corrected by an editor’s note." in {told.reason for told in made.standings["flood"]}


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (
            WIRE,
            GUESSED,
            (
                "At least 1 independent origin: inferred links join what the sources themselves do not; "
                "without them it is not known whether there are more, up to 2."
            ),
        ),
        (
            [*GUESSED, link("Gazette", "gazette")],
            [link("Gazette", "gazette")],
            "At least 1 independent origin: that there are 2 rests on inferred links.",
        ),
        (
            [*GUESSED, link("Gazette", "gazette", inferred=True)],
            [link("Gazette", "gazette")],
            "At least 1 independent origin: that there are 2 rests on inferred links.",
        ),
    ],
)
def test_inference_makes_nothing_several(first: object, second: object, words: str) -> None:
    """Several origins must be so with inferred links and without; the reason says what would be."""
    made = two(first, second)
    (only,) = made.standings["flood"]
    assert only == StatusReason(Status.SINGLE, words)
    assert write_tally(made.findings[0], made.counts["flood"]) == "2 reports, at least 1 independent origin"


@pytest.mark.parametrize(
    ("ground", "words"),
    [
        (
            {},
            "It goes back to background that an agency adds to its reports; from where was not traced.",
        ),
        (
            {"ground": "date order", "passage": None},
            "It may go back to background that an agency adds to its reports: by inferred links it does.",
        ),
    ],
)
def test_background_alone_is_no_origin(ground: dict[str, Any], words: str) -> None:
    """What an agency adds to explain goes back to nobody knows whom, and the reader is told so."""
    one = record("one", claim("p1c1", chain=[link("Agency", "explainer", **ground)]))
    origins = [origin("explainer", kind="background")]
    made = archive([one], findings=[finding("flood", "one#p1c1")], origins=origins)
    assert made.standings["flood"] == (StatusReason(Status.UNTRACED, words),)
    assert write_tally(made.findings[0], made.counts["flood"]) == "1 report, origin not traced"


def test_only_corrections_correct_claims() -> None:
    """A word of caution is none, whatever it names."""
    notes = [("one", "correction", "p1c1"), ("one", "caution", "p1c2"), ("two", "context", "p1c1")]
    records = [
        record(slug, claim("p1c1"), claim("p1c2"), **corrected(name, kind=kind)) for slug, kind, name in notes
    ]
    assert list_corrected(records) == {"one#p1c1"}


def test_an_editors_number_takes_the_place_of_the_computed_one() -> None:
    """The decision decides the status, and the computed number is told beside it."""
    (only,) = two(WIRE, [], decision={"origins": 1, "reason": "-"}).standings["flood"]
    assert only == StatusReason(Status.SINGLE, "The editor counts 1; the chains alone give 2.")


def test_a_denial_comes_first_and_names_who_denies() -> None:
    """Denied, whatever else holds; by whom, when, and what of it. A denial told twice is one denial."""
    one = record("one", claim("p1c1"), claim("p2c1"), claim("p2c2"))
    denied = [denial("one#p2c1"), denial("one#p2c2"), denial("one#p2c2", by="the crew", when=None)]
    made = archive([one], findings=[finding("flood", "one#p1c1", denied_by=denied)])
    assert standings(made) == ["denied", "single origin"]
    told = "The miller denied on 2 May 2031 that it rose. The crew denied that it rose."
    assert made.standings["flood"][0].reason == told


def test_a_denial_touches_no_other_finding_of_the_claim() -> None:
    """Who denies one proposition has not denied what else is made of the same statements."""
    one = record("one", claim("p1c1"), claim("p2c1"))
    found = [finding("flood", "one#p1c1", denied_by=[denial("one#p2c1")]), finding("levee", "one#p1c1")]
    assert standings(archive([one], findings=found), "levee") == ["single origin"]


@pytest.mark.parametrize("kind", DisagreementKind)
@pytest.mark.parametrize("difference", Difference)
def test_only_sources_that_really_differ_on_the_finding_itself_dispute_it(
    difference: Difference, kind: DisagreementKind
) -> None:
    """Another scope, another date, a slip, a change in retelling: none of these disputes anything."""
    found = [finding("flood", "one#p1c1"), finding("levee", "one#p1c1")]
    clashes = [clash(difference, "flood", kind=kind)]
    made = archive([record("one", claim("p1c1"))], findings=found, disagreements=clashes)
    disputes = difference is Difference.REAL and kind is DisagreementKind.SOURCES
    assert standings(made) == (["disputed", "single origin"] if disputes else ["single origin"])
    assert standings(made, "levee") == ["single origin"]


def test_a_correction_of_all_statements_leads_one_of_some_comes_last() -> None:
    """What the rest still say is not undone by one source's slip."""
    one = record("one", claim("p1c1"), claim("p1c2"), **corrected("p1c1", findings=["flood", "levee"]))
    found = [finding("flood", "one#p1c1"), finding("levee", "one#p1c1", "one#p1c2")]
    made = archive([one], findings=found)
    assert standings(made) == ["corrected", "single origin"]
    assert standings(made, "levee") == ["single origin", "corrected in part"]


def test_a_correction_marks_only_the_findings_that_it_names() -> None:
    """A slip in what else the claim says leaves a finding alone; the claim itself is corrected."""
    one = record("one", claim("p1c1"), claim("p1c2"), **corrected("p1c1", findings=["levee"]))
    made = archive([one], findings=[finding("flood", "one#p1c1"), finding("levee", "one#p1c2")])
    assert standings(made) == ["single origin"]
    assert made.corrected == {"one#p1c1"}
    part = made.standings["levee"][1]
    assert part.reason == "A part of what it says is corrected by an editor’s note."


@pytest.mark.parametrize("kind", ["context", "caution"])
def test_only_corrections_correct(kind: str) -> None:
    """A caution or a word of context leaves the statement as it is."""
    one = record("one", claim("p1c1"), **corrected("p1c1", kind=kind))
    assert standings(archive([one], findings=[finding("flood", "one#p1c1")])) == ["single origin"]
    with pytest.raises(ValidationError):
        record("one", claim("p1c1"), **corrected("p1c1", kind=kind, findings=["flood"]))


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

    There is always one status, each has a reason, and just one of those that speak of origins.
    """
    wrongly = corrected("p1c1", findings=["flood"])
    records = [
        record(f"s{n}", claim("p1c1", chain=chain), claim("p1c2"), **(wrongly if wrong else {}))
        for n, (chain, wrong) in enumerate(sources)
    ]
    more: dict[str, object] = {"denied_by": [denial("s0#p1c2")]} if denied else {}
    more |= {"decision": {"origins": decided, "reason": "-"}} if decided is not None else {}
    one = finding("flood", *(f"s{n}#p1c1" for n in range(len(sources))), **more)
    shared = {"findings": [one], "origins": [origin("wire"), origin("gazette")]}
    clashes = [clash(kind, "flood").model_copy(update={"claims": ("s0#p1c1",)})]
    made = archive(records, disagreements=clashes, **shared)  # type: ignore[arg-type]
    shuffled = archive(random.sample(records, len(records)), disagreements=clashes, **shared)  # type: ignore[arg-type]
    found = made.standings["flood"]
    held = {s.status for s in found}
    count = made.counts["flood"]
    number = count.lowest if decided is None else decided
    assert found == shuffled.standings["flood"]
    assert (Status.DENIED in held) is denied
    assert (Status.DISPUTED in held) is (kind is Difference.REAL)
    assert (Status.CORRECTED in held) is any(wrong for _, wrong in sources)
    assert (Status.SEVERAL in held) is (number > 1)
    assert (Status.SINGLE in held) is (number == 1)
    assert (Status.UNTRACED in held) is (number == 0)
    order = [list(Status).index(s.status) for s in found if s.whole]
    assert order == sorted(set(order))
    assert all(s.reason for s in found)
    assert [s for s in found if not s.whole] in ([], [found[-1]])
