"""A case file → a seeds folder with a fault in it, and the lines that reading must report."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

GOOD = Path(__file__).parent / "good"
"""A small seeds folder without a fault; cases change it."""
BAD = Path(__file__).parent / "bad"
"""One file for each code, named after it."""


@dataclass(frozen=True)
class Case:
    """What a file under `bad/` says."""

    head: str
    """The file up to the expected lines."""
    steps: tuple[tuple[str, str, str], ...]
    """Verb, path, body."""
    expected: str


def read_case(path: Path) -> Case:
    """Parts of a case begin with `>>> verb path`; the last is `>>> expect`."""
    text = path.read_text("utf-8")
    head, mark, expected = text.partition(">>> expect\n")
    parts = re.split(r"^>>> (\w+) (\S+)\n", head, flags=re.MULTILINE)[1:]
    steps = tuple(zip(parts[::3], parts[1::3], parts[2::3], strict=True))
    return Case(head + mark, steps, expected)


def lay_out(case: Case, folder: Path) -> Path | None:
    """Write the case's seeds below a folder; the folder of captures that it names, if any."""
    shutil.copytree(GOOD, folder / "seeds")
    captures = None
    for verb, name, body in case.steps:
        if verb == "captures":
            captures = Path(name)
        else:
            _STEPS[verb](folder / name, body)
    return captures


def _file(path: Path, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(body, "utf-8", newline="\n")


def _bytes(path: Path, body: str) -> None:
    path.write_bytes(bytes.fromhex(body))


def _spaces(path: Path, body: str) -> None:
    path.write_bytes(b" " * int(body))


def _link(path: Path, body: str) -> None:
    path.symlink_to(body.strip())


def _copy(path: Path, body: str) -> None:
    shutil.copy(path.parents[1] / body.strip(), path)


def _remove(path: Path, _body: str) -> None:
    path.unlink()


def _change(path: Path, body: str) -> None:
    """Replace the lines marked `- ` by those marked `+ ` after them; each must be there once."""
    text = path.read_text("utf-8")
    for old, new in re.findall(r"((?:^- ?.*\n)+)((?:^\+ ?.*\n)*)", body, re.MULTILINE):
        before = re.sub(r"^- ", "", old, flags=re.MULTILINE)
        after = re.sub(r"^\+ ", "", new, flags=re.MULTILINE)
        assert text.count(before) == 1, f"{path.name}: {before!r} stands {text.count(before)} times"
        text = text.replace(before, after)
    path.write_text(text, "utf-8", newline="\n")


_STEPS = {
    "file": _file,
    "bytes": _bytes,
    "spaces": _spaces,
    "link": _link,
    "copy": _copy,
    "remove": _remove,
    "change": _change,
}
