"""A record and what became of its capture's passages → its text with claims and notes carried over.

Each claim and note goes with its passage. Where the passage reads otherwise, or is gone, the claim says that
something is to be decided of it; what rests on a passage that is gone stands under `earlier` from then on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from build_tools.keeping.passage_changes import PassageChanges
from build_tools.keeping.yaml_edits import YamlEdits
from build_tools.model.base import CLAIM_ID
from build_tools.model.errors import UsageError
from build_tools.model.material import Loc
from build_tools.model.passages import EARLIER, order_passage
from build_tools.read.record_rules import ANCHORED
from build_tools.read.references import walk_words
from build_tools.read.yaml_spans import YamlSpan, map_spans
from build_tools.read.yaml_tree import Tree, parse_yaml
from build_tools.text.english import passage_name
from build_tools.text.yaml_scalars import quote_scalar

_CLAIM = re.compile(CLAIM_ID)


@dataclass(frozen=True, slots=True)
class NewCapture:
    """The capture that takes the place of the present one."""

    file: str
    sha256: str
    bytes: int
    paragraphs: int
    encoding: str | None = None
    page: str | None = None
    taken: str | None = None


@dataclass(frozen=True, slots=True)
class CarriedRecord:
    """The record after its page was captured again."""

    source: str
    claims: Mapping[str, str]
    """Claim → what it is called now, where that is something else."""
    open: tuple[str, ...]
    """Claims, by what they are called now, of which something is to be decided."""
    told: tuple[str, ...]
    """What else a person should look at."""


def carry_record(tree: Tree, changes: PassageChanges, capture: NewCapture, day: str) -> CarriedRecord:
    """The record's text with the new capture. Raises UsageError where it has no capture to be replaced."""
    if not isinstance(tree.value, dict) or "capture" not in tree.value:
        raise UsageError(f"{tree.path} describes no capture; `archive add` begins a record.")
    renamed = dict(_rename_claims(tree, changes))
    decide = dict(_list_open(tree, changes))
    edits = YamlEdits(tree.source)
    edits.replace_value(("paragraphs",), str(capture.paragraphs))
    edits.replace_mapping(("capture",), _list_capture_fields(capture))
    edits.append_entry(("earlier",), ("capture",), _write_earlier(tree, changes, renamed, day))
    if "cleaning" in tree.value:
        edits.remove_field(("cleaning",))
    _carry_claims(edits, tree, renamed, decide)
    for path in ANCHORED:
        for loc, passage in walk_words(tree.value, path):
            if (now := follow_passage(passage, changes)) != passage:
                edits.replace_value(loc, now)
    carried = _order_claims(tree.path, edits.write())
    still_open = tuple(renamed.get(claim, claim) for claim in decide)
    return CarriedRecord(carried, renamed, still_open, tuple(_list_told(tree, changes)))


def _carry_claims(
    edits: YamlEdits, tree: Tree, renamed: Mapping[str, str], decide: Mapping[str, str]
) -> None:
    for loc, claim in walk_words(tree.value, "claims.*.id"):
        if claim in renamed:
            edits.replace_value(loc, renamed[claim])
        if claim in decide:
            edits.add_after(loc, [f"decide: {quote_scalar(decide[claim])}"])
    for loc, claim in walk_words(tree.value, "notes.*.claims.*"):
        if claim in renamed:
            edits.replace_value(loc, renamed[claim])


def follow_passage(passage: str, changes: PassageChanges) -> str:
    """What a passage is called now; `earlier` where it is gone."""
    return EARLIER if passage in changes.gone else changes.became.get(passage, passage)


def _rename_claims(tree: Tree, changes: PassageChanges) -> Iterator[tuple[str, str]]:
    known = [claim for _, claim in walk_words(tree.value, "claims.*.id")]
    last = sum(claim.startswith(EARLIER) for claim in known)
    for claim in known:
        if (parts := _CLAIM.fullmatch(claim)) is None:
            continue
        now = follow_passage(parts[1], changes)
        if now == EARLIER != parts[1]:
            last += 1
            yield claim, f"{EARLIER}c{last}"
        elif now != parts[1]:
            yield claim, f"{now}c{parts[2]}"


def _list_open(tree: Tree, changes: PassageChanges) -> Iterator[tuple[str, str]]:
    """Claims whose passage is not what it was, and what is to be decided of them."""
    for _, claim in walk_words(tree.value, "claims.*.id"):
        passage = claim.rpartition("c")[0]
        if passage in changes.gone:
            yield claim, f"{_name_plainly(passage)} is gone: keep this as what the earlier capture said?"
        elif passage in changes.reworded:
            now = _name_plainly(follow_passage(passage, changes))
            yield claim, f"{now} reads otherwise now: does this hold?"


