"""Hand-written pages and what stands in `overrides/` → a folder of files, by MkDocs; kept till they change.

MkDocs is given these pages alone, in a folder of their own, and what they may lead to by name.
"""

from __future__ import annotations

import hashlib
import logging
import os
import pickle
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.artifact import Artifact
from build_tools.model.rendered import RenderedPage
from build_tools.site.handover import Handover, hand_over
from build_tools.site.manifest import place

log = logging.getLogger("mkdocs.archive")

_PAGES = "pages.pickle"
_KEY = "key"


@dataclass(frozen=True, slots=True)
class HandwrittenSite:
    """What MkDocs made."""

    folder: Path
    """Its files, as they stand on the site."""
    pages: tuple[RenderedPage, ...]
    """In order of their addresses."""


def render_handwritten(
    config_file: Path, files: Iterable[Artifact], handover: Handover, kept: Path, *, base: str, strict: bool
) -> HandwrittenSite:
    """Have MkDocs render the files of docs/ that are no generated pages, unless `kept` has them already.

    `base` stands for everything else that goes into them. Raises Unknown, and MkDocs' `Abort`, which ends the
    program with 1 once MkDocs has told why.
    """
    written = tuple(files)
    key = _digest_inputs(written, handover, f"{base} {strict}")
    site = kept / "site"
    if not _is_current(kept, key):
        shutil.rmtree(kept, ignore_errors=True)
        docs = kept / "docs"
        docs.mkdir(parents=True)
        for file in written:
            place(docs / file.path, file.content)
        _run(config_file, docs, site, handover, strict=strict)
        ordered = tuple(sorted(handover.written.values(), key=lambda page: page.address))
        (kept / _PAGES).write_bytes(pickle.dumps(ordered))
        (kept / _KEY).write_text(key)
    pages: tuple[RenderedPage, ...] = pickle.loads((kept / _PAGES).read_bytes())  # noqa: S301 - written above
    return HandwrittenSite(site, pages)


def _is_current(kept: Path, key: str) -> bool:
    try:
        return (kept / _KEY).read_text() == key
    except OSError:
        return False


def _digest_inputs(files: Iterable[Artifact], handover: Handover, base: str) -> str:
    """What the pages are made from: their files, filled in; what machines are told; the shell; `base`."""
    whole = hashlib.sha256(f"{base} {handover.facts!r}".encode())
    for file in files:
        content = file.content
        if file.path.endswith(".md"):
            content = handover.fill(content.decode("utf-8-sig"), file.path).encode()
        whole.update(f"{file.path} {len(content)}\n".encode() + content)
    whole.update(repr(handover.describe("", "")).encode())
    whole.update("\n".join(handover.list_targets()).encode())
    return whole.hexdigest()


def _run(config_file: Path, docs: Path, site: Path, handover: Handover, *, strict: bool) -> None:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    # here and not above: a build in which no hand-written page changed does without MkDocs
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415

    config = load_config(str(config_file), strict=strict or None, docs_dir=str(docs), site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        with hand_over(handover):
            build(config)
    finally:
        config.plugins.on_shutdown()
