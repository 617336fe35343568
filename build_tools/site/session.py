"""One build from first to last: lock, pages, staging, checks, swap. The hook calls it at MkDocs' events.

The old site stays until the new one is whole and checked. Whatever ends a build early leaves it untouched.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from html import unescape
from pathlib import Path

from build_tools.model.archive import Archive, Edition
from build_tools.model.artifact import Artifact
from build_tools.model.fault import Faults
from build_tools.site import searching, styles, swap, verify
from build_tools.site.finish import finished
from build_tools.site.leaks import Guarded
from build_tools.site.lock import Lock
from build_tools.site.placeholders import Fragment, filled
from build_tools.site.plan import Plan, check
from build_tools.site.write import hand_written, write

log = logging.getLogger("mkdocs.archive")

_NOT_PUBLISHED = ("*.map", "sitemap.xml.gz")
"""Source maps serve the theme's authors; the compressed sitemap carries the time of the build."""

_ONLY_BROKEN = frozenset({"S101", "S102"})
"""Faults that a reader can live with while pages are being written."""


class Session:
    """A build under way. `begin` takes the lock; `complete` or `abandon` gives it back."""

    def __init__(self, plan: Plan, command: str) -> None:
        self.plan = plan
        self._preview = command == "serve"
        self._command = command
        self._lock = Lock(plan.lock)
        self._guard: Guarded | None = None
        self.fragments: Mapping[str, Fragment] = {}
        """What hand-written pages may ask for."""
        self.by_hand: Callable[[str, str], Mapping[str, object]] | None = None
        """What machines read of a hand-written page, for its path and title."""

    @property
    def target(self) -> Path:
        """The folder that the renderer writes to."""
        return self.plan.site if self._preview else swap.staging(self.plan.site)

    def begin(self) -> None:
        """Check what may be done, take the lock, clear away what a killed build left."""
        present = swap.edition_of(self.plan.site)
        check(self.plan, command=self._command, environment=os.environ, present=present)
        self._lock.take()
        if not self._preview:
            swap.recover(self.plan.site)
            swap.check_target(self.plan.site)

    def generate(self, artifacts: Iterable[Artifact]) -> None:
        """Write the generated pages, and for the reading edition copies of the hand-written ones."""
        copied = () if self.plan.docs == self.plan.hand else hand_written(self.plan.hand)
        outcome = write(self.plan.docs, (*copied, *artifacts))
        for path in outcome.kept:
            log.warning("%s is no longer generated, but was changed by hand; it was left in place", path)

    def filled(self, markdown: str, page: str) -> str:
        """A page's Markdown with what it asks for; raises Unknown for what there is not."""
        return filled(markdown, page, self.fragments)

    def headed(self, front: MutableMapping[str, object], page: str, title: str) -> None:
        """Add to a hand-written page's front matter what machines read; generated pages have their own."""
        if self.by_hand and "linked" not in front:
            front.update(self.by_hand(page, unescape(title)))

    def finish(self, html: str) -> str:
        """A rendered page as it goes to the disk."""
        return finished(html, self.plan.edition, preview=self._preview)

    def guard(self, archive: Archive) -> None:
        """Remember what the site must not repeat: in the public edition, the captures at hand."""
        if self.plan.edition is Edition.PUBLIC and not self._preview:
            self._guard = verify.guard(archive)

    def complete(self, *, sound: bool, strict: bool) -> None:
        """Settle index and styles, check the site, put it in its place; one that is not `sound` stays aside.

        Raises Faults with everything that is wrong with the site; it is not put in place then.
        """
        searching.settle(self.target)
        styles.settle(self.target)
        for pattern in _NOT_PUBLISHED:
            for file in self.target.rglob(pattern):
                file.unlink()
        self._settle_sitemap()
        if not self._preview:
            swap.mark(self.target, self.plan.edition)
            self._check(strict=strict)
            if sound:
                swap.swap(self.plan.site)
        self._lock.release()

    def _settle_sitemap(self) -> None:
        """Without the site's address there is nothing to list; the reading edition is not to be found."""
        sitemap = self.target / "sitemap.xml"
        empty = sitemap.is_file() and b"<loc>" not in sitemap.read_bytes()
        if empty or self.plan.edition is Edition.READING:
            sitemap.unlink(missing_ok=True)

    def _check(self, *, strict: bool) -> None:
        """Raise the faults of the new site; broken links are only told of where the build is not strict."""
        faults = verify.check(self.target, self._guard)
        if any(strict or fault.code not in _ONLY_BROKEN for fault in faults):
            raise Faults(faults)
        for fault in faults:
            log.warning("%s", fault)

    def abandon(self) -> None:
        """Leave the old site as it was."""
        self._lock.release()


_PROGRAM = re.compile(r"assets/javascripts/(?:bundle\.|workers/|lunr/)")


def unused(path: str) -> bool:
    """Whether a file is the theme's program, its search or their word lists: ours needs none of them."""
    return _PROGRAM.match(path) is not None
