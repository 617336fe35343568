"""New files → the disk, all or none, because what begins a record or an archive never overwrites."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from build_tools.model.errors import UsageError


def write_new_files(files: Iterable[tuple[Path, bytes]], keep: Iterable[tuple[Path, bytes]] = ()) -> None:
    """Write new files, all or none; those of `keep` may be there already with the same bytes.

    Raises UsageError, before anything is written, where something else is in the way.
    """
    missing = ((p, content) for p, content in keep if not (p.is_file() and p.read_bytes() == content))
    wanted = [*missing, *files]
    taken = [str(path) for path, _ in wanted if path.exists()]
    if taken:
        raise UsageError(f"{', '.join(taken)}: there already; nothing is overwritten.")
    written: list[Path] = []
    path = Path()
    try:
        for path, content in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            # `x`: something may have come there since it was looked for
            with path.open("xb") as file:
                written.append(path)
                file.write(content)
    except BaseException as error:  # a full disk, a key: half a record is none
        for begun in written:
            begun.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:  # a full disk does not say of what file
            error.filename = str(path)
        raise
