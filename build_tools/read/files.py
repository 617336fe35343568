"""Seeds folder → its files, read and sorted by what they are; which name means what stands here alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from build_tools.model.codes import fault_at
from build_tools.model.fault import Fault
from build_tools.read.disk import CAPTURE_LIMIT, RECORD_LIMIT, SHARED_LIMIT, Entry, entries, load, shown_path
from build_tools.read.tree import Tree, decode, parse, unread
from build_tools.text.showing import show_hidden

SHARED = {"origins.yml": "origins", "findings.yml": "findings", "wanted.yml": "wanted"}
VOCABULARY = {"topics.yml": "topics", "entities.yml": "entities"}
LEDGER = ".ledger.json"
WORDING = "reuse.json"
_MISNAMED = (".yaml", ".YML", ".YAML")


@dataclass(frozen=True, slots=True)
class Folder:
    """Everything in a seeds folder that may be read, opened as far as it is ours."""

    roles: Mapping[str, tuple[Tree, ...]]
    """`record`, `topics`, `entities`, `origins`, `findings`, `wanted` → the files that are there."""
    ledgers: Mapping[str, tuple[str, str]]
    """Stem of the record's name → path and text of its ledger."""
    wording: tuple[str, str] | None
    """Path and text of the committed shared wording."""
    at_hand: tuple[Entry, ...]
    """What may be a capture: those of `--captures` first."""
    faults: tuple[Fault, ...]


def open_folder(seeds: Path, captures: Path | None) -> Folder:
    """Read every YAML file and ledger; captures are only listed."""
    beside, vocabulary = entries(seeds), entries(seeds / "vocabulary")
    faults = [*_no_folder(seeds, captures), *_misnamed((*beside, *vocabulary))]
    roles: dict[str, list[Tree]] = {}
    for entry, role in (*_roles(beside, SHARED, "record"), *_roles(vocabulary, VOCABULARY, "")):
        tree, wrong = _tree(entry, RECORD_LIMIT if role == "record" else SHARED_LIMIT)
        roles.setdefault(role, []).append(tree)
        faults += wrong
    ledgers, wrong = _ledgers(beside)
    wording, wrong_wording = _wording(beside)
    others = (e for e in beside if not e.name.endswith((".yml", LEDGER)) and e.name != WORDING)
    at_hand = (*_elsewhere(captures, seeds), *others)
    read = {role: tuple(trees) for role, trees in roles.items()}
    return Folder(read, ledgers, wording, at_hand, (*faults, *wrong, *wrong_wording))


def stem(path: str) -> str:
    """What a record's and its ledger's names share: `000` of `seeds/000.yml`, `seeds/000.ledger.json`."""
    return PurePath(path).name.removesuffix(".yml").removesuffix(LEDGER)


def _roles(found: Iterable[Entry], names: Mapping[str, str], other: str) -> list[tuple[Entry, str]]:
    named = [(entry, names.get(entry.name, other)) for entry in found if entry.name.endswith(".yml")]
    return [(entry, role) for entry, role in named if role]


def _tree(entry: Entry, limit: int) -> tuple[Tree, tuple[Fault, ...]]:
    content, faults = load(entry, limit)
    source, wrong = ("", ()) if faults else decode(entry.path, content)
    if faults or wrong:
        return unread(entry.path, source), (*faults, *wrong)
    return parse(entry.path, source)


def _ledgers(beside: Iterable[Entry]) -> tuple[dict[str, tuple[str, str]], tuple[Fault, ...]]:
    ledgers: dict[str, tuple[str, str]] = {}
    faults: tuple[Fault, ...] = ()
    for entry in (e for e in beside if e.name.endswith(LEDGER)):
        content, wrong = load(entry, CAPTURE_LIMIT)
        source, undecoded = ("", ()) if wrong else decode(entry.path, content)
        faults += (*wrong, *undecoded)
        if not wrong and not undecoded:
            ledgers[show_hidden(entry.name.removesuffix(LEDGER))] = (entry.path, source)
    return ledgers, faults


def _wording(beside: Iterable[Entry]) -> tuple[tuple[str, str] | None, tuple[Fault, ...]]:
    entry = next((e for e in beside if e.name == WORDING), None)
    if entry is None:
        return None, ()
    content, wrong = load(entry, CAPTURE_LIMIT)
    source, undecoded = ("", ()) if wrong else decode(entry.path, content)
    return (None if wrong or undecoded else (entry.path, source)), (*wrong, *undecoded)


def _elsewhere(captures: Path | None, seeds: Path) -> tuple[Entry, ...]:
    if captures is None or (captures.is_dir() and captures.resolve() == seeds.resolve()):
        return ()
    return entries(captures)


def _no_folder(seeds: Path, captures: Path | None) -> list[Fault]:
    missing = [folder for folder in (seeds, captures) if folder is not None and not folder.is_dir()]
    return [fault_at(shown_path(folder), 1, 1, "Y103", "There is no such folder.") for folder in missing]


def _misnamed(found: Iterable[Entry]) -> list[Fault]:
    wrong = [entry for entry in found if entry.name.endswith(_MISNAMED)]
    return [fault_at(entry.path, 1, 1, "Y115", "The file is passed over.") for entry in wrong]
