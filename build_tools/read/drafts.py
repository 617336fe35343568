"""Records that are still being written → their faults as warnings: nothing else waits for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from build_tools.model.codes import make_fault
from build_tools.model.fault import Fault, Severity
from build_tools.read.files import get_stem
from build_tools.read.references import REFERENCES, Roles, find_slug, walk_words
from build_tools.read.yaml_tree import Tree

# looked for in the text too, since a record that breaks off may have no value
_DRAFT = re.compile(r"^draft:\s*true\s*(?:#.*)?$", re.MULTILINE)


def is_draft(tree: Tree) -> bool:
    """Whether a record says that it is unfinished."""
    # the value may be held as bytes: most texts tell without it; in quotation marks, a key may have escapes
    if "draft" not in tree.source and "\\" not in tree.source:
        return False
    if isinstance(tree.value, dict) and "draft" in tree.value:
        return tree.value["draft"] is True
    return not tree.readable and _DRAFT.search(tree.source) is not None


def list_drafts(roles: Roles) -> tuple[Tree, ...]:
    """The records that are drafts."""
    return tuple(tree for tree in roles.get("record", ()) if is_draft(tree))


def list_draft_slugs(roles: Roles) -> frozenset[str]:
    """Their slugs, which no other entry may name yet."""
    return frozenset(slug for tree in list_drafts(roles) if (slug := find_slug(tree)))


def list_draft_names(roles: Roles) -> frozenset[tuple[str, str]]:
    """What nothing but drafts refers to: what it is (`entity`, `topic` …), and its name."""
    if not list_drafts(roles):
        return frozenset()
    return frozenset(_list_used(roles, drafts=True)) - frozenset(_list_used(roles, drafts=False))


def _list_used(roles: Roles, *, drafts: bool) -> Iterator[tuple[str, str]]:
    for role, path, refers in REFERENCES:
        for tree in (tree for tree in roles.get(role, ()) if is_draft(tree) is drafts):
            yield from ((refers.noun, word) for _, word in walk_words(tree.value, path))


def soften_faults(faults: Iterable[Fault], drafts: Sequence[Tree]) -> tuple[Fault, ...]:
    """All faults, sorted: those of drafts as warnings, since no build has drafts, and one that it is one."""
    stems = frozenset(get_stem(tree.path) for tree in drafts)
    told = list(faults)
    softened = (
        replace(fault, severity=Severity.WARNING)
        if fault.severity is Severity.ERROR and get_stem(fault.path) in stems
        else fault
        for fault in told
    )
    return tuple(sorted((*softened, *_report_drafts(drafts, told))))


def _report_drafts(drafts: Iterable[Tree], faults: Iterable[Fault]) -> Iterator[Fault]:
    """A warning for each draft: how much is wrong with it."""
    told = Counter(get_stem(fault.path) for fault in faults if fault.severity is not Severity.SUGGESTION)
    for tree in drafts:
        wrong = told[get_stem(tree.path)]
        named = ("nothing is", "one thing is")[wrong] if wrong < 2 else f"{wrong} things are"  # noqa: PLR2004 - plural
        message = f"This record is a draft, and no build has it; {named} wrong with it."
        yield make_fault(tree.places, ("draft",), "R126", message)
