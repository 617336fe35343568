"""The menu is made of generated parts and of the pages that somebody wrote."""

from __future__ import annotations

from build_tools.model.rendered import MenuItem, MenuPart
from build_tools.site.menu import merge_menu

SOURCES = MenuPart("Sources", (MenuItem("Sources", "sources/"),))
DOWNLOADS = MenuPart("About", (MenuItem("Downloads", "downloads/"),))


def test_a_part_that_both_have_stands_once() -> None:
    """In its place among the written ones, what was written first."""
    nav = [{"Home": "index.md"}, {"Method": "method.md"}, {"About": ["about.md", {"Speed": "speed.md"}]}]
    about = (MenuItem("About it", "about/"), MenuItem("Speed", "speed/"), MenuItem("Downloads", "downloads/"))
    method = MenuPart("Method", (MenuItem("Method", "method/"),))
    merged = merge_menu(nav, (SOURCES, DOWNLOADS), {"about.md": "About it"})
    assert merged == (SOURCES, method, MenuPart("About", about))


def test_without_a_part_of_that_name_the_generated_one_stays() -> None:
    """A menu need not be written at all."""
    assert merge_menu(None, (SOURCES, DOWNLOADS), {}) == (SOURCES, DOWNLOADS)
