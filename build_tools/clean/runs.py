"""HTML → ledger lines and blocks, so that one table of rules cleans pages with and without markup.

A run of text between two block-level tags is a line, inline markup included; what stands between runs
(tags, comments, scripts, white space) is a blank line. Together they cover the source.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from build_tools.clean.elements import BLOCKS, Element, Stack, own_zones, settle
from build_tools.clean.lines import Segment, trimmed
from build_tools.clean.markup import Token, attributes, tokenize
from build_tools.clean.sheet import Block, Blocks, Hint, Sheet
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.clean.words import Words, load_words

_SPACE = re.compile(r"\s+")
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
class _Run:
    """Text between two block-level tags while it is read."""

    element: Element
    start: int
    end: int
    parts: list[str] = field(default_factory=list)
    length: int = 0
    linked: int = 0


@dataclass(slots=True)
class _Reader:
    """The state of one pass over the source."""

    source: str
    words: Words
    stack: Stack = field(default_factory=Stack)
    runs: list[_Run] = field(default_factory=list)
    current: _Run | None = None
    links: int = 0
    breaks: int = 0
    hints: list[tuple[str, str, int]] = field(default_factory=list)

    def read(self) -> None:
        for token in tokenize(self.source):
            if token.type == "text":
                self._text(token)
            elif token.type == "open":
                self._open(token)
            elif token.type == "close":
                self._close(token)
        self._flush()
        settle(self.stack.elements)

    def _open(self, token: Token) -> None:
        named = attributes(self.source[token.start : token.end])
        self._note(token, named)
        if token.tag == "br":
            self._break()
        elif token.tag in BLOCKS:
            self._flush()
        elif token.tag == "a":
            self.links = 1
        self.stack.push(token.tag, own_zones(token.tag, named, self.words))

    def _close(self, token: Token) -> None:
        if token.tag in BLOCKS:
            self._flush()
        elif token.tag == "a":
            self.links = 0
        self.stack.pop(token.tag)

    def _text(self, token: Token) -> None:
        text = self.source[token.start : token.end]
        if not text.strip():
            if self.current:
                self.current.parts.append(" ")
            return
        self.breaks = 0
        if self.current is None:
            self.current = _Run(self.stack.top, token.start, token.end)
        self.current.end = token.end
        self.current.parts.append(text)
        self.current.length += len(text)
        self.current.linked += len(text) if self.links else 0

    def _break(self) -> None:
        """Two line breaks in a row part paragraphs; a single one is a space."""
        self.breaks += 1
        if self.breaks > 1:
            self._flush()
        elif self.current:
            self.current.parts.append(" ")

    def _flush(self) -> None:
        self.links = 0
        if self.current:
            self.runs.append(self.current)
            words = sum(len(part.split()) for part in self.current.parts)
            if words >= THRESHOLDS.run_prose_words and 2 * self.current.linked < self.current.length:
                self.current.element.prose += words
        self.current = None

    def _note(self, token: Token, named: dict[str, str]) -> None:
        if token.tag == "html" and named.get("lang"):
            self.hints.append(("language", named["lang"], token.start))
        elif token.tag == "meta":
            name = named.get("property") or named.get("name") or named.get("itemprop") or ""
            if (known := _META.get(name.lower())) and named.get("content", "").strip():
                self.hints.append((known, html.unescape(named["content"]).strip()[:500], token.start))
        elif token.tag == "time" and named.get("datetime"):
            self.hints.append(("time", named["datetime"].strip()[:60], token.start))
        elif token.tag == "link" and named.get("rel") == "canonical" and named.get("href"):
            self.hints.append(("address", html.unescape(named["href"])[:1000], token.start))


def read_runs(source: str, language: str | None) -> tuple[list[Segment], Sheet]:
    """Split HTML into runs of text and the markup between; blocks carry where in the page they stood."""
    reader = _Reader(source, load_words(language))
    reader.read()
    segments = list(_segments(source, reader.runs))
    numbers = [number for number, segment in enumerate(segments, 1) if segment.text]
    runs = [run for run in reader.runs if _text_of(run)]
    blocks = Blocks(
        _block(index, number, run) for index, (number, run) in enumerate(zip(numbers, runs, strict=True))
    )
    return segments, Sheet(blocks, _hints(reader.hints, segments), html=True, language=language)


def _text_of(run: _Run) -> str:
    return trimmed(_SPACE.sub(" ", html.unescape("".join(run.parts))))


def _segments(source: str, runs: list[_Run]) -> Iterator[Segment]:
    at = 0
    for run in runs:
        text = _text_of(run)
        if not text:
            continue
        if run.start > at:
            yield Segment(at, run.start, "")
        yield Segment(run.start, run.end, text)
        at = run.end
    if at < len(source):
        yield Segment(at, len(source), "")


def _block(index: int, number: int, run: _Run) -> Block:
    return Block(
        index,
        (number,),
        _text_of(run),
        tag=run.element.block.tag,
        zones=run.element.zones,
        main=run.element.main,
        linked=run.linked / run.length,
    )


def _hints(found: list[tuple[str, str, int]], segments: list[Segment]) -> tuple[Hint, ...]:
    hints: list[Hint] = []
    number = 0
    for name, value, position in found:
        while number < len(segments) and segments[number].end <= position:
            number += 1
        hints.append(Hint(name, value, number + 1))
    return tuple(hints)
