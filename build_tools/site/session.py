"""One build from first to last: lock, docs, staging, checks, swap. Whoever renders calls it as it goes.

The old site stays until the new one is whole and checked. Whatever ends a build early leaves it untouched.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from build_tools.model.archive import Archive, Edition
from build_tools.model.artifact import Artifact
from build_tools.model.fault import Fault, Faults
from build_tools.model.rendered import Menu, RenderedPage
from build_tools.rights import find_missing_captures
from build_tools.site import swap, verify
from build_tools.site.artifact_writer import CopiedFile, Writable, read_handwritten, write_artifacts
from build_tools.site.handwritten_faults import find_handwritten_faults, find_taken_places
from build_tools.site.lock import BuildLock
from build_tools.site.manifest import hash_content, load_manifest
from build_tools.site.menu import list_titles, merge_menu
from build_tools.site.plan import Plan, ShellLayout, check_edition_target, check_folders_apart
from build_tools.site.program_digest import digest_folder
from build_tools.site.protected_names import place_written
from build_tools.site.published_addresses import ADDRESSES_FILE, find_lost_addresses
from build_tools.site.shell import ShellFacts
from build_tools.text.copied_words import LeakGuard

_log = logging.getLogger("mkdocs.archive")

_ONLY_BROKEN = frozenset({"S101", "S102", "C118"})
"""Faults that a reader can live with while pages are being written."""
_NAMED = 5
"""Doubtful captures that are named."""


class Session:
    """A build under way. `begin` takes the lock; `complete` or `abandon` gives it back."""

    def __init__(self, plan: Plan, command: str, *, staged: bool = False) -> None:
        """`command` is what was asked for: `build`, `serve` or `gh-deploy`.

        Whatever is not served is `staged`: written beside the site, and put in its place when it is whole.
        """
        self.plan = plan
        self.preview = command == "serve"
        self._staged = staged or not self.preview
        self._command = command
        self._lock = BuildLock(plan.lock)
        self._guard: LeakGuard | None = None
        self._missing: tuple[Fault, ...] = ()

    @property
    def target(self) -> Path:
        """The folder that the site is written to."""
        return swap.name_staging_folder(self.plan.site) if self._staged else self.plan.site

    def begin_build(self) -> None:
        """Check what may be done, take the lock, clear away what a killed build left."""
        if wrong := tuple(find_handwritten_faults(self.plan.handwritten_docs)):
            raise Faults(wrong)
        check_folders_apart(self.plan)
        around = swap.list_public_sites_around(self.plan.site)
        check_edition_target(self.plan, command=self._command, environment=os.environ, around=around)
        self._lock.acquire()
        if self.plan.docs != self.plan.handwritten_docs and not load_manifest(self.plan.docs):
            # nobody writes there by hand: without its list the folder would be taken for somebody’s own
            shutil.rmtree(self.plan.docs, ignore_errors=True)
        if self._staged:
            swap.recover_site(self.plan.site)
            swap.check_swap_target(self.plan.site)

    def make_shell_facts(self, layout: ShellLayout, generated: Menu, kinds: Mapping[str, str]) -> ShellFacts:
        """What all pages of the site share; `generated`: the menu's parts that lead to generated pages."""
        plan = self.plan
        return ShellFacts(
            templates=layout.templates,
            state=digest_folder(layout.templates),
            identity=plan.identity,
            edition=plan.edition,
            invented=plan.invented,
            menu=merge_menu(layout.nav, generated, list_titles(plan.handwritten_docs)),
            kinds=kinds,
            scripts=layout.scripts,
            preview=self.preview,
        )

    def write_docs(self, pages: Iterable[RenderedPage]) -> int:
        """Write the pages' Markdown, in the reading edition the hand-written pages too; how many pages."""
        written = [Artifact(page.markdown_path, page.markdown.encode()) for page in pages]
        self._write_docs(written, ())
        return len(written)

    def mirror_docs(self, changed: Mapping[str, Path], untouched: Collection[str]) -> None:
        """As `write_docs`, for pages whose Markdown stands in files; `untouched` are known to be right."""
        self._write_docs([CopiedFile(path, source) for path, source in changed.items()], untouched)

    def _write_docs(self, pages: Collection[Writable], untouched: Collection[str]) -> None:
        copied = (
            ()
            if self.plan.docs == self.plan.handwritten_docs
            else read_handwritten(self.plan.handwritten_docs)
        )
        paths = (*(page.path for page in pages), *untouched)
        # a generated folder keeps itself out of git: whoever adds a kind of page cannot forget to
        folders = sorted({path.partition("/")[0] for path in paths if "/" in path})
        ignored = [Artifact(f"{folder}/.gitignore", b"*\n") for folder in folders]
        outcome = write_artifacts(self.plan.docs, (*copied, *pages, *ignored), untouched)
        for path in outcome.kept:
            _log.warning("%s is no longer generated, but was changed by hand; it was left in place", path)

    def find_taken(self, made: Collection[str]) -> tuple[Fault, ...]:
        """Faults of hand-written files that have the place of another; `made`: paths of these in the site."""
        return tuple(find_taken_places(self.plan.handwritten_docs, made))

    def write_files(self, files: Iterable[Artifact]) -> None:
        """Write files of the site, which is not yet to be seen."""
        for file in files:
            path = self.target / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)

    def guard_captures(self, archive: Archive) -> None:
        """Remember what the site must not repeat: in the public edition, the captures at hand."""
        if self.plan.edition is Edition.PUBLIC and not self.preview:
            self._guard = verify.guard_archive(archive)
        self._missing = find_missing_captures(archive, str(self.plan.seeds))
        if archive.doubtful:
            told = f"{', '.join(archive.doubtful[:_NAMED])}{' …' if len(archive.doubtful) > _NAMED else ''}"
            _log.warning(
                "%d captures may be shown in wrong letters (%s); `archive check` says where",
                len(archive.doubtful),
                told,
            )

    @property
    def is_public(self) -> bool:
        """Whether nothing private may stand in the site."""
        return self.plan.edition is Edition.PUBLIC

    @property
    def guarded(self) -> LeakGuard | None:
        """What the site must not repeat; None where it may, or where nothing is at hand."""
        return self._guard or None

    @property
    def names_digest(self) -> str:
        """Of the names that must not appear: another one, and every page has to be looked at again."""
        people = self._guard.names.people if self._guard else ()
        return hash_content(repr(people).encode()) if people else ""

    def judge_faults(self, faults: tuple[Fault, ...], *, strict: bool) -> None:
        """Raise Faults where a site that was checked as it was made must not be put in its place."""
        swap.write_edition(self.target, self.plan.edition, private=self.plan.is_private)
        lost = self._find_lost()
        self._raise_faults(verify.sort_faults((*faults, *self._missing, *lost)), strict=strict)

    def _find_lost(self) -> tuple[Fault, ...]:
        """Published addresses that the new site does not have; the reading edition publishes none."""
        if self.preview or self.plan.is_private:
            return ()
        return tuple(find_lost_addresses(self.plan.root / ADDRESSES_FILE, self.target))

    def put_in_place(self) -> None:
        """Let the new site take the old one's place."""
        swap.swap_folders(self.plan.site)

    def complete(self, *, sound: bool, strict: bool, taken: tuple[Fault, ...] = ()) -> None:
        """Check the site and put it in its place; one that is not `sound` stays aside.

        `taken`: what `find_taken` gave. Raises Faults with everything that is wrong with the site; it is then
        not put in place.
        """
        if not self.preview:
            swap.write_edition(self.target, self.plan.edition, private=self.plan.is_private)
            faults = verify.check_site(self.target, self._guard, public=self.is_public)
            self._raise_faults((*faults, *taken, *self._missing, *self._find_lost()), strict=strict)
            if sound:
                swap.swap_folders(self.plan.site)
        self._lock.release()

    def _raise_faults(self, faults: tuple[Fault, ...], *, strict: bool) -> None:
        """Raise the faults of the new site; broken links are only told of where the build is not strict."""
        faults = verify.sort_faults(place_written(faults, self._guard, self.plan))
        if any(strict or fault.code not in _ONLY_BROKEN for fault in faults):
            raise Faults(faults)
        for fault in faults:
            _log.warning("%s", fault)

    def discard_staged(self) -> None:
        """Remove the half-made site: what a full disk has no room for would only keep it full."""
        if self._staged and self._lock.is_held:
            shutil.rmtree(self.target, ignore_errors=True)

    def abandon(self) -> None:
        """Leave the old site as it was."""
        self._lock.release()
