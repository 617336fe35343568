"""The search index can be read from a folder, and costs nothing until search is opened."""

from __future__ import annotations

import json
from pathlib import Path

from build_tools.site.searching import FOLDER, INDEX, PREFIX, SCRIPT, settle

WRITTEN = json.dumps(
    {
        "config": {"lang": ["en"]},
        "docs": [{"location": "", "text": "a\u2028b"}, {"location": "sources/x/#p3", "text": "é"}],
    }
)


def test_both_files_hold_all_documents_at_addresses_of_files(tmp_path: Path) -> None:
    """The same texts, in order, for both ways; ASCII, so that no line separator ends the script."""
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / INDEX).write_text(WRITTEN, "utf-8")
    settle(tmp_path)
    index, script = ((tmp_path / FOLDER / name).read_text("utf-8") for name in (INDEX, SCRIPT))
    assert script.isascii()
    assert script == PREFIX + index
    assert json.loads(index) == {
        "config": {"lang": ["en"]},
        "docs": [
            {"location": "index.html", "text": "a\u2028b"},
            {"location": "sources/x/index.html#p3", "text": "é"},
        ],
    }


def test_a_site_without_search_is_left_alone(tmp_path: Path) -> None:
    """Another archive may do without search."""
    settle(tmp_path)
    assert list(tmp_path.iterdir()) == []
