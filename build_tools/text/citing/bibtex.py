r"""Citation → an entry of BibTeX, which BibLaTeX reads as well: both kinds of date are written.

Braces are counted by BibTeX even behind a backslash, so that a lone one in a title would swallow the rest of
the file: they are written by name. Titles stand in a second pair of braces, because they are kept as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from build_tools.model.citation import Citation, Name
from build_tools.model.edtf import Edtf
from build_tools.text.citing.dates import parts
from build_tools.text.dates import short
from build_tools.text.markdown import visible

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "&%$#_"},
    # where LaTeX would make one sign of two: a dash, a quotation mark
    **{char: f"{char}{{}}" for char in "-'`,<>?!"},
}
"""What means something to LaTeX → what prints it."""

_ACTING = re.compile(r"\\|\{|\}|~|\^|&|%|\$|#|_|-(?=-)|'(?=')|`(?=`)|,(?=,)|<(?=<)|>(?=>)|\?(?=`)|!(?=`)")

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""Macros that every BibTeX style defines."""

_LANGUAGES = {
    "ar": "arabic", "be": "belarusian", "bg": "bulgarian", "cs": "czech", "da": "danish", "de": "ngerman",
    "el": "greek", "en": "english", "es": "spanish", "et": "estonian", "fa": "persian", "fi": "finnish",
    "fr": "french", "he": "hebrew", "hr": "croatian", "hu": "hungarian", "it": "italian", "ka": "georgian",
    "lt": "lithuanian", "lv": "latvian", "nb": "norsk", "nl": "dutch", "no": "norsk", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sk": "slovak", "sl": "slovenian",
    "sr": "serbian", "sv": "swedish", "tr": "turkish", "uk": "ukrainian",
}  # fmt: skip
"""Tag → the name by which babel, and so BibLaTeX, knows the language."""

_SAFE = ":/?#[]@!$&'(*)+,;=%~.-_"
"""What an address may hold unescaped; braces and backslashes may not."""


def write(cited: Citation) -> str:
    """One entry, ending in a line break."""
    kind = "article" if cited.work.original else "online"
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(cited))
    return f"@{kind}{{{cited.key},\n{fields}\n}}\n"


def escaped(text: str) -> str:
    """Text → LaTeX that prints it."""
    return _ACTING.sub(lambda acting: _SPECIAL[acting[0]], visible(text))


def _fields(cited: Citation) -> Iterator[tuple[str, str]]:
    report = cited.work.original
    if cited.authors:
        yield "author", _braced(" and ".join(map(_name, cited.authors)))
    elif cited.container:
        yield "key", _braced(escaped(cited.container))
    yield "title", _braced(f"{{{escaped(cited.title)}}}")
    if cited.container:
        yield ("journal" if report else "organization"), _braced(escaped(cited.container))
    if report:
        yield "entrysubtype", "{newspaper}"
    yield from _date(cited)
    if cited.url:
        yield "url", _braced(quote(cited.url, safe=_SAFE))
    if tongue := _LANGUAGES.get(cited.language.partition("-")[0]):
        yield "langid", _braced(tongue)
    if cited.keywords:
        yield "keywords", _braced(", ".join(escaped(k.replace(",", "")) for k in cited.keywords))
    if cited.abstract:
        yield "abstract", _braced(escaped(cited.abstract))
    if note := ". ".join(filter(None, (cited.genre, cited.note))):
        yield "note" if not report else "annotation", _braced(escaped(note))


def _date(cited: Citation) -> Iterator[tuple[str, str]]:
    """`year` and `month` for BibTeX; `date`, which is EDTF as ours is, for BibLaTeX.

    A year that is not known is not written: that of an open beginning is nobody's.
    """
    if cited.issued is None:
        return
    whole = parts(cited.issued)
    yield "date", _braced(_write_biblatex_date(cited.issued))
    if whole.year:
        yield "year", _braced(f"{whole.year:04}")
    if whole.one and whole.one.month:
        yield "month", _MONTHS[whole.one.month - 1]


def _write_biblatex_date(when: Edtf) -> str:
    """BibLaTeX reads EDTF's levels 0 and 1: one of several days becomes the span that they lie in."""
    if not when.is_one_of:
        return short(when)
    return "/".join(point.text if point else ".." for point in (when.start, when.end))


def _name(name: Name) -> str:
    """A name that is not taken apart stands in braces, else BibTeX takes it apart."""
    if not name.given:
        return f"{{{escaped(name.family)}}}"
    return ", ".join(_part(part) for part in (name.family, name.suffix, name.given) if part)


def _part(text: str) -> str:
    """Braces where a comma or an `and` would part what belongs together."""
    words = escaped(text)
    return f"{{{words}}}" if "," in words or " and " in f" {words.lower()} " else words


def _braced(value: str) -> str:
    return f"{{{value}}}"
