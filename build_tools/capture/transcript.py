"""A transcript (WebVTT, SubRip) → what is said and when: a passage is a sentence or more, with its time."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.capture.limits import refuse_damage
from build_tools.model.capture_text import (
    FORM_WORDS,
    AskedReading,
    CaptureText,
    FormName,
    StatedField,
    TextNode,
)
from build_tools.model.clean import Kind
from build_tools.text.decode import Decoded, decode, replace_undecoded
from build_tools.text.linebreaks import line_spans

_HEAD = 1 << 12
_VTT = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?WEBVTT(?:[ \t\r\n]|\Z)")
# `*+` gives nothing back: a thousand empty lines after a number must not be parted in all ways there are
_SRT = re.compile(
    rb"[\s\xef\xbb\xbf\xff\xfe]*+(?:\d{1,7}[^\S\r\n]*+[\r\n]\s*+)?\d{1,3}:\d\d:\d\d[,.]\d{1,3} *--> *\d"
)
_TIMES = re.compile(r"\s*(?:(?P<hours>\d{1,3}):)?(?P<minutes>[0-5]?\d):(?P<seconds>[0-5]\d)[.,]\d{1,3}\s*-->")
_SPEAKER = re.compile(r"<v(?:\.[^\s>]*)?\s+(?P<name>[^>]{1,200})>")
_TAG = re.compile(r"<[^>]{0,500}>|\{\\[^}]{0,100}\}")
_ENDED = re.compile("[.!?…。！？][\"'”’»)\\]]*$")
_LONGEST = 600
"""Characters after which a passage ends with its cue: many transcripts have no ends of sentences."""
_HEADER_FIELD = re.compile(r"(?P<name>Language|Title)\s*:\s*(?P<value>\S.{0,300})", re.IGNORECASE)


def is_vtt(content: bytes, _name: str) -> bool:
    """Whether it begins as WebVTT does."""
    return _VTT.match(content[:_HEAD].replace(b"\0", b"")) is not None


def is_srt(content: bytes, _name: str) -> bool:
    """Whether it begins with a cue of SubRip: its number, its times."""
    return _SRT.match(content[:_HEAD].replace(b"\0", b"")) is not None


def read_vtt(content: bytes, asked: AskedReading) -> CaptureText:
    """The cues of WebVTT. Raises UnreadableCapture where there are none."""
    return _read_cues(content, asked, FormName.VTT)


def read_srt(content: bytes, asked: AskedReading) -> CaptureText:
    """The cues of SubRip. Raises UnreadableCapture where there are none."""
    return _read_cues(content, asked, FormName.SRT)


def _read_cues(content: bytes, asked: AskedReading, form: FormName) -> CaptureText:
    decoded = decode(content, stated=asked.encoding)
    reader = _Reader()
    nodes = tuple(reader.read_lines(decoded))
    if not any(node.passage for node in nodes):
        raise refuse_damage(f"is {FORM_WORDS[form]} in which nothing is said")
    return CaptureText(
        form, content, stated_encoding=decoded.encoding, nodes=nodes, stated=tuple(reader.list_header())
    )


@dataclass
class _Reader:
    """The state of one pass over the lines."""

    passage: str = ""
    """The one that is being said; empty where the next cue begins another."""
    said: int = 0
    """Characters of it so far."""
    time: str = ""
    """Of the cue that is being read; empty between cues."""
    before: str = ""
    """The last words said, which rolling captions say again."""
    speaker: str = ""
    header: tuple[str, ...] = ()
    begun: bool = False
    """Whether a cue has been met."""

    def read_lines(self, decoded: Decoded) -> Iterator[TextNode]:
        """A node for each line."""
        spans = list(line_spans(decoded.raw))
        ends = decoded.list_offsets([end for _, end in spans])
        start = 0
        for (first, last), end in zip(spans, ends, strict=True):
            yield replace(self._read_line(replace_undecoded(decoded.raw[first:last])), start=start, end=end)
            start = end

    def list_header(self) -> Iterator[StatedField]:
        """What stands before the first cue: the language, a title after the form's name."""
        for line in self.header:
            if found := _HEADER_FIELD.fullmatch(line.strip()):
                yield StatedField(found["name"].lower(), found["value"].strip(), "the transcript's header")
            elif (title := line.partition("WEBVTT")[2].strip(" -\t\r\n")) and "WEBVTT" in line:
                yield StatedField("title", title[:300], "the transcript's first line")

    def _read_line(self, line: str) -> TextNode:
        if times := _TIMES.match(line):
            self.begun = True
            self.time = f"t{int(times['hours'] or 0):02}-{int(times['minutes']):02}-{times['seconds']}"
            return _mark(line)
        if not line.strip():
            self.time = ""
            return _mark("")
        if not self.begun:
            self.header = (*self.header, line) if len(self.header) < 20 else self.header  # noqa: PLR2004
        return self._say(line) if self.time else _mark(line)

    def _say(self, line: str) -> TextNode:
        speaker = _SPEAKER.search(line)
        words = " ".join(html.unescape(_TAG.sub("", line)).split())
        if not words:
            return _mark("")
        if words == self.before:
            return TextNode(0, 0, words, Kind.OTHER_CHROME, "repeated_cue")
        self.before = words
        name = " ".join(speaker["name"].split()) if speaker else self.speaker
        if not self.passage or name != self.speaker:
            self.passage, self.said = self.time, 0
        shown = f"{name}: {words}" if speaker and name != self.speaker else words
        self.speaker = name
        node = TextNode(0, 0, shown, Kind.BODY, "cue", self.passage)
        self.said += len(words)
        if _ENDED.search(words) or self.said > _LONGEST:
            self.passage = ""
        return node


def _mark(line: str) -> TextNode:
    text = " ".join(line.split())
    return TextNode(0, 0, text, Kind.OTHER_CHROME if text else Kind.BLANK, "cue_mark" if text else "blank")