def _name_plainly(passage: str) -> str:
    """As a person writes it: with a space that any editor shows."""
    return passage_name(passage).replace("\u00a0", " ")


def _list_capture_fields(capture: NewCapture) -> list[str]:
    return [
        f"file: {quote_scalar(capture.file)}",
        f"sha256: {capture.sha256}",
        f"bytes: {capture.bytes}",
        *([f"encoding: {quote_scalar(capture.encoding)}"] if capture.encoding else []),
        *([f"page: {quote_scalar(capture.page)}"] if capture.page else []),
        *([f"taken: {quote_scalar(capture.taken)}"] if capture.taken else []),
    ]


def _write_earlier(
    tree: Tree, changes: PassageChanges, renamed: Mapping[str, str], day: str
) -> tuple[str, ...]:
    """The lines of the entry; the capture is described as it was."""
    spans, value = map_spans(tree.source), tree.value
    assert isinstance(value, dict)  # noqa: S101 - what has a capture is a mapping
    was = value["capture"]
    fields = was if isinstance(was, dict) else {}
    gone = {old: now for old, now in renamed.items() if old.rpartition("c")[0] in changes.gone}
    lines = [f"{name}: {_slice(tree.source, spans, ('capture', name))}" for name in fields]
    lines += [f'replaced: "{day}"', f"paragraphs: {value.get('paragraphs')}"]
    lines += _write_mapping("became", changes.became)
    listed = (("reworded", changes.reworded), ("gone", changes.gone), ("new", changes.new))
    lines += [f"{name}: [{', '.join(names)}]" for name, names in listed if names]
    lines += _write_mapping("claims", gone)
    if "cleaning" in value:
        lines += ["cleaning:", *(f"  {line}" for line in _slice_lines(tree.source, spans, ("cleaning",)))]
    return tuple(lines)


def _slice(source: str, spans: Mapping[Loc, YamlSpan], loc: Loc) -> str:
    span = spans[loc]
    return source[span.start : span.end]


def _slice_lines(source: str, spans: Mapping[Loc, YamlSpan], loc: Loc) -> list[str]:
    """A value in lines of its own, its common indentation taken off."""
    span = spans[loc]
    column = span.start - source.rfind("\n", 0, span.start) - 1
    first, *rest = source[span.start : span.end].split("\n")
    return [first, *(line[column:] if not line[:column].strip() else line for line in rest)]


def _write_mapping(name: str, mapping: Mapping[str, str]) -> list[str]:
    pairs = ", ".join(f"{old}: {now}" for old, now in mapping.items())
    return [f"{name}: {{{pairs}}}"] if pairs else []


def _order_claims(path: str, source: str) -> str:
    """The same with the claims in the order of their passages: entries are moved with all their lines."""
    tree, faults = parse_yaml(path, source)
    ids = [claim for _, claim in walk_words(tree.value, "claims.*.id")]
    places = [order_passage(claim.rpartition("c")[0]) for claim in ids]
    if faults or places == sorted(places):
        return source
    spans = map_spans(source)
    if spans["claims",].flow:
        raise UsageError(f"{path}: write each claim on lines of its own first.")
    starts = [source.rfind("\n", 0, spans["claims", n].start) + 1 for n in range(len(ids))]
    end = source.find("\n", spans["claims",].end)
    bounds = [*starts, len(source) if end < 0 else end + 1]
    entries = [source[a:b] for a, b in pairwise(bounds)]
    # a last line without its end must not run into the entry that comes after it
    whole = [entry if entry.endswith("\n") else f"{entry}\n" for entry in entries]
    order = sorted(range(len(ids)), key=lambda n: places[n])
    return source[: bounds[0]] + "".join(whole[n] for n in order) + source[bounds[-1] :]


def _list_told(tree: Tree, changes: PassageChanges) -> Iterator[str]:
    """Notes and changes on passages that are not what they were, and prose that names passages by number."""
    touched = {*changes.gone, *changes.reworded}
    for path in ANCHORED:
        for loc, passage in walk_words(tree.value, path):
            if passage in touched:
                line = tree.places.at(loc)[0]
                state = "is gone" if passage in changes.gone else "reads otherwise"
                named = f"{_name_plainly(passage)}, which {'.'.join(map(str, loc))} names,"
                yield f"{tree.path}:{line}: {named} {state}"
    moved = [_name_plainly(passage) for passage in (*changes.became, *changes.gone)]
    for number, words in enumerate(tree.source.split("\n"), 1):
        if told := [name for name in moved if re.search(rf"{re.escape(name)}(?![0-9])", words)]:
            yield f"{tree.path}:{number}: the words name {', '.join(told)}, which has another number now"
