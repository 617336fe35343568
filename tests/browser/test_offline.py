"""The package: everything is in it, and unpacked anywhere it works whole."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from build_tools.model.archive import Edition
from build_tools.model.site import Site
from build_tools.site.zip_package import (
    PACKAGE_FOLDER,
    README_FILE,
    SERVER_FILES,
    START_FILE,
    name_package,
    pack_site,
)
from tests.browsing import Reader

SITE = Site("The Ferry That Stopped", description="A <documentary> archive.")
TOP = "the-ferry-that-stopped"


@pytest.fixture(scope="module")
def package(demo_site: Path) -> bytes:
    """The invented archive as one file, packed as a public edition is."""
    return pack_site(demo_site, SITE, Edition.PUBLIC)


@pytest.fixture
def stick(package: bytes, tmp_path: Path) -> Path:
    """The package, unpacked into a folder whose name is hard on addresses."""
    folder = tmp_path / "Моя флешка #1 (100 %)"
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        archive.extractall(folder)
    return folder / TOP


def test_everything_is_in_the_package(package: bytes, demo_site: Path) -> None:
    """Each file of the site, byte for byte, but those for servers; and what to open first."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    files = {p.relative_to(demo_site).as_posix(): p for p in demo_site.rglob("*") if p.is_file()}
    expected = {f"{TOP}/{PACKAGE_FOLDER}/{name}" for name in files if name not in SERVER_FILES}
    assert set(held) == {*expected, f"{TOP}/{START_FILE}", f"{TOP}/{README_FILE}"}
    for name, path in files.items():
        assert held.get(f"{TOP}/{PACKAGE_FOLDER}/{name}", path.read_bytes()) == path.read_bytes()


def test_the_same_site_gives_the_same_bytes(package: bytes, demo_site: Path) -> None:
    """Two people can compare a digest."""
    assert pack_site(demo_site, SITE, Edition.PUBLIC) == package


def test_a_private_package_says_so(tmp_path: Path) -> None:
    """In its name, on its first page and in its text file."""
    (tmp_path / "index.html").write_text("x")
    with zipfile.ZipFile(io.BytesIO(pack_site(tmp_path, SITE, Edition.READING))) as archive:
        told = [archive.read(f"{TOP}-reading/{name}").decode() for name in (START_FILE, README_FILE)]
    assert all("private reading edition" in text for text in told)
    assert name_package(Site("Архив"), Edition.PUBLIC) == "arkhiv"


def test_it_works_whole_from_a_stick(stick: Path, reader: Callable[..., Reader]) -> None:
    """Start file, navigation, search, Explore and cards, without a server."""
    page = reader().page
    page.goto((stick / START_FILE).as_uri())
    page.get_by_role("link", name="Open the archive").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SITE.name)
    page.get_by_role("navigation", name="Parts of the archive").get_by_role("link", name="Explore").click()
    page.get_by_label("Crossings by night").check()
    expect(page.locator("#explore-tally")).to_contain_text(" of ")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("textbox", name="Search").first.press_sequentially("Pettimore")
    page.locator("#search-results a").filter(has_text="Pettimore").first.click()
    page.wait_for_load_state()
    expect(page.get_by_role("main")).to_contain_text("Pettimore")
    page.goto((stick / PACKAGE_FOLDER / "sources/lantern-night-crossings/index.html").as_uri())
    page.locator("a.entity").first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()
