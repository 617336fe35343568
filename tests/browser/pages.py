"""A built site → its pages and what they link to, because links are checked over the HTML itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.site.tiny import LINKED

LINKS = {"a": ("href",), "link": ("href",), "area": ("href",), "form": ("action",)}
RESOURCES = {
    "img": ("src", "srcset"),
    "script": ("src",),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "object": ("data",),
    "use": ("href", "xlink:href"),
}
RESOURCE_RELATIONS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
}

_TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
"""With what a page does not show as text."""


@dataclass
class Parsed(HTMLParser):
    """Ids, links and resources of one page."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    """Addresses that a browser asks for without being asked to."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect what the tag names and points to."""
        values = {name: value or "" for name, value in attrs}
        self.ids += [values["id"]] if "id" in values else []
        asked = tag == "link" and RESOURCE_RELATIONS & set(values.get("rel", "").split())
        target = self.resources if asked else self.links
        target += [values[name] for name in LINKS.get(tag, ()) if name in values]
        self.resources += [
            part.split()[0]
            for name in RESOURCES.get(tag, ())
            if values.get(name)
            for part in (values[name].split(",") if name == "srcset" else [values[name]])
        ]


@cache
def parse(page: Path) -> Parsed:
    """One page, read once a session."""
    parsed = Parsed()
    parsed.feed(page.read_text("utf-8"))
    return parsed


def pages(site: Path) -> list[Path]:
    """All pages of a site, in order of their addresses."""
    return sorted(site.rglob("*.html"))


def leads_on(page: Path) -> bool:
    """Whether a page sends its reader on at once, which may happen in the middle of the next visit."""
    return 'http-equiv="refresh"' in page.read_text("utf-8")


def page_types(site: Path) -> list[Path]:
    """One page of each type: the pages at the top, and of each folder its index and its longest page."""
    chosen = [page for page in pages(site) if len(page.relative_to(site).parts) <= 2 and not leads_on(page)]
    for folder in sorted(path for path in site.iterdir() if path.is_dir()):
        below = [page for page in folder.rglob("*.html") if page.parent != folder and not leads_on(page)]
        by_depth = {len(page.parts): page for page in sorted(below, key=lambda page: page.stat().st_size)}
        chosen += by_depth.values()
    return chosen


def own_kinds(public: Path, demo: Path) -> list[Path]:
    """Of the main archive, the pages of kinds that the invented one has not, and those written by hand."""
    kinds = {_kind(page.relative_to(demo)) for page in page_types(demo)}
    by_hand = {*LINKED, "index.html"}
    found = [page.relative_to(public) for page in page_types(public)]
    return [public / page for page in found if page.parts[0] in by_hand or _kind(page) not in kinds]


def _kind(page: Path) -> tuple[str, int]:
    return page.parts[0], len(page.parts)


def widest_words(site: Path) -> list[Path]:
    """Of each folder the page with the longest word, for which a narrow window may be too narrow."""
    by_folder: dict[str, list[tuple[int, Path]]] = {}
    for page in from_folder(pages(site)):
        longest = max(map(len, _TAG.sub(" ", page.read_text("utf-8")).split()), default=0)
        by_folder.setdefault(page.relative_to(site).parts[0], []).append((longest, page))
    return [max(measured)[1] for measured in by_folder.values()]


def from_folder(found: list[Path]) -> list[Path]:
    """Those that are opened from a disk and stay: not 404.html, which a server shows at any address."""
    return [page for page in found if page.name != "404.html" and not leads_on(page)]


def is_foreign(address: str) -> bool:
    """Whether an address leads away from the site."""
    return bool(urlsplit(address).netloc) or urlsplit(address).scheme in {"mailto", "tel"}


def broken(site: Path, page: Path) -> Iterator[str]:
    """Links and resources that lead to no file of the site; a folder, opened from a disk, is none."""
    parsed = parse(page)
    for address in [*parsed.links, *parsed.resources]:
        parts = urlsplit(address)
        if is_foreign(address) or parts.scheme in {"data", "blob"}:
            continue
        start = site if parts.path.startswith("/") else page.parent
        target = (start / unquote(parts.path).lstrip("/")).resolve() if parts.path else page
        if not target.is_file() or not target.is_relative_to(site.resolve()):
            yield f"{page.relative_to(site)}: {address} leads to no file"
        elif "=" in parts.fragment or target.suffix != ".html":
            continue  # what Explore should show, which is no anchor
        elif parts.fragment and unquote(parts.fragment) not in parse(target).ids:
            yield f"{page.relative_to(site)}: {address} has no such anchor"
