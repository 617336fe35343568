"""On what an origin rests, and figures that differ."""

from __future__ import annotations

import pytest

from build_tools.model.archive import Clash
from build_tools.model.evidence import Disagreement
from build_tools.model.record import Ground, Link
from build_tools.text.wording import grounds
from tests.relate.make import archive, claim, finding, link, origin, record

AGENCY = {"who": "Wire", "origin": "wire", "credited": False, "ground": "aligned passage"}


@pytest.mark.parametrize(
    ("written", "ground"),
    [
        ({}, Ground.STATED),
        ({"inferred": True}, Ground.EDITOR),
        ({"credited": False}, Ground.EDITOR),
        ({"inferred": True, "ground": "date order"}, Ground.DATE),
        ({"ground": "aligned passage"}, Ground.ALIGNED),
    ],
)
def test_a_link_that_says_nothing_of_its_ground_has_the_plain_one(
    written: dict[str, object], ground: Ground
) -> None:
    """What a source shows is stated by it; what it does not show is an editor's decision unless said."""
    assert Link.model_validate({"who": "Wire", **written}).rests_on is ground


def test_grounds_are_those_of_the_links_from_the_origin_on() -> None:
    """Who spoke to the first report does not bear on the count, however little is known of it."""
    speaker = link("an official", inferred=True)
    made = archive(
        [
            record("one", claim("p1c1", chain=[speaker, AGENCY, link("Gazette", "gazette", inferred=True)])),
            record("two", claim("p1c1", chain=[speaker])),
        ],
        origins=[origin("wire", "source"), origin("source"), origin("gazette")],
    )
    one, two = made.traces["one#p1c1"], made.traces["two#p1c1"]
    assert one.grounds == ((Ground.ALIGNED, ("Wire",)), (Ground.EDITOR, ("Gazette",)))
    assert grounds(one) == "aligned passage (Wire), editor’s decision (Gazette)"
    assert (one.origin, one.stated, one.counted) == ("wire", "wire", "source")
    assert (two.origin, two.grounds, grounds(two)) == ("two", (), "the source speaks for itself")


def test_figures_of_a_finding_that_differ_are_found_until_someone_judges() -> None:
    """One unit, two numbers: a clash, until a disagreement sets them side by side or is about the finding."""
    records = [
        record(slug, claim("p1c1", figures=[{"value": n, "unit": "sandbags"}]))
        for slug, n in {"one": 200, "two": 200, "three": 300}.items()
    ]
    same = [finding("flood", "one#p1c1", "two#p1c1", "three#p1c1")]
    fields = {"id": "d", "title": "T", "differences": ["rounding"], "note": "-"}
    judged = {**fields, "claims": ["three#p1c1"], "findings": ["flood"]}
    pair = {**fields, "claims": ["one#p1c1", "three#p1c1"]}
    refs = ("one#p1c1", "three#p1c1", "two#p1c1")
    assert archive(records, findings=same).clashes == (Clash(refs, "sandbags", "flood"),)
    assert not archive(records, findings=same, disagreements=[Disagreement.model_validate(judged)]).clashes
    left = archive(records, findings=same, disagreements=[Disagreement.model_validate(pair)]).clashes
    assert left == (Clash(("three#p1c1", "two#p1c1"), "sandbags", "flood"),)


def test_a_source_that_gives_both_numbers_does_not_clash() -> None:
    """Who reports the difference itself agrees with either side on its own number."""
    both = [{"value": 200, "unit": "sandbags"}, {"value": 300, "unit": "sandbags"}]
    records = [record("one", claim("p1c1", figures=both)), record("two", claim("p1c1", figures=both[:1]))]
    assert not archive(records, findings=[finding("flood", "one#p1c1", "two#p1c1")]).clashes
