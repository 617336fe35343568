"""Stylesheets → one, because a phone waits for each file that it must have before it shows words.

They are short and many for whoever reads them in `overrides/`; a browser gets them as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

NAME = "assets/stylesheets/site.css"
"""Where the one stands."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def joined(sheets: Iterable[str]) -> str:
    """The sheets in their order, without comments and indentation. No string in them may hold `/*`."""
    lines = (line.strip() for sheet in sheets for line in _COMMENT.sub("", sheet).splitlines())
    return "\n".join(filter(None, lines)) + "\n"
