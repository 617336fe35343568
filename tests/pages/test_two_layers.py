"""What a reader sees of attribution and evidence: in two layers, and what is not known, in both forms."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build_tools.index import Index
from build_tools.model.archive import Archive
from build_tools.model.evidence import Withdrawn
from build_tools.model.rendered import RenderedPage
from build_tools.model.vocabulary import Entity
from build_tools.pages.disagreements_list import DISAGREEMENTS_LIST
from build_tools.pages.findings_list import FINDINGS_LIST
from build_tools.pages.topic_pages import TOPIC_PAGE
from build_tools.pipeline import PipelineSettings
from tests.built import ROOT
from tests.published import assemble_once, publish_pages
from tests.relate.make import archive, claim, denial, disagreement, finding, link, origin, record, topic

BOARD = {"url": "https://board.example/1", "seen": "2031-06-01", "extent": "opening", "use": "the day"}


@pytest.fixture(scope="module")
def pages() -> dict[str, RenderedPage]:
    """An archive with one of each."""
    chain = [link("Wire", "wire", passage="p2"), link("Gazette", "gazette", inferred=True, evidence=[BOARD])]
    wrong = [{"who": "the Courier", "passage": "p3"}]
    changes = [
        {"passage": "p1", "kind": "hardened", "text": "Surer.", "by": "wire", "seen": "opening"},
        {"passage": "p1", "kind": "added", "text": "A horse.", "evidence": [BOARD]},
    ]
    notes = [
        {"passage": "p1", "kind": "context", "text": "It was a Monday.", "evidence": [BOARD]},
        {"passage": "p2", "kind": "caution", "text": "Nobody saw it."},
    ]
    figure = {"value": 3, "unit": "horses", "as_of": "2031-04", "inferred": {"as_of": "from the board"}}
    bugle = record(
        "bugle",
        claim("p1c1", chain=chain, mentions=["flood"], topics=["mill"]),
        claim("p2c1", chain=chain, printed=wrong, figures=[figure]),
        claim("p3c1", when="2031-04-29", when_basis="inferred: from the board"),
        notes=notes,
        retells=[{"origin": "wire", "how": "cites", "changes": changes}],
        capture={"file": "bugle.txt", "sha256": "0" * 64, "bytes": 9},
    )
    event = {"id": "flood", "name": "The flood", "kind": "event", "type": "flood", "description": "It rose."}
    gone = {"id": "gone", "statement": "The mill fell.", "withdrawn": "2031-07-01", "reason": "It stands."}
    kinds = ("change in retelling", "sources differ", "within one article", "different measures")
    made = archive(
        [bugle],
        findings=[finding("kept", "bugle#p1c1", denied_by=[denial("bugle#p3c1")])],
        disagreements=[
            disagreement(f"d{n}", "bugle#p1c1", kind=k, evidence=[BOARD]) for n, k in enumerate(kinds)
        ],
        origins=[origin("wire", extent="excerpt", seen="2031-06-02", copies=[BOARD]), origin("gazette")],
        topics=[topic("mill")],
        entities=[Entity.model_validate({**event, "date": "2031-04-30", "date_basis": "by the council"})],
        withdrawn=[Withdrawn.model_validate({**gone, "see": ["bugle#p3c1"], "instead": "kept"})],
    )
    return publish_pages(made)


def _assert_told(page: RenderedPage, *words: str) -> None:
    html = page.html.replace("&#34;", '"')
    for text in words:
        assert text in html, (page.address, text)
        assert text in page.markdown.replace("\\", ""), (page.address, text)


def test_printed_and_reconstructed_stand_apart(pages: dict[str, RenderedPage]) -> None:
    """Where they differ both are shown; a link named elsewhere says where, an inferred one that it is."""
    page = pages["sources/bugle/"]
    _assert_told(page, "As printed", "the Courier", "(named in ¶\u00a03)", "As reconstructed")
    _assert_told(page, "(named in ¶\u00a02)", "(inferred)", "date inferred: from the board")
    assert page.html.count("As reconstructed") == 1


def test_what_a_card_does_not_know_it_says(pages: dict[str, RenderedPage]) -> None:
    """Neither the day of the capture nor an archived copy is passed over in silence."""
    page = pages["sources/bugle/"]
    _assert_told(page, "The day on which it was taken is not known", "None known")


def test_a_note_without_evidence_is_the_editors_own(pages: dict[str, RenderedPage]) -> None:
    """And one with evidence says what was seen of it, when, and for what."""
    page = pages["sources/bugle/"]
    _assert_told(page, "It was a Monday.", "only its opening seen, 1 June 2031: the day")
    _assert_told(page, "Nobody saw it.", "The editor’s own reading.")
    assert page.markdown.count("The editor’s own reading.") == 1


def test_a_change_on_the_way_is_laid_at_who_made_it(pages: dict[str, RenderedPage]) -> None:
    """On the source's page and on the origin's, with how much of that text was seen."""
    for address in ("sources/bugle/", "origins/wire/"):
        words = "Changed on the way, by Wire. Of the earlier text only the opening was seen."
        _assert_told(pages[address], words, "A horse.")


def test_an_origin_tells_how_much_of_it_was_seen(pages: dict[str, RenderedPage]) -> None:
    """Its kind, the extent and the day, and its copies."""
    words = ("Kind", "Only an excerpt seen, 2 June 2031", "only its opening seen, 1 June 2031: the day")
    _assert_told(pages["origins/wire/"], *words)


def test_a_withdrawn_finding_keeps_its_address_and_is_no_finding(pages: dict[str, RenderedPage]) -> None:
    """The page says what it said, why it went, what is there instead; no list of findings shows it."""
    page = pages["findings/gone/"]
    _assert_told(page, "The mill fell.", "1 July 2031", "It stands.", "It is so: kept.")
    assert {"sources/bugle/#p3c1", "findings/kept/"} <= set(page.links)
    assert page.title != "The mill fell."
    assert page.search is None or not page.search.parts
    assert {p.address for p in pages.values() if "findings/gone/" in p.links} == {"news/", "corrections/"}


def test_disagreements_stand_under_their_kind(pages: dict[str, RenderedPage]) -> None:
    """Each kind has a heading of its own; what sources really disagree on comes first."""
    page = pages["disagreements/"]
    names = [words for _, words in page.sections]
    assert len(names) >= 4
    first, *_ = [name for name in names if "ource" in name or "measure" in name or "article" in name]
    assert "differ" in first
    _assert_told(page, *names)


def test_events_stand_on_the_timeline_with_how_their_day_is_known(pages: dict[str, RenderedPage]) -> None:
    """So do days that are inferred, each with from what."""
    page = pages["timeline/"]
    _assert_told(page, "The flood. Dated by the council.", "(Date inferred: from the board.)", "Event or law")


def test_a_denial_says_by_whom_and_when(pages: dict[str, RenderedPage]) -> None:
    """On the finding's own page and in what goes out of it."""
    page = pages["findings/kept/"]
    _assert_told(page, "The miller denied on 2 May 2031 that it rose.")
    assert "denied by the miller on 2 May 2031" in page.title


