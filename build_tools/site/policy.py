"""What a page may do → its content security policy, because that must stand on the page itself.

The policy is a `<meta>` so that it holds from a folder, too, where no server sends headers. Every page has
the same: files of its own site, and the one inline script of the shell, known by its digest.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache

INLINE_SCRIPT = (
    '(e=>{e.className="js";try{let c=localStorage.getItem("archive.colours");'
    "if(c)e.dataset.colours=c}catch{}})"
    "(document.documentElement)"
)
"""The shell's inline script: before words are shown, it is known whether scripts run, and which colours a
reader has chosen."""


@cache
def write_page_policy(*, preview: bool = False) -> str:
    """The policy of every page.

    A `preview` (served while editing) lets in the script that reloads the page, which changes every time.
    """
    digest = base64.b64encode(hashlib.sha256(INLINE_SCRIPT.encode()).digest()).decode()
    inline = "'unsafe-inline'" if preview else f"'sha256-{digest}'"
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {inline}",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "object-src 'none'",
        )
    )
