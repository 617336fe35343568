"""What tags and the title say of the outlet → its name, and all the names that it goes by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from build_tools.description.page_tags import PageTags
from build_tools.model.page_fields import FieldSource, PageField
from build_tools.text.slugs import make_name_key

_SITE_METAS = (
    "application-name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher",
    "citation_journal_title", "publisher",
)  # fmt: skip
_PARTS = re.compile(r"\s+[|–—»·•:-]+\s+|\s*\|\s*")
"""Between a title and what follows it, or between a name and its motto."""
_LONGEST = 60
_GENERIC = frozenset({"home", "news", "blog", "article", "index", "untitled", "website"})


def choose_outlet(tags: PageTags, address: str) -> PageField | None:
    """The outlet's name, in its best spelling; the host's name where the page says none."""
    named = list(_list_names(tags, address))
    if not named:
        host = _read_host(address)
        return PageField(host, FieldSource.ADDRESS, "the page's address") if host else None
    first = named[0]
    alike = [field for field in named if make_name_key(field.value) == make_name_key(first.value)]
    # the same name without its spaces and capitals is one that a program wrote
    return max(
        alike, key=lambda field: (field.value.count(" "), sum(letter.isupper() for letter in field.value))
    )


def list_outlet_names(tags: PageTags, address: str, chosen: PageField | None) -> Iterator[str]:
    """The names that an outlet goes by, its host among them: none of them is an author.

    What a tag calls the publisher may be an agency, whose name in a byline tells something.
    """
    key = make_name_key(chosen.value) if chosen else ""
    for field in _list_names(tags, address):
        other = make_name_key(field.value)
        if other in key or key in other:
            yield field.value
    host = _read_host(address)
    yield from (host, host.partition(".")[0]) if host else ()


def _list_names(tags: PageTags, address: str) -> Iterator[PageField]:
    """Names of the outlet, the surest first."""
    for name, content in tags.list_metas("og:site_name"):
        yield from _make_field(content, f"<meta> {name}")
    for item in tags.items:
        for part in _list_parts(item.fields.get("publisher")):
            yield from _make_field(part, f"{item.syntax} {item.type}, publisher")
    for name, content in tags.list_metas(*_SITE_METAS):
        yield from _make_field(content, f"<meta> {name}")
    for item in tags.graph:
        if item.type in ("WebSite", "NewsMediaOrganization", "Organization"):
            for part in _list_parts(item.fields.get("name")):
                yield from _make_field(part, f"{item.syntax} {item.type}, name")
    if ending := _find_title_ending(tags, address):
        yield from _make_field(ending, "the end of <title>")
    if opening := _find_title_opening(tags, address):
        yield from _make_field(opening, "the beginning of <title>")


def _find_title_ending(tags: PageTags, address: str) -> str:
    """What follows the report's own title in `<title>`."""
    parts = _PARTS.split(tags.title)
    if len(parts) < 2:  # noqa: PLR2004 - a title and what follows it
        return ""
    host = make_name_key(_read_host(address))
    # small words are in many hosts
    in_host = any(len(word) > 3 and word in host for word in parts[-1].casefold().split())  # noqa: PLR2004
    return parts[-1] if in_host or len(parts[-1]) <= max(map(len, parts[:-1])) else ""


def _find_title_opening(tags: PageTags, address: str) -> str:
    """What stands before a colon in `<title>`, if the host is named so: `Kestrel Notes: …`."""
    opening, colon, _ = tags.title.partition(": ")
    key = make_name_key(opening)
    return opening if colon and len(key) > 3 and key in make_name_key(_read_host(address)) else ""  # noqa: PLR2004


def _list_parts(value: Any) -> Iterator[str]:
    for part in value if isinstance(value, list) else [value]:
        name = part.get("name") if isinstance(part, dict) else part
        if isinstance(name, list):
            name = next((n for n in name if isinstance(n, str)), None)
        if isinstance(name, str):
            yield name


def _make_field(text: str, where: str) -> Iterator[PageField]:
    name = _PARTS.split(" ".join(text.split()))[0].strip(" @®™.,:;")
    if 1 < len(name) <= _LONGEST and name.casefold() not in _GENERIC and not re.match("https?:", name):
        yield PageField(name, FieldSource.TAG, where)


def _read_host(address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
