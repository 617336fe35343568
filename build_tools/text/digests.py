"""Strings → one digest, under which is kept what was made of them."""

from __future__ import annotations

import hashlib


def digest_strings(*parts: str) -> str:
    """SHA-256 of the parts, in hexadecimal; where one ends and the next begins counts."""
    whole = hashlib.sha256()
    for part in parts:
        encoded = part.encode()
        # with its length, as in netstrings, or ("ab", "c") would be ("a", "bc")
        whole.update(b"%d:" % len(encoded) + encoded)
    return whole.hexdigest()
