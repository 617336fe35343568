"""The search index can be read from a folder, holds plain text, and says what its pages are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_tools.site.searching import FOLDER, INDEX, PREFIX, SCRIPT, gathered, settle
from build_tools.site.session import unused


def _doc(location: str, title: str, text: str) -> dict[str, str]:
    return {"location": location, "title": title, "text": text}


DOCS = [
    _doc("", "Home", "<p>a\u2028b</p>"),
    _doc("sources/x/", "A &amp; B", ""),
    _doc("sources/x/#p3", "3", "<p>Запись &lt;b&gt;</p> <ul><li>one</li><li>two</li></ul>"),
    _doc("sources/x/#notes", "Notes", " "),
    _doc("sources/", "Sources", "<p>All <code>x</code>s.</p>"),
]


def test_a_page_has_its_places_as_plain_text() -> None:
    """Markup of the renderer is gone, text that looks like markup is text; an empty heading is no place."""
    assert gathered(DOCS) == [
        {"at": "", "title": "Home", "kind": "", "parts": [("", "", "a b")]},
        {
            "at": "sources/x/",
            "title": "A & B",
            "kind": "Source",
            "parts": [("p3", "¶ 3", "Запись <b> · one · two")],
        },
        {"at": "sources/", "title": "Sources", "kind": "", "parts": [("", "", "All xs.")]},
    ]


def test_the_script_takes_the_place_of_the_index(tmp_path: Path) -> None:
    """One file serves both ways; no separator of lines ends it early, and no second copy is left."""
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / INDEX).write_text(json.dumps({"docs": DOCS}), "utf-8")
    settle(tmp_path)
    assert [file.name for file in (tmp_path / FOLDER).iterdir()] == [SCRIPT]
    script = (tmp_path / FOLDER / SCRIPT).read_text("utf-8")
    assert not {"\u2028", "\u2029"} & set(script)
    assert json.loads(script.removeprefix(PREFIX)) == json.loads(json.dumps(gathered(DOCS)))


def test_a_site_without_search_is_left_alone(tmp_path: Path) -> None:
    """Another archive may do without search."""
    settle(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "left_out"),
    [
        ("assets/javascripts/bundle.a5f9d56c.min.js", True),
        ("assets/javascripts/workers/search.a7633da7.min.js", True),
        ("assets/javascripts/lunr/min/lunr.ru.min.js", True),
        ("assets/javascripts/searching/find.js", False),
        ("assets/javascripts/search.js", False),
    ],
)
def test_the_program_of_the_theme_stays_behind(path: str, left_out: bool) -> None:
    """What no page asks for is not published; what is ours is."""
    assert unused(path) is left_out


CHROME = ("Who says so", "see People", "statements in", "Source 1", "data-search", "Ground:", "In Russian В")
"""What cards, notes and evidence say around what they say."""


def test_what_repeats_other_pages_is_not_in_the_index(public_site: Path) -> None:
    """No ledger, no list of a folder's pages, no chrome; what a person says stands there once."""
    script = (public_site / FOLDER / SCRIPT).read_text("utf-8")
    pages = json.loads(script.removeprefix(PREFIX))
    assert not [page["at"] for page in pages if page["at"].endswith("ledger/")]
    generated = [page for page in pages if page["kind"]]
    told = [text for page in generated for _, _, text in page["parts"]]
    assert not [text for text in told for chrome in CHROME if chrome in text]
    assert len([text for text in told if "Counted among the 106,000, however" in text]) == 1
    lists = [page for page in pages if page["at"] in ("people/", "places/", "findings/", "sources/")]
    assert all(len(text) < 400 for page in lists for _, _, text in page["parts"])
