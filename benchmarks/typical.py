"""A built site → pages that stand for its types, the heaviest of each, because budgets hold for the worst."""

from __future__ import annotations

from pathlib import Path

_FOLDERS = {"source": "sources", "topic": "topics", "finding": "findings"}
_SINGLE = {"home": "index.html", "explore": "explore/index.html", "timeline": "timeline/index.html"}


def typical(site: Path) -> dict[str, str]:
    """Type → path below the site: `{"home": "index.html", "source": "sources/<slug>/index.html", …}`."""
    single = {name: path for name, path in _SINGLE.items() if (site / path).is_file()}
    heaviest = {name: _heaviest(site, folder) for name, folder in _FOLDERS.items()}
    return single | {name: path for name, path in heaviest.items() if path}


def _heaviest(site: Path, folder: str) -> str:
    found = sorted((site / folder).glob("*/index.html"), key=lambda page: (page.stat().st_size, page))
    return found[-1].relative_to(site).as_posix() if found else ""
