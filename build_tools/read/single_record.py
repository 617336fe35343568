"""A record's file → the record by itself, for who cannot wait until everything is read."""

from __future__ import annotations

from pathlib import Path

from build_tools.model.material import Seed
from build_tools.model.protection import ProtectedPerson
from build_tools.model.record import Record
from build_tools.read.disk import RECORD_LIMIT, list_entries
from build_tools.read.drafts import is_draft
from build_tools.read.files import is_record_name, read_tree
from build_tools.read.protecting import protect_record
from build_tools.read.record_rules import check_record
from build_tools.read.validate import read_as


def read_single_record(path: Path, people: tuple[ProtectedPerson, ...] = ()) -> Seed | None:
    """The record without its capture; None where it is a draft, no record, or has a fault.

    `people`: whose names must not appear. What other files say is not looked at: whether the names that the
    record uses are there, or its slug is taken.
    """
    entry = next((e for e in list_entries(path.parent) if e.name == path.name), None)
    if entry is None or not is_record_name(path.name):
        return None
    whole, faults = read_tree(entry, RECORD_LIMIT)
    if faults or is_draft(whole):
        return None
    tree, faults = protect_record(whole, people)
    if faults:
        return None
    record, faults = read_as(Record, tree)
    if record is None or faults or any(check_record(tree)):
        return None
    return Seed(record, tree.places, tree.source)