def test_one_voice_is_told_on_the_page() -> None:
    """A reader need not add up the chains."""
    ann = [link("Ann", entity="ann")]
    person = {"id": "ann", "name": "Ann", "kind": "person", "type": "witness", "description": "A witness."}
    made = archive(
        [record(slug, claim("p1c1", chain=ann)) for slug in ("one", "two")],
        findings=[finding("flood", "one#p1c1", "two#p1c1")],
        entities=[Entity.model_validate(person)],
    )
    _assert_told(publish_pages(made)["findings/flood/"], "Both its chains begin with Ann.")


def _count_in_matrix(index: Index) -> dict[str, int]:
    return {topic: sum(counted.values()) for topic, counted in index.statuses_of_topic.items()}


@pytest.mark.parametrize("seeds", ["examples/the-ferry/seeds"])
def test_a_topic_has_as_many_findings_wherever_the_number_stands(seeds: str) -> None:
    """The matrix of findings and the topic’s page count one thing, narrower topics included."""
    made: Archive = assemble_once(PipelineSettings(ROOT / seeds))
    index = Index(made)
    matrix = _count_in_matrix(index)
    for name in (one.id for one in made.topics):
        view: Any = TOPIC_PAGE.make_page(index, name).view
        assert (
            sum(len(year.findings) for year in view.years)
            == matrix.get(name, 0)
            == len(index.findings_of_topic.get(name, ()))
        )
    listed: Any = FINDINGS_LIST.make_page(index, "").view
    assert {finding.id for finding in made.findings} == {
        one.finding.id for group in listed.groups for one in group.findings
    }


def test_an_archive_without_disagreements_has_the_list() -> None:
    """And nothing in it."""
    index = Index(replace(archive([]), findings=()))
    view: Any = DISAGREEMENTS_LIST.make_page(index, "").view
    assert view.groups == ()
