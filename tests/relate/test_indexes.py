"""Indexes by topic, entity and origin, and what sources share."""

from __future__ import annotations

import math
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.annotation import Annotation, Layer, Motivation, Selector
from build_tools.model.packed_documents import PackedDocuments
from build_tools.relate.origin_index import list_retold
from build_tools.relate.shared import COMMON, weigh_rarity
from build_tools.relate.statements import sort_documents
from tests.relate.make import archive, claim, document, entity, finding, link, origin, record, topic


def named(passage: str, value: str, layer: Layer = Layer.DIGEST) -> Annotation:
    """An entity found by its name."""
    return Annotation(Motivation.IDENTIFYING, value, Selector(layer, passage, 0, 1, "B", "", ""), "forms")


def test_a_topic_holds_the_claims_of_narrower_ones_in_order_of_date() -> None:
    """The index of a topic runs by date, source and passage, narrower topics included, no claim twice."""
    made = archive(
        [
            record("late", claim("p1c1", topics=["levee"]), day="2031-05-03"),
            record("b", claim("p1c1", topics=["flood"]), claim("p2c1", topics=["levee", "flood"])),
            record("a", claim("p1c1"), claim("p3c1", topics=["levee"])),
        ],
        topics=[topic("flood"), topic("levee", "flood"), topic("empty")],
    )
    assert made.by_topic == {
        "flood": ("a#p3c1", "b#p1c1", "b#p2c1", "late#p1c1"),
        "levee": ("a#p3c1", "b#p2c1", "late#p1c1"),
        "empty": (),
    }
    assert [d.record.slug for d in made.documents] == ["a", "b", "late"]


def test_topics_in_a_circle_end() -> None:
    """Two topics, each broader than the other, are no endless loop."""
    topics = [topic("flood", "levee"), topic("levee", "flood")]
    made = archive([record("a", claim("p1c1", topics=["levee"]))], topics=topics)
    assert made.by_topic == {"flood": ("a#p1c1",), "levee": ("a#p1c1",)}


def test_mentions_are_the_editors_and_those_named_in_the_digest() -> None:
    """A name in the captured text alone does not enter the index: it must not depend on captures."""
    made = archive(
        [
            document(
                record("a", claim("p1c1", mentions=["dam"]), claim("p2c1")),
                named("p1c1", "dam"),
                named("p2c1", "mill"),
                named("p2c1", "dam", Layer.CAPTURE),
            )
        ],
        entities=[entity("dam"), entity("mill"), entity("moor")],
    )
    assert made.by_entity == {"dam": ("a#p1c1",), "mill": ("a#p2c1",), "moor": ()}


def test_an_origin_lists_who_retells_it() -> None:
    """Both what a record says it retells and what its chains pass through count."""
    made = archive(
        [
            record("a", retells=[{"origin": "wire", "how": "cites"}]),
            record(
                "b",
                claim("p1c1", chain="named"),
                chains={"named": [link("Wire", "wire"), link("G", "gazette")]},
            ),
        ],
        origins=[origin("wire"), origin("gazette"), origin("unused")],
    )
    assert made.by_origin == {"wire": ("a", "b"), "gazette": ("b",), "unused": ()}


def test_a_report_after_one_other_retells_it() -> None:
    """After two, nobody can tell which."""
    for after, told in ((["wire"], {"gazette", "wire"}), (["wire", "post"], {"gazette"})):
        report = link("G", "gazette", ground="date order", passage=None, after=after)
        assert list_retold(record("a", claim("p1c1", chain=[report]))) == told


def test_what_all_share_binds_a_little() -> None:
    """By the logarithm of how rare it is; never by nothing."""
    assert weigh_rarity(3, 3) == pytest.approx(math.log(4 / 3))
    assert weigh_rarity(1, 3) == pytest.approx(math.log(4))


def test_a_rare_name_binds_more_than_a_common_one() -> None:
    """The country that all name hardly binds; the village that two name does, and stands first."""
    made = archive(
        [
            record("a", claim("p1c1", mentions=["country", "village"])),
            record("b", claim("p1c1", mentions=["country"])),
            record("c", claim("p1c1", mentions=["country", "village"])),
        ],
        entities=[entity("country"), entity("village")],
    )
    assert [s.slug for s in made.shared["a"]] == ["c", "b"]
    assert made.shared["a"][0].entities == ("village", "country")


def test_findings_and_origins_bind_too() -> None:
    """What two sources share is listed by its kind."""
    made = archive(
        [
            record("a", claim("p1c1", chain=[link("Wire", "wire")])),
            record("b", claim("p1c1"), retells=[{"origin": "wire", "how": "cites"}]),
        ],
        findings=[finding("flood", "a#p1c1", "b#p1c1")],
        origins=[origin("wire")],
    )
    (one,) = made.shared["a"]
    assert (one.slug, one.findings, one.entities, one.origins) == ("b", ("flood",), (), ("wire",))


def test_what_nearly_all_share_pairs_nobody() -> None:
    """With many sources, a name that all carry does not pair all with all."""
    slugs = [f"s{n}" for n in range(COMMON + 1)]
    records = [record(s, claim("p1c1", mentions=["country"])) for s in slugs]
    made = archive(records, entities=[entity("country")])
    assert set(made.shared) == set(slugs)
    assert not any(made.shared.values())


MENTIONS = st.lists(st.sampled_from(["dam", "mill", "moor"]), unique=True)
TOPICS = st.lists(st.sampled_from(["flood", "levee"]), unique=True)
CLAIMS = st.lists(st.tuples(MENTIONS, TOPICS, st.sampled_from([None, "wire", "gazette"])), max_size=4)


@given(st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), CLAIMS), st.randoms())
def test_every_ref_exists_and_order_does_not_matter(
    material: dict[str, list[tuple[list[str], list[str], str | None]]], random: Random
) -> None:
    """Whatever is indexed can be looked up, and shuffled seeds give the same archive."""
    records = [
        record(
            slug,
            *(
                claim(f"p{n}c1", mentions=m, topics=t, chain=[link("Wire", o)])
                for n, (m, t, o) in enumerate(claims, 1)
            ),
        )
        for slug, claims in material.items()
    ]
    vocabulary: dict[str, Any] = {
        "entities": [entity("dam"), entity("mill"), entity("moor")],
        "topics": [topic("flood"), topic("levee", "flood")],
        "origins": [origin("wire"), origin("gazette")],
    }
    made = archive(records, **vocabulary)
    shuffled = list(records)
    random.shuffle(shuffled)
    assert archive(shuffled, **vocabulary) == made
    slugs = set(material)
    for refs in (*made.by_topic.values(), *made.by_entity.values()):
        assert all(ref in made.statements for ref in refs)
        assert list(refs) == [ref for ref in made.statements if ref in refs]
    assert all(set(found) <= slugs for found in made.by_origin.values())
    for slug, others in made.shared.items():
        assert all(o.slug in slugs - {slug} for o in others)
        assert all(slug in [back.slug for back in made.shared[o.slug]] for o in others)


def test_packed_sources_stay_packed() -> None:
    """They are in their order already; to open all of them at once is what packing is against."""
    packed = PackedDocuments(())
    assert sort_documents(packed) is packed
