"""Which entries of the menu a page marks as its own."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from build_tools.model.rendered import MenuItem, MenuPart
from build_tools.site.masthead import view_masthead
from build_tools.site.shell import ShellFacts

MENU = (
    MenuPart("Sources", (MenuItem("Sources", "sources/"),)),
    MenuPart("Reasons", (MenuItem("Editions", "reasons/editions/"), MenuItem("Costs", "reasons/costs/"))),
)


@pytest.mark.parametrize(
    ("address", "parts", "entries"),
    [
        ("sources/", ["page", ""], ["page", "", ""]),
        ("sources/quay/", ["true", ""], ["true", "", ""]),
        ("reasons/costs/", ["", "true"], ["", "", "page"]),
        ("reasons/editions/", ["", "page"], ["", "page", ""]),
        ("reasons/other/", ["", "true"], ["", "", ""]),
        ("", ["", ""], ["", "", ""]),
    ],
)
def test_a_page_marks_what_it_is_or_lies_below(address: str, parts: list[str], entries: list[str]) -> None:
    """Not the pages beside it, which are in the same folder; its part is marked as well."""
    shown = view_masthead(cast("ShellFacts", SimpleNamespace(menu=MENU)), "", address).parts
    assert [part.link.current for part in shown] == parts
    assert [item.current for part in shown for item in part.items] == entries
