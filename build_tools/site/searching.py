"""The theme's search index → the same as a script, because a page in a folder may not read other files.

Both are fetched when search is opened, and so is the theme's program, which nothing else needs:
overrides/assets/javascripts/search.js begins it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from build_tools.site.addresses import location

FOLDER = "search"
PROGRAM = re.compile(r"assets/javascripts/bundle\.\w+\.min\.js")
"""Where the theme's program stands."""
INDEX, SCRIPT = "search_index.json", "search_index.js"
"""What the program reads over http, and what it reads from a folder."""
PREFIX = "var __index = "
"""What stands before the JSON in the script; the program knows the variable by this name."""


def settled(index: str) -> str:
    """The index as MkDocs wrote it, ASCII throughout, addresses naming files."""
    whole = json.loads(index)
    docs = [{**doc, "location": location(doc["location"])} for doc in whole["docs"]]
    # ASCII, because U+2028 and the like are line ends to older script readers
    return json.dumps({**whole, "docs": docs}, separators=(",", ":"))


def settle(site: Path) -> None:
    """Write both in place of the index; a site without search is left as it is."""
    index = site / FOLDER / INDEX
    if not index.is_file():
        return
    text = settled(index.read_text("utf-8"))
    index.write_text(text, "utf-8")
    index.with_name(SCRIPT).write_text(PREFIX + text, "utf-8")
