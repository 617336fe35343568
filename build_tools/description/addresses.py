"""What tags say of where the page stands → its address, an archive's copy, another that it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from build_tools.description.page_tags import PageTags
from build_tools.model.edtf import parse_edtf
from build_tools.model.page_fields import FieldSource, PageField

_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/(?P<time>[0-9]{14})[a-z_]*/(?P<address>https?:/.+)")
"""Of the Wayback Machine: the time in UTC, then the address."""
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|yclid|mc_[ce]id|igshid|ref_src)")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_LONGEST = 2_000


def list_addresses(tags: PageTags) -> Iterator[PageField]:
    """The addresses that the page gives itself, the surest first."""
    base = next((a for _, a in tags.list_metas("og:url") if is_address(a)), "")
    yield from _make_field(_complete(tags.canonical, base), 'the tag <link rel="canonical">')
    for name, content in tags.list_metas("og:url", "twitter:url", "parsely-link", "dc.identifier"):
        yield from _make_field(content, f"<meta> {name}")
    for item in tags.items:
        if item.is_article:
            for field in ("mainEntityOfPage", "url"):
                for part in _list_parts(item.fields.get(field)):
                    yield from _make_field(part, f"{item.syntax} {item.type}, {field}")


def split_archived(address: str) -> tuple[str, str] | None:
    """Address and EDTF time of a web archive's copy, none for a time that there is not; None for another.

    >>> split_archived("https://web.archive.org/web/20310502071500/https://bugle.example/a")
    ('https://bugle.example/a', '2031-05-02T07:15Z')
    """
    match = _ARCHIVED.fullmatch(address)
    if match is None:
        return None
    t = match["time"]
    taken = f"{t[:4]}-{t[4:6]}-{t[6:8]}T{t[8:10]}:{t[10:12]}Z"
    # slashes may have been folded on the way
    original = re.sub(r"^(https?):/(?!/)", r"\1://", match["address"])
    return original, taken if parse_edtf(taken) else ""


def is_address(address: str) -> bool:
    """Whether a record may have it: nothing in it ends a link, and it has a host that can be read."""
    return len(address) <= _LONGEST and bool(_ADDRESS.fullmatch(address) and find_host(address))


def strip_tracking(address: str) -> str:
    """The address, which is one, without what tells where its reader came from."""
    parts = urlsplit(address)
    kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)]
    if len(kept) == len(parse_qsl(parts.query, keep_blank_values=True)):
        return address
    return urlunsplit(parts._replace(query=urlencode(kept)))


def find_host(address: str) -> str:
    """The host without `www.`; empty for what is no address."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _complete(address: str, base: str) -> str:
    """A relative address as a whole one; empty for what is none."""
    try:
        return urljoin(base, address) if address else ""
    except ValueError:  # brackets that hold no address of a machine
        return ""


def _make_field(address: str, where: str) -> Iterator[PageField]:
    address = address.strip()
    if is_address(address):
        yield PageField(strip_tracking(address), FieldSource.TAG, where)


def _list_parts(value: Any) -> Iterator[str]:
    for part in value if isinstance(value, list) else [value]:
        address = (part.get("@id") or part.get("url")) if isinstance(part, dict) else part
        if isinstance(address, str):
            yield address
