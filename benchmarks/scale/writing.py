"""Plain values → YAML as a person writes it, because a general writer takes longer than all inventing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

Plain = None | bool | int | float | str | Sequence["Plain"] | Mapping[str, "Plain"]
"""What a seed is made of."""

_BARE: Final = re.compile(r"[A-Za-z](?:[\w.,;()’–/ -]|:(?! ))*(?<![ :])|https?://[\w./-]+")
"""Text that needs no quotation marks: no colon before a space, nothing that begins like a sign of YAML."""
_NO_WORDS: Final = frozenset("null true false yes no on off y n".split())  # noqa: SIM905
_IN_A_ROW: Final = 12
"""Entries that stand in one line between brackets, at most."""


def as_yaml(value: Plain) -> str:
    """The document, in block style; lists of short words and figures stand in one line."""
    return "".join(f"{line}\n" for line in _block(value))


def _block(value: Plain) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _entry(key, part)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for part in value:
            first, *rest = _block(part) if _is_deep(part) else (_flow(part),)
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)
    else:
        yield _flow(value)


def _entry(key: str, part: Plain) -> Iterator[str]:
    if _is_deep(part):
        yield f"{key}:"
        yield from (f"  {line}" for line in _block(part))
    else:
        yield f"{key}: {_flow(part)}"


def _is_deep(value: Plain) -> bool:
    """Whether it takes more than a line; an empty collection does not."""
    if isinstance(value, Mapping):
        return bool(value)
    if isinstance(value, str) or not isinstance(value, Sequence):
        return False
    return len(value) > _IN_A_ROW or any(
        isinstance(part, Mapping | list | tuple) or (isinstance(part, str) and " " in part) for part in value
    )


def _flow(value: Plain) -> str:
    if isinstance(value, str):
        bare = _BARE.fullmatch(value) and value.lower() not in _NO_WORDS
        return value if bare else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Sequence):
        return f"[{', '.join(_flow_part(part) for part in value)}]"
    return json.dumps(value)


def _flow_part(value: Plain) -> str:
    """Between brackets, a comma in a bare text would end it."""
    flow = _flow(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) and "," in flow else flow
