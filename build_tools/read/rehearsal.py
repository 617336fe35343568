"""Changed texts → the faults that they would bring, tried in a copy of the seeds before one is written."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from build_tools.model.fault import Fault, Severity
from build_tools.model.seed_folders import SEED_FOLDERS
from build_tools.read.disk import shown_path
from build_tools.read.seeds import read_all

_FOLDERS = ("", *SEED_FOLDERS)
_OURS = (".yml", ".json", ".jsonl")


def rehearse_changes(
    seeds: Path, files: Mapping[Path, bytes | None], renamed: tuple[str, str] | None = None
) -> tuple[Fault, ...]:
    """Errors that the seeds would have with these files, and have not now. None: a file that goes.

    `renamed`: an id and its new one; a fault that names it is no other fault.
    """
    old, new = renamed or (" ", " ")
    before = {(fault.path, fault.code, fault.message) for fault in read_all(seeds).faults}
    with TemporaryDirectory() as folder:
        tried = Path(folder) / "seeds"
        for name in _FOLDERS:
            _copy_folder(seeds / name, tried / name)
        for path, content in files.items():
            target = tried / path.resolve().relative_to(seeds.resolve())
            if content is None:
                target.unlink(missing_ok=True)
            else:
                target.write_bytes(content)
        told = tuple(_name_as_here(read_all(tried).faults, tried, seeds))
    wrong = (fault for fault in told if fault.severity is Severity.ERROR)
    return tuple(
        fault for fault in wrong if (fault.path, fault.code, fault.message.replace(new, old)) not in before
    )


def _copy_folder(folder: Path, target: Path) -> None:
    if folder.is_dir():
        target.mkdir(parents=True)
        for path in sorted(folder.iterdir()):
            if path.suffix in _OURS and path.is_file() and not path.is_symlink():
                shutil.copyfile(path, target / path.name)


def _name_as_here(faults: Iterable[Fault], tried: Path, seeds: Path) -> Iterable[Fault]:
    there, here = shown_path(tried / "x")[:-1], shown_path(seeds / "x")[:-1]
    for fault in faults:
        message = fault.message.replace(there, here)
        yield replace(fault, path=fault.path.replace(there, here), message=message)
