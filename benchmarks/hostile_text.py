"""Chance → text, values and captures that have broken other programs, the same for the same seed."""

# ruff: noqa: PLR2004 - shares of a chance

from __future__ import annotations

import random
from typing import Any

HOSTILE = (
    *(
        '"',
        "'",
        "<",
        ">",
        "&",
        "`",
        "\\",
        "{{ 7 }}",
        "{% if %}",
        "${x}",
        "[a](javascript:x)",
        "<script>x</script>",
    ),
    *(
        '" onmouseover="x',
        "]]>",
        "-->",
        "<!--",
        "&#0;",
        "&amp;lt;",
        "\u202e",
        "\u200b",
    ),
    *(
        "İ",
        "ß",
        "ﬁ",
        "Ⅷ",
        "👩‍👩‍👧",
        "e\u0301",
        "א",
        "中",
        "\U0010ffff",
        "%s",
        "%00",
        "../..",
        "|a|b|",
        "***",
        "~~~",
    ),
    *(
        "# h",
        "- - -",
        "1. x",
        "[^1]",
        "[[x]]",
        "=== x",
        "!!! note",
        "http://[",
        "https://a.example/?a=b&c",
        "\t",
    ),
    *(
        "\ud7ff",
        "٣",
        "𝟙",
        "None",
        "null",
        "true",
        "0x10",
        "1e999",
        "nan",
        "2031-02-30",
        "9" * 400,
        "a" * 3000,
        " ",
    ),
)
"""What has broken generators of pages, parsers and terminals, each in one piece."""
ODD_VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        -1,
        0,
        10**30,
        1.5,
        float("inf"),
        float("nan"),
        [],
        {},
        [[]],
        [None],
        {"a": 1},
        "",
        " ",
        "x",
    ),
    *("p0", "p1c0", "-", "a--b", "0001/9999", "9999-12", "-0001", "2031-13", "../x", "constructor", "index"),
    *("\ufeff", "\u2028", "\x85"),
)
"""Values that a field's type may not expect."""
_PROSE = frozenset(
    (
        *("title", "summary", "text", "said_by", "wording", "note", "name", "description", "label"),
        *("scope_note", "who", "holder", "authors", "forms", "any"),
    )
)
"""Fields for words of any kind: hostile text is put there often; elsewhere seldom, as it is refused."""


def write_hostile_text(chance: random.Random) -> str:
    """Some pieces, with and without words between."""
    pieces = chance.choices(HOSTILE, k=chance.randint(1, 4))
    return chance.choice(("", " ", "word ")).join(pieces)


def spoil_value(value: Any, chance: random.Random, key: str = "") -> Any:
    """A value of YAML with a few of its parts made hostile, its shape mostly kept."""
    rate = 0.25 if key in _PROSE else 0.003
    if isinstance(value, dict):
        kept = {name: spoil_value(part, chance, str(name)) for name, part in value.items()}
        if kept and chance.random() < 0.002:
            kept.pop(chance.choice(list(kept)))
        return kept
    if isinstance(value, list):
        many = value * chance.choice((1, 1, 1, 1, 1, 2)) if chance.random() < 0.005 else value
        return [spoil_value(part, chance, key) for part in many]
    if chance.random() < 0.002:
        return chance.choice(ODD_VALUES)
    if isinstance(value, str) and chance.random() < rate:
        return write_hostile_text(chance)
    return value


def write_hostile_capture(chance: random.Random) -> bytes:
    """Text or HTML, in some code page, a few of its bytes broken."""
    lines = [
        chance.choice(("The ferry stopped because of ice, the mayor said.", "", "Share", "By A. B.", "<p>x"))
    ]
    lines = [
        chance.choice(
            (lines[0], write_hostile_text(chance), "The river rose to the first floor on 3 May 2031.")
        )
        for _ in range(chance.randint(0, 40))
    ]
    text = chance.choice(("\n", "\n\n", "\r\n", "\r", "</p><p>")).join(lines)
    if chance.random() < 0.3:
        text = f"<html><head><meta charset={chance.choice(('utf-8', 'cp037', 'x'))}></head><body>{text}"
    codec = chance.choice(("utf-8", "utf-8", "utf-8", "utf-16", "cp1251", "shift_jis", "latin-1"))
    content = bytearray(text.encode(codec, "ignore") * chance.choice((1, 1, 1, 1, 30)))[:100_000]
    for _ in range(chance.choice((0, 0, 0, 3))):
        if content:
            content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)
