"""Unquoted YAML scalar → value after YAML 1.2, because 1.1 reads `no` as false and `11:36` as 696."""

from __future__ import annotations

import math
import re

Scalar = str | int | float | bool | None

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
_DIGITS = 18
"""Longer numbers stay text: no count is that long, and Python refuses to read very long ones."""


def plain(text: str) -> Scalar:
    """The value of an unquoted scalar; dates, `yes`, `1_000` and `.inf` stay text."""
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if len(text) <= _DIGITS and _INT.fullmatch(text):
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if _FLOAT.fullmatch(text) and not _INT.fullmatch(text) and math.isfinite(number := float(text)):
        return number
    return text
