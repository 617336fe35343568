"""How many reports, how many origins, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from random import Random
from typing import cast

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from build_tools.model.archive import Count, CountedReport, Speaker
from build_tools.relate.claim_origin import Root
from build_tools.relate.independence import count_at_least, count_at_most, select_independent
from tests.relate.make import archive, claim, finding, link, origin, record

Chain = list[dict[str, object]]


def count_of(chains: dict[str, Chain], backgrounds: Iterable[str] = ()) -> Count:
    """The count of one finding over one claim per source."""
    records = [record(slug, claim("p1c1", chain=chain)) for slug, chain in chains.items()]
    one = finding("flood", *(f"{slug}#p1c1" for slug in chains))
    links = [one for chain in chains.values() for one in chain if one["origin"]]
    named = {str(name) for one in links for name in (one["origin"], *cast("list[str]", one.get("after", ())))}
    kinds = {**dict.fromkeys(sorted(named), "report"), **dict.fromkeys(backgrounds, "background")}
    origins = [origin(name, kind=kind) for name, kind in kinds.items()]
    return archive(records, findings=[one], origins=origins).counts["flood"]


def test_two_retellings_of_one_report_are_one_origin() -> None:
    """Two articles that pass on one report are two reports and one origin."""
    wire = [link("the mayor"), link("Wire", "wire")]
    counted = count_of({"one": wire, "two": [*wire, link("The Bugle")]})
    assert counted == Count(2, ("wire",), ("wire",), 1, 1, traced=counted.traced)


def test_the_first_report_of_a_chain_is_the_origin() -> None:
    """Who took it from the origin is not another origin, even where it published."""
    chain = [link("Wire", "wire"), link("Gazette", "gazette")]
    assert count_of({"one": chain}).origins == ("wire",)


@pytest.mark.parametrize("chain", [[], [link("a resident"), link("her brother")]])
def test_a_chain_without_a_report_leads_to_the_source(chain: Chain) -> None:
    """A source in its own voice, or with speakers only, is its own origin."""
    assert count_of({"one": chain, "two": [link("Wire", "wire")]}).origins == ("one", "wire")


@pytest.mark.parametrize("ground", ["aligned passage", "date order", "editor's decision", "not established"])
def test_inferred_links_are_followed_and_can_be_left_out(ground: str) -> None:
    """The count with inferred links and without them are both there; a ground not established infers too."""
    guessed = link("Wire", "wire", ground=ground, passage=None)
    chains = {
        "one": [guessed, link("Gazette", "gazette")],
        "two": [link("Wire", "wire")],
        "three": [guessed],
    }
    counted = count_of(chains)
    assert counted.origins == ("wire",)
    assert counted.stated_origins == ("gazette", "three", "wire")
    assert (counted.lowest, counted.highest) == (1, 3)
    assert [counted.is_sure, *(report.is_sure for report in counted.traced)] == [False, False, False, True]


def test_two_claims_of_one_source_are_one_report() -> None:
    """A source that says it twice has reported it once."""
    one = record("one", claim("p1c1"), claim("p2c1"))
    found = archive([one], findings=[finding("flood", "one#p1c1", "one#p2c1")])
    assert found.counts["flood"].traced == (CountedReport("one", ("one",), is_sure=True),)


def test_independence_is_a_matter_of_each_statement() -> None:
    """An agency that relays a ministry for one statement has another of its own."""
    relayed = [link("Ministry", "ministry"), link("Agency", "agency")]
    own = [link("a resident"), link("Agency", "agency")]
    assert count_of({"one": relayed, "two": [link("Ministry", "ministry")]}).origins == ("ministry",)
    assert count_of({"one": own, "two": [link("Ministry", "ministry")]}).origins == ("agency", "ministry")


def test_a_report_after_one_other_is_that_other_retold() -> None:
    """`after` with one origin is the same as writing that origin as the link before."""
    short = [link("Agency", "agency", after=["ministry"])]
    long = [link("Ministry", "ministry"), link("Agency", "agency")]
    assert count_of({"one": short, "two": []}) == count_of({"one": long, "two": []})


def test_an_agencys_background_is_shown_and_not_counted() -> None:
    """Nobody knows whom it goes back to; beside another origin it adds nothing, alone it is nothing."""
    background = [link("Agency", "background")]
    both = count_of({"one": background, "two": [link("Wire", "wire")]}, ["background"])
    alone = count_of({"one": background, "two": background}, ["background"])
    assert (both.origins, both.untraced, both.lowest) == (("wire",), ("background",), 1)
    assert (alone.reports, alone.origins, alone.lowest, alone.highest) == (2, (), 0, 0)


@pytest.mark.parametrize(
    ("roots", "independent"),
    [
        ([("fork", "a", "b")], ("fork",)),
        ([("fork", "a", "b"), ("a",)], ("a",)),
        ([("fork", "a", "b"), ("a",), ("b",)], ("a", "b")),
        ([("x", "a", "b"), ("y", "b", "c")], ("x",)),
        ([("x", "a", "b"), ("y", "c", "d")], ("x", "y")),
        ([("x", "y", "a"), ("y", "x", "b")], ("x",)),
    ],
)
def test_a_fork_is_not_independent_of_what_it_may_come_from(
    roots: list[tuple[str, ...]], independent: tuple[str, ...]
) -> None:
    """A report of one of two others adds nothing beside one of them, nor beside one that may share it."""
    made = [Root(name, frozenset(after)) for name, *after in roots]
    assert select_independent(made, frozenset()) == independent


def test_two_inferred_links_in_a_row_make_nothing_sure() -> None:
    """All of them followed gives two origins, none of them two; but one without the other gives one."""
    guesses = [link("Wire", "wire", inferred=True), link("Gazette", "gazette", inferred=True)]
    counted = count_of({"one": guesses, "two": [link("Gazette", "gazette")]})
    assert (len(counted.origins), len(counted.stated_origins), counted.lowest) == (2, 2, 1)
    assert not counted.is_sure


def speaking(*entities: str | None) -> Count:
    """The count where the chains begin with these; None: the source names nobody."""
    return count_of({f"s{n}": [link("X", entity=e)] if e else [] for n, e in enumerate(entities)})


def test_one_voice_behind_three_of_four_chains_is_told() -> None:
    """Several reporters may have asked one person; a speaker without a page, or a report, is no voice."""
    assert speaking("ann", "ann", "ann", "bob").speaker == Speaker("X", "ann", 3, 4)
    assert speaking("ann", "ann", None).speaker == Speaker("X", "ann", 2, 2)
    assert speaking("ann", "ann", "bob").speaker is None
    assert speaking("ann", None).speaker is None
    seven = ["ann"] * 7
    assert speaking(*seven, "bob", "bob", "bob").speaker is None
    others = {"one": [link("Bob", entity="bob")], **{f"s{n}": [link("Ann", entity="ann")] for n in range(3)}}
    assert count_of(others).speaker == Speaker("Ann", "ann", 3, 4)
    reports = count_of({"one": [link("Wire", "wire", entity="wire")], "two": [link("Wire", entity="wire")]})
    assert reports.speaker is None


NAMES = ["o1", "o2", "o3", "o4", "o5", "o6"]
LINKS = st.builds(
    lambda origin, inferred, after: link("someone", origin, inferred=inferred, after=after if origin else []),
    st.none() | st.sampled_from(NAMES),
    st.booleans(),
    st.just([]) | st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
)
CHAINS = st.lists(LINKS, max_size=3)
SOURCES = st.dictionaries(st.sampled_from(["s1", "s2", "s3", "s4"]), CHAINS, min_size=1)
BACKGROUNDS = st.lists(st.sampled_from(NAMES), max_size=2, unique=True)


@given(SOURCES, BACKGROUNDS, st.randoms())
def test_order_of_seeds_does_not_matter(
    chains: dict[str, Chain], backgrounds: list[str], random: Random
) -> None:
    """The same material in any order gives the same counts."""
    shuffled = list(chains.items())
    random.shuffle(shuffled)
    assert count_of(dict(shuffled), backgrounds[::-1]) == count_of(chains, backgrounds)


@given(SOURCES, BACKGROUNDS, st.data())
def test_a_retelling_adds_no_origin(
    chains: dict[str, Chain], backgrounds: list[str], draw: st.DataObject
) -> None:
    """A new article that retells or relays a report behind the finding raises the reports, never a count."""
    before = count_of(chains, backgrounds)
    behind = sorted({*before.origins, *before.untraced} - set(chains))
    assume(behind)
    told = draw.draw(st.sampled_from(behind))
    direct = [link("Someone", told), link("Gazette", "gazette")]
    relayed = [link("Digest", "digest", after=[told])]
    after = count_of({**chains, "s8": direct, "s9": relayed}, backgrounds)
    assert after.reports == before.reports + 2
    assert len(after.origins) <= len(before.origins)


@given(SOURCES, BACKGROUNDS, st.booleans())
def test_background_adds_no_origin(chains: dict[str, Chain], backgrounds: list[str], inferred: bool) -> None:
    """However often an agency's background is printed, no count rises by it that somebody may rely on."""
    before = count_of(chains, [*backgrounds, "explainer"])
    explained = [link("Agency", "explainer", inferred=inferred)]
    after = count_of({**chains, "s8": explained, "s9": explained}, [*backgrounds, "explainer"])
    assert after.origins == before.origins
    assert after.lowest == before.lowest


