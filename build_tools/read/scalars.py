"""Unquoted YAML scalar → value after YAML 1.2, because 1.1 reads `no` as false and `11:36` as 696."""

from __future__ import annotations

import math
import re
from typing import Any

Scalar = str | int | float | bool | None

Value = str | int | float | bool | list[Any] | dict[str, Any] | None
"""What YAML gives: mappings have text keys only."""

# these and the numbers below: the core schema of YAML 1.2 (10.3.2)
_WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMERIC = frozenset("+-.0123456789")
"""How a number may begin; of most scalars this is all that needs to be looked at."""
# with the flag ASCII: `int` takes digits of every script, YAML none but these ten
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
_DIGITS = 18
"""Longer numbers stay text: no count is that long, and Python refuses to read very long ones."""


def resolve_scalar(text: str) -> Scalar:
    """The value of an unquoted scalar; dates, `yes`, `1_000` and `.inf` stay text."""
    if text[:1] not in _NUMERIC:
        return _WORDS.get(text, text)
    if len(text) <= _DIGITS and _INT.fullmatch(text):
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    # an integer too long for `_DIGITS` is no float either; `1e999` would be infinite
    if _FLOAT.fullmatch(text) and not _INT.fullmatch(text) and math.isfinite(number := float(text)):
        return number
    return text
