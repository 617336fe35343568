"""Any text → a YAML scalar that reads back the same, for files that commands write."""

from __future__ import annotations

import json


def quote_scalar(text: str | None) -> str:
    """A double-quoted scalar; whatever stands in the text, it reads back the same. Nothing for no text."""
    if not text:
        return ""
    # a JSON string is a YAML one, but for characters that YAML does not let stand as they are
    letters = json.dumps(text, ensure_ascii=False)
    return "".join(letter if letter.isprintable() else f"\\U{ord(letter):08X}" for letter in letters)