@given(SOURCES, BACKGROUNDS)
def test_no_count_is_above_the_reports(chains: dict[str, Chain], backgrounds: list[str]) -> None:
    """There is never more behind a finding than sources that print it, and nothing only if background is."""
    counted = count_of(chains, backgrounds)
    assert counted.lowest <= min(len(counted.origins), len(counted.stated_origins)) <= counted.highest
    assert counted.highest <= counted.reports
    assert counted.highest or backgrounds


def choose(chain: Chain) -> list[Chain]:
    """The chain with every choice of its inferred links taken away."""
    parts = [[[one], []] if one["ground"] == "editor's decision" else [[one]] for one in chain]
    return [[one for part in chosen for one in part] for chosen in product(*parts)]


@given(st.dictionaries(st.sampled_from(["s1", "s2", "s3"]), CHAINS, min_size=1), BACKGROUNDS)
def test_what_is_said_to_be_the_least_holds_whatever_is_inferred(
    chains: dict[str, Chain], backgrounds: list[str]
) -> None:
    """Whichever inferred links are wrong, there are as many as the lower number, and not above the higher."""
    counted = count_of(chains, backgrounds)
    names = list(chains)
    for some in product(*(choose(chain) for chain in chains.values())):
        chosen = count_of(dict(zip(names, some, strict=True)), backgrounds)
        assert counted.lowest <= len(chosen.origins) <= counted.highest


