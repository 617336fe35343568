"""Any text → the last part of an address, because a new record needs one to begin with."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 60


def make_slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens, cut at a word to at most 60 characters; may be empty.

    Letters without an ASCII base (Cyrillic, Chinese …) are dropped: no romanisation is right for all.
    """
    # an apostrophe parts no word: `vells`, not `vell-s`
    plain = unicodedata.normalize("NFKD", re.sub("[’'‘]", "", text)).encode("ascii", "ignore").decode()
    words = re.findall("[a-z0-9]+", plain.lower())
    while len("-".join(words)) > _LONGEST and len(words) > 1:
        words.pop()
    return "-".join(words)[:_LONGEST]
