"""Seeds folder → Material, or every fault of every file at once, because a keeper mends them in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pydantic import BaseModel

from build_tools.model.capture import Capture
from build_tools.model.clean import CleanText
from build_tools.model.codes import make_fault
from build_tools.model.custody import NO_LOG, CustodyLog
from build_tools.model.fault import Fault, Faults, Severity
from build_tools.model.material import Loc, Material, Seed
from build_tools.model.protection import ProtectedPerson
from build_tools.model.record import Record
from build_tools.model.reuse import Reuse
from build_tools.read.custody_file import read_custody
from build_tools.read.drafts import list_draft_names, list_draft_slugs, list_drafts, soften_faults
from build_tools.read.erratum_rules import check_errata
from build_tools.read.file_types import EVIDENCE_TYPES, LIST_TYPES, WHOLE_FILE_TYPES
from build_tools.read.files import SeedsFolder, get_stem, open_folder
from build_tools.read.finding_rules import check_findings
from build_tools.read.likely_slips import list_likely_slips
from build_tools.read.located_error import get_at
from build_tools.read.overview_rules import check_overviews
from build_tools.read.protecting import protect_files
from build_tools.read.record_rules import check_record
from build_tools.read.references import (
    Roles,
    check_references,
    collect_names,
    find_paragraph_count,
    walk_path,
)
from build_tools.read.seed_captures import list_described, list_earlier, match_described, read_ledgers
from build_tools.read.shared_rules import case_faults, shared_faults
from build_tools.read.typed_material import make_material
from build_tools.read.validate import name_kind, read_as
from build_tools.read.values import read_values
from build_tools.read.wording_file import read_wording
from build_tools.read.yaml_tree import Tree, ValueReader
from build_tools.text.terminal import did_you_mean, quote_value


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What came of reading a seeds folder."""

    material: Material | None
    """None where a fault is an error."""
    sound: Material
    """What can be relied on all the same: records in whose file and ledger no error stands, and every entry
    of a shared file that is whole. So that faults of later stages can be told in the same go."""
    faults: tuple[Fault, ...]
    """Errors, warnings and suggestions, sorted by place."""
    draft_names: frozenset[tuple[str, str]] = frozenset()
    """What nothing but drafts that are left out refers to: what it is, and its name."""

    def forget_texts(self) -> LoadResult:
        """The same without texts and ledgers of records, which only their documents are made from.

        They are a fifth of all that reading holds.
        """
        seeds = tuple(replace(seed, source="", ledger=None, earlier=()) for seed in self.sound.seeds)
        sound = replace(self.sound, seeds=seeds)
        return replace(self, material=sound if self.material else None, sound=sound)


def read_seeds(
    seeds: Path,
    captures: Path | None = None,
    *,
    ledgers: bool = True,
    drafts: bool = False,
    private: Path | None = None,
) -> Material:
    """The material of a seeds folder; raises Faults, with every fault, if one of them is an error.

    `captures`: a further folder with captures; those beside the records are found without it.
    `ledgers`: whether to read those; not where they are about to be written anew.
    `drafts`: whether those that lack nothing are taken in.
    `private`: a list of names that must not appear, if it lies elsewhere.
    """
    reading = read_all(seeds, captures, ledgers=ledgers, drafts=drafts, private=private)
    if reading.material is None:
        raise Faults(reading.faults)
    return reading.material


def read_all(
    seeds: Path,
    captures: Path | None = None,
    *,
    ledgers: bool = True,
    drafts: bool = False,
    today: date | None = None,
    private: Path | None = None,
    read: ValueReader = read_values,
    suggest: bool = True,
) -> LoadResult:
    """The same without raising, warnings and suggestions included; `today`: for days that have not come.

    `read` gives what `read_values` gives. `suggest`: whether to look for likely slips. Builds say nothing of
    them, and to find the line of one may take half as long as to read all records.
    """
    folder, people = _open_protected(seeds, captures, private, read)
    values, shape = _validate_entries(folder.roles)
    described = list_described(folder.roles)
    at_hand, capture_faults = match_described(folder, described)
    committed, ledger_faults = read_ledgers(folder, described) if ledgers else ({}, ())
    custody, custody_faults = read_custody(folder)
    wording, wording_faults = _read_wording(folder)
    meaning = [*_check_meaning(folder.roles), *(list_likely_slips(folder.roles, today) if suggest else ())]
    certain = (*folder.faults, *meaning, *capture_faults, *ledger_faults, *custody_faults, *wording_faults)
    faults = _merge_faults(certain, shape)
    broken = {get_stem(fault.path) for fault in faults if fault.severity is Severity.ERROR}
    unfinished = list_drafts(folder.roles)
    broken |= set() if drafts else {get_stem(tree.path) for tree in unfinished}
    softened = soften_faults(faults, unfinished)
    wrong = any(fault.severity is Severity.ERROR for fault in softened)
    seeds_read = [
        _make_seed(tree, record, at_hand, committed, custody)
        for tree, record in values
        # by stem: a fault in a ledger is one of its record
        if isinstance(record, Record) and get_stem(tree.path) not in broken
    ]
    sound = replace(make_material(folder.roles, seeds_read, values), reuse=wording, protected=people)
    hidden = frozenset() if drafts else list_draft_names(folder.roles)
    return LoadResult(None if wrong else sound, sound, softened, hidden)


