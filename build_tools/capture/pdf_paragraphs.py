"""Printed lines → paragraphs of pages: gaps, indents, sizes and short last lines tell where one begins."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.capture.printed_lines import PrintedLine
from build_tools.model.capture_text import TextNode
from build_tools.model.clean import Kind

_WIDE_GAP = 1.3
"""Times the usual distance of lines: more parts paragraphs."""
_INDENT = (0.6, 5.0)
"""Times the size of letters: so far in begins a line that opens a paragraph."""
_LARGER = 1.15
"""Times the usual size: a heading."""
_SHORT = 0.8
"""Share of the longest line: a last line, if it ends a sentence."""
_LONGEST_HEADING = 200
_EDGE = 2
"""Lines at the top and at the foot of a page among which running heads are looked for."""
_FEWEST_PAGES = 3
"""Pages on which a line stands that is taken for a running head; and on half of all."""
_TWO = 2
_SENTENCE_END = re.compile("[.!?…。！？:][\"'”’»)\\]]*$")
_NUMBER = re.compile(r"\W*(?:p(?:age|\.)?\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_DIVIDED = re.compile(r"[^\W\d_]-$")
_DIGITS = re.compile(r"\d+")

Pages = Sequence[tuple[PrintedLine, ...]]


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual in the document."""

    size: float
    gap: float
    longest: int
    largest: float
    """The largest letters of the first page that has a heading; 0 where there is none."""
    running: frozenset[str]


def make_page_nodes(pages: Pages) -> tuple[bytes, tuple[TextNode, ...]]:
    """The text drawn out of the pages, a line for each printed line, and a node for each."""
    measure = _measure_pages(pages)
    whole = " ".join(line.text for page in pages for line in page)
    nodes: list[TextNode] = []
    text = bytearray()
    for number, page in enumerate(pages, 1):
        for line, kind, rule, passage in _tell_lines(page, number, measure):
            shown = _divide(line, whole) if kind is Kind.BODY else line.text
            start = len(text)
            text += line.text.encode() + b"\n"
            nodes.append(TextNode(start, len(text), shown, kind, rule, passage))
        text += b"\f"
    return bytes(text), tuple(nodes)


def _tell_lines(
    page: Sequence[PrintedLine], number: int, measure: _Measure
) -> Iterator[tuple[PrintedLine, Kind, str, str]]:
    """Each line, its kind, the rule, and its passage."""
    edges = _find_edges(page)
    count, headings = 0, 0
    before: PrintedLine | None = None
    heading: PrintedLine | None = None
    for at, line in enumerate(page):
        if at in edges and _NUMBER.fullmatch(line.text):
            yield line, Kind.OTHER_CHROME, "page_number", ""
        elif at in edges and _key(line) in measure.running:
            yield line, Kind.OTHER_CHROME, "running_head", ""
        elif line.size >= _LARGER * measure.size and len(line.text) <= _LONGEST_HEADING:
            kind = Kind.TITLE if number == 1 and line.size >= measure.largest else Kind.CROSSHEAD
            # a heading of several lines is one
            if heading is None or abs(heading.size - line.size) > 1 or heading.y - line.y > 2 * line.size:
                headings += 1
            yield line, kind, "heading", f"heading {number}-{headings}"
            heading, before = line, None
        else:
            if before is None or _begins_paragraph(before, line, measure):
                count += 1
            yield line, Kind.BODY, "printed_line", f"pg{number}p{count}"
            heading, before = None, line


def _begins_paragraph(before: PrintedLine, line: PrintedLine, measure: _Measure) -> bool:
    if not 1 / _LARGER < line.size / (before.size or 1) < _LARGER:
        return True
    ended = _SENTENCE_END.search(before.text) is not None
    gap = before.y - line.y
    # a new column: it begins above
    if gap < 0:
        return ended
    low, high = (times * line.size for times in _INDENT)
    if gap > _WIDE_GAP * measure.gap or low < line.x - before.x < high:
        return True
    return ended and len(before.text) < _SHORT * measure.longest and before.x >= line.x - low


def _measure_pages(pages: Pages) -> _Measure:
    lines = [line for page in pages for line in page]
    sizes: Counter[float] = Counter()
    gaps: Counter[float] = Counter()
    lengths: Counter[int] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 1.0
    body = [[line for line in page if abs(line.size - size) < size / 10] for page in pages]
    for page in body:
        for before, line in itertools.pairwise(page):
            gaps[round(before.y - line.y, 1)] += before.y > line.y
        for line in page:
            lengths[len(line.text)] += 1
    first = [line.size for line in (pages[0] if pages else ()) if line.size >= _LARGER * size]
    gap = gaps.most_common(1)[0][0] if gaps else 1.2 * size
    usual = sorted(lengths.elements())
    longest = usual[int(0.9 * (len(usual) - 1))] if usual else 0
    return _Measure(size, gap, longest, max(first, default=0.0), _find_running(pages))


def _find_running(pages: Pages) -> frozenset[str]:
    """What stands at the top or foot of half of the pages, numbers aside."""
    if len(pages) == _TWO:
        # of two, at the same height on both: else the one may begin as the other did
        first, second = ({(_key(p[at]), round(p[at].y)) for at in _find_edges(p)} for p in pages)
        return frozenset(key for key, _ in first & second)
    seen = Counter(key for page in pages for key in {_key(page[at]) for at in _find_edges(page)})
    least = max(_FEWEST_PAGES, len(pages) / 2)
    return frozenset(key for key, count in seen.items() if count >= least)


def _find_edges(page: Sequence[PrintedLine]) -> frozenset[int]:
    """The highest and the lowest lines of a page, wherever they are drawn."""
    by_height = sorted(range(len(page)), key=lambda at: page[at].y)
    return frozenset((*by_height[:_EDGE], *by_height[-_EDGE:]))


def _key(line: PrintedLine) -> str:
    return _DIGITS.sub("#", line.text.casefold())


def _divide(line: PrintedLine, whole: str) -> str:
    """A word divided at the end of its line is marked so, unless the hyphen stands within a line too."""
    if not _DIVIDED.search(line.text):
        return line.text
    compound = line.text.rpartition(" ")[2]
    kept = re.search(rf"(?<!\S){re.escape(compound)}[^\W\d_]", whole)
    return line.text if kept else line.text[:-1] + "\xad"
