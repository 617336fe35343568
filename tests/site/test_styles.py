"""Many stylesheets for people, one for browsers."""

from __future__ import annotations

import re
from pathlib import Path

from build_tools.site.styles import (
    STYLESHEET_NAME,
    THEME_STYLESHEET,
    join_sheets,
    join_with_theme,
    select_needed_rules,
)
from tests.built import ROOT

THEME = """@charset "UTF-8";
:root { --used: 1px }
:root { --unused: url(x) }
p, .absent { margin: var(--used) }
.absent { color: red }
.page .absent:is(.page) { color: red }
.page:not(.absent) > #here { color: red }
@media print { .page { color: red } .absent { color: red } }
@keyframes turn { 0% { opacity: 0 } }
@page { margin: 1cm }
"""


def test_a_page_waits_for_the_rules_that_can_apply_to_it() -> None:
    """A class or an id that stands nowhere rules a selector out; a variable is set where a rule uses it."""
    kept = select_needed_rules(THEME, frozenset({"page", "here"}), "")
    assert kept.splitlines() == [
        ":root { --used: 1px }",
        "p, .absent { margin: var(--used) }",
        ".page:not(.absent) > #here { color: red }",
        "@media print {.page { color: red }}",
        "@page { margin: 1cm }",
    ]


def test_our_own_rules_may_use_what_the_theme_sets() -> None:
    """A variable that only a sheet of ours reads comes along."""
    kept = select_needed_rules(THEME, frozenset(), "a { background: var(--unused) }")
    assert ":root { --unused: url(x) }" in kept


def test_only_what_pages_use_of_the_theme_is_published(public_site: Path) -> None:
    """What pages show is in our sheet; what the theme's program would make is left out."""
    sheets = public_site / "assets/stylesheets"
    assert not [f for f in sheets.glob("*.css") if THEME_STYLESHEET.fullmatch(f"assets/stylesheets/{f.name}")]
    site = (public_site / STYLESHEET_NAME).read_text("utf-8")
    assert ".md-typeset" in site
    assert ".md-search-result__more" not in site


def test_a_site_without_the_theme_has_our_sheets() -> None:
    """Its successor may bring a sheet of another name, or none."""
    assert join_with_theme(["a { b: c }"], "").split() == ["a", "{", "b:", "c", "}"]


def test_order_and_rules_stay() -> None:
    """What comes later goes before what came earlier, as in single files; comments are left out."""
    assert join_sheets(["/* a */\na { b: c }\n", "@media x {\n  a { b: d } /* e\n f */\n}"]) == (
        "a { b: c }\n@media x {\na { b: d }\n}\n"
    )


def test_a_page_asks_for_one_sheet_of_ours(public_site: Path) -> None:
    """Beside that for paper, on every type of page."""
    page = (public_site / "index.html").read_text("utf-8")
    assert page.count('rel="stylesheet"') == 2
    assert f'href="{STYLESHEET_NAME}"' in page
    assert "--paper" in (public_site / STYLESHEET_NAME).read_text("utf-8")


def test_light_and_dark_differ_in_colours_only() -> None:
    """All that depends on the scheme stands with the colours' names; axe relies on it."""
    sheets = (ROOT / "overrides/assets/stylesheets").glob("*.css")
    assert [s.name for s in sheets if "prefers-color-scheme" in s.read_text("utf-8")] == ["tokens.css"]


def test_no_sheet_fetches_anything_but_our_letters() -> None:
    """Joined sheets stand in one folder, so an address in one of them has to be relative to it."""
    for sheet in (ROOT / "overrides/assets/stylesheets").glob("*.css"):
        text = sheet.read_text("utf-8")
        assert text.count("url(") == text.count('url("../fonts/'), sheet.name
        assert "@import" not in text, sheet.name


def test_dark_is_the_same_chosen_or_given() -> None:
    """The sheet says it twice, for a query and a choice cannot share a rule."""
    sheet = (ROOT / "overrides/assets/stylesheets/tokens.css").read_text("utf-8")
    given = sheet.partition("@media (prefers-color-scheme: dark)")[2].partition(
        ':where([data-colours="light"])'
    )[0]
    chosen = sheet.partition(':root:where([data-colours="dark"])')[2].partition("}")[0]
    colours = [re.findall(r"(--[\w-]+): ([^;]+);", part) for part in (given, chosen)]
    assert colours[0] == colours[1]
    assert len(colours[0]) > 5
