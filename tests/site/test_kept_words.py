"""What search has to know of a page is kept with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools import site_assembly
from build_tools.model.search import SearchEntry
from build_tools.site.search_block import Postings, index_entry
from tests.site import tiny
from tests.site.workshop import Workshop


def test_words_of_unchanged_pages_are_not_sought_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of hand-written pages are, which are few."""
    (tmp_path / "archive").mkdir()
    tiny.archive(tmp_path / "archive")
    shop = Workshop(tmp_path)
    built = shop.build()
    sought: list[str] = []

    def index(entry: SearchEntry) -> Postings:
        sought.append(entry.address)
        return index_entry(entry)

    monkeypatch.setattr(site_assembly, "index_entry", index)
    # without a record of the last build the next one asks the store
    next((tmp_path / "archive/.archive/cache").glob("built-*")).unlink()
    assert shop.build() == built
    written = {f"{path.stem}/" for path in shop.hand.glob("*.md")} | {""}
    assert sought
    assert set(sought) <= written
