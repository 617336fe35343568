"""Records × files of the folder → the capture and the ledger of each, those of earlier captures included."""

from __future__ import annotations

import glob
import re
from collections.abc import Mapping
from pathlib import Path

from build_tools.model.capture import Capture
from build_tools.model.capture_refs import CaptureRef, EarlierCapture
from build_tools.model.clean import CleanText
from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.model.record import Record
from build_tools.read.captures import DescribedCapture, match_captures
from build_tools.read.files import LEDGER, SeedsFolder, get_stem, read_written
from build_tools.read.ledger_file import read_ledger
from build_tools.read.references import Roles, find_paragraph_count, walk_path
from build_tools.read.validate import read_as
from build_tools.read.yaml_tree import Tree

_SHORT_DIGEST = 8
"""Digits of a capture's digest in the name of its ledger, once it is an earlier one."""
_EARLIER_STEM = re.compile(rf"(.+)\.([0-9a-f]{{{_SHORT_DIGEST}}})")

Described = Mapping[str, DescribedCapture]
"""Key → what a record says of one of its captures."""


def name_earlier(path: str, sha256: str) -> str:
    """The key of an earlier capture: the path of its record, and the beginning of its digest."""
    return f"{path}#{sha256[:_SHORT_DIGEST]}"


def place_earlier_ledger(record: Path, sha256: str) -> Path:
    """Where the ledger of an earlier capture is committed: beside the record."""
    return record.with_suffix(f".{sha256[:_SHORT_DIGEST]}{LEDGER}")


def find_earlier_ledgers(record: Path) -> list[Path]:
    """The ledgers of a record's earlier captures that lie beside it, by their names."""
    digits = "[0-9a-f]" * _SHORT_DIGEST
    return sorted(record.parent.glob(f"{glob.escape(record.stem)}.{digits}{LEDGER}"))


def list_described(roles: Roles) -> Described:
    """What each record says of its captures, even where another part of the record has a fault."""
    described: dict[str, DescribedCapture] = {}
    for tree in roles.get("record", ()):
        for loc, _ in walk_path(tree.value, "capture"):
            ref, _ = read_as(CaptureRef, tree, loc)
            if ref:
                paragraphs = find_paragraph_count(tree)
                described[tree.path] = DescribedCapture(tree.path, ref, tree.places, loc, paragraphs)
        for loc, _ in walk_path(tree.value, "earlier.*"):
            earlier, _ = read_as(EarlierCapture, tree, loc)
            if earlier:
                key = name_earlier(tree.path, earlier.sha256)
                described[key] = DescribedCapture(key, earlier, tree.places, loc, earlier.paragraphs)
    return described


def list_earlier(
    path: str, record: Record, at_hand: Mapping[str, Capture], committed: Mapping[str, CleanText]
) -> tuple[tuple[Capture | None, CleanText | None], ...]:
    """Capture and ledger of each earlier capture of a record, as far as they are there."""
    keys = (name_earlier(path, earlier.sha256) for earlier in record.earlier)
    return tuple((at_hand.get(key), committed.get(key)) for key in keys)


def match_described(
    folder: SeedsFolder, described: Described
) -> tuple[Mapping[str, Capture], tuple[Fault, ...]]:
    """Captures at hand; none is called a stranger while a record may still turn out to describe it."""
    captures, faults = match_captures(described.values(), folder.at_hand)
    broken = [tree for tree in folder.roles.get("record", ()) if _may_describe(tree, described)]
    return captures, tuple(fault for fault in faults if fault.code != "C103") if broken else faults


def _may_describe(tree: Tree, described: Described) -> bool:
    return tree.path not in described and (not tree.readable or any(walk_path(tree.value, "capture")))


def read_ledgers(folder: SeedsFolder, described: Described) -> tuple[dict[str, CleanText], tuple[Fault, ...]]:
    """The committed ledgers, by the keys of their captures."""
    ledgers: dict[str, CleanText] = {}
    faults: list[Fault] = []
    by_stem = {get_stem(tree.path): tree for tree in folder.roles.get("record", ())}
    for name, entry in folder.ledgers.items():
        source, unread = read_written(entry)
        faults += unread
        if source is None:
            continue
        if (tree := by_stem.get(name)) is not None:
            key = tree.path
        elif (earlier := _find_earlier(name, by_stem, described)) is not None:
            tree, key = earlier
        else:
            faults.append(make_fault_at(entry.path, 1, 1, "C108", "There is no record of this name."))
            continue
        if not _may_describe(tree, described):
            one = described.get(key)
            ref, paragraphs = (one.ref, one.paragraphs) if one else (None, find_paragraph_count(tree))
            ledger, wrong = read_ledger(entry.path, source, ref, paragraphs)
            faults += wrong
            ledgers |= {key: ledger} if ledger else {}
    return ledgers, tuple(faults)


def _find_earlier(name: str, by_stem: Mapping[str, Tree], described: Described) -> tuple[Tree, str] | None:
    """Record and key of the earlier capture whose ledger has that name."""
    found = _EARLIER_STEM.fullmatch(name)
    tree = by_stem.get(found[1]) if found else None
    if found is None or tree is None:
        return None
    key = name_earlier(tree.path, found[2])
    return (tree, key) if key in described else None
