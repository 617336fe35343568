"""The Dockerfile: pinned, not run as root, and whole: from what it copies the same wheel is made.

It is not built here, which would fetch its base.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.built import ROOT, copy_tree, tree
from tests.cli.wheels import REPOSITORY, build_wheel

TEXT = (ROOT / "Dockerfile").read_text("utf-8")
IGNORED = (ROOT / ".dockerignore").read_text("utf-8").splitlines()


def _list_instructions() -> list[tuple[str, str]]:
    """Instruction and what follows it, with continued lines joined."""
    lines = [line for line in TEXT.replace("\\\n", " ").splitlines() if line and not line.startswith("#")]
    return [(word, " ".join(rest.split())) for word, _, rest in (line.partition(" ") for line in lines)]


def _list_copied() -> list[tuple[list[str], str]]:
    """What is copied out of the checkout: sources and target."""
    copied = [rest.split() for word, rest in _list_instructions() if word == "COPY" and "--from" not in rest]
    return [(parts[:-1], parts[-1]) for parts in copied]


def _make_wheel(folder: Path) -> Path:
    """The wheel that is made in a folder, of the repository that the other one is said to be of."""
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    told = {**os.environ, "ARCHIVE_REPO_URL": REPOSITORY}
    subprocess.run([*command, "--wheel-dir", folder / "dist", folder], check=True, env=told)
    return next((folder / "dist").glob("*.whl"))


def _list_files(wheel: Path) -> dict[str, int]:
    """Its files, with their checksums."""
    with zipfile.ZipFile(wheel) as packed:
        return {entry.filename: entry.CRC for entry in packed.infolist()}


def test_it_knows_only_what_is_known_here() -> None:
    """Nothing but plain instructions: none fetches by itself or changes how the file is read."""
    known = {"FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "EXPOSE", "ENTRYPOINT", "CMD"}
    assert {word for word, _ in _list_instructions()} <= known


def test_its_base_is_pinned() -> None:
    """By digest, with the version told; both stages have the same, which the lock serves."""
    bases = {rest.partition(" AS ")[0] for word, rest in _list_instructions() if word == "FROM"}
    assert len(bases) == 1
    assert re.fullmatch(r"python:3\.\d+-slim@sha256:[0-9a-f]{64}", bases.pop())


def test_what_it_installs_is_locked() -> None:
    """Every library by its hash; the generator without its libraries."""
    installs = re.findall(r"pip install ([^&]+)", "&".join(r for w, r in _list_instructions() if w == "RUN"))
    assert len(installs) == 2
    assert "--require-hashes" in installs[0]
    assert {"--no-deps", "--no-build-isolation"} <= set(installs[1].split())


def test_it_does_not_run_as_root() -> None:
    """The last stage names a user by number, before what is run."""
    last = TEXT[TEXT.rindex("\nFROM") :]
    assert re.search(r"^USER [1-9]\d*:[1-9]\d*$", last, re.MULTILINE)
    assert last.index("\nUSER") < last.index("\nENTRYPOINT")
    assert json.loads(dict(_list_instructions())["ENTRYPOINT"]) == ["archive"]


def test_it_sees_what_it_copies_and_nothing_else() -> None:
    """The list of what is let in is that of what is copied: captures beside the records are not."""
    copied = {source for sources, _ in _list_copied() for source in sources}
    assert all((ROOT / source).exists() for source in copied)
    assert IGNORED[1] == "*"
    assert {line[1:] for line in IGNORED if line.startswith("!")} == copied


def test_it_is_whole(tmp_path: Path, shared_folder: Path) -> None:
    """From what it copies comes the wheel that comes from the whole tree."""
    known = set(tree())
    whole = build_wheel(shared_folder / "wheel")
    context = copy_tree(tmp_path / "tree")
    for sources, target in _list_copied():
        for source in sources:
            place = tmp_path / "copied" / target / ("" if (context / source).is_dir() else Path(source).name)
            place.parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (context / source).is_dir() else shutil.copyfile
            copy(context / source, place)
    assert {"setup.py", "pyproject.toml"} <= known
    assert _list_files(_make_wheel(tmp_path / "copied")) == _list_files(whole)
