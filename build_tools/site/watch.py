"""A plan → the paths to watch while serving: what pages are made from, never the pages that are made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from build_tools.site.artifact_writer import list_foreign
from build_tools.site.linked_folders import list_input_folders
from build_tools.site.manifest import load_manifest
from build_tools.site.plan import Plan


def list_watched_paths(plan: Plan, more: tuple[Path, ...] = ()) -> tuple[tuple[Path, bool], ...]:
    """Paths that are there, and whether their folders are watched as well. Links are followed."""
    others = [path for path in (plan.captures, *more) if path and path.exists()]
    inputs = list_input_folders(plan.seeds, others)
    names = [(path, False) for path in (plan.private_names,) if path and path.exists()]
    folders = ((path, True) for path in inputs if path.exists())
    return (*_list_handwritten(plan.handwritten_docs), *folders, *names)


def _list_handwritten(docs: Path) -> Iterator[tuple[Path, bool]]:
    """The files at the top of docs/ one by one, as those among generated ones; folders without any whole."""
    ours = load_manifest(docs)
    generated = {path.partition("/")[0] for path in ours if "/" in path}
    for path in sorted(docs.iterdir()):
        if not path.name.startswith(".") and path.name not in ours and path.name not in generated:
            yield path, path.is_dir()
    yield from ((docs / path, False) for path in list_foreign(docs) if path.parts[0] in generated)
