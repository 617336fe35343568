"""Seeds + who has checked which records → their files with that noted, bound to what stands in them now."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.checking import RecordCheck, digest_checked
from build_tools.model.errors import UsageError
from build_tools.model.fault import Faults, Severity
from build_tools.model.material import Seed
from build_tools.model.record import Record
from build_tools.read import read_all
from build_tools.read.drafts import is_draft
from build_tools.read.files import open_folder
from build_tools.read.references import find_slug, suggest_slug
from build_tools.read.second_reader import is_only_author
from build_tools.read.validate import read_as
from build_tools.read.yaml_tree import Tree, parse_yaml
from build_tools.text.terminal import quote_value


@dataclass(frozen=True, slots=True)
class Countersigned:
    """One record, and what its file is to be."""

    path: Path
    slug: str
    text: str | None
    """None where the same person has checked it already, and nothing has changed since."""


def plan_countersigning(
    seeds: Path, slugs: Iterable[str], *, by: str, day: str, second_reader: bool
) -> tuple[Countersigned, ...]:
    """The records with the check noted. Raises UsageError or Faults where one of them cannot be checked.

    `second_reader`: whether who alone wrote a record is refused.
    """
    trees = {
        slug: tree for tree in open_folder(seeds, None).roles.get("record", ()) if (slug := find_slug(tree))
    }
    reading = read_all(seeds, drafts=True)
    sound = {seed.record.slug: seed for seed in reading.sound.seeds}
    planned = []
    for slug in dict.fromkeys(slugs):
        if slug not in trees:
            raise UsageError(f"There is no source {quote_value(slug)}. {suggest_slug(slug, trees)}".rstrip())
        if is_draft(trees[slug]):
            raise UsageError(
                f"{slug} is a draft: nobody can stand for it yet. Take `draft: true` out when it is finished."
            )
        if slug not in sound:
            files = f"{trees[slug].path.rpartition('.')[0]}."
            errors = (f for f in reading.faults if f.severity is Severity.ERROR and f.path.startswith(files))
            raise Faults(errors)
        planned.append(_countersign(sound[slug], trees[slug], by, day, second_reader=second_reader))
    return tuple(planned)


def _countersign(seed: Seed, tree: Tree, by: str, day: str, *, second_reader: bool) -> Countersigned:
    record, path = seed.record, Path(tree.path)
    if second_reader and not record.recorded_by:
        raise UsageError(
            f"{record.slug} does not say who wrote it, and here somebody else has to check it. "
            "Name them under `recorded_by`."
        )
    if second_reader and is_only_author(record, by):
        raise UsageError(f"{by} wrote {record.slug} alone, and cannot be its second reader.")
    if any(check.by == by for check in record.standing_checks):
        return Countersigned(path, record.slug, None)
    check = RecordCheck.model_validate({"by": by, "day": day, "digest": digest_checked(record)})
    text = write_check(tree, check)
    if _read_back(tree.path, text) != record.model_copy(update={"checked": (*record.checked, check)}):
        raise UsageError(
            f"{tree.path} cannot be edited by itself. Write this at its end:\n{_word_check(check, '')}"
        )
    return Countersigned(path, record.slug, text)


def _read_back(path: str, text: str) -> Record | None:
    tree, faults = parse_yaml(path, text)
    return None if faults else read_as(Record, tree)[0]


def carry_checks(tree: Tree, text: str) -> str:
    """The changed text of a record that says what it said before: its checks stand as they stood.

    For changes of names alone, which a program made everywhere at once.
    """
    before, after = read_as(Record, tree)[0], _read_back(tree.path, text)
    if before is None or after is None:
        return text
    for check in before.standing_checks:
        text = text.replace(check.digest, digest_checked(after))
    return text


def write_check(tree: Tree, check: RecordCheck) -> str:
    """A record's text with one more check: after those that stand there, else at its foot."""
    source = tree.source if tree.source.endswith("\n") else f"{tree.source}\n"
    checked = tree.value.get("checked") if isinstance(tree.value, dict) else None
    if not checked:
        # without the field that says that there is no check yet
        bare = re.sub(r"(?m)^checked:[ \t]*\[[ \t]*\][ \t]*\n", "", source)
        return f"{bare}checked:\n{_word_check(check, '')}"
    lines = source.splitlines(keepends=True)
    line, column = tree.places.at(("checked", len(checked) - 1))
    # the mark of a list's entry stands two before what it holds
    indent = " " * max(0, column - 3)
    end = line
    while end < len(lines) and (not lines[end].strip() or lines[end].startswith(f"{indent}  ")):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return "".join((*lines[:end], _word_check(check, indent), *lines[end:]))


def _word_check(check: RecordCheck, indent: str) -> str:
    name = json.dumps(check.by, ensure_ascii=False)
    return f'{indent}- by: {name}\n{indent}  day: "{check.day}"\n{indent}  digest: {check.digest}\n'
