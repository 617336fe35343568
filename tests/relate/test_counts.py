"""How many reports, how many origins."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from build_tools.model.archive import Count
from build_tools.relate.lineage import Lineage
from tests.relate.make import archive, claim, finding, link, origin, record


def count_of(chains: dict[str, list[dict[str, object]]], *origins: tuple[str, ...]) -> Count:
    """The count of one finding over one claim per source."""
    records = [record(slug, claim("p1c1", chain=chain)) for slug, chain in chains.items()]
    one = finding("flood", *(f"{slug}#p1c1" for slug in chains))
    return archive(records, findings=[one], origins=[origin(*o) for o in origins]).counts["flood"]


def test_two_retellings_of_one_report_are_one_origin() -> None:
    """Two articles that pass on one report are two reports and one origin."""
    wire = [link("the mayor"), link("Wire", "wire")]
    assert count_of({"one": wire, "two": [*wire, link("The Bugle")]}, ("wire",)) == Count(
        2, ("wire",), ("wire",)
    )


def test_the_first_report_of_a_chain_is_the_origin() -> None:
    """Who took it from the origin is not another origin, even where it published."""
    chain = [link("Wire", "wire"), link("Gazette", "gazette")]
    assert count_of({"one": chain}, ("wire",), ("gazette",)).origins == ("wire",)


@pytest.mark.parametrize("chain", [[], [link("a resident"), link("her brother")]])
def test_a_chain_without_a_report_leads_to_the_source(chain: list[dict[str, object]]) -> None:
    """A source in its own voice, or with speakers only, is its own origin."""
    assert count_of({"one": chain, "two": [link("Wire", "wire")]}, ("wire",)).origins == ("one", "wire")


def test_inferred_links_are_followed_and_can_be_left_out() -> None:
    """The count with inferred links and without them are both there."""
    chains = {
        "one": [link("Wire", "wire", inferred=True), link("Gazette", "gazette")],
        "two": [link("Wire", "wire")],
        "three": [link("Wire", "wire", inferred=True)],
    }
    counted = count_of(chains, ("wire",), ("gazette",))
    assert counted.origins == ("wire",)
    assert counted.stated_origins == ("gazette", "three", "wire")


def test_two_claims_of_one_source_are_one_report() -> None:
    """A source that says it twice has reported it once."""
    one = record("one", claim("p1c1"), claim("p2c1"))
    found = archive([one], findings=[finding("flood", "one#p1c1", "one#p2c1")])
    assert found.counts["flood"] == Count(1, ("one",), ("one",))


@pytest.mark.parametrize(
    ("names", "after", "independent"),
    [
        (["a", "b"], {"b": ["a"]}, ("a",)),
        (["b"], {"b": ["a"]}, ("a",)),
        (["c", "a"], {"b": ["a"], "c": ["b"]}, ("a",)),
        (["fork"], {"fork": ["a", "b"]}, ("fork",)),
        (["fork", "a"], {"fork": ["a", "b"]}, ("a",)),
        (["fork", "a", "b"], {"fork": ["a", "b"]}, ("a", "b")),
        (["late", "fork"], {"fork": ["a", "b"], "late": ["fork"]}, ("fork",)),
        (["x", "y"], {"x": ["a", "b"], "y": ["b", "c"]}, ("x",)),
        (["a", "b"], {"a": ["b"], "b": ["a"]}, ("a",)),
        (["x", "y"], {"x": ["y", "a"], "y": ["x", "b"]}, ("x",)),
    ],
)
def test_origins_that_take_from_one_another(
    names: list[str], after: dict[str, list[str]], independent: tuple[str, ...]
) -> None:
    """A retelling collapses onto what it retells; a fork is not independent of what it takes from."""
    every = {*after, *(a for above in after.values() for a in above)}
    lineage = Lineage(origin(o, *after.get(o, [])) for o in every)
    assert lineage.independent(names) == independent


NAMES = ["o1", "o2", "o3", "o4", "o5", "o6"]
GRAPHS = st.fixed_dictionaries({n: st.lists(st.sampled_from(NAMES), max_size=2, unique=True) for n in NAMES})
CHAINS = st.lists(
    st.builds(link, st.just("someone"), st.none() | st.sampled_from(NAMES), inferred=st.booleans()),
    max_size=3,
)


def parents_first(graph: dict[str, list[str]]) -> dict[str, list[str]]:
    """The graph without circles: an origin comes only after those named before it."""
    return {n: [a for a in after if a < n] for n, after in graph.items()}


@given(st.dictionaries(st.sampled_from(["s1", "s2", "s3", "s4"]), CHAINS, min_size=1), GRAPHS, st.randoms())
def test_order_of_seeds_does_not_matter(
    chains: dict[str, list[dict[str, object]]], graph: dict[str, list[str]], random: Random
) -> None:
    """The same material in any order gives the same counts, even where origins go in circles."""
    shuffled = list(chains.items())
    random.shuffle(shuffled)
    origins = [(n, *after) for n, after in graph.items()]
    assert count_of(dict(shuffled), *origins[::-1]) == count_of(chains, *origins)


@given(
    st.dictionaries(st.sampled_from(["s1", "s2", "s3"]), CHAINS, min_size=1),
    GRAPHS,
    st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
    st.data(),
)
def test_a_retelling_adds_no_origin(
    chains: dict[str, list[dict[str, object]]],
    graph: dict[str, list[str]],
    others: list[str],
    draw: st.DataObject,
) -> None:
    """A new article that retells a report behind the finding raises the reports, never the origins.

    It does so directly, through one that published, or through a report that takes from others too.
    """
    origins = [(n, *after) for n, after in parents_first(graph).items()]
    before = count_of(chains, *origins)
    behind = {next((str(x["origin"]) for x in chain if x["origin"]), "") for chain in chains.values()}
    assume(behind != {""})
    told = draw.draw(st.sampled_from(sorted(behind - {""})))
    direct = [link("Someone", told), link("Gazette", "gazette")]
    through = [link("Digest", "digest")]
    more = {**chains, "s8": direct, "s9": through}
    after = count_of(more, *origins, ("gazette",), ("digest", told, *(o for o in others if o != told)))
    assert after.reports == before.reports + 2
    assert len(after.origins) <= len(before.origins)


@given(st.dictionaries(st.sampled_from(["s1", "s2", "s3", "s4"]), CHAINS, min_size=1), GRAPHS)
def test_something_always_stands_behind_a_finding(
    chains: dict[str, list[dict[str, object]]], graph: dict[str, list[str]]
) -> None:
    """There is at least one origin, and never more than there are reports, with and without inference."""
    counted = count_of(chains, *((n, *after) for n, after in graph.items()))
    assert 1 <= len(counted.origins) <= counted.reports
    assert 1 <= len(counted.stated_origins) <= counted.reports
