"""The built HTML: every link and anchor resolves, no address asks another host."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.browser.pages import broken, from_folder, is_foreign, pages, parse

SITES = ["public_site", "demo_site"]


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> Path:
    """Each of the two sites that a fresh clone can build."""
    return request.getfixturevalue(request.param).resolve()


def test_every_link_and_anchor_resolves(site: Path) -> None:
    """Following any link of the site leads to a page that is there, and to the place it names."""
    found = [message for page in pages(site) for message in broken(site, page)]
    assert len(pages(site)) > 10
    assert not found, "\n".join(found)


def test_no_resource_is_on_another_host(site: Path) -> None:
    """Styles, scripts, pictures and frames all come with the site."""
    found = [
        (page.name, address)
        for page in pages(site)
        for address in parse(page).resources
        if is_foreign(address)
    ]
    assert not found, found


def test_links_are_relative(site: Path) -> None:
    """The site works from any folder and below any address, because no link begins at a root."""
    found = [
        f"{page.relative_to(site)}: {address}"
        for page in from_folder(pages(site))
        for address in [*parse(page).links, *parse(page).resources]
        if address.startswith("/")
    ]
    assert not found, "\n".join(found)


def test_ids_are_unique(site: Path) -> None:
    """An anchor names one place on its page."""
    found = {
        str(page.relative_to(site)): twice
        for page in pages(site)
        if (twice := [name for name, n in Counter(parse(page).ids).items() if n > 1])
    }
    assert not found, found


def test_the_archive_is_there(public_site: Path) -> None:
    """Five sources, the required topics, people, organisations and places have their pages."""
    assert len(list((public_site / "sources").glob("*/index.html"))) >= 5
    topics = {path.parent.name for path in (public_site / "topics").glob("*/index.html")}
    assert {"prisoner-recruitment", "contract-refusals", "volunteer-battalions"} <= topics
    for folder in ("people", "organisations", "places"):
        assert list((public_site / folder).glob("*/index.html")), folder
