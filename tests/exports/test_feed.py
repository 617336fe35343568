"""The feed: read by a parser that is not ours, the same however often it is made."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import feedparser
from hypothesis import given

from build_tools import exports
from build_tools.exports import feed
from build_tools.model.archive import Archive, Edition
from build_tools.model.site import Site
from build_tools.text.acting_characters import show_acting
from tests.relate.make import archive, claim, disagreement, finding, record
from tests.text.citing.make import texts

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = Site("Floods & Ferries", "https://floods.example/a/", "What the river did.")


def _archive(title: str = "The River Rises") -> Archive:
    made = archive(
        [
            record("old", claim("p1c1"), added="2032-01-01"),
            record("new", claim("p1c1"), added="2032-01-05", title=title),
            record("mended", claim("p1c1"), added="2032-01-02", changed="2032-02-01"),
            record("undated", claim("p1c1")),
        ],
        findings=[
            finding("flood", "mended#p1c1", "new#p1c1", added="2032-01-03"),
            finding("levee", "old#p1c1", added="2032-01-01", changed="2032-03-01"),
            finding("undated", "new#p1c1"),
        ],
        disagreements=[disagreement("how-high", "old#p1c1", "new#p1c1", added="2032-01-04")],
    )
    return replace(made, site=SITE)


def test_news_come_first_and_say_what_they_are() -> None:
    """Each by the day that it came in or last changed itself; what has none is left out.

    A finding is neither older nor newer for its sources, be they old or changed since.
    """
    read = feedparser.parse(feed.write_feed(_archive()))
    assert not read.bozo
    assert (read.feed.title, read.feed.subtitle) == (SITE.name, SITE.description)
    assert read.feed.updated == "2032-03-01T00:00:00Z"
    assert [(e.link.removeprefix(SITE.url), e.published[:10], e.updated[:10]) for e in read.entries] == [
        ("findings/levee/", "2032-01-01", "2032-03-01"),
        ("sources/mended/", "2032-01-02", "2032-02-01"),
        ("sources/new/", "2032-01-05", "2032-01-05"),
        ("disagreements/how-high/", "2032-01-04", "2032-01-04"),
        ("findings/flood/", "2032-01-03", "2032-01-03"),
        ("sources/old/", "2032-01-01", "2032-01-01"),
    ]
    assert read.entries[0].title == "Finding: It is so: levee. [reported; 1 report, 1 independent origin]"
    assert read.entries[1].summary == "A report."
    assert read.entries[3].title == "Disagreement: How high?"


def test_a_move_makes_no_news() -> None:
    """Ids are the same wherever the site stands; without an address, links lead to files beside the feed.

    Its own address it then leaves out: a name that is relative to itself says nothing.
    """
    here, moved, lying = (
        feedparser.parse(feed.write_feed(replace(_archive(), site=replace(SITE, url=url))))
        for url in (SITE.url, "https://elsewhere.example/", "")
    )
    ids = [entry.id for entry in here.entries]
    assert ids == [e.id for e in moved.entries] == [e.id for e in lying.entries]
    assert len(set(ids)) == len(ids)
    assert lying.entries[0].link == "findings/levee/index.html"
    assert [link.rel for link in here.feed.links] == ["self", "alternate"]
    assert [link.rel for link in lying.feed.links] == ["alternate"]


@given(texts)
def test_titles_stay_text(title: str) -> None:
    """Whatever a title holds, a reader of feeds gets it as text, and the feed stays well formed."""
    title = f"a {title} z"
    written = feed.write_feed(_archive(title))
    assert not feedparser.parse(written).bozo
    shown = {_even(element.text or "") for element in ET.fromstring(written).iter(f"{ATOM}title")}  # noqa: S314 - ours
    assert _even(f"{show_acting(title)} (brackwater-bugle)") in shown


def test_an_archive_without_news_has_a_feed() -> None:
    """It is valid and empty."""
    read = feedparser.parse(feed.write_feed(archive([record("undated", claim("p1c1"))])))
    assert not read.bozo
    assert read.entries == []


def test_the_reading_edition_announces_nothing() -> None:
    """It has no feed, and its robots.txt lets nobody in; the public one names its sitemap."""
    public = {a.path: a.content for a in exports.make_export_files(_archive())}
    private = {
        a.path: a.content for a in exports.make_export_files(replace(_archive(), edition=Edition.READING))
    }
    assert "feed.xml" in public
    assert b"Sitemap: https://floods.example/a/sitemap.xml" in public["robots.txt"]
    assert "feed.xml" not in private
    assert private["robots.txt"] == b"User-agent: *\nDisallow: /\n"


def _even(text: str) -> str:
    return " ".join(text.split())
