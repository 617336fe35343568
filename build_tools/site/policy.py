"""A page's inline scripts → its content security policy, because what a page may do must stand on the page.

The policy is a `<meta>` so that it holds from a folder, too, where no server sends headers.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from build_tools.site.tags import Tag, tags

_SCRIPTS = frozenset({"", "module", "text/javascript", "application/javascript"})
"""Values of `type` that a browser runs; all other script elements are mere text to it."""


def _fingerprint(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _allowed(found: Iterable[Tag]) -> str:
    return " ".join(["'self'", *sorted({_fingerprint(tag.text or "") for tag in found})])


def _runs(tag: Tag) -> bool:
    kind = tag.attributes.get("type", "").lower()
    return tag.name == "script" and "src" not in tag.attributes and kind in _SCRIPTS


def policy(html: str, *, preview: bool = False) -> str:
    """The policy of a finished page: its own folder, and the inline scripts and styles that it holds now.

    A `preview` (served while editing) lets in the script that reloads the page, which changes every time.
    """
    found = list(tags(html))
    scripts = "'self' 'unsafe-inline'" if preview else _allowed(filter(_runs, found))
    styles = _allowed(tag for tag in found if tag.name == "style")
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            f"style-src {styles}",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "object-src 'none'",
        )
    )
