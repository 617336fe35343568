"""Many stylesheets for people, one for browsers."""

from __future__ import annotations

from pathlib import Path

from build_tools.site.styles import NAME, joined
from tests.built import ROOT


def test_order_and_rules_stay() -> None:
    """What comes later goes before what came earlier, as in single files; comments are left out."""
    assert joined(["/* a */\na { b: c }\n", "@media x {\n  a { b: d } /* e\n f */\n}"]) == (
        "a { b: c }\n@media x {\na { b: d }\n}\n"
    )


def test_a_page_asks_for_one_sheet_of_ours(public_site: Path) -> None:
    """Beside the theme's, that for paper, and those of single page types."""
    page = (public_site / "index.html").read_text("utf-8")
    assert page.count('rel="stylesheet"') == 3
    assert f'href="{NAME}"' in page
    assert "--paper" in (public_site / NAME).read_text("utf-8")


def test_light_and_dark_differ_in_colours_only() -> None:
    """All that depends on the scheme stands with the colours' names; axe relies on it."""
    sheets = (ROOT / "overrides/assets/stylesheets").glob("*.css")
    assert [s.name for s in sheets if "prefers-color-scheme" in s.read_text("utf-8")] == ["tokens.css"]


def test_no_sheet_fetches_anything() -> None:
    """Joined sheets stand in one folder, so an address in one of them would have to be relative to it."""
    for sheet in (ROOT / "overrides/assets/stylesheets").glob("*.css"):
        text = sheet.read_text("utf-8")
        assert "url(" not in text, sheet.name
        assert "@import" not in text, sheet.name
