"""Cyrillic letters ↔ Latin ones, in every spelling in use, because a name is printed in all of them.

One table for both directions: passports, newspapers, catalogues and neighbours write one letter in several
ways, and a name that must not appear must not appear in any. Keys are letters without marks (`й` is `и`, `ё`
is `е`); doubled letters count as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ROMAN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "а": ("a",),
        "б": ("b",),
        "в": ("v", "w", "f"),
        "г": ("g", "h", "gh", "gu"),
        "д": ("d",),
        "е": ("e", "ye", "ie", "je", "yo", "io", "jo", "o", "eh"),
        "ж": ("zh", "z", "j", "g", "sh", "sch", "jh", "dj"),
        "з": ("z", "s"),
        "и": ("i", "y", "j", "e", "yi", "ji", "iy", "ij", "yj"),
        "к": ("k", "c", "q", "ck"),
        "л": ("l", "lh"),
        "м": ("m",),
        "н": ("n",),
        "о": ("o", "a"),
        "п": ("p",),
        "р": ("r", "rh"),
        "с": ("s", "c", "z", "sz"),
        "т": ("t", "th"),
        "у": ("u", "ou", "w"),
        "ф": ("f", "ph", "th", "v"),
        "х": ("kh", "h", "x", "ch", "k"),
        "ц": ("ts", "c", "tz", "tc", "z", "cz", "zz"),
        "ч": ("ch", "c", "tch", "tsch", "cz", "tsh", "tj", "tc"),
        "ш": ("sh", "s", "sch", "ch", "sz", "x"),
        "щ": (
            "shch",
            "sch",
            "sh",
            "sc",
            "schtsch",
            "chtch",
            "chtsh",
            "szcz",
            "sjtj",
            "stj",
            "s",
            "st",
            "sht",
            "scs",
        ),
        "ъ": ("", "a", "u"),
        "ю": ("yu", "iu", "ju", "u", "you", "iou"),
        "я": ("ya", "ia", "ja", "a"),
        "ђ": ("dj", "d", "đ"),
        "ј": ("j", "y", "i"),
        "љ": ("lj", "l"),
        "њ": ("nj", "n"),
        "ћ": ("c", "ch"),
        "џ": ("dz", "dzh", "dj"),
    }
)
"""Letter → how it is written in Latin ones."""

PAIRS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"кс": ("x",), "дж": ("j", "g", "dzh", "dsch"), "зг": ("zgh",)}
)
"""Two letters that have a spelling of their own besides."""

ALIKE: Mapping[str, str] = MappingProxyType({"і": "и", "ы": "и", "є": "е", "э": "е", "ґ": "г", "ь": ""})
"""Letters of one sound in neighbouring alphabets: a Ukrainian name is printed in Russian as well, with a sign
that softens a letter or without."""

FOREIGN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "a": ("а", "е", "я", "еи"),
        "au": ("ау", "о"),
        "aw": ("о",),
        "ay": ("еи", "аи"),
        "c": ("к", "ц", "с", "ч"),
        "ck": ("к",),
        "e": ("е", "и", ""),
        "ea": ("и", "е"),
        "ee": ("и",),
        "ei": ("еи", "аи"),
        "eu": ("ои", "ев", "еу", "е"),
        "ey": ("и", "еи"),
        "g": ("г", "дж", "ж"),
        "h": ("х", "г", ""),
        "i": ("и", "аи", "и"),
        "ie": ("и", "е"),
        "j": ("дж", "и", "ж", "х"),
        "ja": ("я", "я"),
        "oo": ("у",),
        "ou": ("у", "ау"),
        "ow": ("ов", "оу", "ау"),
        "ph": ("ф",),
        "qu": ("кв",),
        "sch": ("ш",),
        "sh": ("ш",),
        "th": ("т", "ф", "с", "з"),
        "u": ("у", "ю", "а"),
        "w": ("в", "у"),
        "x": ("кс", "х", "ш"),
        "y": ("и", "аи"),
        "ya": ("я", "я"),
        "yu": ("ю",),
    }
)
"""Latin letters of names that never were Cyrillic → how they are written there, beside the table above."""


def list_cyrillic(latin: str) -> tuple[str, ...]:
    """How a group of Latin letters may be written in Cyrillic; none if it is no group."""
    return _CYRILLIC.get(latin, ())


def _turn_around() -> Mapping[str, tuple[str, ...]]:
    turned: dict[str, dict[str, None]] = {}
    for table in (ROMAN, PAIRS):
        for cyrillic, spellings in table.items():
            for spelling in spellings:
                if spelling:
                    turned.setdefault(spelling, {})[cyrillic] = None
    for latin, letters in FOREIGN.items():
        turned.setdefault(latin, {}).update(dict.fromkeys(letters))
    return MappingProxyType({latin: tuple(letters) for latin, letters in turned.items()})


_CYRILLIC = _turn_around()
