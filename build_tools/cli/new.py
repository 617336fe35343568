"""`archive new`: an empty archive on another subject."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from build_tools.cli.command import Command
from build_tools.cli.new_files import write_new_files
from build_tools.cli.options import Option
from build_tools.cli.schema import list_schema_files
from build_tools.exports.new_archive import make_new_archive
from build_tools.model.artifact import Artifact
from build_tools.model.errors import UsageError
from build_tools.text.terminal import quote_value

CHECKOUT = Path(__file__).resolve().parents[2]
"""The checkout that the package runs from, with the theme and the settings that every archive shares."""
COPIED = ("mkdocs.yml", ".gitignore", "overrides")
"""What a new archive takes from there."""
_UNWRITABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Controls and ends of lines, and half characters: what the shell gives for bytes that are no text."""


def run_new(
    target: Annotated[str, Option("a new folder", "DIR")],
    *,
    title: Annotated[str | None, Option("what it is called, if not after its folder", "TEXT")] = None,
) -> int:
    """Make the folder and print it."""
    folder = Path(target)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already and not empty; a new archive needs a folder of its own.")
    missing = [name for name in COPIED if not (CHECKOUT / name).exists()]
    if missing:
        raise UsageError(
            f"There is no {' and no '.join(missing)} beside the package. Install the generator from a "
            "checkout (`pip install --editable .`), which has the theme that a new archive copies."
        )
    called = title or folder.resolve().name.replace("-", " ").capitalize()
    if any(unicodedata.category(letter) in _UNWRITABLE for letter in called):
        raise UsageError(
            f"The title {quote_value(called)} has a character that no page can hold; give one with --title."
        )
    schemas = (Artifact(f"seeds/{file.path}", file.content) for file in list_schema_files())
    artifacts = make_new_archive(called, (*_read_copied(), *schemas))
    write_new_files((folder / artifact.path, artifact.content) for artifact in artifacts)
    print(folder)
    print(f"Next: archive build --config {folder / 'mkdocs.yml'}", file=sys.stderr)
    return 0


def _read_copied() -> Iterator[Artifact]:
    for name in COPIED:
        # sorted, since a disk lists its folders in any order
        files = [CHECKOUT / name] if (CHECKOUT / name).is_file() else sorted((CHECKOUT / name).rglob("*"))
        for file in files:
            if file.is_file():
                yield Artifact(file.relative_to(CHECKOUT).as_posix(), file.read_bytes())


NEW = Command(
    "new",
    run_new,
    "Makes a folder with settings, a home page, the theme and a sample record explained. It builds as it is.",
)
