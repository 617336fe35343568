"""A seeds folder and a source's slug → what is to be written so that it is gone and nothing is broken.

Lists lose its statements, the shared wording its pairs; its addresses tell what became of it. What would say
something else without it (a finding that rests on it alone, a sentence of an overview) a person decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools.keeping.moved_entries import (
    lead_on,
    lead_to_newest,
    list_led_to,
    map_to_tombstone,
    write_tombstone,
)
from build_tools.keeping.wording_names import drop_from_wording
from build_tools.keeping.yaml_edits import YamlEdits
from build_tools.model.codes import make_fault
from build_tools.model.errors import UsageError
from build_tools.model.fault import Fault, Faults
from build_tools.model.material import Loc
from build_tools.pages.addresses import SOURCES_ADDRESS, WORDING_ADDRESS, source_address
from build_tools.read.drafts import is_draft
from build_tools.read.files import MOVED, WORDING, open_folder
from build_tools.read.likely_slips import list_one_sided
from build_tools.read.located_error import get_at
from build_tools.read.references import REFERENCES, Roles, find_slug, suggest_slug, walk_words
from build_tools.read.yaml_tree import Tree, parse_yaml
from build_tools.text.terminal import quote_value


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What taking a source out changes."""

    record: Path
    captures: tuple[str, ...]
    """Names of the files that it describes."""
    texts: Mapping[Path, str]
    """Path → its text afterwards; the record is not among them."""
    mended: tuple[str, ...]
    """Where a statement of the source was taken out of a list: `seeds/findings.yml:12: …`."""
    addresses: int
    """How many published addresses tell of it from now on."""
    one_sided: tuple[str, ...]
    """Disagreements in which nothing stands against anything any more: `seeds/findings.yml:18: …`."""
    unused: tuple[str, ...]
    """What nothing else refers to any more: `origin council-notice`."""


@dataclass(frozen=True, slots=True)
class Farewell:
    """What readers are told of it."""

    day: str
    reason: str
    title: str | None = None
    """None: the record's own; empty: none, where it may not be repeated."""


def plan_withdrawal(
    seeds: Path, slug: str, farewell: Farewell, *, published: Mapping[str, int], beside: Mapping[str, str]
) -> Withdrawal:
    """What is to be written. Raises UsageError for no such source, Faults with all that is in the way.

    `published`: addresses that must keep working; `beside`: name → text of `moved.yml` and `reuse.json`, as
    far as they are there.
    """
    roles = open_folder(seeds, None).roles
    record = _find_record(roles, slug)
    texts: dict[Path, str] = {}
    mended: list[str] = []
    one_sided: list[str] = []
    faults: list[Fault] = []
    for tree, places in _group_places(roles, slug):
        lists = _group_lists(tree, places)
        faults += _find_obstacles(tree, lists, slug)
        if not faults:
            texts[Path(tree.path)] = _take_out(tree, lists)
            mended += [f"{tree.path}:{tree.places.at(loc)[0]}: {word}" for loc, word in places]
            one_sided += _find_one_sided(tree, texts[Path(tree.path)])
    if faults:
        raise Faults(faults)
    if WORDING in beside and (after := drop_from_wording(beside[WORDING], slug)) != beside[WORDING]:
        texts[seeds / WORDING] = after
    # a source that was renamed first: old addresses lead to its new ones, published or not
    reached = {*published, *list_led_to(beside.get(MOVED, ""))}
    beside_it = map_to_tombstone(slug, SOURCES_ADDRESS, WORDING_ADDRESS, reached)
    if not is_draft(record):
        texts[seeds / MOVED] = _write_moved(beside.get(MOVED, ""), record, slug, farewell, beside_it)
    unused = tuple(_list_unused(roles, record))
    paths = ("capture.file", "earlier.*.file")
    captures = tuple(word for path in paths for _, word in walk_words(record.value, path))
    told = len(beside_it) + 1
    return Withdrawal(Path(record.path), captures, texts, tuple(mended), told, tuple(one_sided), unused)


def _find_record(roles: Roles, slug: str) -> Tree:
    known = {named: tree for tree in roles.get("record", ()) if (named := find_slug(tree))}
    if slug not in known:
        message = f"There is no source {quote_value(slug)}."
        raise UsageError(f"{message} {suggest_slug(slug, known)}".rstrip())
    return known[slug]


