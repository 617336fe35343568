"""Files as written → what in them is likely to be a slip, and may be meant: suggestions, never faults."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.model.codes import make_fault
from build_tools.model.edtf import parse_edtf
from build_tools.model.evidence import DisagreementKind
from build_tools.model.fault import Fault
from build_tools.model.material import Loc
from build_tools.read.references import Roles, walk_path, walk_words
from build_tools.read.scalars import Value
from build_tools.read.yaml_tree import Tree
from build_tools.text.byline_flaws import find_byline_flaw
from build_tools.text.terminal import quote_value

_DAYS_OF_ACTS = frozenset({"added", "changed", "day", "seen", "taken", "withdrawn"})
"""Fields, wherever they stand, that tell when somebody did something."""
_PUBLISHED = (("record", "published.date"), ("origins", "*.published.date"), ("wanted", "*.published.date"))
_TWO = 2
"""Statements that can disagree."""


def list_likely_slips(roles: Roles, today: date | None) -> Iterator[Fault]:
    """Every one of them. `today`: the last day that can have come anywhere; None where nobody has a clock."""
    for tree in roles.get("record", ()):
        yield from _check_authors(tree)
    for tree in roles.get("findings", ()):
        yield from _check_lonely(tree)
    if today:
        yield from _check_days(roles, today)


def _check_authors(tree: Tree) -> Iterator[Fault]:
    language = next((word for _, word in walk_words(tree.value, "language")), "")
    for loc, author in walk_words(tree.value, "authors.*"):
        if flaw := find_byline_flaw(author, language):
            yield make_fault(tree.places, loc, "R131", f"{quote_value(author)} {flaw}.")


def _check_lonely(tree: Tree) -> Iterator[Fault]:
    for loc, told in list_one_sided(tree):
        message = f"Nothing stands against {'its one statement' if told else 'anything'} here."
        yield make_fault(tree.places, (*loc, "claims" if told else "id"), "E210", message)


def list_one_sided(tree: Tree) -> Iterator[tuple[Loc, int]]:
    """Disagreements of a file with fewer than two statements, and how many they have.

    One statement disagrees with nothing; a change in retelling may, with a report that is not held.
    """
    for loc, entry in walk_path(tree.value, "disagreements.*"):
        if not isinstance(entry, dict) or entry.get("findings"):
            continue
        claims = entry.get("claims")
        told = len(claims) if isinstance(claims, list) else 0
        if told < _TWO and entry.get("kind") != DisagreementKind.RETELLING:
            yield loc, told


def _check_days(roles: Roles, today: date) -> Iterator[Fault]:
    year = f"{today.year:04}"
    for role, trees in roles.items():
        paths = [path for where, path in _PUBLISHED if where == role]
        for tree in trees:
            dated = [*_walk_days(tree.value, ())]
            dated += [found for path in paths for found in walk_words(tree.value, path)]
            for loc, written in dated:
                # nearly all begin with a year that has come: no need to read them
                if written[:4] < year and written[:4].isdigit():
                    continue
                if (when := parse_edtf(written)) and when.earliest > today:
                    message = f"{quote_value(written)} has not come yet."
                    yield make_fault(tree.places, loc, "R132", message)


def _walk_days(value: Value, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Place and words of every day of an act."""
    if isinstance(value, (dict, list)):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            if key in _DAYS_OF_ACTS and isinstance(part, str):
                yield (*loc, key), part
            else:
                yield from _walk_days(part, (*loc, key))
