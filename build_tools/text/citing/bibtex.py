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
from build_tools.text.acting_characters import show_acting
from build_tools.text.citing.date_parts import split_date
from build_tools.text.english_months import list_short_months
from build_tools.text.written_dates import write_short_date

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

# signs that act only before another like them: a single hyphen or apostrophe stays as it is
_ACTING = re.compile(r"\\|\{|\}|~|\^|&|%|\$|#|_|-(?=-)|'(?=')|`(?=`)|,(?=,)|<(?=<)|>(?=>)|\?(?=`)|!(?=`)")

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


def write_bibtex(cited: Citation) -> str:
    """One entry, ending in a line break."""
    kind = "article" if cited.work.original else "online"
    fields = ",\n".join(f"  {name} = {value}" for name, value in _list_fields(cited))
    return f"@{kind}{{{cited.key},\n{fields}\n}}\n"


def escape_latex(text: str) -> str:
    """Text → LaTeX that prints it."""
    return _ACTING.sub(lambda acting: _SPECIAL[acting[0]], show_acting(text))


def _list_fields(cited: Citation) -> Iterator[tuple[str, str]]:
    report = cited.work.original
    if cited.authors:
        yield "author", _brace_value(" and ".join(map(_write_name, cited.authors)))
    elif cited.container:
        # where nobody is named, BibTeX’s styles sort by it
        yield "key", _brace_value(escape_latex(cited.container))
    yield "title", _brace_value(f"{{{escape_latex(cited.title)}}}")
    if cited.container:
        yield ("journal" if report else "organization"), _brace_value(escape_latex(cited.container))
    if report:
        yield "entrysubtype", "{newspaper}"
    yield from _list_dates(cited)
    if cited.url:
        yield "url", _brace_value(quote(cited.url, safe=_SAFE))
    if tongue := _LANGUAGES.get(cited.language.partition("-")[0]):
        yield "langid", _brace_value(tongue)
    if cited.keywords:
        # commas part keywords
        yield "keywords", _brace_value(", ".join(escape_latex(k.replace(",", "")) for k in cited.keywords))
    if cited.abstract:
        yield "abstract", _brace_value(escape_latex(cited.abstract))
    if note := ". ".join(filter(None, (cited.genre, cited.note))):
        yield "note" if not report else "annotation", _brace_value(escape_latex(note))


def _list_dates(cited: Citation) -> Iterator[tuple[str, str]]:
    """`year` and `month` for BibTeX; `date`, which is EDTF as ours is, for BibLaTeX.

    A year that is not known is not written: that of an open beginning is nobody's.
    """
    if cited.issued is None:
        return
    whole = split_date(cited.issued)
    yield "date", _brace_value(_write_biblatex_date(cited.issued))
    if whole.year:
        yield "year", _brace_value(f"{whole.year:04}")
    if whole.one and whole.one.month:
        # macros that every BibTeX style defines
        yield "month", list_short_months()[whole.one.month - 1].lower()


def _write_biblatex_date(when: Edtf) -> str:
    """BibLaTeX reads EDTF's levels 0 and 1: one of several days becomes the span that they lie in."""
    if not when.is_one_of:
        return write_short_date(when)
    return "/".join(point.text if point else ".." for point in (when.start, when.end))


def _write_name(name: Name) -> str:
    """A name that is not taken apart stands in braces, else BibTeX takes it apart."""
    if not name.given:
        return f"{{{escape_latex(name.family)}}}"
    return ", ".join(_brace_part(part) for part in (name.family, name.suffix, name.given) if part)


def _brace_part(text: str) -> str:
    """Braces where a comma or an `and` would part what belongs together."""
    words = escape_latex(text)
    return f"{{{words}}}" if "," in words or " and " in f" {words.lower()} " else words


def _brace_value(value: str) -> str:
    return f"{{{value}}}"
