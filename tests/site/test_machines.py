"""What visitors of a server ask for: a page for lost addresses, the sitemap, robots.txt; by edition."""

from __future__ import annotations

import json
import re
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.browsing import Reader
from tests.site import tiny

ADDRESS = "https://ferry.example/archive/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def _built(folder: Path, address: str = "", **settings: Any) -> Path:
    described = tiny.record(tiny.CAPTURE.encode(), added="2032-01-05")
    config = tiny.archive(folder, described, **settings)
    run: subprocess.CompletedProcess[str] = tiny.mkdocs(config, "--strict", ARCHIVE_SITE_URL=address)
    assert run.returncode == 0, run.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive whose address is known, below the root of its host."""
    return _built(tmp_path_factory.mktemp("placed"), ADDRESS)


def test_the_sitemap_dates_what_has_a_date(placed: Path) -> None:
    """Every page by its full address, with the newest day of what it is made of, and no day of building."""
    tree = ET.fromstring((placed / "sitemap.xml").read_bytes())  # noqa: S314 - ours
    dates = {u.findtext(f"{SITEMAP}loc"): u.findtext(f"{SITEMAP}lastmod") for u in tree}
    pages = {f.parent.relative_to(placed).as_posix() for f in placed.rglob("index.html")}
    assert dates.keys() == {ADDRESS if page == "." else f"{ADDRESS}{page}/" for page in pages}
    made = ("", "sources/", "sources/pier-post-ferry/", "topics/ferries/", "places/ostry/", "timeline/")
    assert {dates[f"{ADDRESS}{page}"] for page in made} == {"2032-01-05"}
    assert dates[f"{ADDRESS}about/"] is None
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (placed / "robots.txt").read_text()


def test_hand_written_pages_speak_too(placed: Path) -> None:
    """The home page stands for site and archive; the others are on their way from it."""
    home, about = (_linked(placed / name)["@graph"] for name in ("index.html", "about/index.html"))
    assert [node["@type"] for node in home] == ["WebPage", "Dataset", "WebSite", "Organization"]
    files = [file for file in placed.glob("downloads/*.*") if file.stem != "index"]
    assert {d["contentUrl"] for d in home[1]["distribution"]} == {
        f"{ADDRESS}{file.relative_to(placed).as_posix()}" for file in files
    }
    steps = about[0]["breadcrumb"]["itemListElement"]
    assert [(step["name"], step["item"]) for step in steps] == [
        ("Tiny", ADDRESS),
        ("About", f"{ADDRESS}about/"),
    ]


def _linked(file: Path) -> dict[str, Any]:
    found = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', file.read_text("utf-8"), re.DOTALL
    )
    assert found
    linked: dict[str, Any] = json.loads(found[1])
    return linked


def test_links_to_a_page_have_its_picture(placed: Path) -> None:
    """A source's page names its picture by full address, and the picture is there."""
    html = (placed / "sources/pier-post-ferry/index.html").read_text("utf-8")
    assert f'<meta property="og:image" content="{ADDRESS}pictures/sources/pier-post-ferry.png">' in html
    picture = (placed / "pictures/sources/pier-post-ferry.png").read_bytes()
    width, height = struct.unpack(">II", picture[16:24])
    assert f'<meta property="og:image:width" content="{width}">' in html
    assert f'<meta property="og:image:height" content="{height}">' in html
    assert 'og:image:alt" content="A card of Tiny: “Ferry halts for the winter” The Pier Post' in html


def test_lost_addresses_lead_on(
    placed: Path, tmp_path: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """Shown at any depth below the site's own path, the page finds its styles, and its links lead on."""
    host = tmp_path / "host"
    (host / "archive/sources/no/such").mkdir(parents=True)
    for file in (f for f in placed.rglob("*") if f.is_file()):
        target = host / "archive" / file.relative_to(placed)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    (host / "archive/sources/no/such/index.html").write_bytes((placed / "404.html").read_bytes())
    page = reader().page
    page.goto(f"{served(host)}archive/sources/no/such/")
    assert page.get_by_text("The search at the top").is_visible()
    assert page.get_by_role("heading", level=1).inner_text() == "Page not found"
    links = page.locator("main a[href]").evaluate_all("all => all.map(a => a.href)")
    assert [link.partition("/archive/")[2] for link in links[:3]] == [
        "index.html", "topics/index.html", "sources/index.html",
    ]  # fmt: skip
    assert not page.get_by_text("does not know where it stands").count()
    plain = reader(javascript=False).page
    plain.goto(f"{served(host)}archive/sources/no/such/")
    assert not plain.get_by_text("The search at the top").is_visible()
    for link in links:
        assert page.request.get(link).ok, link


def test_without_an_address_nothing_is_announced(tmp_path: Path) -> None:
    """A clone's site has no sitemap and no pictures; its feed lies beside its pages."""
    site = _built(tmp_path)
    assert not (site / "sitemap.xml").exists()
    assert not (site / "pictures").exists()
    assert (site / "feed.xml").is_file()
    assert "This is an offline copy" in (site / "404.html").read_text("utf-8")


def test_the_reading_edition_is_not_to_be_found(tmp_path: Path) -> None:
    """No feed, sitemap, picture or preview of links, and robots.txt lets nobody in, whatever its address."""
    site = _built(tmp_path, ADDRESS, edition="reading", invented=True)
    assert not any((site / name).exists() for name in ("feed.xml", "sitemap.xml", "pictures"))
    assert "Disallow: /" in (site / "robots.txt").read_text()
    html = (site / "sources/pier-post-ferry/index.html").read_text("utf-8")
    assert "og:" not in html
    assert "feed.xml" not in html
