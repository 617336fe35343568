"""CleanText → its ledger as JSON or text, because what cleaning did must be there to be checked.

With the captured words for the keeper, without them for everyone else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, replace
from types import MappingProxyType
from typing import Any

from build_tools.model.clean import CleanText, FilePart, Line, Paragraph
from build_tools.text.terminal import show_hidden


def drop_captured_text(clean: CleanText) -> CleanText:
    """The same with every word of the capture taken out: metadata gone, texts empty."""
    return replace(
        clean,
        metadata=(),
        lines=tuple(Line(x.n, x.start, x.end, x.verdict, x.kind, x.rule, "") for x in clean.lines),
        paragraphs=tuple(Paragraph(p.id, p.kind, "", p.lines) for p in clean.paragraphs),
    )


def write_ledger_as_json(clean: CleanText) -> str:
    """One object; lines cover the capture without gap or overlap. One entry stands on one line.

    Where the text was drawn out of the file, the lines cover that text (`drawn`), and `parts` the file.

    Texts of paragraphs are left out where they are empty, which is what a committed ledger is.
    """
    head = {
        "file": clean.file,
        "sha256": clean.sha256,
        "bytes": clean.bytes,
        "encoding": clean.encoding,
        "undecodable": clean.undecodable,
    }
    fields = [f"{_encode_json(name)}: {_encode_json(value)}" for name, value in head.items()]
    metadata = ({"field": m.field, "value": m.value, "line": m.line} for m in clean.metadata)
    fields.append(f'"metadata": {_write_rows(metadata)}')
    if clean.drawn:
        drawn = {"form": clean.drawn.form, "sha256": clean.drawn.sha256, "bytes": clean.drawn.bytes}
        fields.append(f'"drawn": {_encode_json(drawn)}')
        fields.append(f'"parts": {_write_rows(map(asdict, clean.drawn.parts))}')
    # an entry on a line, not indented: a changed verdict is a changed line when ledgers are compared in git
    fields.append(f'"lines": {_write_rows(map(_dump_line, clean.lines))}')
    fields.append(f'"paragraphs": {_write_rows(map(_dump_paragraph, clean.paragraphs))}')
    if clean.named:
        named = ({"passage": passage, "words": words} for passage, words in clean.named)
        fields.append(f'"named": {_write_rows(named)}')
    return "{\n " + ",\n ".join(fields) + "\n}\n"


def is_ledger(content: bytes) -> bool:
    """Whether a file may be written over by a ledger: it is one, by its beginning, or empty."""
    return not content or content.startswith(b'{\n "file": ')


def write_ledger_as_text(clean: CleanText) -> str:
    """For a person: one line of the ledger per line of the capture, then the sums. Safe on a terminal."""
    return "".join(f"{show_hidden(words)}\n" for words in _list_report_lines(clean))


LEDGER_FORMATS: Mapping[str, Callable[[CleanText], str]] = MappingProxyType(
    {"text": write_ledger_as_text, "json": write_ledger_as_json}
)
"""`--format` → writer."""


def _encode_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _write_rows(entries: Iterator[dict[str, Any]]) -> str:
    rows = ",\n  ".join(map(_encode_json, entries))
    return f"[\n  {rows}\n ]" if rows else "[]"


def _dump_line(line: Line) -> dict[str, Any]:
    return {
        "n": line.n,
        "start": line.start,
        "end": line.end,
        "verdict": line.verdict,
        "kind": line.kind,
        "rule": line.rule,
    }


def _dump_paragraph(paragraph: Paragraph) -> dict[str, Any]:
    text = {"text": paragraph.text} if paragraph.text else {}
    return {"id": paragraph.id, "kind": paragraph.kind, **text, "lines": list(paragraph.lines)}


def _list_report_lines(clean: CleanText) -> Iterator[str]:
    yield f"{clean.file}: {clean.bytes} bytes, {clean.encoding}, {len(clean.lines)} lines"
    if clean.drawn:
        yield f"lines are of the {clean.drawn.bytes} bytes read from it ({clean.drawn.form}); its parts:"
        yield from map(_report_part, clean.drawn.parts)
    yield from (f"{m.field}: {m.value}" for m in clean.metadata)
    # what a claim's passage is called: cleaning is read to find that out
    passages = {n: paragraph.id for paragraph in clean.paragraphs for n in paragraph.lines}
    for line in clean.lines:
        told = f"{line.verdict:8} {line.kind:16} {line.rule:16} {passages.get(line.n, ''):6}"
        yield f"{line.n:5} {told} {line.text}".rstrip()
    counts: dict[str, int] = {}
    for line in clean.lines:
        counts[line.verdict] = counts.get(line.verdict, 0) + 1
    sums = ", ".join(f"{n} {verdict}" for verdict, n in sorted(counts.items()))
    yield f"{sums}; {len(clean.body)} paragraphs"


def _report_part(part: FilePart) -> str:
    return f"{part.start:9}–{part.end} {part.name}{' (read)' if part.read else ''}"
