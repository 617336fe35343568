"""What visitors of a server ask for: a page for lost addresses, the sitemap, robots.txt; by edition."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.browsing import Reader
from tests.site import tiny

ADDRESS = "https://ferry.example/archive/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def _built(folder: Path, address: str = "", **settings: object) -> Path:
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
    """Every page by its full address; a source with the day that it came in, and no day of building."""
    tree = ET.fromstring((placed / "sitemap.xml").read_bytes())  # noqa: S314 - ours
    dates = {u.findtext(f"{SITEMAP}loc"): u.findtext(f"{SITEMAP}lastmod") for u in tree}
    assert dates[f"{ADDRESS}sources/pier-post-ferry/"] == "2032-01-05"
    assert dates[f"{ADDRESS}topics/ferries/"] is None
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (placed / "robots.txt").read_text()


def test_links_to_a_page_have_its_picture(placed: Path) -> None:
    """A source's page names its picture by full address, and the picture is there."""
    html = (placed / "sources/pier-post-ferry/index.html").read_text("utf-8")
    assert f'<meta property="og:image" content="{ADDRESS}pictures/sources/pier-post-ferry.png">' in html
    assert (placed / "pictures/sources/pier-post-ferry.png").is_file()


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
    assert page.get_by_role("heading", level=1).inner_text() == "Nothing stands at this address"
    links = page.locator("main a[href]").evaluate_all("all => all.map(a => a.href)")
    assert any(link.endswith("/archive/sources/index.html") for link in links)
    for link in links:
        assert page.request.get(link).ok, link


def test_without_an_address_nothing_is_announced(tmp_path: Path) -> None:
    """A clone's site has no sitemap and no pictures; its feed lies beside its pages."""
    site = _built(tmp_path)
    assert not (site / "sitemap.xml").exists()
    assert not (site / "pictures").exists()
    assert (site / "feed.xml").is_file()


def test_the_reading_edition_is_not_to_be_found(tmp_path: Path) -> None:
    """No feed, sitemap, picture or preview of links, and robots.txt lets nobody in, whatever its address."""
    site = _built(tmp_path, ADDRESS, edition="reading", invented=True)
    assert not any((site / name).exists() for name in ("feed.xml", "sitemap.xml", "pictures"))
    assert "Disallow: /" in (site / "robots.txt").read_text()
    html = (site / "sources/pier-post-ferry/index.html").read_text("utf-8")
    assert "og:" not in html
    assert "feed.xml" not in html
