"""One build from first to last: lock, pages, staging, checks, swap. The hook calls it at MkDocs' events.

The old site stays until the new one is whole and checked. Whatever ends a build early leaves it untouched.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from build_tools.model.archive import Edition
from build_tools.model.artifact import Artifact
from build_tools.site import searching, swap
from build_tools.site.finish import finished
from build_tools.site.lock import Lock
from build_tools.site.plan import Plan, check
from build_tools.site.write import hand_written, write

log = logging.getLogger("mkdocs.archive")

_NOT_PUBLISHED = ("*.map", "sitemap.xml.gz")
"""Source maps serve the theme's authors; the compressed sitemap carries the time of the build."""


class Session:
    """A build under way. `begin` takes the lock; `complete` or `abandon` gives it back."""

    def __init__(self, plan: Plan, command: str) -> None:
        self.plan = plan
        self._preview = command == "serve"
        self._command = command
        self._lock = Lock(plan.lock)

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

    def finish(self, html: str) -> str:
        """A rendered page as it goes to the disk."""
        return finished(html, private=self.plan.edition is Edition.READING, preview=self._preview)

    def complete(self, check_site: Callable[[Path], None], *, sound: bool) -> None:
        """Settle the search index, check the site, put it in its place; one that is not `sound` stays aside.

        `check_site` raises for a site that must not be seen.
        """
        searching.settle(self.target)
        for pattern in _NOT_PUBLISHED:
            for file in self.target.rglob(pattern):
                file.unlink()
        if not self._preview:
            swap.mark(self.target, self.plan.edition)
            check_site(self.target)
            if sound:
                swap.swap(self.plan.site)
        self._lock.release()

    def abandon(self) -> None:
        """Leave the old site as it was."""
        self._lock.release()
