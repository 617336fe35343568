"""Language tag → English name, because a reader should not need to know the tags."""

from __future__ import annotations

import re

_NAMES = {
    "ar": "Arabic",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fi": "Finnish",
    "fr": "French",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sr": "Serbian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


OTHER_LETTERS = frozenset("ar be bg el ja ka ru sr uk zh".split())  # noqa: SIM905 - a line of words
"""Languages that are not written in Latin letters."""


def language_name(tag: str) -> str:
    """`ru`, `ru-RU` → `Russian`; a tag whose language has no name here is shown as it is."""
    return _NAMES.get(tag.partition("-")[0].lower(), tag)


OTHER_WRITING = re.compile(r"([\u0370-\u1dff\u2c80-\ud7ff]+(?:[\s\-–«»]+[\u0370-\u1dff\u2c80-\ud7ff]+)*)")
"""A run of words in other letters than Latin, with what stands between them."""
