"""Figures, timeline, origins: what they show is what claims say, nothing more and nothing less."""

from __future__ import annotations

from collections import Counter
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools import pages, pipeline
from build_tools.model.archive import Archive
from build_tools.model.edtf import Edtf
from build_tools.model.evidence import Origin
from build_tools.pages import figures, timeline
from build_tools.pages.catalogue import Catalogue
from build_tools.pages.flows import flows
from build_tools.text.wording import amount
from tests.built import ROOT
from tests.relate.make import archive, claim, document, link, record

ORIGINS = [Origin(id=f"o{n}", publisher=f"Origin {n}", description="A report.") for n in range(4)]


@pytest.fixture(scope="module", params=["seeds", "examples/the-ferry/seeds"])
def gathered(request: pytest.FixtureRequest) -> Archive:
    """The archives of the repository."""
    return pipeline.gather(pipeline.Settings(ROOT / Path(request.param)))


def test_every_figure_on_the_page_exists_in_a_claim(gathered: Archive) -> None:
    """One row for each figure of each claim: the same number, unit and place in the text, as often."""
    shown = Counter(
        (r.record.slug, r.claim.id, r.amount, r.figure.unit) for r in figures._rows(Catalogue(gathered))
    )
    stated = Counter(
        (s.document.record.slug, s.claim.id, amount(f), f.unit)
        for s in gathered.statements.values()
        for f in s.claim.figures
    )
    assert shown == stated


def test_every_date_of_a_claim_is_on_the_timeline(gathered: Archive) -> None:
    """Whatever has a date stands on the timeline, with its own date, and nothing else does."""
    entries = timeline._entries(Catalogue(gathered))
    dated = {
        (ref, timeline.when(s.claim)) for ref, s in gathered.statements.items() if timeline.when(s.claim)
    }
    shown = {(f"{Path(e.path).stem}#{e.anchor}", e.when) for e in entries if e.anchor}
    assert shown == dated
    assert entries == sorted(entries, key=lambda e: (figures.days(e.when), e.when))


def test_every_origin_has_its_page(gathered: Archive) -> None:
    """The page of an origin names it and every source that retells it."""
    made = {a.path: a.content.decode() for a in pages.compose(gathered)}
    for origin in gathered.origins:
        page = unescape(made[f"origins/{origin.id}.md"])
        assert origin.publisher in page
        for slug in gathered.by_origin.get(origin.id, ()):
            assert f"sources/{slug}.md" in page


@st.composite
def _archives(draw: st.DrawFn) -> Archive:
    chains = st.lists(
        st.builds(
            link,
            st.just("someone"),
            st.sampled_from([None, *(o.id for o in ORIGINS)]),
            inferred=st.booleans(),
        ),
        max_size=4,
    )
    documents = [
        document(record(f"s{n}", *(claim(f"p{m}c1", chain=draw(chains)) for m in range(1, 4))))
        for n in range(3)
    ]
    return archive(documents, origins=ORIGINS)


@settings(max_examples=60, deadline=None)
@given(_archives())
def test_flows_keep_every_step_of_every_chain(made: Archive) -> None:
    """No statement is lost on its way: each arrives at its source as often as a chain brings it there."""
    arriving = Counter[str]()
    for flow in flows(made).flows:
        if flow.taker in {d.record.slug for d in made.documents}:
            arriving[flow.taker] += flow.statements
    brought = Counter(
        s.document.record.slug
        for s in made.statements.values()
        if any(x.origin for x in s.document.record.chain_of(s.claim))
    )
    assert arriving == brought


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2031-05", date(2031, 5, 1), date(2031, 5, 31)),
        ("2031-05-04/..", date(2031, 5, 4), date(2031, 5, 4)),
        ("../2031-05-04", date(2031, 5, 4), date(2031, 5, 4)),
    ],
)
def test_an_open_end_is_drawn_where_the_date_is_known(written: str, first: date, last: date) -> None:
    """A date without an end does not fill all time."""
    assert figures.days(Edtf.parse(written)) == (first, last)
