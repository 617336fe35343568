"""Pictures beside links: drawn from the record, small, the same every time; nothing in them acts."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from PIL import Image

from build_tools.exports.card_pictures import draw_card
from build_tools.file_plans import list_cards
from build_tools.index import Index
from build_tools.model.archive import Archive, Count, CountedReport, Edition
from build_tools.model.evidence import Decision
from build_tools.model.site import Site
from build_tools.text.card_drawing import (
    BarRow,
    CardDrawing,
    JoinedReport,
    JoinedRow,
    NumberLine,
    join_reports,
)
from build_tools.text.social_card import HEIGHT, WIDTH, Card
from tests.relate.make import archive, claim, finding, record
from tests.text.citing.make import texts

SITE = Site("Floods", "https://floods.example/a/")
LONG = "The River Rises Above the Old Mill and Carries Away What Two Hundred Sacks of Flour Weighed, " * 3
CYRILLIC = "Сообщения об отправке обвиняемых на фронт: что известно о планах и о тех, кто их составил"
UKRAINIAN = "Її ґанок: є й інше"
GREEK = "Η στάθμη του ποταμού ανέβηκε πάνω από τον παλιό μύλο και παρέσυρε διακόσια σακιά αλεύρι"
LIGHT = 16_000
"""Bytes that a picture weighs at most."""
TITLE, BELOW, BARS = (150, 450), (468, 512), (520, 572)
"""Between which lines of pixels each stands."""
PAPER, EDGE = 0, 36


def _card(title: str = "The River Rises", below: str = "The Bugle · 1 May 2031", *bars: int) -> Card:
    return Card("pictures/sources/one.png", "Floods", title, below, BarRow(bars, "paragraph"))


def _archive(site: Site = SITE) -> Archive:
    one = record("one", claim("p1c1"), claim("p1c2"), claim("p3c1"))
    return replace(archive([one], findings=[finding("one", "one#p1c1")]), site=site)


def _pixels(card: Card, lines: tuple[int, int] = (0, HEIGHT)) -> Image.Image:
    return Image.open(BytesIO(draw_card(card))).crop((0, lines[0], WIDTH, lines[1]))


def _is_blank(pixels: Image.Image) -> bool:
    return pixels.getextrema() == (PAPER, PAPER)


@pytest.mark.parametrize("title", ["The River Rises", LONG, CYRILLIC, GREEK, "x" * 9_999, ""])
def test_pictures_are_small_and_the_same_every_time(title: str) -> None:
    """Even one with a long title is light, and of the size that sites ask for."""
    card = _card(title)
    content = draw_card(card)
    assert content == draw_card(card)
    assert len(content) <= LIGHT
    assert Image.open(BytesIO(content)).size == (WIDTH, HEIGHT) == (1200, 630)


@pytest.mark.parametrize(
    "title",
    [
        LONG,
        CYRILLIC,
        GREEK,
        "THE RIVER RISES ABOVE THE OLD MILL AND CARRIES AWAY TWO HUNDRED SACKS OF FLOUR, SAYS MILLER",
        "Mammoth swamp warms women swimming, mummies murmur; memos mimic summer mammals",
        "W" * 999,
        "l" * 9_999,
    ],
)
def test_letters_stay_on_the_card(title: str) -> None:
    """As they are drawn, in whatever script, they leave the edges free, and what stands below apart."""
    card = _card(title, title)
    pixels = _pixels(card)
    assert _is_blank(pixels.crop((WIDTH - EDGE, 0, WIDTH, HEIGHT)))
    assert _is_blank(pixels.crop((0, 0, EDGE, HEIGHT)))
    assert _is_blank(_pixels(card, (TITLE[1], BELOW[0])))


def test_a_long_title_is_shortened() -> None:
    """It is set smaller, in four lines at most, and what comes after them is not drawn."""
    assert _pixels(_card(LONG)).tobytes() == _pixels(_card(LONG + "and more")).tobytes()
    assert _pixels(_card("word " * 9)).tobytes() != _pixels(_card("word " * 10)).tobytes()


def test_letters_of_two_scripts_stand_in_the_face_and_rarer_ones_in_another() -> None:
    """Ukrainian letters and Greek ones differ from one another, so none is the box for a missing letter."""
    for letters in (UKRAINIAN, GREEK[:9]):
        shown = {_pixels(_card(f"a{char}"), TITLE).tobytes() for char in {*letters} - {" "}}
        assert len(shown) == len({*letters} - {" "})


def test_accents_may_be_written_apart() -> None:
    """A letter with its accent is one picture, however it is encoded."""
    assert draw_card(_card("e\u0301te\u0301 и\u0306")) == draw_card(_card("été й"))


def test_a_script_that_the_faces_lack_is_never_set_wrongly() -> None:
    """A few letters of it are boxes, all alike; a title of them gives way to what stands below."""
    boxes = [_pixels(_card(f"The {word} River"), TITLE).tobytes() for word in ("שלום", "مرحب", "水水水水")]
    assert len({*boxes}) == 1
    card = _card("ارتفاع النهر فوق الطاحونة القديمة")
    assert _pixels(card, TITLE).tobytes() == _pixels(_card(card.below), TITLE).tobytes()
    assert _is_blank(_pixels(card, BELOW))


def test_bars_are_as_tall_as_their_counts() -> None:
    """One for each paragraph; the tallest takes the room, unless it has few; a low line stands for none."""
    assert _measure_bars(0, 1, 5, 2) == [4, 12, 44, 20]
    assert _measure_bars(20, 10, 1, 0) == [44, 24, 6, 4]
    assert _is_blank(_pixels(_card(), BARS))
    assert not _is_blank(_pixels(_card("A title", "", *[1] * 999), BARS))


def _measure_bars(*counts: int) -> list[int]:
    pixels = _pixels(_card("A title", "", *counts), BARS)
    boxes = [pixels.crop((left, 0, left + 22, BARS[1] - BARS[0])).getbbox() for left in range(80, 184, 26)]
    return [box[3] - box[1] for box in boxes if box]


def _foot(drawing: CardDrawing) -> bytes:
    return _pixels(
        Card("pictures/findings/one.png", "Floods", "A title", "", drawing), (515, HEIGHT)
    ).tobytes()


def test_two_reports_of_one_origin_are_joined_to_one_dot() -> None:
    """Of two origins to two; and the line of an inference looks different."""
    sure, other = JoinedReport((0,), is_sure=True), JoinedReport((1,), is_sure=True)
    feet = [
        _foot(JoinedRow((sure, sure), 1)),
        _foot(JoinedRow((sure, other), 2)),
        _foot(JoinedRow((sure, JoinedReport((0,), is_sure=False)), 1)),
        _foot(JoinedRow((JoinedReport((), is_sure=True),) * 2, 0)),
    ]
    assert len({*feet}) == len(feet)


@pytest.mark.parametrize("values", [(0.0, 5.0), (1.0, 1.1, 1.2, 9e14), tuple(map(float, range(200)))])
def test_numbers_of_a_line_stay_on_the_card(values: tuple[float, ...]) -> None:
    """However many there are and however near to one another."""
    card = Card("pictures/disagreements/one.png", "Floods", "A title", "", NumberLine(values))
    assert _is_blank(_pixels(card).crop((WIDTH - EDGE, 0, WIDTH, HEIGHT)))
    assert _is_blank(_pixels(card).crop((0, 0, EDGE, HEIGHT)))


def test_an_editors_decision_goes_before_the_count() -> None:
    """One origin joins all; another number than ours leaves bars alone: nobody knows which go where."""
    reports = tuple(CountedReport(slug, (slug,), is_sure=True) for slug in ("one", "two", "three"))
    counted = Count(3, ("one", "three", "two"), ("one", "three", "two"), 3, 3, traced=reports)
    plain = finding("flood", "one#p1c1", "two#p1c1", "three#p1c1")
    assert sorted(r.dots for r in join_reports(plain, counted).reports) == [(0,), (1,), (2,)]
    for decided, dots in ((1, {(0,)}), (2, {()})):
        decision = Decision(origins=decided, reason="They share a desk.")
        joined = join_reports(plain.model_copy(update={"decision": decision}), counted)
        assert {r.dots for r in joined.reports} == dots
        assert joined.dots == (1 if decided == 1 else 0)


def test_a_card_tells_the_day_and_says_what_it_shows() -> None:
    """Not the hour of a report; and whoever does not see the card hears all that is on it."""
    timed = record("one", claim("p1c1"), claim("p3c1"), day="2031-05-01T11:36", paragraphs=3)
    made = replace(archive([timed], findings=[finding("one", "one#p1c1")]), site=SITE)
    home, source, found = (make_card() for _, make_card in list_cards(Index(made)))
    assert home.alt == (
        "A card of Floods: “Floods” 1 report · 2 statements · 1 finding. "
        "Below, a bar for each of 1 report, as tall as it has statements."
    )
    assert source.below.endswith("· 1 May 2031")
    assert source.alt == (
        "A card of Floods: “The title of one” brackwater-bugle · 1 May 2031. "
        "Below, a bar for each of 3 paragraphs, 2 of them with statements."
    )
    assert found.alt.endswith(
        "reported; 1 report, 1 independent origin. "
        "Below, 1 bar, one for each report, joined to 1 dot, one for each independent origin."
    )


def test_each_source_and_finding_has_a_picture_where_somebody_could_ask_for_it() -> None:
    """Each in a folder of its own; without the site's address, and in the private edition, there is none."""
    found = dict(list_cards(Index(_archive())))
    assert list(found) == ["pictures/home.png", "pictures/sources/one.png", "pictures/findings/one.png"]
    assert [make_card().path for make_card in found.values()] == list(found)
    assert not list(list_cards(Index(_archive(Site("Floods")))))
    assert not list(list_cards(Index(replace(_archive(), edition=Edition.READING))))


@settings(deadline=None)
@given(texts)
def test_any_title_can_be_drawn(title: str) -> None:
    """Whatever it holds, there is a picture, and letters stay on it."""
    pixels = _pixels(_card(title, title, 1))
    assert _is_blank(pixels.crop((WIDTH - EDGE, 0, WIDTH, HEIGHT)))