def _open_protected(
    seeds: Path, captures: Path | None, private: Path | None, read: ValueReader
) -> tuple[SeedsFolder, tuple[ProtectedPerson, ...]]:
    """The folder with roles in the place of names that must not appear, and whose they are."""
    folder = open_folder(seeds, captures, private, read)
    protected = protect_files(folder.roles)
    faults = (*folder.faults, *protected.faults)
    return replace(folder, roles=protected.roles, faults=faults), protected.people


def _make_seed(
    tree: Tree,
    record: Record,
    at_hand: Mapping[str, Capture],
    committed: Mapping[str, CleanText],
    custody: Mapping[str, CustodyLog],
) -> Seed:
    path, places, source = tree.path, tree.places, tree.source
    earlier = list_earlier(path, record, at_hand, committed)
    log = custody.get(path, NO_LOG)
    return Seed(record, places, source, at_hand.get(path), committed.get(path), earlier, log)


def _check_meaning(roles: Roles) -> tuple[Fault, ...]:
    """Faults that the shapes of single values do not show."""
    records = roles.get("record", ())
    faults = [
        *check_references(roles, collect_names(roles, list_draft_slugs(roles))),
        *shared_faults(roles),
        *check_findings(roles),
    ]
    faults += check_overviews(roles)
    for role, tree in ((role, tree) for role, trees in roles.items() for tree in trees):
        faults += check_errata(role, tree)
        faults += check_record(tree) if role == "record" else ()
    faults += case_faults(tree.path for tree in records)
    return tuple(faults)


def _merge_faults(certain: Iterable[Fault], shape: Iterable[Fault]) -> tuple[Fault, ...]:
    """All faults, sorted; of the shape only what stands where nothing better was said."""
    better = tuple(certain)
    # what is wrong with the YAML, or a name that is not known, says more than the shape that comes of it
    places = {(fault.path, fault.line, fault.column) for fault in better if fault.code[0] in "YV"}
    rest = [fault for fault in shape if (fault.path, fault.line, fault.column) not in places]
    return tuple(sorted({*better, *rest}))


def _validate_entries(roles: Roles) -> tuple[list[tuple[Tree, BaseModel]], list[Fault]]:
    """Every entry that has its type's shape, and the faults of those that do not."""
    values: list[tuple[Tree, BaseModel]] = []
    faults: list[Fault] = []
    for role, trees in roles.items():
        for tree in (tree for tree in trees if tree.readable):
            entries, wrong = _list_entries(role, tree)
            faults += wrong
            for model, loc in entries:
                value, wrong_shape = read_as(model, tree, loc)
                faults += wrong_shape
                values += [(tree, value)] if value is not None else []
    return values, faults


def _list_entries(role: str, tree: Tree) -> tuple[list[tuple[type[BaseModel], Loc]], list[Fault]]:
    """What stands in a file: types and their places."""
    if role in WHOLE_FILE_TYPES:
        return [(WHOLE_FILE_TYPES[role], ())], []
    if role == "findings":
        return _list_evidence(tree)
    return _list_items(tree, (), LIST_TYPES[role])


def _list_items(
    tree: Tree, loc: Loc, model: type[BaseModel]
) -> tuple[list[tuple[type[BaseModel], Loc]], list[Fault]]:
    value = get_at(tree.value, loc)
    if not isinstance(value, list):
        return [], [
            make_fault(tree.places, loc, "R103", f"This should be a list, but is {name_kind(value)}.")
        ]
    return [(model, (*loc, index)) for index in range(len(value))], []


def _list_evidence(tree: Tree) -> tuple[list[tuple[type[BaseModel], Loc]], list[Fault]]:
    if not isinstance(tree.value, dict):
        message = f"This should be a mapping of findings and disagreements, but is {name_kind(tree.value)}."
        return [], [make_fault(tree.places, (), "R103", message)]
    entries: list[tuple[type[BaseModel], Loc]] = []
    faults: list[Fault] = []
    for key in tree.value:
        if key in EVIDENCE_TYPES:
            inside, wrong = _list_items(tree, (key,), EVIDENCE_TYPES[key])
            entries += inside
            faults += wrong
        else:
            message = f"There is no field {quote_value(key)} here."
            faults.append(
                make_fault(tree.key_places, (key,), "R101", message, did_you_mean(key, EVIDENCE_TYPES))
            )
    return entries, faults


def _read_wording(folder: SeedsFolder) -> tuple[tuple[Reuse, ...], tuple[Fault, ...]]:
    """The committed shared wording; names are held against it only if every record can be read."""
    if folder.wording is None:
        return (), ()
    trees = folder.roles.get("record", ())
    sources = {
        slug: find_paragraph_count(tree) for tree in trees for _, slug in walk_path(tree.value, "slug")
    }
    known = {slug: most for slug, most in sources.items() if isinstance(slug, str)}
    whole = all(tree.readable for tree in trees) and len(known) == len(trees)
    return read_wording(*folder.wording, known if whole else None)