def _write_moved(
    source: str, record: Tree, slug: str, farewell: Farewell, beside_it: Mapping[str, str]
) -> str:
    own = source_address(slug)
    title = farewell.title
    if title is None:
        title = next((word for _, word in walk_words(record.value, "title")), "")
    led = lead_on(lead_to_newest(source, beside_it), beside_it, farewell.day)
    return write_tombstone(led, own, day=farewell.day, title=title, reason=farewell.reason)


NamedPlaces = list[tuple[Loc, str]]


def _group_places(roles: Roles, slug: str) -> Iterator[tuple[Tree, NamedPlaces]]:
    """Where each file names the source or one of its statements; its own record left out."""
    paths: dict[str, list[str]] = {}
    for role, path, refers in REFERENCES:
        if refers.noun in ("claim", "source"):
            paths.setdefault(role, []).append(path)
    for role, trees in roles.items():
        for tree in trees:
            named = (found for path in paths.get(role, ()) for found in walk_words(tree.value, path))
            places = [(loc, word) for loc, word in named if word.partition("#")[0] == slug]
            if places and find_slug(tree) != slug:
                yield tree, sorted(dict.fromkeys(places), key=lambda found: tree.places.at(found[0]))


def _group_lists(tree: Tree, places: NamedPlaces) -> dict[Loc, list[int]]:
    """The lists whose entries go, by their place; what is in no list has its own place, and none."""
    lists: dict[Loc, list[int]] = {}
    for loc, _ in places:
        # a denial goes as a whole: it is nothing without the statement that tells of it
        at = loc[:-1] if loc[-1] == "claim" and "denied_by" in loc else loc
        if isinstance(at[-1], int):
            lists.setdefault(at[:-1], []).append(at[-1])
        else:
            lists.setdefault(at, [])
    return _take_whole_forms(tree, lists)


def _take_whole_forms(tree: Tree, lists: dict[Loc, list[int]]) -> dict[Loc, list[int]]:
    """A form that is limited to the source alone goes as well: without its limit it would name others."""
    taken: dict[Loc, list[int]] = {}
    for loc, gone in lists.items():
        if loc[-1] == "in" and isinstance(form := loc[-2], int) and _count_entries(tree, loc) == len(gone):
            taken.setdefault(loc[:-2], []).append(form)
        else:
            taken[loc] = gone
    return taken


def _count_entries(tree: Tree, loc: Loc) -> int:
    return sum(len(at) == len(loc) + 1 and at[:-1] == loc for at in tree.places.marks)


def _find_obstacles(tree: Tree, lists: Mapping[Loc, list[int]], slug: str) -> Iterator[Fault]:
    for loc, gone in lists.items():
        if not gone:
            message = f"This rests on {quote_value(slug)}."
            remedy = "Write the sentence or door without it, or take it out; then withdraw the source."
        elif loc[0] == "findings" and loc[-1] == "claims" and _count_entries(tree, loc) == len(gone):
            message = f"This finding rests on {quote_value(slug)} alone."
            remedy = "Move it to `withdrawn`, with a day and a reason, or give it other statements."
        else:
            continue
        yield make_fault(tree.places, loc, "V115", message, remedy)


def _take_out(tree: Tree, lists: Mapping[Loc, list[int]]) -> str:
    edits = YamlEdits(tree.source)
    for loc, gone in lists.items():
        edits.remove_entries(loc, gone)
    return edits.write()


def _find_one_sided(tree: Tree, after: str) -> Iterator[str]:
    """Disagreements in which the withdrawal leaves nothing against anything, where they will stand."""
    changed, _ = parse_yaml(tree.path, after)
    before = {loc for loc, _ in list_one_sided(tree)}
    for loc, _ in list_one_sided(changed):
        if loc not in before:
            title = next((word for _, word in walk_words(get_at(changed.value, loc), "title")), "")
            yield f"{tree.path}:{changed.places.at(loc)[0]}: {title}"


def _list_unused(roles: Roles, record: Tree) -> Iterator[str]:
    """What the record alone refers to: its pages stay, and say that nothing is known."""
    own: set[tuple[str, str]] = set()
    others: set[tuple[str, str]] = set()
    for role, path, refers in REFERENCES:
        for tree in roles.get(role, ()):
            named = {(refers.noun, word) for _, word in walk_words(tree.value, path)}
            (own if tree is record else others).update(named)
    yield from (f"{noun} {name}" for noun, name in sorted(own - others) if noun not in ("claim", "source"))
