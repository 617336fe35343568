"""On what an origin rests, and figures that differ."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from build_tools.model.archive import Clash
from build_tools.model.attribution import Ground, Link, PrintedLink
from build_tools.model.base import ClaimRef
from build_tools.model.evidence import Disagreement
from build_tools.text.attribution_words import printed_words, remark_link
from build_tools.text.claim_words import write_grounds
from tests.relate.make import archive, claim, finding, link, origin, record

AGENCY = {"who": "Wire", "origin": "wire", "ground": "aligned passage"}


def test_a_link_that_says_nothing_of_its_ground_is_not_established() -> None:
    """Nothing stands as stated by a source because somebody forgot to say on what it rests."""
    assert Link.model_validate({"who": "Wire"}).ground is Ground.OPEN
    assert not Link.model_validate({"who": "Wire"}).is_stated


@pytest.mark.parametrize(
    "written",
    [
        {"ground": "stated attribution"},
        {"ground": "aligned passage", "passage": "p1"},
        {"passage": "p1"},
        {"named": "the Wire"},
        {"after": ["wire"]},
    ],
)
def test_a_link_cannot_say_half(written: dict[str, object]) -> None:
    """Stated goes with the passage that states it, and nothing else does; only reports follow others."""
    with pytest.raises(ValidationError):
        Link.model_validate({"who": "Wire", **written})


def test_grounds_are_those_of_the_links_from_the_origin_on() -> None:
    """Who spoke to the first report does not bear on the count, however little is known of it."""
    speaker = link("an official", inferred=True)
    made = archive(
        [
            record("one", claim("p1c1", chain=[speaker, AGENCY, link("Gazette", "gazette", inferred=True)])),
            record("two", claim("p1c1", chain=[speaker])),
            record("three", claim("p1c1", chain=[link("Wire", "wire", after=["source"])])),
        ],
        origins=[origin("wire"), origin("source"), origin("gazette")],
    )
    one, two, three = (made.traces[ClaimRef(f"{slug}#p1c1")] for slug in ("one", "two", "three"))
    assert one.grounds == ((Ground.ALIGNED, ("Wire",)), (Ground.EDITOR, ("Gazette",)))
    assert write_grounds(one) == "aligned passage (Wire), editor’s decision (Gazette)"
    assert (one.origin, one.stated) == ("wire", "one")
    assert (two.origin, two.grounds, write_grounds(two)) == ("two", (), "the source speaks for itself")
    assert (three.origin, three.stated) == ("source", "source")


def test_what_is_printed_is_what_the_source_shows_unless_it_is_mistaken() -> None:
    """Two layers: what is written as printed takes the place of the stated links, an empty list included."""
    chain = [
        link("an official"),
        link("Wire", "wire", inferred=True),
        link("Gazette", "gazette", passage="p2"),
    ]
    wrong = [{"who": "Ministry", "passage": "p3"}]
    made = record(
        "one",
        claim("p1c1", chain=chain),
        claim("p1c2", chain=chain, printed=wrong),
        claim("p1c3", printed=[]),
    )
    plain, mistaken, silent = (made.printed_of(one) for one in made.claims)
    assert printed_words(plain) == "an official (named in ¶\u00a01) → Gazette (named in ¶\u00a02)"
    assert mistaken == (PrintedLink(who="Ministry", passage="p3"),)
    assert printed_words(silent) == "the source names nobody"


def test_a_reader_is_told_where_a_link_is_named_or_that_it_is_inferred() -> None:
    """Named in the statement's own paragraph needs no remark."""
    named, guessed = (Link.model_validate(link("Wire", inferred=inferred)) for inferred in (False, True))
    assert [remark_link(named, "p1"), remark_link(named, "p3"), remark_link(guessed, "p1")] == [
        "",
        " (named in ¶\u00a01)",
        " (inferred)",
    ]


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
    refs = tuple(map(ClaimRef, ("one#p1c1", "three#p1c1", "two#p1c1")))
    assert archive(records, findings=same).clashes == (Clash(refs, "sandbags", "flood"),)
    assert not archive(records, findings=same, disagreements=[Disagreement.model_validate(judged)]).clashes
    left = archive(records, findings=same, disagreements=[Disagreement.model_validate(pair)]).clashes
    assert left == (Clash(refs[1:], "sandbags", "flood"),)


def test_a_source_that_gives_both_numbers_does_not_clash() -> None:
    """Who reports the difference itself agrees with either side on its own number."""
    both = [{"value": 200, "unit": "sandbags"}, {"value": 300, "unit": "sandbags"}]
    records = [record("one", claim("p1c1", figures=both)), record("two", claim("p1c1", figures=both[:1]))]
    assert not archive(records, findings=[finding("flood", "one#p1c1", "two#p1c1")]).clashes


def test_one_report_is_inferred_as_one() -> None:
    """Two statements that one source has by one inferred way are no two witnesses, whichever holds."""
    chain = [link("Wire", "wire", inferred=True)]
    one = record("one", claim("p1c1", chain=chain), claim("p2c1", chain=chain), paragraphs=2)
    made = archive([one], findings=[finding("flood", "one#p1c1", "one#p2c1")], origins=[origin("wire")])
    counted = made.counts["flood"]
    assert (counted.lowest, counted.highest, counted.is_sure) == (1, 1, True)
