"""The renderer's search index → ours: pages with their places as plain text, in a script.

A script, because a page in a folder may not read other files. It is fetched when search is opened, and so is
the program in overrides/assets/javascripts/searching/, which folds words and ranks pages: the index holds the
text as it is shown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from html import unescape
from pathlib import Path
from typing import TypedDict

FOLDER = "search"
INDEX, SCRIPT = "search_index.json", "search_index.js"
"""What the renderer writes, and what stands in its place."""
PREFIX = "var __index = "
"""What stands before the JSON in the script; the program knows the variable by this name."""

KINDS = {
    "sources": "Source",
    "topics": "Topic",
    "people": "Person",
    "organisations": "Organisation",
    "places": "Place",
    "events": "Event or law",
    "findings": "Finding",
    "disagreements": "Disagreement",
    "origins": "Origin",
    "shared-wording": "Shared wording",
}
"""What the pages of a folder are; its index, and pages written by hand, are of no kind."""

_TAG = re.compile(r"</?(?P<name>\w+)[^>]*>")
_WITHIN_WORDS = frozenset({"code", "sub", "sup"})
"""Elements that part no words; the renderer keeps these and blocks."""


class Found(TypedDict):
    """A page as search knows it."""

    at: str
    """Its address, a folder where it is one."""
    title: str
    kind: str
    parts: list[tuple[str, str, str]]
    """Anchor (none for what stands before the first heading), name and text of its places, in their order."""


def plain(html: str) -> str:
    """What a reader reads of a piece of the renderer's index, on one line.

    >>> plain("<p>a <code>b</code>c &amp; d</p><ul><li>e</li><li>f</li></ul>")
    'a bc & d · e · f'
    """
    text = " ".join(unescape(_TAG.sub(_parting, html)).split())
    return text.removeprefix("· ")


def _parting(tag: re.Match[str]) -> str:
    if tag["name"] in _WITHIN_WORDS:
        return ""
    return " · " if tag[0] == "<li>" else " "


def gathered(docs: Iterable[Mapping[str, str]]) -> list[Found]:
    """Pages in their order, each with its places; a heading without text of its own is no place to go to."""
    pages: dict[str, Found] = {}
    for doc in docs:
        at, _, anchor = doc["location"].partition("#")
        title, text = plain(doc["title"]), plain(doc["text"])
        if at not in pages:
            pages[at] = {"at": at, "title": title, "kind": _kind(at), "parts": []}
        if text:
            pages[at]["parts"].append((anchor, _name(title) if anchor else "", text))
    return list(pages.values())


def _kind(at: str) -> str:
    folder, _, rest = at.partition("/")
    return KINDS.get(folder, "") if rest else ""


def _name(title: str) -> str:
    return f"¶ {title}" if title.isdecimal() else title


def settle(site: Path) -> None:
    """Put the script in place of the renderer's index; a site without search is left as it is."""
    index = site / FOLDER / INDEX
    if not index.is_file():
        return
    pages = gathered(json.loads(index.read_text("utf-8"))["docs"])
    # not ASCII alone: Cyrillic would take six letters for one; line ends of older scripts are written out
    text = json.dumps(pages, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", r"\u2028").replace("\u2029", r"\u2029")
    index.with_name(SCRIPT).write_text(f"{PREFIX}{text}\n", "utf-8")
    index.unlink()
