"""Index → the files that Explore's filters load: which statements have a value, and the words of the rows.

A part is a script that hands its data to one function, because a page opened from a disk may load scripts and
nothing else. Numbers of statements are packed: differences in base 64, five bits a letter, as in source maps.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from itertools import accumulate, chain, pairwise
from typing import TypeVar

from build_tools.index import Index
from build_tools.model.artifact import FilePiece, FilePlan
from build_tools.model.base import ClaimRef
from build_tools.pages.addresses import EXPLORE_ADDRESS
from build_tools.pages.explore import MOST_STATEMENTS_IN_ONE_FILE, ROWS_PER_PART, VALUES_ON_PAGE
from build_tools.pages.explore_rows import (
    ExploreSourceRow,
    ExploreStatementRow,
    list_figure_rows,
    make_disagreement_row,
    make_finding_row,
    make_source_row,
    make_statement_row,
)
from build_tools.pages.facets import list_facets
from build_tools.pages.render import is_foreign
from build_tools.pages.search_hints import list_names_behind
from build_tools.text.acting_characters import show_acting

_Item = TypeVar("_Item")

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_BITS, _MORE = 5, 32
"""What a letter holds of a number, and the bit that says that another letter follows."""

PartValue = str | int | Sequence["PartValue"]
"""What parts are made of."""


def plan_explore_parts(index: Index) -> Iterator[FilePlan]:
    """The parts, `explore/parts/<name>.js`; of a small archive all in one."""
    parts = _list_parts(index)
    if int(index.facts["statements"]) <= MOST_STATEMENTS_IN_ONE_FILE:
        yield _plan_file("all", *(part for _, part in parts))
    else:
        yield from (_plan_file(name, part) for name, part in parts)


def _plan_file(name: str, *parts: FilePiece | bytes) -> FilePlan:
    return FilePlan(f"{EXPLORE_ADDRESS}parts/{name}.js", parts)


def _write_part(name: str, value: PartValue) -> bytes:
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f'archiveExplore.part("{name}",{written})\n'.encode()


def _list_parts(index: Index) -> Iterator[tuple[str, FilePiece | bytes]]:
    """Filters go over all statements in any case; rows are made of their own sources and findings."""
    yield "index", _write_part("index", _list_bounds(index))
    yield "members", _write_part("members", _list_members(index))
    for facet in list_facets(index):
        yield facet.name, _write_part(facet.name, [pack_numbers(value.numbers) for value in facet.values])
        if len(facet.values) > VALUES_ON_PAGE:
            # those that do not stand on the page: id, name, how many have it
            more: PartValue = [
                [v.id, show_acting(v.label), len(v.numbers)] for v in facet.values[VALUES_ON_PAGE:]
            ]
            yield f"{facet.name}-names", _write_part(f"{facet.name}-names", more)
    yield from _cut_into_parts("rows", tuple(index.statements), partial(_list_statements, index))
    yield from _cut_into_parts("sources", tuple(index.documents), partial(_list_sources, index))
    yield from _cut_into_parts("findings", tuple(index.members["findings"]), partial(_list_findings, index))
    names = tuple(index.members["disagreements"])
    yield from _cut_into_parts("disagreements", names, partial(_list_disagreements, index))


def _cut_into_parts(
    name: str, items: Sequence[_Item], write: Callable[[Sequence[_Item]], PartValue]
) -> Iterator[tuple[str, FilePiece]]:
    """Items in parts, numbered from 0."""
    for number, start in enumerate(range(0, len(items), ROWS_PER_PART)):
        members = items[start : start + ROWS_PER_PART]
        key = f"{name}-{number}"
        # another statement may be the first of a part: its members are in its name
        about = sha256("\n".join(map(str, members)).encode()).hexdigest()
        yield key, FilePiece(about, partial(_write_cut, key, members, write))


def _write_cut(name: str, members: Sequence[_Item], write: Callable[[Sequence[_Item]], PartValue]) -> bytes:
    return _write_part(name, write(members))


def _list_bounds(index: Index) -> PartValue:
    """The statement of each figure, and where the statements of each source end."""
    counts = [len(s.claim.figures) for s in index.statements.values()]
    figures = [number for number, figures in enumerate(counts) for _ in range(figures)]
    ends = accumulate(len(record.claims) for record in index.records.values())
    return [pack_numbers(figures), pack_numbers(ends)]


def _list_members(index: Index) -> PartValue:
    """The statements of each finding and disagreement, and the findings, the best supported first."""
    findings, disagreements = index.members["findings"], index.members["disagreements"]
    numbers = {name: number for number, name in enumerate(findings)}
    counts = {name: index.counts[name] for name in findings}
    ranked = sorted(findings, key=lambda name: (-counts[name].lowest, -counts[name].reports, numbers[name]))
    packed = ([pack_numbers(refs) for refs in members.values()] for members in (findings, disagreements))
    return [*packed, [numbers[name] for name in ranked]]


def _list_statements(index: Index, refs: Sequence[ClaimRef]) -> PartValue:
    """Findings by number, the statements, which name them by it, and what else search knows of these.

    That is the names and topics in them, in all letters and forms; a statement has their numbers as well.
    """
    rows = [make_statement_row(index, ref) for ref in refs]
    marks = {mark.id: mark for row in rows for mark in row.findings}
    numbers = {name: number for number, name in enumerate(marks)}
    findings = [[m.id, show_acting(m.statement), m.status] for m in marks.values()]
    behind = {ref: tuple(list_names_behind(ref, index)) for ref in refs}
    words = {name: number for number, name in enumerate(dict.fromkeys(chain.from_iterable(behind.values())))}
    told = [_tell_statement(index, row, numbers) for row in rows]
    marked = [[*row, [words[n] for n in behind[ref]]] for row, ref in zip(told, refs, strict=True)]
    return [findings, marked, list(map(show_acting, words))]


def _tell_statement(index: Index, row: ExploreStatementRow, numbers: dict[str, int]) -> list[PartValue]:
    words = (row.text, row.said_by, row.wording, row.source, row.published)
    findings = [numbers[mark.id] for mark in row.findings]
    figures: list[PartValue] = [
        [*map(show_acting, (figure.amount, figure.what, figure.scope, figure.as_of))]
        for figure in list_figure_rows(index, (row,))
    ]
    return [row.slug, row.claim, *map(show_acting, words), findings, figures]


def _list_findings(index: Index, names: Sequence[str]) -> PartValue:
    rows = (make_finding_row(index, name) for name in names)
    return [[row.id, *map(show_acting, (row.statement, row.tally, row.when))] for row in rows]


def _list_disagreements(index: Index, names: Sequence[str]) -> PartValue:
    rows = (make_disagreement_row(index, name) for name in names)
    return [[row.id, *map(show_acting, (row.title, row.differences))] for row in rows]


def _list_sources(index: Index, slugs: Sequence[str]) -> PartValue:
    return [_tell_source(make_source_row(index, slug)) for slug in slugs]


def _tell_source(row: ExploreSourceRow) -> PartValue:
    record = row.record
    spoken = record.language if is_foreign(record.language) else ""
    return [record.slug, show_acting(record.title), spoken, show_acting(row.outlet), row.published]


def pack_numbers(numbers: Iterable[int]) -> str:
    """Numbers that do not fall, as letters.

    >>> pack_numbers([0, 1, 2, 40, 40])
    'ABBmBA'
    """
    return "".join(_pack_number(number - before) for before, number in pairwise((0, *numbers)))


def _pack_number(number: int) -> str:
    letters = []
    while number >= _MORE:
        # the lowest bits first: a reader then adds up as it goes, and need not know the length
        letters.append(_LETTERS[number % _MORE + _MORE])
        number >>= _BITS
    return "".join((*letters, _LETTERS[number]))
