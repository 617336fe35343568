"""Style attributes and sheets → whether an element shows line breaks of the source: `white-space: pre-line`.

Of a sheet, only what names an element by one tag, class or id: what else selectors ask for is not known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

_VALUE = re.compile(r"(?<![\w-])white-space(?:-collapse)?\s*:\s*([a-z-]{2,20})", re.IGNORECASE)
_KEEPING = frozenset({"pre", "pre-wrap", "pre-line", "break-spaces", "preserve", "preserve-breaks"})
_DROPPING = frozenset({"normal", "nowrap", "initial", "unset", "collapse"})
# one name and nothing else: of “.poem p”, no element is known to be meant
_SELECTOR = re.compile(r"[a-z][a-z0-9]*|(?:[a-z][a-z0-9]*)?[.#][\w-]+", re.IGNORECASE)
_LONGEST_RULE = 4000
"""Characters before the property among which its rule begins and is named."""
_MOST_RULES = 500
"""Rules of one sheet that are looked at: sheets of saved pages have megabytes."""


class LineStyles:
    """What the page's style sheets say so far of line breaks."""

    def __init__(self) -> None:
        self._said: dict[str, bool] = {}

    def read_sheet(self, css: str) -> None:
        """Note the rules of a sheet that say something of white space; later ones go before earlier ones."""
        for found in islice(_VALUE.finditer(css), _MOST_RULES):
            at = found.start()
            named, opened, before = css[max(at - _LONGEST_RULE, 0) : at].rpartition("{")
            keeps = _tell_keeping(found)
            if not opened or keeps is None or "}" in before:
                continue
            # behind the last rule, comment or declaration
            for selector in re.split(r"[{};/]", named)[-1].split(","):
                if _SELECTOR.fullmatch(name := selector.strip()):
                    self._said[name] = keeps

    def keeps_lines(self, tag: str, attributes: Mapping[str, str]) -> bool | None:
        """Whether an element shows line breaks; None where nothing is said, and its parent decides."""
        own = _tell_keeping(_VALUE.search(attributes.get("style", "")))
        if own is not None:
            return own
        names = [
            f"#{attributes.get('id', '')}",
            *(f".{name}" for name in attributes.get("class", "").split()),
        ]
        for name in (*(f"{tag}{name}" for name in names), *names, tag):
            if name in self._said:
                return self._said[name]
        return True if tag == "pre" else None


def _tell_keeping(found: re.Match[str] | None) -> bool | None:
    value = found[1].lower() if found else ""
    return True if value in _KEEPING else False if value in _DROPPING else None
