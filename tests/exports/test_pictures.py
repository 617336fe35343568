"""Pictures beside links: drawn from the record, small, the same every time; nothing in them acts."""

from __future__ import annotations

import struct
from dataclasses import replace
from xml.etree import ElementTree as ET

from hypothesis import given

from build_tools.exports import pictures
from build_tools.model.archive import Archive, Edition
from build_tools.model.site import Site
from build_tools.text.markdown import visible
from tests.relate.make import archive, claim, finding, record
from tests.text.citing.make import texts

SITE = Site("Floods", "https://floods.example/a/")
LONG = "The River Rises Above the Old Mill and Carries Away What Two Hundred Sacks of Flour Weighed, " * 3
LIGHT = 30_000
"""Bytes that a picture weighs at most."""


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
            assert struct.unpack(">II", content[16:24]) == (720, 378)


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