@given(SOURCES)
def test_one_origin_is_never_a_sure_several(chains: dict[str, Chain]) -> None:
    """What inferred links lead back to one origin is counted as one at least, and never said to be more."""
    counted = count_of(chains)
    if len(counted.origins) == 1:
        assert counted.lowest == 1
        assert not counted.is_sure or len(counted.stated_origins) == 1


@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True), max_size=4))
def test_the_least_is_never_too_high(choices: list[list[str]]) -> None:
    """Against the plain definition: the fewest names that any choice of one name each leaves."""
    roots = [tuple(map(Root, names)) for names in choices]
    fewest = min(len(set(chosen)) for chosen in product(*choices))
    assert count_at_least(roots, frozenset()) <= fewest
    assert (count_at_least(roots, frozenset()) > 0) is bool(choices)


@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True), max_size=4))
def test_the_most_is_reached(choices: list[list[str]]) -> None:
    """Against the plain definition: the most names that some choice of one name each leaves."""
    most = max((len(set(chosen)) for chosen in product(*choices)), default=0)
    assert count_at_most([tuple(map(Root, names)) for names in choices], frozenset()) == most


def test_two_links_need_not_hold_together() -> None:
    """Two reports that came by one inferred way may still be of two origins: no page says that all is one."""
    chain = [link("Wire", "wire", inferred=True), link("Digest", "digest")]
    counted = count_of({"s1": chain, "s2": chain})
    assert (counted.origins, counted.stated_origins) == (("wire",), ("digest",))
    assert (counted.lowest, counted.highest) == (1, 2)
