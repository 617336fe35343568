"""What the three styles of prose share: italics, sentences that end once, titles, lists of authors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, wraps
from typing import TypeVar

from build_tools.model.citation import Citation
from build_tools.model.slots import fill_slots
from build_tools.text.citing.quotes import CLOSING, curl_quotes, is_ended, nest_quotes

ARCHIVES_OWN = "en"
"""The language of the archive: words in it need no mark."""

_IN_THE_TEXT = 4
"""So many words of a title stand for the whole where a text refers to it."""


@fill_slots
@dataclass(frozen=True, slots=True)
class StyledRun:
    """Words of a citation that are set alike."""

    text: str
    italic: bool = False
    language: str = ""
    """Of words in another language than the archive's."""


StyledText = tuple[StyledRun, ...]
"""A citation in prose."""


_Part = TypeVar("_Part")


def once_for_passages(write: Callable[[Citation], _Part]) -> Callable[[Citation], _Part]:
    """For what a style says of a work whatever the passage: made once for all passages of a report."""
    # passages of one report are asked for one after the other
    remembered = lru_cache(maxsize=64)(write)

    @wraps(write)
    def written(cited: Citation) -> _Part:
        return remembered(cited.whole) if cited.whole else write(cited)

    return written


def strip_styles(line: StyledText) -> str:
    """The line without italics."""
    return "".join(run.text for run in line)


def set_upright(text: str) -> StyledText:
    """Upright words; none for none."""
    return (StyledRun(text),) if text else ()


def set_italic(text: str) -> StyledText:
    """Words in italics; none for none."""
    return (StyledRun(text, italic=True),) if text else ()


def quote_title(cited: Citation, end: str = ".") -> StyledText:
    """A title in quotation marks, its closing point within, as American styles have it."""
    return (StyledRun("“"), *_split_title(cited, nest_quotes(cited.title, end)), StyledRun("”"))


def set_title(cited: Citation, title: str, *, slanted: bool = False) -> StyledText:
    """A title without quotation marks; in italics, the name of an outlet in it is upright."""
    parts = _split_title(cited, curl_quotes(title))
    # italics within italics are upright
    return tuple(StyledRun(run.text, run.italic != slanted, run.language) for run in parts)


def shorten_title(cited: Citation) -> str:
    """The first words of a title, in quotation marks, for a reference in the text: `“River Floods Old,”`."""
    first = " ".join(cited.title.split()[:_IN_THE_TEXT]).rstrip(",;:–—- ")
    return f"“{nest_quotes(first, ',')}”"


def _split_title(cited: Citation, text: str) -> StyledText:
    """A title in runs: the outlet's name in italics, words of another language marked as such."""
    # where it stands in the title as printed: marks that were turned are as many as before
    start = cited.title.rfind(cited.outlet) if cited.outlet else -1
    if start < 0:
        return (StyledRun(text, language=_get_foreign_language(cited.language)),)
    end = start + len(cited.outlet)
    before, outlet, after = text[:start], text[start:end], text[end:]
    # works.py writes the title as `Record of “…” (Outlet)`
    inner = len(before) - len("” (")
    runs = (
        StyledRun(before[:_LEAD]),
        StyledRun(before[_LEAD:inner], language=_get_foreign_language(cited.language_within)),
        StyledRun(before[inner:]),
        StyledRun(outlet, italic=True),
        StyledRun(after),
    )
    return tuple(run for run in runs if run.text)


_LEAD = len("Record of “")


def _get_foreign_language(language: str) -> str:
    return "" if language.partition("-")[0] == ARCHIVES_OWN else language


def join_sentences(*parts: StyledText) -> StyledText:
    """Parts that each end with a point, parted by spaces; empty parts are left out."""
    whole: list[StyledRun] = []
    for part in filter(None, parts):
        whole += [StyledRun(" ")] if whole else []
        whole += _end_sentence(part)
    return tuple(whole)


def _end_sentence(part: StyledText) -> StyledText:
    """The part with its point, which stands within a closing double mark."""
    *before, last = part
    # what ends the last run ends the part; a run of nothing but closing marks needs what stands before it
    if is_ended(last.text) or (not last.text.strip(CLOSING) and is_ended(strip_styles(part))):
        return part
    if last.text.endswith("”"):
        return (*before, replace(last, text=f"{last.text[:-1]}.”"))
    return (*part, StyledRun("."))


def join_styled(between: str, *parts: StyledText) -> StyledText:
    """Parts with something between them; empty parts are left out."""
    whole: list[StyledRun] = []
    for part in filter(None, parts):
        whole += [StyledRun(between)] if whole else []
        whole += part
    return tuple(whole)


def join_names(names: Sequence[str], last: str, comma: str = ",") -> str:
    """`A`, `A, and B`, `A, B, and C`; `comma` stands before the last of two."""
    if len(names) < 2:  # noqa: PLR2004 - one is no list
        return "".join(names)
    before = comma if len(names) == 2 else ","  # noqa: PLR2004
    return f"{', '.join(names[:-1])}{before} {last} {names[-1]}"


def abbreviate_names(names: Sequence[str], last: str) -> str:
    """Family names for a reference in the text: one, two, or the first of more."""
    if len(names) > 2:  # noqa: PLR2004 - both manuals' limit
        return f"{names[0]} et al."
    return f" {last} ".join(names)


def write_initials(given: str) -> str:
    """`Jean-Luc B.` → `J.-L. B.`."""
    words = (word.split("-") for word in given.split())
    return " ".join("-".join(f"{part[0]}." for part in parts if part) for parts in words)
