"""Seeds folder → its files, read and sorted by what they are; which name means what stands here alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.model.packed import FEW
from build_tools.model.protection import PRIVATE_LIST
from build_tools.model.seed_folders import EVIDENCE_FOLDER, SEED_FOLDERS, VOCABULARY_FOLDER
from build_tools.read.disk import (
    CAPTURE_LIMIT,
    RECORD_LIMIT,
    SHARED_LIMIT,
    DirectoryEntry,
    list_entries,
    list_hidden_files,
    load_file,
    shown_path,
)
from build_tools.read.values import read_values
from build_tools.read.yaml_tree import Tree, ValueReader, decode_yaml, make_unread, parse_yaml
from build_tools.text.terminal import show_hidden

MOVED = "moved.yml"
PRIVATE_NAMES = "private-names"
"""Role of the file that says whose names must not appear; git ignores it."""
SHARED_FILES = {
    "origins.yml": "origins",
    "findings.yml": "findings",
    "overviews.yml": "overviews",
    "wanted.yml": "wanted",
    MOVED: "moved",
    PRIVATE_LIST: PRIVATE_NAMES,
}
VOCABULARY = {"topics.yml": "topics", "entities.yml": "entities", "thesaurus.yml": "thesaurus"}
LEDGER = ".ledger.json"
WORDING = "reuse.json"
CUSTODY = ".custody.json"
TOKEN = ".custody.tsr"  # noqa: S105 - no password
"""Of timestamps: `harbour.3.custody.tsr`, by the number of the entry that tells of it."""
# only `.yml` is read: these would be passed over in silence
_MISNAMED = (".yaml", ".YML", ".YAML")


@dataclass(frozen=True, slots=True)
class SeedsFolder:
    """Everything in a seeds folder that may be read, opened as far as it is ours."""

    roles: Mapping[str, tuple[Tree, ...]]
    """`record`, or the name of a shared file, such as `topics` → the files that are there."""
    ledgers: Mapping[str, DirectoryEntry]
    """Stem of the record's name → its ledger, which is read when its turn comes."""
    custody: Mapping[str, tuple[str, str]]
    """The same → path and text of its custody log."""
    tokens: Mapping[str, tuple[str, bytes]]
    """Name of a timestamp's file → its path and content."""
    wording: tuple[str, str] | None
    """Path and text of the committed shared wording."""
    at_hand: tuple[DirectoryEntry, ...]
    """What may be a capture: those of `--captures` first."""
    faults: tuple[Fault, ...]


def open_folder(
    seeds: Path, captures: Path | None, private: Path | None = None, read: ValueReader = read_values
) -> SeedsFolder:
    """Read every YAML file and ledger; captures are only listed.

    `private`: a list of names that must not appear, which lies elsewhere. `read` gives what `read_values`
    gives.
    """
    beside, vocabulary = list_entries(seeds), list_entries(seeds / VOCABULARY_FOLDER)
    evidence = list_entries(seeds / EVIDENCE_FOLDER)
    faults = [*_report_no_folder(seeds, captures), *_report_misnamed((*beside, *vocabulary, *evidence))]
    faults += _report_hidden((seeds, seeds / VOCABULARY_FOLDER, seeds / EVIDENCE_FOLDER))
    faults += (*_report_unread_folders(seeds, beside), *_report_no_list(private))
    roles: dict[str, list[Tree]] = {}
    records = _assign_roles(beside, SHARED_FILES, "record")
    for entry, role in (
        *records,
        *_assign_roles(vocabulary, VOCABULARY, ""),
        *_assign_roles(evidence, {}, "findings"),
        *_list_private(private),
    ):
        tree, wrong = read_tree(entry, RECORD_LIMIT if role == "record" else SHARED_LIMIT, read)
        if role == "record" and len(records) > FEW:
            tree = tree.pack()
        # as a new archive has them: nothing is named yet
        if role in (*VOCABULARY.values(), PRIVATE_NAMES) and _is_only_comments(tree.source):
            continue
        roles.setdefault(role, []).append(tree)
        faults += wrong
    ledgers = dict(_list_beside(beside, LEDGER))
    custody, wrong_custody = _read_beside(beside, CUSTODY)
    tokens, wrong_tokens = _read_tokens(beside)
    wording, wrong_wording = _read_wording(beside)
    others = (
        e for e in beside if not e.name.endswith((".yml", LEDGER, CUSTODY, TOKEN)) and e.name != WORDING
    )
    at_hand = (*_list_elsewhere(captures, seeds), *others)
    told = {role: tuple(trees) for role, trees in roles.items()}
    faults += (*wrong_custody, *wrong_tokens, *wrong_wording)
    return SeedsFolder(told, ledgers, custody, tokens, wording, at_hand, tuple(faults))


def is_record_name(name: str) -> bool:
    """Whether a file of that name, at the top of a seeds folder, is a record."""
    return name.endswith(".yml") and name not in SHARED_FILES


def get_stem(path: str) -> str:
    """What a record's and its ledger's names share: `000` of `seeds/000.yml`, `seeds/000.ledger.json`."""
    return PurePath(path).name.removesuffix(".yml").removesuffix(LEDGER).removesuffix(CUSTODY)


def _assign_roles(
    entries: Iterable[DirectoryEntry], names: Mapping[str, str], default: str
) -> list[tuple[DirectoryEntry, str]]:
    named = [(entry, names.get(entry.name, default)) for entry in entries if entry.name.endswith(".yml")]
    return [(entry, role) for entry, role in named if role]


