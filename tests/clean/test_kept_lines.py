"""Whether an element shows the line breaks of its source: what style sheets and attributes say of it."""

from __future__ import annotations

import pytest

from build_tools.clean.kept_lines import LineStyles

KEEP = "{white-space: pre-line}"
RULES = {
    # a tag, a class, an id, or a tag with one of them; whatever else a selector asks for is not known
    f"p{KEEP}": True,
    f".poem{KEEP}": True,
    f"#one{KEEP}": True,
    f"p.poem{KEEP}": True,
    f"p#one{KEEP}": True,
    f"a, p {KEEP}": True,
    f".poem p{KEEP}": None,
    f"p.poem.old{KEEP}": None,
    f"q{KEEP}": None,
    KEEP: None,
    "white-space: pre-line": None,
    # behind another rule, a declaration, a comment
    f"a{{}}p{KEEP}": True,
    f"@charset 'x';p{KEEP}": True,
    f"/* x */p{KEEP}": True,
    f"@media print{{p{KEEP}}}": True,
    # not of a rule that has ended
    "p{color: red} white-space: pre-line": None,
    "p{color: red; white-space: pre-line}": True,
    # values
    "p{white-space: normal}": False,
    "p{white-space-collapse: preserve}": True,
    "p{white-space: PRE}": True,
    "p{white-space: inherit}": None,
    "p{my-white-space: pre}": None,
    # of two rules the later, but what names more goes first
    f"p{KEEP}p{{white-space: normal}}": False,
    f"p{{white-space: normal}}.poem{KEEP}": True,
    f".poem{{white-space: normal}}p{KEEP}": False,
    f"#one{KEEP}.poem{{white-space: normal}}": True,
    f"p.poem{KEEP}.poem{{white-space: normal}}": True,
    # bounds: a sheet of any size must be read in little time
    f"p{{{'x' * 3997};white-space: pre}}": True,
    f"p{{{'x' * 3998};white-space: pre}}": None,
    f"{f'a{KEEP}' * 499}p{KEEP}": True,
    f"{f'a{KEEP}' * 500}p{KEEP}": None,
}


@pytest.mark.parametrize("css", RULES, ids=lambda css: str(css)[:40])
def test_sheets_say_what_shows_line_breaks(css: str) -> None:
    """In rules that name it by one thing."""
    styles = LineStyles()
    styles.read_sheet(css)
    assert styles.keeps_lines("p", {"id": "one", "class": "old poem"}) is RULES[css]


def test_its_own_style_goes_before_all_sheets() -> None:
    """And what nothing is said of is as its parent, but for what is made to show them."""
    styles = LineStyles()
    assert styles.keeps_lines("p", {}) is None
    assert styles.keeps_lines("pre", {}) is True
    styles.read_sheet("pre{white-space: normal}")
    assert styles.keeps_lines("pre", {}) is False
    assert styles.keeps_lines("pre", {"style": "white-space: pre"}) is True
    assert styles.keeps_lines("pre", {"style": "color: red"}) is False
