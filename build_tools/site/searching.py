"""The theme's search index → a script that opens from a folder, and a stub with the settings alone.

The theme fetches `search_index.json` with every page that it shows over http. So that a reader pays for the
index only when search is opened, that file keeps the settings alone; the documents are in `search_index.js`,
which overrides/assets/javascripts/search.js loads then.
"""

from __future__ import annotations

import json
from pathlib import Path

from build_tools.site.addresses import location

FOLDER = "search"
INDEX, SCRIPT = "search_index.json", "search_index.js"
PREFIX = "var __index = "
"""What stands before the JSON in the script; the theme and search.js know the variable by this name."""


def settled(index: str) -> tuple[str, str]:
    """The index as MkDocs wrote it → the stub and the script, ASCII throughout, addresses naming files."""
    whole = json.loads(index)
    docs = [{**doc, "location": location(doc["location"])} for doc in whole["docs"]]
    return _json({**whole, "docs": []}), f"{PREFIX}{_json({**whole, 'docs': docs})}"


def _json(value: object) -> str:
    """Compact, ASCII: U+2028 and the like are line ends to older script readers."""
    return json.dumps(value, separators=(",", ":"))


def settle(site: Path) -> None:
    """Write both in place of the index; a site without search is left as it is."""
    index = site / FOLDER / INDEX
    if not index.is_file():
        return
    stub, script = settled(index.read_text("utf-8"))
    index.write_text(stub, "utf-8")
    index.with_name(SCRIPT).write_text(script, "utf-8")
