"""A built site → what is wrong with its pages, because a broken link or a word to another host is a fault.

Read from the files, as a browser would: from any folder, without a server.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.model.rendered import RenderedPage
from build_tools.site.html_tags import Tag, find_stray_tags, find_tags
from build_tools.site.index_files import is_external
from build_tools.site.page_marks import digest_place
from build_tools.site.progress import follow_progress, ignore_progress
from build_tools.timings import ProgressCallback

_POINTING = {"a": "href", "area": "href", "link": "href"}
# what a browser fetches unasked, and the attribute that names it
_LOADING = {
    "img": "src",
    "script": "src",
    "iframe": "src",
    "source": "src",
    "audio": "src",
    "video": "src",
    "embed": "src",
    "object": "data",
    "use": "href",
    "image": "href",
    "input": "src",
    "track": "src",
}
# relations of a `<link>` that make a browser fetch, or speak to a host
_ASKED = frozenset(
    {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest"}
)
_MAY_LEAVE = frozenset({"http", "https", "mailto", "tel"})
_POLICY = "content-security-policy"
_ANYWHERE = "404.html"
"""Shown at any address, so its links begin at the root of the host."""


@dataclass(frozen=True, slots=True)
class CheckedPage:
    """What is needed to check a page and the links to it."""

    ids: frozenset[str]
    tags: tuple[Tag, ...]
    strays: tuple[int, ...]
    """Where something begins like a tag but is none."""
    breaks: tuple[int, ...]
    """Where its lines end, to tell the line of a place."""


@dataclass(frozen=True, slots=True)
class CheckedSite:
    """What links may lead to."""

    pages: Mapping[Path, CheckedPage]
    files: frozenset[Path]
    """All files, pages among them."""


def check_site_links(site: Path, progress: ProgressCallback = ignore_progress) -> tuple[Fault, ...]:
    """All faults of all pages, in order of their files."""
    paths = follow_progress("pages", sorted(site.rglob("*.html")), progress)
    pages = {path: _parse_page(path.read_text("utf-8")) for path in paths}
    whole = CheckedSite(pages, frozenset(path for path in site.rglob("*") if path.is_file()))
    followed = follow_progress("links", tuple(pages), progress)
    return tuple(fault for path in followed for fault in _find_faults(path, whole))


def check_markup(path: str, html: str) -> tuple[Fault, ...]:
    """The faults of one page that can be told from it alone: where its links lead is not looked up."""
    page = Path(path)
    return tuple(_find_faults(page, CheckedSite({page: _parse_page(html)}, frozenset()), resolving=False))


class LinkTargets(NamedTuple):
    """What links between the pages of a site may lead to."""

    places: AbstractSet[int]
    """Digests of all that its pages have, see `page_marks.py`."""
    files: AbstractSet[str]
    """All its files."""


def check_known_links(pages: Iterable[RenderedPage], targets: LinkTargets, site: str = "") -> Iterator[Fault]:
    """Links of these pages that lead nowhere."""
    places, files = targets
    for page in pages:
        at = f"{site}/{page.address}index.html"
        for link in page.links:
            path, _, anchor = link.partition("#")
            if digest_place(path) not in places:
                if path not in files:
                    yield make_fault_at(at, 1, 1, "S101", f"The link to {link} leads to no file of the site.")
            # with a `=` it is what Explore should show, and no place
            elif anchor and "=" not in anchor and digest_place(f"{path}#{unquote(anchor)}") not in places:
                yield make_fault_at(at, 1, 1, "S102", f"The link to {link} leads to no anchor of that page.")


def _parse_page(html: str) -> CheckedPage:
    tags = tuple(find_tags(html))
    names = frozenset(v for t in tags for k in ("id", "name") if (v := t.attributes.get(k)))
    return CheckedPage(names, tags, find_stray_tags(html), tuple(m.start() for m in re.finditer("\n", html)))


def _find_faults(path: Path, site: CheckedSite, *, resolving: bool = True) -> Iterator[Fault]:
    page = site.pages[path]

    def at(start: int, code: str, message: str) -> Fault:
        line = bisect(page.breaks, start - 1)
        column = start - (page.breaks[line - 1] if line else -1)
        return make_fault_at(str(path), line + 1, column, code, message)

    for start in page.strays:
        yield at(start, "S105", "Something begins like a tag, but is none.")
    metas = (t for t in page.tags if t.name == "meta")
    if not any(t.attributes.get("http-equiv", "").lower() == _POLICY for t in metas):
        yield at(0, "S104", "The page has no content security policy.")
    for tag in page.tags:
        for code, message in (*_check_attributes(tag), *_check_target(path, tag, site, resolving=resolving)):
            yield at(tag.start, code, message)


TagFaults = Iterator[tuple[str, str]]
"""Codes and messages of one tag's faults."""


def _check_target(path: Path, tag: Tag, site: CheckedSite, *, resolving: bool) -> TagFaults:
    address, loads = find_tag_address(tag)
    if address is None:
        return
    if is_external(address):
        yield from _check_external(tag, address, loads=loads)
    elif resolving and path.name != _ANYWHERE:
        yield from _check_internal(path, address, site)


def find_tag_address(tag: Tag) -> tuple[str | None, bool]:
    """Where the tag points, and whether a browser goes there by itself."""
    loading = _LOADING.get(tag.name)
    if loading is not None:
        return tag.attributes.get(loading), True
    asked = tag.name == "link" and bool(_ASKED & set(tag.attributes.get("rel", "").lower().split()))
    pointing = _POINTING.get(tag.name)
    return (tag.attributes.get(pointing) if pointing else None), asked


def _check_attributes(tag: Tag) -> TagFaults:
    """Attributes that run or style: nothing of ours writes them, so someone's text became markup."""
    for name in tag.attributes:
        if name.startswith("on") or name in ("style", "srcdoc", "integrity"):
            yield "S104", f"<{tag.name}> has the attribute {name}, which the pages do without."


def _check_external(tag: Tag, address: str, *, loads: bool) -> TagFaults:
    try:
        scheme = urlsplit(address.strip()).scheme.lower()
    except ValueError:  # brackets that hold no address of a machine
        yield "S101", f"{address} is no address."
        return
    # a picture within its own address asks nobody for anything
    if loads and scheme != "data":
        yield "S103", f"<{tag.name}> asks {address}."
    elif not loads and scheme not in _MAY_LEAVE:
        yield "S104", f"A link to {address} would act, not lead."


def _check_internal(path: Path, address: str, site: CheckedSite) -> TagFaults:
    """A fragment with a `=` says what Explore should show; it is no anchor."""
    parts = urlsplit(address)
    target = path if not parts.path else Path(_normalise_path(path.parent, unquote(parts.path)))
    anchor = "" if "=" in parts.fragment else unquote(parts.fragment)
    if target not in site.files:
        yield "S101", f"The link to {address} leads to no file of the site."
    elif anchor and target in site.pages and anchor not in site.pages[target].ids:
        yield "S102", f"The link to {address} leads to no anchor of that page."


def _normalise_path(folder: Path, relative: str) -> str:
    parts = [*folder.parts]
    for part in relative.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return str(Path(*parts)) if not relative.startswith("/") else relative
