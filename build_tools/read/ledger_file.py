"""Ledger as committed (JSON) → CleanText without text, because a clone without captures shows it too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from sys import intern
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from build_tools.model.base import PassageId
from build_tools.model.capture_refs import CaptureRef
from build_tools.model.capture_text import FormName
from build_tools.model.clean import CleanText, DrawnText, FilePart, Kind, Line, Paragraph, Verdict
from build_tools.model.codes import make_fault
from build_tools.model.fault import Fault
from build_tools.model.material import Loc, Places
from build_tools.read.json_file import CommittedJson, Misfit, find_places, join_key, read_json_file
from build_tools.text.words import QUOTATION_WORDS, is_too_long

_Count = Annotated[int, Field(ge=0)]


def _short(name: str) -> str:
    if is_too_long(name):
        raise ValueError(f"a name has at most {QUOTATION_WORDS} words")
    return name


class _Line(CommittedJson):
    n: Annotated[int, Field(ge=1)]
    start: _Count
    end: _Count
    verdict: Verdict
    kind: Kind
    rule: str


class _Paragraph(CommittedJson):
    id: str
    kind: Kind
    lines: tuple[int, ...]


class _Drawn(CommittedJson):
    form: FormName
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    bytes: _Count


class _Part(CommittedJson):
    start: _Count
    end: _Count
    # a media type or a word of ours: nothing of the publisher's
    name: Annotated[str, Field(pattern=r"^[a-z0-9./+-]{1,90}$")]
    read: bool


class _Named(CommittedJson):
    passage: PassageId
    words: Annotated[str, Field(min_length=1), AfterValidator(_short)]


class _Ledger(CommittedJson):
    file: str
    sha256: str
    bytes: _Count
    encoding: str
    undecodable: _Count = 0
    # metadata are the page’s own words: the key may be there, but must be empty
    metadata: Annotated[tuple[()], Field()] = ()
    drawn: _Drawn | None = None
    parts: tuple[_Part, ...] = ()
    lines: tuple[_Line, ...]
    paragraphs: tuple[_Paragraph, ...]
    named: tuple[_Named, ...] = ()


_TEXT = ("text", "metadata", "value")
"""Keys that would carry the publisher's words."""


def read_ledger(
    path: str, source: str, ref: CaptureRef | None, paragraphs: int | None
) -> tuple[CleanText | None, tuple[Fault, ...]]:
    """The ledger, if it belongs to the capture that the record describes and adds up; else faults."""
    ledger, misfits = read_json_file(path, source, _Ledger, "C104", _judge_text)
    if ledger is None:
        return None, misfits
    faults = tuple(_report_foreign(path, source, ledger, ref, paragraphs))
    return (None if faults else _make_clean_text(ledger)), faults


def _judge_text(misfit: Mapping[str, Any]) -> Misfit | None:
    """A key that would carry text is not merely unknown: it may not be published."""
    leaks = misfit["loc"] and misfit["loc"][-1] in _TEXT and misfit["type"] != "missing"
    return ("C109", f"The field {join_key(misfit['loc'])} carries text.") if leaks else None


def _report_foreign(
    path: str, source: str, ledger: _Ledger, ref: CaptureRef | None, paragraphs: int | None
) -> Iterator[Fault]:
    wrong = list(_find_wrong(ledger, ref, paragraphs))
    # only where something is wrong: to read it for places takes longer than all else
    places = find_places(path, source) if wrong else Places(path)
    for loc, code, message in wrong:
        yield make_fault(places, loc, code, message)


def _find_wrong(
    ledger: _Ledger, ref: CaptureRef | None, paragraphs: int | None
) -> Iterator[tuple[Loc, str, str]]:
    if ref is None:
        yield (), "C105", "The record describes no capture."
    elif ledger.sha256 != ref.sha256:
        yield ("sha256",), "C105", f"The ledger is of {ledger.sha256}, the record's capture is {ref.sha256}."
    elif ledger.bytes != ref.bytes:
        yield (
            ("bytes",),
            "C105",
            f"The ledger is of {ledger.bytes} bytes, the record's capture has {ref.bytes}.",
        )
    yield from _check_sums(ledger)
    body = sum(p.kind is Kind.BODY for p in ledger.paragraphs)
    if paragraphs is not None and body != paragraphs:
        yield ("paragraphs",), "C107", f"The ledger has {body} paragraphs, the record says {paragraphs}."


def _check_sums(ledger: _Ledger) -> Iterator[tuple[Loc, str, str]]:
    """Lines one after the other from the first byte to the last; paragraphs made of lines that are there."""
    end = 0
    for index, line in enumerate(ledger.lines):
        if line.n != index + 1:
            yield ("lines", index, "n"), "C106", f"Line {index + 1} has the number {line.n}."
        if line.start != end or line.end < line.start:
            yield ("lines", index, "start"), "C106", f"Line {line.n} should begin at byte {end}."
        end = line.end
    whole = ledger.drawn.bytes if ledger.drawn else ledger.bytes
    if end != whole:
        yield ("bytes",), "C106", f"The lines end at byte {end} of {whole}."
    yield from _check_parts(ledger)
    for index, paragraph in enumerate(ledger.paragraphs):
        if any(not 1 <= n <= len(ledger.lines) for n in paragraph.lines):
            yield (
                ("paragraphs", index, "lines"),
                "C106",
                f"{paragraph.id} is made of lines that are not there.",
            )


def _check_parts(ledger: _Ledger) -> Iterator[tuple[Loc, str, str]]:
    """The parts of a file from which text was drawn cover it as lines cover the text."""
    end = 0
    for index, part in enumerate(ledger.parts):
        if part.start != end or part.end < part.start:
            yield ("parts", index, "start"), "C106", f"Part {index + 1} should begin at byte {end}."
        end = part.end
    if ledger.drawn and end != ledger.bytes:
        yield ("parts",), "C106", f"The parts end at byte {end} of {ledger.bytes}."


def _make_drawn(ledger: _Ledger) -> DrawnText | None:
    if ledger.drawn is None:
        return None
    parts = tuple(FilePart(part.start, part.end, part.name, read=part.read) for part in ledger.parts)
    return DrawnText(ledger.drawn.form, ledger.drawn.sha256, ledger.drawn.bytes, parts)


def _make_clean_text(ledger: _Ledger) -> CleanText:
    # a few dozen rules and names, in all ledgers thousands of times
    lines = (Line(l.n, l.start, l.end, l.verdict, l.kind, intern(l.rule), "") for l in ledger.lines)  # noqa: E741
    paragraphs = (Paragraph(intern(p.id), p.kind, "", p.lines) for p in ledger.paragraphs)
    return CleanText(
        file=ledger.file,
        sha256=ledger.sha256,
        bytes=ledger.bytes,
        encoding=ledger.encoding,
        undecodable=ledger.undecodable,
        metadata=(),
        lines=tuple(lines),
        paragraphs=tuple(paragraphs),
        named=tuple((n.passage, n.words) for n in ledger.named),
        drawn=_make_drawn(ledger),
    )
