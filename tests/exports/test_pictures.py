"""Pictures beside links: drawn from the record, small, the same every time; nothing in them acts."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from build_tools.exports import pictures
from build_tools.model.archive import Archive, Edition
from build_tools.model.site import Site
from build_tools.text.cards import HEIGHT, WIDTH, cards
from build_tools.text.markdown import visible
from tests.relate.make import archive, claim, finding, record
from tests.text.citing.make import texts

SITE = Site("Floods", "https://floods.example/a/")
LONG = "The River Rises Above the Old Mill and Carries Away What Two Hundred Sacks of Flour Weighed, " * 3
LIGHT = 60_000
"""Bytes that a picture weighs at most."""
PIXEL, TO_THE_LEFT, EDGE = 4, 1, 36
"""Bytes of a pixel; the mark of a line whose pixels are told as differences to those before; an edge."""


def _archive(title: str = "The River Rises", site: Site = SITE) -> Archive:
    one = record("one", claim("p1c1"), claim("p1c2"), claim("p3c1"), title=title)
    return replace(archive([one], findings=[finding("one", "one#p1c1")]), site=site)


def test_pictures_are_small_and_the_same_every_time() -> None:
    """Each source and finding has one, in a folder of its own; even a long title is light."""
    for title in ("The River Rises", LONG):
        drawn = list(pictures.pictures(_archive(title)))
        assert [p.path for p in drawn] == ["pictures/sources/one.png", "pictures/findings/one.png"]
        for picture in drawn:
            content = pictures.png(picture)
            assert content == pictures.png(picture)
            assert len(content) <= LIGHT
            assert struct.unpack(">II", content[16:24]) == (WIDTH, HEIGHT) == (1200, 630)


@pytest.mark.parametrize(
    "title",
    [
        LONG,
        "Сообщения об отправке обвиняемых на фронт: что известно о планах и о тех, кто их составил",
        "THE RIVER RISES ABOVE THE OLD MILL AND CARRIES AWAY TWO HUNDRED SACKS OF FLOUR, SAYS MILLER",
        "Mammoth swamp warms women swimming, mummies murmur; memos mimic summer mammals",
        "Η στάθμη του ποταμού ανέβηκε πάνω από τον παλιό μύλο και παρέσυρε διακόσια σακιά αλεύρι",
    ],
)
def test_letters_stay_on_the_card(title: str) -> None:
    """As they are drawn, in whatever script, they leave the right edge free."""
    content = pictures.png(next(iter(pictures.pictures(_archive(title)))))
    pixels = zlib.decompress(b"".join(re.findall(rb"IDAT(.*)....\x00\x00\x00\x00IEND", content, re.DOTALL)))
    row = 1 + WIDTH * PIXEL
    for at in range(0, len(pixels), row):
        assert pixels[at] == TO_THE_LEFT
        assert not any(pixels[at + row - EDGE * PIXEL : at + row]), f"line {at // row}"


def test_a_card_tells_the_day_and_says_what_it_shows() -> None:
    """Not the hour of a report; and whoever does not see the card hears all that is on it."""
    timed = record("one", claim("p1c1"), claim("p3c1"), day="2031-05-01T11:36", paragraphs=3)
    made = replace(archive([timed], findings=[finding("one", "one#p1c1")]), site=SITE)
    source, found = cards(made)
    assert source.below.endswith("· 1 May 2031")
    assert source.alt == (
        "A card of Floods: “The title of one” brackwater-bugle · 1 May 2031. "
        "Below, a bar for each of 3 paragraphs, 2 of them with statements."
    )
    assert found.alt.endswith("1 report · 1 independent origin. Below, 1 bar, one for each report.")


def test_no_picture_where_nobody_could_ask_for_it() -> None:
    """Without the site's address, and in the private edition, nothing is drawn."""
    assert not list(pictures.pictures(_archive(site=Site("Floods"))))
    assert not list(pictures.pictures(replace(_archive(), edition=Edition.READING)))


@given(texts)
def test_titles_stay_text(title: str) -> None:
    """A title is words in the drawing, whatever it holds, and none of a short one is lost."""
    title = f"a {title[:9]} z"
    svg = next(iter(pictures.pictures(_archive(title)))).svg
    tree = ET.fromstring(svg)  # noqa: S314 - our own
    kinds = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert kinds == {"svg", "rect", "text"}
    shown = "".join("".join(element.itertext()) for element in tree.iter() if element.tag.endswith("text"))
    assert _letters(visible(title)) in _letters(shown)


def _letters(text: str) -> str:
    return "".join(text.split())
