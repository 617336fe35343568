"""The files of a search index → what they hold, read as a browser would."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

CALL = "archiveSearch.part("

Page = tuple[str, str, str, list[tuple[str, str, str]]]
"""Address, title, kind, places."""


def read_parts(scripts: Iterable[bytes]) -> dict[str, Any]:
    """All that the scripts hand over, by name."""
    parts: dict[str, Any] = {}
    for line in (line for script in scripts for line in script.decode().splitlines()):
        assert line.startswith(CALL)
        assert line.endswith(")")
        name, value = json.loads(f"[{line.removeprefix(CALL).removesuffix(')')}]")
        assert name not in parts
        parts[name] = value
    return parts


def read_pages(site: Path) -> list[Page]:
    """The pages that a site's search knows."""
    parts = read_parts(path.read_bytes() for path in sorted((site / "search").rglob("*.js")))
    return [page for name, pages in parts.items() if name.startswith("pages/") for page in pages]