def _list_private(private: Path | None) -> list[tuple[DirectoryEntry, str]]:
    listed = list_entries(private.parent) if private else ()
    return [(entry, PRIVATE_NAMES) for entry in listed if private and entry.name == private.name]


def _is_only_comments(source: str) -> bool:
    lines = [line.strip() for line in source.splitlines() if line.strip()]
    return bool(lines) and all(line.startswith("#") for line in lines)


def read_tree(
    entry: DirectoryEntry, limit: int, read: ValueReader = read_values
) -> tuple[Tree, tuple[Fault, ...]]:
    """A YAML file of at most `limit` bytes, and the faults of its bytes and its YAML."""
    content, faults = load_file(entry, limit)
    source, wrong = ("", ()) if faults else decode_yaml(entry.path, content)
    if faults or wrong:
        return make_unread(entry.path, source), (*faults, *wrong)
    return parse_yaml(entry.path, source, read)


def _list_beside(beside: Iterable[DirectoryEntry], suffix: str) -> Iterator[tuple[str, DirectoryEntry]]:
    """Stem of the record's name, and what a command wrote beside it."""
    return ((show_hidden(e.name.removesuffix(suffix)), e) for e in beside if e.name.endswith(suffix))


def read_written(entry: DirectoryEntry) -> tuple[str | None, tuple[Fault, ...]]:
    """The text of what a command wrote, or why it cannot be read."""
    content, wrong = load_file(entry, CAPTURE_LIMIT)
    source, undecoded = ("", ()) if wrong else decode_yaml(entry.path, content)
    return (None if wrong or undecoded else source), (*wrong, *undecoded)


def _read_beside(
    beside: Iterable[DirectoryEntry], suffix: str
) -> tuple[dict[str, tuple[str, str]], tuple[Fault, ...]]:
    """Stem → path and text of what commands wrote beside records."""
    texts: dict[str, tuple[str, str]] = {}
    faults: tuple[Fault, ...] = ()
    for stem, entry in _list_beside(beside, suffix):
        source, wrong = read_written(entry)
        faults += wrong
        texts |= {stem: (entry.path, source)} if source is not None else {}
    return texts, faults


def _read_tokens(
    beside: Iterable[DirectoryEntry],
) -> tuple[dict[str, tuple[str, bytes]], tuple[Fault, ...]]:
    tokens: dict[str, tuple[str, bytes]] = {}
    faults: tuple[Fault, ...] = ()
    for entry in (e for e in beside if e.name.endswith(TOKEN)):
        content, wrong = load_file(entry, RECORD_LIMIT)
        faults += wrong
        if not wrong:
            tokens[entry.name] = (entry.path, content)
    return tokens, faults


def _read_wording(beside: Iterable[DirectoryEntry]) -> tuple[tuple[str, str] | None, tuple[Fault, ...]]:
    entry = next((e for e in beside if e.name == WORDING), None)
    if entry is None:
        return None, ()
    source, wrong = read_written(entry)
    return (None if source is None else (entry.path, source)), wrong


def _list_elsewhere(captures: Path | None, seeds: Path) -> tuple[DirectoryEntry, ...]:
    if captures is None or (captures.is_dir() and captures.resolve() == seeds.resolve()):
        return ()
    return list_entries(captures)


def _report_no_folder(seeds: Path, captures: Path | None) -> list[Fault]:
    missing = [folder for folder in (seeds, captures) if folder is not None and not folder.is_dir()]
    return [make_fault_at(shown_path(folder), 1, 1, "Y103", "There is no such folder.") for folder in missing]


def _report_no_list(private: Path | None) -> Iterator[Fault]:
    """A list that was moved would let every name through, in silence."""
    if private and not private.is_file():
        yield make_fault_at(shown_path(private), 1, 1, "Y103", "There is no such list of names.")


def _report_unread_folders(seeds: Path, beside: Iterable[DirectoryEntry]) -> Iterator[Fault]:
    """A record in a folder of its own would be lost in silence."""
    for entry in beside:
        folder = seeds / entry.name
        if entry.regular or entry.name in SEED_FOLDERS or folder.is_symlink():
            continue
        for lost in list_entries(folder):
            if lost.name.endswith(".yml"):
                message = "The file is passed over: no record is read in a folder within this one."
                yield make_fault_at(lost.path, 1, 1, "Y115", message)


def _report_hidden(folders: Iterable[Path]) -> Iterator[Fault]:
    """A record that a person has hidden would be lost in silence, for everybody else too."""
    for entry in (entry for folder in folders for entry in list_hidden_files(folder)):
        if entry.regular and entry.name.endswith((".yml", *_MISNAMED)):
            message = "The file is hidden by the dot at the beginning of its name, and passed over."
            remedy = "Take the dot away; a record that is not finished says `draft: true`."
            yield make_fault_at(entry.path, 1, 1, "Y115", message, remedy)


def _report_misnamed(entries: Iterable[DirectoryEntry]) -> list[Fault]:
    wrong = [entry for entry in entries if entry.name.endswith(_MISNAMED)]
    return [make_fault_at(entry.path, 1, 1, "Y115", "The file is passed over.") for entry in wrong]


def read_beside(seeds: Path) -> dict[str, str]:
    """Name → text of what renaming and withdrawing change as a whole, as far as it is there."""
    return {name: (seeds / name).read_text("utf-8") for name in (WORDING, MOVED) if (seeds / name).is_file()}
