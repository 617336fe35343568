"""Figures, timeline, origins: what they show is what claims say, nothing more and nothing less."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools import pipeline
from build_tools.index import Index
from build_tools.index.flows import list_flows
from build_tools.index.long_lists import choose_date
from build_tools.model.archive import Archive
from build_tools.model.edtf import Edtf
from build_tools.model.evidence import Origin
from build_tools.pages.addresses import relative_href, source_address
from build_tools.pages.figures_list import FIGURES_LIST
from build_tools.pages.origin import ORIGIN_PAGE
from build_tools.pages.origins_list import ORIGINS_LIST
from build_tools.pages.page import PageKind
from build_tools.pages.render import render_page
from build_tools.pages.timeline import TIMELINE_LIST
from build_tools.text.claim_words import write_amount
from tests.built import ROOT
from tests.relate.make import archive, claim, document, link, record

ORIGINS = [Origin(id=f"o{n}", publisher=f"Origin {n}", description="A report.") for n in range(4)]


@pytest.fixture(scope="module", params=["seeds", "examples/the-ferry/seeds"])
def gathered(request: pytest.FixtureRequest) -> Archive:
    """The archives of the repository."""
    return pipeline.assemble_archive(pipeline.PipelineSettings(ROOT / Path(request.param)))


def _views(gathered: Archive, kind: PageKind) -> list[Any]:
    index = Index(gathered)
    return [kind.make_page(index, key).view for key in kind.list_keys(index)]


def test_every_figure_on_the_page_exists_in_a_claim(gathered: Archive) -> None:
    """One row for each figure of each claim: the same number, unit and place in the text, as often."""
    rows = [row for view in _views(gathered, FIGURES_LIST) for row in view.rows]
    stated = Counter(
        (s.document.record.slug, s.claim.id, write_amount(f), f.unit)
        for s in gathered.statements.values()
        for f in s.claim.figures
    )
    assert Counter((r.record.slug, r.claim.id, r.amount, r.figure.unit) for r in rows) == stated


def test_every_date_of_a_claim_is_on_the_timeline(gathered: Archive) -> None:
    """Whatever has a date stands on the timeline, with its own date, and nothing else does."""
    rows = [row for view in _views(gathered, TIMELINE_LIST) for row in view.rows]
    dated = Counter(
        (source_address(s.document.record.slug), s.claim.id, date)
        for s in gathered.statements.values()
        if (date := choose_date(s.claim))
    )
    assert Counter((r.where.address, r.where.anchor, r.when) for r in rows if r.where.anchor) == dated
    assert rows == sorted(rows, key=lambda row: (row.when.span, row.when))


def test_every_origin_has_its_page(gathered: Archive) -> None:
    """The page of an origin names it and leads to every source that retells it, in both forms."""
    index = Index(gathered)
    for origin in gathered.origins:
        content = render_page(ORIGIN_PAGE.make_page(index, origin.id))
        assert origin.publisher in unescape(content.html)
        for slug in gathered.by_origin.get(origin.id, ()):
            assert any(target.startswith(source_address(slug)) for target in content.links)
            assert f"{source_address(slug)}index.md" in content.markdown


@pytest.mark.parametrize(
    "kind", [ORIGINS_LIST, ORIGIN_PAGE, FIGURES_LIST, TIMELINE_LIST], ids=lambda k: k.name
)
def test_marks_of_pictures_lead_where_their_pages_say(gathered: Archive, kind: PageKind) -> None:
    """What a picture leads to is noted as a link of its page, and nothing that it does not lead to."""
    index = Index(gathered)
    for key in kind.list_keys(index):
        page = kind.make_page(index, key)
        picture = cast(Any, page.view).picture
        if picture:
            led = set(re.findall(r'<a href="([^"]+)">', picture.wide))
            assert led == {relative_href(page.address, *target) for target in picture.links}
            noted = render_page(page).links
            assert {f"{address}#{place}" if place else address for address, place in picture.links} <= {
                *noted
            }


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
    for flow in list_flows(made).flows:
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
    assert Edtf.parse(written).span == (first, last)
