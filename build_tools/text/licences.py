"""Address of a licence → the name that readers know it by, because `by/4.0` says little to them."""

from __future__ import annotations

import re

# CC0 stands under `publicdomain`, all licences under `licenses`
_CREATIVE_COMMONS = re.compile(
    r"https?://creativecommons\.org/(?:licenses/(?P<kind>[a-z-]+)|publicdomain/(?P<zero>zero))"
    r"/(?P<version>[0-9.]+)(?:/.*)?"
)


def licence_name(address: str) -> str:
    """`https://creativecommons.org/licenses/by/4.0/` → `CC BY 4.0`; another licence by its address."""
    known = _CREATIVE_COMMONS.fullmatch(address)
    if known is None:
        return address
    kind = "CC0" if known["zero"] else f"CC {known['kind'].upper()}"
    return f"{kind} {known['version']}"


def licence_words(address: str) -> str:
    """What is said of the archive's own words; without an address, that none is given."""
    if not address:
        return "No licence is given for the archive’s own words"
    return f"The archive’s own words: {licence_name(address)}"
