"""What search has to know of a page is kept with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.model.search import SearchEntry
from build_tools.site import page_marks
from build_tools.site.search_block import SearchPage, prepare_entry
from tests.site import tiny
from tests.site.workshop import Workshop


def test_words_of_unchanged_pages_are_not_sought_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of hand-written pages are, and of the page that tells of the downloads: it is made each time."""
    (tmp_path / "archive").mkdir()
    tiny.archive(tmp_path / "archive")
    shop = Workshop(tmp_path)
    built = shop.build()
    sought: list[str] = []

    def prepare(entry: SearchEntry) -> SearchPage:
        sought.append(entry.address)
        return prepare_entry(entry)

    monkeypatch.setattr(page_marks, "prepare_entry", prepare)
    # without a record of the last build the next one asks the store
    next((tmp_path / "archive/.archive/cache").glob("built-*")).unlink()
    assert shop.build() == built
    written = {f"{path.stem}/" for path in shop.hand.glob("*.md")} | {"", "downloads/"}
    assert sought
    assert set(sought) <= written
