"""The search index can be read from a folder, and costs nothing until search is opened."""

from __future__ import annotations

import json
from pathlib import Path

from build_tools.site.searching import PREFIX, settle, settled

INDEX = json.dumps(
    {
        "config": {"lang": ["en"]},
        "docs": [{"location": "", "text": "a\u2028b"}, {"location": "sources/x/#p3", "text": "é"}],
    }
)


def test_the_stub_has_settings_and_no_documents() -> None:
    """It is fetched with every page, so it must be small whatever the archive's size."""
    stub, _ = settled(INDEX)
    assert json.loads(stub) == {"config": {"lang": ["en"]}, "docs": []}


def test_the_script_has_all_documents_at_addresses_of_files() -> None:
    """The same texts, in order; ASCII, so that no line separator ends the script early."""
    _, script = settled(INDEX)
    assert script.isascii()
    docs = json.loads(script.removeprefix(PREFIX))["docs"]
    assert docs == [
        {"location": "index.html", "text": "a\u2028b"},
        {"location": "sources/x/index.html#p3", "text": "é"},
    ]


def test_a_site_without_search_is_left_alone(tmp_path: Path) -> None:
    """Another archive may do without search."""
    settle(tmp_path)
    assert list(tmp_path.iterdir()) == []
