"""A hand-written page as MkDocs rendered it → the value that generated pages are, read out of its HTML.

Of these pages nothing is known beforehand: links, places and words for search are found in what MkDocs made.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

from mkdocs.contrib.search.search_index import ContentParser

from build_tools.model.rendered import Metadata, RenderedPage
from build_tools.model.search import SearchEntry, SearchHints, SearchPart
from build_tools.site.html_tags import Tag, find_tags, rewrite_tags, strip_tags
from build_tools.site.index_files import is_external, name_index_file
from build_tools.site.links import find_tag_address

_LINKS = frozenset({"a", "area"})
# the page that is opened gets no hold of ours, and is not told where its reader comes from
_RELATIONS = ("noopener", "noreferrer", "external")
_ENDS = frozenset(".?!:…")
"""What a heading may end with by itself."""
HANDWRITTEN_RANK = 6
"""In search, hand-written pages come behind what the archive holds."""


@dataclass(frozen=True, slots=True)
class HandwrittenPage:
    """A page as MkDocs knows it."""

    source: str
    """Its file below docs/."""
    address: str
    title: str
    description: str
    html: str
    markdown: str
    """The file, with what it asks for filled in."""
    sections: tuple[tuple[str, str], ...]
    wide: bool = False
    scripts: tuple[str, ...] = ()
    """Names of scripts below `assets/javascripts/` that it asks for."""
    names: tuple[str, ...] = ()
    """What readers who look for it may call it."""
    searched: bool = True
    """Whether search finds it: not what is for keepers alone."""


def read_page_options(written: Mapping[str, Any]) -> dict[str, Any]:
    """What the head of a file may ask for, as fields of `HandwrittenPage`."""
    return {
        "wide": bool(written.get("wide")),
        "scripts": tuple(written.get("scripts") or ()),
        "names": tuple(map(str, written.get("names") or ())),
        # as other themes of MkDocs have it
        "searched": not (written.get("search") or {}).get("exclude"),
    }


def read_handwritten_page(page: HandwrittenPage, metadata: Metadata) -> RenderedPage:
    """The page as the site takes it."""
    html = rewrite_tags(page.html, _open_link, _LINKS)
    tags = list(find_tags(html))
    hints = SearchHints(names=page.names)
    entry = SearchEntry(page.address, page.title, "", HANDWRITTEN_RANK, tuple(_list_parts(html)), hints)
    return RenderedPage(
        address=page.address,
        title=page.title,
        html=f"{html.strip()}\n",
        markdown=page.markdown,
        description=page.description,
        sections=page.sections,
        anchors=frozenset(tag.attributes["id"] for tag in tags if "id" in tag.attributes),
        links=tuple(dict.fromkeys(_list_links(page.address, tags))),
        search=entry if page.searched else None,
        metadata=metadata,
        source=page.source,
        wide=page.wide,
        scripts=page.scripts,
    )


def _open_link(tag: Tag) -> str | None:
    """Links within the site name a file, for a disk knows no other; others say that they leave."""
    href = tag.attributes.get("href")
    if href is None:
        return None
    if is_external(href):
        given = tag.attributes.get("rel", "").split()
        relations = [*given, *(r for r in _RELATIONS if r not in given)]
        return tag.with_attributes({"rel": " ".join(relations)})
    file = name_index_file(href)
    return None if file == href else tag.with_attributes({"href": file})


def _list_links(here: str, tags: Iterable[Tag]) -> Iterable[str]:
    """Where links lead within the site, and what pictures and the like are loaded from there."""
    for tag in tags:
        address = find_tag_address(tag)[0]
        if address and not is_external(address):
            parts = urlsplit(address)
            path = posixpath.normpath(posixpath.join(here, unquote(parts.path)))
            # an anchor alone leads to this very page
            folder = (path if parts.path else f"{here}index.html").removesuffix("index.html")
            yield f"{'' if folder == '.' else folder}{'#' if parts.fragment else ''}{parts.fragment}"


def _list_parts(html: str) -> Iterable[SearchPart]:
    """What stands before the first heading, then heading by heading, with the words of the heading."""
    parser = ContentParser()
    parser.feed(html)
    parser.close()
    for number, part in enumerate(parser.data):
        text = " ".join(unescape(strip_tags(" ".join(part.text), " ")).split())
        if text:
            title = " ".join("".join(part.title or []).split())
            # the first heading is the page's title, which is looked for by itself
            heading = f"{title}{'' if title[-1:] in _ENDS else '.'} " if number and title else ""
            yield SearchPart(part.id or "", title, heading + text)
