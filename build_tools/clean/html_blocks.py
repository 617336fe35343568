"""HTML → ledger lines and blocks, so that one table of rules cleans pages with and without markup.

A run of text between two block-level tags is a line, inline markup included; what stands between runs
(tags, comments, scripts, white space) is a blank line. Together they cover the source.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, field

from build_tools.clean.blocks import Block, Blocks, Hint, MarkedBlocks
from build_tools.clean.broken_lines import join_broken_lines
from build_tools.clean.chrome_phrases import ChromeTable, load_chrome_table
from build_tools.clean.elements import BLOCKS, VOID, ElementStack, find_shared_element
from build_tools.clean.kept_lines import LineStyles
from build_tools.clean.markup import Token, parse_attributes, tokenize_html
from build_tools.clean.post_marks import mark_element
from build_tools.clean.table_rows import join_rows
from build_tools.clean.text_blocks import Segment, trim_line
from build_tools.clean.text_runs import TextRun
from build_tools.clean.threads import mark_posts
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.clean.zones import list_claims, name_zones, propagate_zones

# Open Graph, Twitter cards, Schema.org, Dublin Core, and names that outlets’ own tools use
_META = {
    "og:title": "title",
    "twitter:title": "title",
    "headline": "title",
    "og:site_name": "site_name",
    "author": "byline",
    "article:author": "byline",
    "parsely-author": "byline",
    "article:published_time": "date",
    "datepublished": "date",
    "pubdate": "date",
    "publishdate": "date",
    "date": "date",
    "dc.date": "date",
    "dc.date.issued": "date",
    "sailthru.date": "date",
    "parsely-pub-date": "date",
    "og:locale": "language",
    "og:url": "address",
    "og:description": "standfirst",
    "description": "standfirst",
}


@dataclass(slots=True)
class _Reader:
    """The state of one pass over the source."""

    source: str
    words: ChromeTable
    stack: ElementStack = field(default_factory=ElementStack)
    runs: list[TextRun] = field(default_factory=list)
    current: TextRun | None = None
    in_link: bool = False
    breaks: int = 0
    broken: bool = False
    """Whether a single line break stands before what comes."""
    unspoken: bool = False
    """Whether the element opened last is kept from who listens (`aria-hidden`)."""
    initial: str = ""
    """The letter drawn large just before, which such an element holds."""
    styles: LineStyles = field(default_factory=LineStyles)
    hints: list[tuple[str, str, int]] = field(default_factory=list)

    def read_source(self) -> None:
        for token in tokenize_html(self.source):
            if token.type == "text":
                self._take_lines(token)
            elif token.type == "open":
                self._open_element(token)
            elif token.type == "close":
                self._close_element(token)
            elif token.tag == "style":
                self.styles.read_sheet(self.source[token.start : token.end])
        self._flush_run()
        self.runs = join_broken_lines(self.runs)
        for run in self.runs:
            words = sum(len(part.split()) for part in run.parts)
            # more links than text: a menu, however many words it has
            if 2 * run.linked < run.length:
                run.element.words += words
                run.element.prose += words if words >= THRESHOLDS.run_prose_words else 0
        propagate_zones(self.stack.elements)
        mark_posts(self.stack.elements, self.runs)

    def _open_element(self, token: Token) -> None:
        named = parse_attributes(self.source[token.start : token.end])
        self._note_hint(token, named)
        self.unspoken = named.get("aria-hidden") == "true"
        if token.tag == "br":
            self._break_line()
        elif token.tag == "a":
            self.in_link = True
        claims = list_claims(token.tag, named, self.words)
        if self.stack.is_set_apart(token.tag, claims):
            self._flush_run()
        self.stack.push(token.tag, name_zones(token.tag, named, self.words), claims)
        if token.tag not in VOID:
            kept = self.styles.keeps_lines(token.tag, named)
            self.stack.top.mark = mark_element(token.tag, named)
            if kept is not None:
                self.stack.top.lines = kept

    def _close_element(self, token: Token) -> None:
        if token.tag in BLOCKS or self.stack.top.apart:
            self._flush_run()
        elif token.tag == "a":
            self.in_link = False
        self.stack.pop(token.tag)

    def _take_lines(self, token: Token) -> None:
        """Where line breaks are shown, what ends a line of the source is what `<br>` is elsewhere."""
        if not self.stack.top.lines:
            self._take_text(token.start, token.end)
            return
        start = token.start
        for line in self.source[token.start : token.end].splitlines(keepends=True):
            self._take_text(start, start + len(line))
            start += len(line)
            if line.splitlines()[0] != line:
                self._break_line()

    def _take_text(self, start: int, end: int) -> None:
        text = self.source[start:end]
        # white space between two inline elements parts words, and begins no run; `&nbsp;` is white space too
        if not trim_line(html.unescape(text)):
            if self.current:
                self.current.parts.append(" ")
            return
        self.breaks = 0
        if self.current is None:
            self.current = TextRun(self.stack.top, start, end, continues=self.broken)
            self.broken = False
        else:
            self.current.element = find_shared_element(self.current.element, self.stack.top)
        self.current.end = end
        # a letter drawn large stands a second time for who listens: one of the two is shown
        if not (text == self.initial and self.current.parts[-1:] == [text]):
            self.current.parts.append(text)
        self.initial = text if self.unspoken and len(text) == 1 else ""
        self.current.length += len(text)
        self.current.linked += len(text) if self.in_link else 0

    def _break_line(self) -> None:
        """Two line breaks in a row part paragraphs; of a single one more is asked when all runs are known."""
        self.breaks += 1
        if self.breaks > 1:
            self._flush_run()
        elif self.current:
            self.runs.append(self.current)
            self.current = None
            self.broken = True

    def _flush_run(self) -> None:
        # a link that is never closed must not take in the rest of the page
        self.in_link = self.broken = False
        if self.current:
            self.runs.append(self.current)
        self.current = None

    def _note_hint(self, token: Token, named: dict[str, str]) -> None:
        if token.tag == "html" and named.get("lang"):
            self.hints.append(("language", named["lang"], token.start))
        elif token.tag == "meta":
            name = named.get("property") or named.get("name") or named.get("itemprop") or ""
            # cut, here and below: what a page says of itself may be of any length
            if (known := _META.get(name.lower())) and named.get("content", "").strip():
                self.hints.append((known, html.unescape(named["content"]).strip()[:500], token.start))
        elif token.tag == "time" and named.get("datetime"):
            self.hints.append(("time", named["datetime"].strip()[:60], token.start))
        elif token.tag == "link" and named.get("rel") == "canonical" and named.get("href"):
            self.hints.append(("address", html.unescape(named["href"])[:1000], token.start))


def read_html_blocks(source: str, language: str | None) -> tuple[list[Segment], MarkedBlocks]:
    """Split HTML into runs of text and the markup between; blocks carry where in the page they stood."""
    reader = _Reader(source, load_chrome_table(language))
    reader.read_source()
    found = [run for run in join_rows(reader.runs) if run.text]
    segments = list(_cut_segments(source, found))
    numbers = [number for number, segment in enumerate(segments, 1) if segment.text]
    blocks = Blocks(
        _make_block(index, number, run)
        for index, (number, run) in enumerate(zip(numbers, found, strict=True))
    )
    return segments, MarkedBlocks(blocks, _place_hints(reader.hints, segments), html=True, language=language)


def _cut_segments(source: str, runs: list[TextRun]) -> Iterator[Segment]:
    at = 0
    for run in runs:
        if run.start > at:
            yield Segment(at, run.start, "")
        yield Segment(run.start, run.end, run.text)
        at = run.end
    if at < len(source):
        yield Segment(at, len(source), "")


def _make_block(index: int, number: int, run: TextRun) -> Block:
    return Block(
        index,
        (number,),
        run.text,
        apart=not run.continues,
        tag=run.element.block.tag,
        zones=run.element.zones,
        main=run.element.main,
        article=run.element.article,
        linked=run.linked / run.length,
        part=run.part,
    )


def _place_hints(noted: list[tuple[str, str, int]], segments: list[Segment]) -> tuple[Hint, ...]:
    hints: list[Hint] = []
    number = 0
    for name, value, position in noted:
        while segments[number].end <= position:
            number += 1
        hints.append(Hint(name, value, number + 1))
    return tuple(hints)
