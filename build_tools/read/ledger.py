"""Ledger as committed (JSON) → CleanText without text, because a clone without captures shows it too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from build_tools.model.base import PassageId
from build_tools.model.clean import CleanText, Kind, Line, Paragraph, Verdict
from build_tools.model.codes import fault, fault_at
from build_tools.model.fault import Fault
from build_tools.model.material import Loc, Places
from build_tools.model.record import CaptureRef
from build_tools.read.tree import parse
from build_tools.text.words import QUOTATION_WORDS, too_long

_Count = Annotated[int, Field(ge=0)]


def _short(name: str) -> str:
    if too_long(name):
        raise ValueError(f"a name has at most {QUOTATION_WORDS} words")
    return name


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Line(_Strict):
    n: Annotated[int, Field(ge=1)]
    start: _Count
    end: _Count
    verdict: Verdict
    kind: Kind
    rule: str


class _Paragraph(_Strict):
    id: str
    kind: Kind
    lines: tuple[int, ...]


class _Named(_Strict):
    passage: PassageId
    words: Annotated[str, Field(min_length=1), AfterValidator(_short)]


class _Ledger(_Strict):
    file: str
    sha256: str
    bytes: _Count
    encoding: str
    undecodable: _Count = 0
    metadata: Annotated[tuple[()], Field()] = ()
    lines: tuple[_Line, ...]
    paragraphs: tuple[_Paragraph, ...]
    named: tuple[_Named, ...] = ()


_TEXT = ("text", "metadata", "value")
"""Keys that would carry the publisher's words."""


def read_ledger(
    path: str, source: str, ref: CaptureRef | None, paragraphs: int | None
) -> tuple[CleanText | None, tuple[Fault, ...]]:
    """The ledger, if it belongs to the capture that the record describes and adds up; else faults."""
    try:
        ledger = _Ledger.model_validate(json.loads(source))
    except json.JSONDecodeError as error:
        message = f"This is not JSON: {error.msg}."
        return None, (fault_at(path, error.lineno, error.colno, "C104", message),)
    except RecursionError:
        return None, (fault_at(path, 1, 1, "C104", "This is nested too deep."),)
    except ValueError as error:
        return None, tuple(_shape(_places(path, source), error))
    faults = tuple(_belongs(path, source, ledger, ref, paragraphs))
    return (None if faults else _clean_text(ledger)), faults


def _places(path: str, source: str) -> Places:
    """JSON is read as YAML for its places, but only when a fault needs one."""
    return parse(path, source.replace("\t", " "))[0].places


def _shape(places: Places, error: ValueError) -> Iterator[Fault]:
    details = (
        error.errors(include_url=False, include_input=False) if isinstance(error, ValidationError) else []
    )
    for one in details:
        leak = one["loc"] and one["loc"][-1] in _TEXT and one["type"] != "missing"
        name = ".".join(map(str, one["loc"]))
        message = (
            f"The field {name} carries text." if leak else f"The field {name} does not fit: {one['msg']}."
        )
        yield fault(places, tuple(one["loc"]), "C109" if leak else "C104", message)
    if not details:
        yield fault(places, (), "C104", "This cannot be read as JSON.")


def _belongs(
    path: str, source: str, ledger: _Ledger, ref: CaptureRef | None, paragraphs: int | None
) -> Iterator[Fault]:
    wrong = list(_wrong(ledger, ref, paragraphs))
    places = _places(path, source) if wrong else Places(path)
    for loc, code, message in wrong:
        yield fault(places, loc, code, message)


def _wrong(ledger: _Ledger, ref: CaptureRef | None, paragraphs: int | None) -> Iterator[tuple[Loc, str, str]]:
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
    yield from _sums(ledger)
    body = sum(p.kind is Kind.BODY for p in ledger.paragraphs)
    if paragraphs is not None and body != paragraphs:
        yield ("paragraphs",), "C107", f"The ledger has {body} paragraphs, the record says {paragraphs}."


def _sums(ledger: _Ledger) -> Iterator[tuple[Loc, str, str]]:
    """Lines one after the other from the first byte to the last; paragraphs made of lines that are there."""
    end = 0
    for index, line in enumerate(ledger.lines):
        if line.n != index + 1:
            yield ("lines", index, "n"), "C106", f"Line {index + 1} has the number {line.n}."
        if line.start != end or line.end < line.start:
            yield ("lines", index, "start"), "C106", f"Line {line.n} should begin at byte {end}."
        end = line.end
    if end != ledger.bytes:
        yield ("bytes",), "C106", f"The lines end at byte {end} of {ledger.bytes}."
    for index, paragraph in enumerate(ledger.paragraphs):
        if any(not 1 <= n <= len(ledger.lines) for n in paragraph.lines):
            yield (
                ("paragraphs", index, "lines"),
                "C106",
                f"{paragraph.id} is made of lines that are not there.",
            )


def _clean_text(ledger: _Ledger) -> CleanText:
    lines = (Line(l.n, l.start, l.end, l.verdict, l.kind, l.rule, "") for l in ledger.lines)  # noqa: E741
    paragraphs = (Paragraph(p.id, p.kind, "", p.lines) for p in ledger.paragraphs)
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
    )
