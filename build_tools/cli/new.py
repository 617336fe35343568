"""`archive new`: an archive on another subject, as a repository to push."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Annotated

from pydantic import TypeAdapter, ValidationError

from build_tools import __version__
from build_tools.cli.command import Command
from build_tools.cli.new_files import write_new_files
from build_tools.cli.options import Option
from build_tools.cli.schema import list_schema_files
from build_tools.exports.new_archive import make_new_archive
from build_tools.model.artifact import Artifact
from build_tools.model.base import Url
from build_tools.model.errors import UsageError
from build_tools.site.shell_folder import find_carried_path
from build_tools.text.terminal import quote_value

GENERATOR = "documentary-archive"
"""The name under which the generator is installed."""
_UNWRITABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Controls and ends of lines, and half characters: what the shell gives for bytes that are no text."""
_OF_A_HOST = frozenset({".git", ".gitattributes", ".gitignore", "CITATION.cff"})
"""What a host of repositories puts into a new one, beside its README and LICENSE."""
_KEPT_BEGINNINGS = ("readme", "license", "licence", "copying")
_IGNORED = ".gitignore"
_LICENCES = {
    "cc0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "cc-by": "https://creativecommons.org/licenses/by/4.0/",
    "cc-by-sa": "https://creativecommons.org/licenses/by-sa/4.0/",
}


def run_new(
    target: Annotated[str, Option("a new folder, or the fresh clone of an empty repository", "DIR")],
    *,
    title: Annotated[str | None, Option("what it is called, if not after its folder", "TEXT")] = None,
    licence: Annotated[
        str | None,
        Option(
            "the licence of your own words: `cc0`, `cc-by`, `cc-by-sa` or an address; else none is given",
            "NAME|URL",
        ),
    ] = None,
) -> int:
    """Make the folder and print it."""
    folder = Path(target)
    _refuse_other_files(folder)
    called = title or folder.resolve().name.replace("-", " ").capitalize()
    if any(unicodedata.category(letter) in _UNWRITABLE for letter in called):
        raise UsageError(
            f"The title {quote_value(called)} has a character that no page can hold; give one with --title."
        )
    artifacts = make_new_archive(
        called,
        licence=_read_licence(licence),
        generator=_name_generator(),
        lock=find_carried_path("requirements/site.txt").read_bytes(),
        fields=find_carried_path("seeds/README.md").read_bytes(),
    )
    schemas = (Artifact(f"seeds/{file.path}", file.content) for file in list_schema_files())
    wanted = {artifact.path: artifact.content for artifact in (*artifacts, *schemas)}
    ignored = _add_ignored(folder, wanted.pop(_IGNORED))
    kept = [path for path in wanted if "/" not in path and (folder / path).exists()]
    write_new_files((folder / path, content) for path, content in wanted.items() if path not in kept)
    (folder / _IGNORED).write_bytes(ignored)
    _begin_repository(folder)
    print(folder)
    print("".join(f"{line}\n" for line in _list_next_steps(folder, kept)), end="", file=sys.stderr)
    return 0


def _refuse_other_files(folder: Path) -> None:
    """Raise UsageError for a folder with anything but what a fresh clone of an empty repository has."""
    if not folder.exists():
        return
    others = sorted(p.name for p in folder.iterdir() if not _is_of_host(p)) if folder.is_dir() else [""]
    if others:
        named = f" ({quote_value(others[0])})" if others[0] else ""
        raise UsageError(
            f"{folder} is there already and not empty{named}; a new archive needs a folder of its own, or a"
            " fresh clone with nothing but a README and a licence."
        )


def _is_of_host(path: Path) -> bool:
    return path.name in _OF_A_HOST or path.name.lower().startswith(_KEPT_BEGINNINGS)


def _read_licence(given: str | None) -> str:
    """The address of a licence; empty where none is given. Raises UsageError for what is neither."""
    address = _LICENCES.get((given or "").lower(), given or "")
    try:
        return str(TypeAdapter(Url).validate_python(address)) if address else ""
    except ValidationError:
        raise UsageError(
            f"{quote_value(address)} is no licence. Give one of {', '.join(_LICENCES)}, or the address of"
            " another."
        ) from None


def _name_generator() -> str:
    """What pip installs this very generator by: a commit, if it came from a repository; else its version."""
    try:
        installed = distribution(GENERATOR).read_text("direct_url.json")
    except PackageNotFoundError:
        installed = None
    origin = json.loads(installed or "{}")
    version_control = origin.get("vcs_info")
    if not version_control:
        return f"{GENERATOR}=={__version__}"
    return f"{GENERATOR} @ {version_control['vcs']}+{origin['url']}@{version_control['commit_id']}"


def _add_ignored(folder: Path, ours: bytes) -> bytes:
    """The .gitignore with our lines after those that stand there: captures must be ignored in any case."""
    file = folder / _IGNORED
    there = file.read_bytes() if file.is_file() else b""
    return (there.rstrip(b"\n") + b"\n\n" if there.strip() else b"") + ours


def _begin_repository(folder: Path) -> None:
    """Make the folder a repository, where git is there and it lies in none."""
    git = shutil.which("git")
    if git and not _lies_in_repository(git, folder):
        subprocess.run([git, "init", "--quiet", "--initial-branch=main", folder], check=False)  # noqa: S603 - git itself


def _lies_in_repository(git: str, folder: Path) -> bool:
    command = [git, "-C", str(folder), "rev-parse", "--git-dir"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603 - git itself


def _list_next_steps(folder: Path, kept: list[str]) -> Iterator[str]:
    if kept:
        yield f"Left as they were: {', '.join(kept)}"
    yield f"Next: archive serve --config {folder / 'mkdocs.yml'}"


NEW = Command(
    "new",
    run_new,
    "Makes an archive on another subject, as a repository that can be pushed and published: settings, home "
    "page, a draft record to look at, schemas for editors, the workflow that publishes it, the lock of the "
    "generator. It builds as it is. A fresh clone of an empty repository will do as its folder; what stands "
    "there is left.",
)
