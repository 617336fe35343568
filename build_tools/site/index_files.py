"""Address of a folder → address of its index.html, because a folder opened from a disk shows a listing.

The canonical address of a page stays its folder (`sources/<slug>/`); links within the site name the file.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

# RFC 3986, 3.1: a letter, then letters, digits and three signs; `//host` takes the scheme of the page
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def is_external(address: str) -> bool:
    """Whether the address names a scheme or a host of its own."""
    return _SCHEME.match(address.strip()) is not None


def name_index_file(address: str) -> str:
    """A link within the site, with `index.html` written out; other addresses unchanged.

    `../x/#p3` → `../x/index.html#p3`, `..` → `../index.html`; `#p3` and `a.json` stay.
    """
    if is_external(address):
        return address
    parts = urlsplit(address)
    return urlunsplit(parts._replace(path=_append_index(parts.path)))


def _append_index(path: str) -> str:
    if path in (".", "./"):
        return "index.html"
    if path.endswith("/"):
        return f"{path}index.html"
    return f"{path}/index.html" if path == ".." or path.endswith(("/..", "/.")) else path
