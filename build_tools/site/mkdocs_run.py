"""Hand-written pages and what stands in `overrides/` → a folder of files, by MkDocs; kept till they change.

MkDocs is given these pages alone, in a folder of their own, and what they may lead to by name. What is kept
counts only if it is whole: every file as MkDocs left it, for sites may share them.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import pickle
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.artifact import Artifact
from build_tools.model.errors import ArchiveError
from build_tools.model.rendered import RenderedPage
from build_tools.site.file_stamps import stamp_file
from build_tools.site.handover import Handover, hand_over
from build_tools.site.manifest import hash_content, replace_file
from build_tools.site.program_digest import digest_folder

_log = logging.getLogger("mkdocs.archive")

_PAGES = "pages.pickle"
_SEAL = "seal.json"


_UNFORESEEN = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)
"""What MkDocs and its extensions raise at settings and pages that nobody thought of."""


class RendererError(ArchiveError):
    """MkDocs ended by a mistake of its own."""


@dataclass(frozen=True, slots=True)
class HandwrittenSite:
    """What MkDocs made."""

    folder: Path
    """Its files, as they stand on the site."""
    pages: tuple[RenderedPage, ...]
    """In order of their addresses."""

    def list_files(self) -> Iterator[tuple[str, Path]]:
        """Every file, with its path below the site."""
        for path in sorted(path for path in self.folder.rglob("*") if path.is_file()):
            yield path.relative_to(self.folder).as_posix(), path

    def read_file(self, path: str) -> bytes:
        """A file by its path below the site."""
        return (self.folder / path).read_bytes()


def render_handwritten(
    config_file: Path, files: Iterable[Artifact], handover: Handover, folder: Path, *, base: str, strict: bool
) -> HandwrittenSite:
    """Have MkDocs render the files of docs/ that are no generated pages, unless `kept` has them already.

    `base` stands for everything else that goes into them. Raises Unknown, and MkDocs' `Abort`, which ends the
    program with 1 once MkDocs has told why.
    """
    written = tuple(files)
    key = _digest_inputs(written, handover, f"{base} {strict}")
    site = folder / "site"
    pages = _load_pages(folder, key)
    if pages is None:
        docs = folder / "docs"
        # not in silence: what stays of an earlier run would come into the site
        for left in filter(Path.exists, (docs, site)):
            shutil.rmtree(left)
        docs.mkdir(parents=True)
        for file in written:
            replace_file(docs / file.path, file.content)
        warned = _run_mkdocs(config_file, docs, site, handover, strict=strict)
        pages = tuple(sorted(handover.written.values(), key=lambda page: page.address))
        facts = handover.facts
        # a warning is told by every build, until its cause is mended; a shell that was edited meanwhile is
        # not the one of the key
        if not warned and digest_folder(facts.templates) == facts.state:
            _save_pages(folder, key, pages)
    return HandwrittenSite(site, pages)


def forget_pages(folder: Path) -> None:
    """Let nothing be kept: of pages that files go into which no build knows of, nobody can tell the state."""
    (folder / _SEAL).unlink(missing_ok=True)


def _load_pages(folder: Path, key: str) -> tuple[RenderedPage, ...] | None:
    """The pages that were kept under the key; None where anything is not as it was left."""
    try:
        content = (folder / _PAGES).read_bytes()
        if json.loads((folder / _SEAL).read_bytes()) != _make_seal(folder, key, content):
            return None
    except (OSError, ValueError):
        return None
    pages: tuple[RenderedPage, ...] = pickle.loads(content)  # noqa: S301 - written below, and whole
    return pages


def _save_pages(folder: Path, key: str, pages: tuple[RenderedPage, ...]) -> None:
    content = pickle.dumps(pages)
    replace_file(folder / _PAGES, content)
    replace_file(folder / _SEAL, json.dumps(_make_seal(folder, key, content)).encode())


def _make_seal(folder: Path, key: str, content: bytes) -> dict[str, object]:
    files = sorted(path for path in (folder / "site").rglob("*") if not path.is_dir())
    stamps = {path.relative_to(folder).as_posix(): [*(stamp_file(str(path)) or ())] for path in files}
    return {"key": key, "pages": hash_content(content), "files": stamps}


def _digest_inputs(files: Iterable[Artifact], handover: Handover, base: str) -> str:
    """What the pages are made from: their files, filled in; what machines are told; the shell; `base`."""
    whole = hashlib.sha256(f"{base} {handover.facts!r}".encode())
    for file in files:
        content = file.content
        if file.path.endswith(".md"):
            # a byte order mark is no part of a page to MkDocs either
            markdown = content.decode("utf-8-sig", "replace")
            content = "\0".join(handover.fill_both_forms(markdown, file.path)).encode()
        whole.update(f"{file.path} {len(content)}\n".encode() + content)
    whole.update(repr(handover.describe("", "")).encode())
    whole.update("\n".join(handover.list_targets()).encode())
    return whole.hexdigest()


def _run_mkdocs(config_file: Path, docs: Path, site: Path, handover: Handover, *, strict: bool) -> bool:
    """Render; whether MkDocs warned of anything."""
    # else the theme warns of MkDocs 2 in every run
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    # here and not above: a build in which no hand-written page changed does without MkDocs
    from mkdocs.utils import CountHandler  # noqa: PLC0415

    counter = CountHandler()
    counter.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(counter)
    try:
        _load_and_build(config_file, docs, site, handover, strict=strict)
    except _UNFORESEEN as error:
        words = " ".join(str(error).split()) or type(error).__name__
        raise RendererError(
            f"MkDocs could not go on ({words}). A value in {config_file} is not what it expects, or something"
            " in a page of docs/; the message may name it."
        ) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(counter)
    return bool(counter.get_counts())


def _load_and_build(config_file: Path, docs: Path, site: Path, handover: Handover, *, strict: bool) -> None:
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415

    # `None` leaves it to the settings; `False` would overrule them
    config = load_config(str(config_file), strict=strict or None, docs_dir=str(docs), site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        with hand_over(handover):
            build(config)
    finally:
        config.plugins.on_shutdown()
