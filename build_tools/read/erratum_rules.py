"""Days of change and errata as written → faults: untold changes, days out of order, quotations too long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.model.codes import make_fault
from build_tools.model.fault import Fault
from build_tools.model.material import Loc
from build_tools.read.references import walk_path, walk_words
from build_tools.read.scalars import Value
from build_tools.read.yaml_tree import Tree
from build_tools.text.words import QUOTATION_WORDS, is_too_long, split_words

_DATED = (("record", ""), ("findings", "findings.*"), ("findings", "disagreements.*"))
"""Role of a file, and where in it entries stand that may have errata."""
_TOLD = ("stood", "stands", "why")
_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"")


def check_errata(role: str, tree: Tree) -> Iterator[Fault]:
    """Every fault of what a file's entries say about their own changes."""
    for path in (path for where, path in _DATED if where == role):
        for loc, entry in walk_path(tree.value, path) if path else iter((((), tree.value),)):
            if isinstance(entry, dict):
                yield from _check_change(tree, loc, entry)
                yield from _check_days(tree, loc, entry)
                yield from _check_quoted(tree, loc, entry)


def _check_change(tree: Tree, loc: Loc, entry: dict[str, Value]) -> Iterator[Fault]:
    changed = entry.get("changed")
    if not isinstance(changed, str) or entry.get("change") or changed == entry.get("added"):
        return
    if all(day != changed for _, day in walk_words(entry, "errata.*.day")):
        message = f"It changed on {changed}, and nothing says what."
        yield make_fault(tree.places, (*loc, "changed"), "R127", message)


def _check_days(tree: Tree, loc: Loc, entry: dict[str, Value]) -> Iterator[Fault]:
    """Corrections follow one another, and the day on which the entry came in."""
    # days are written year first: as words they sort as they follow
    before, added = "", entry.get("added")
    for place, day in walk_words(entry, "errata.*.day", loc):
        earlier = max(before, added if isinstance(added, str) else "")
        if day < earlier:
            message = f"It was corrected {day}, after what is dated {earlier}."
            remedy = "Correct it: errata stand in the order of days."
            if earlier != before:
                message = f"It was corrected {day}, and came in on {added} only (`added`)."
                remedy = "Correct one of the two."
            yield make_fault(tree.places, place, "R124", message, remedy)
        before = max(before, day)


def _check_quoted(tree: Tree, loc: Loc, entry: dict[str, Value]) -> Iterator[Fault]:
    for field in _TOLD:
        for place, words in walk_words(entry, f"errata.*.{field}", loc):
            for match in _QUOTED.finditer(words):
                quoted = match[1] or match[2]
                if is_too_long(quoted):
                    message = (
                        f"A quotation has {len(split_words(quoted))} words; {QUOTATION_WORDS} are the most."
                    )
                    yield make_fault(tree.places, place, "R118", message)
