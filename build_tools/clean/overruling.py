"""CleanText and what a record overrules → CleanText, because no rule is right of every page.

Nothing else moves: what the rules decided of all other lines stays, and the numbers of paragraphs follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_tools.clean.numbering import number_paragraphs
from build_tools.model.clean import CleanText, Kind, Line, Paragraph, Verdict
from build_tools.model.overruling import EDITOR, OverruledLines, Overruling


def overrule_lines(cleaned: CleanText, overruling: Overruling | None) -> CleanText:
    """Keep and remove the lines that a record names. Lines that are not there, or blank, are passed over."""
    if overruling is None:
        return cleaned
    kept, removed = _list_lines(overruling.keep), _list_lines(overruling.remove)
    staying = [p for p in cleaned.paragraphs if removed.isdisjoint(p.lines)]
    within = {n for p in cleaned.paragraphs for n in p.lines}
    gone = within.difference(n for p in staying for n in p.lines)
    gone |= removed.difference(within)
    fresh = {
        line.n
        for line in cleaned.lines
        if line.n in kept and line.verdict is not Verdict.BLANK and line.n not in within
    }
    lines = tuple(_decide(line, kept=line.n in fresh, removed=line.n in gone) for line in cleaned.lines)
    added = [Paragraph("", Kind.BODY, line.text, (line.n,)) for line in cleaned.lines if line.n in fresh]
    ordered = sorted((*staying, *added), key=lambda paragraph: paragraph.lines)
    return replace(cleaned, lines=lines, paragraphs=tuple(number_paragraphs(ordered)))


def list_idle_lines(cleaned: CleanText, overruling: Overruling) -> Iterator[tuple[str, int]]:
    """Each entry, as `keep` or `remove` and its number, all of whose lines are already so without it."""
    within = {n for p in cleaned.paragraphs for n in p.lines}
    for number, entry in enumerate(overruling.keep):
        if within.issuperset(entry.list_numbers()):
            yield "keep", number
    removed = {line.n for line in cleaned.lines if line.verdict is Verdict.REMOVED}
    for number, entry in enumerate(overruling.remove):
        if removed.issuperset(entry.list_numbers()):
            yield "remove", number


def _list_lines(overruled: Iterable[OverruledLines]) -> frozenset[int]:
    return frozenset(n for entry in overruled for n in entry.list_numbers())


def _decide(line: Line, *, kept: bool, removed: bool) -> Line:
    if removed and line.verdict is not Verdict.BLANK:
        return replace(line, verdict=Verdict.REMOVED, kind=Kind.OTHER_CHROME, rule=EDITOR)
    if kept:
        return replace(line, verdict=Verdict.KEPT, kind=Kind.BODY, rule=EDITOR)
    return line
