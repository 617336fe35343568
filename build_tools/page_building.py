"""Keys of generated pages → their files in the new site: taken over where nothing changed, else rendered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from build_tools.describing import Progress
from build_tools.executing import Workers
from build_tools.model.fault import Fault
from build_tools.model.rendered import RenderedPage
from build_tools.pages import PageKey, Publisher
from build_tools.rendering import FEW, FinishedPage, Renderer, RenderJob, pack_job, render_elsewhere
from build_tools.site.page_store import PageStore, StoredPage
from build_tools.site.tree import SiteTree


class PageBuilder:
    """All generated pages of one build."""

    def __init__(  # noqa: PLR0917 - the parts of a build, each made once
        self,
        job: RenderJob,
        publisher: Publisher,
        store: PageStore,
        tree: SiteTree,
        workers: Workers,
        progress: Progress,
    ) -> None:
        self._job = job
        self._publisher = publisher
        self._store = store
        self._tree = tree
        self._workers = workers
        self._progress = progress
        self.pages: dict[PageKey, RenderedPage] = {}
        """Every page without its two forms, in the order of the site."""
        self.kept: set[PageKey] = set()
        """Those that were taken over as they were."""
        self.faults: list[Fault] = []
        """Captured text that pages repeat."""

    def build(self, parcel_folder: Path) -> None:
        """Write every page, or take it over; `parcel_folder` is for what other processes read."""
        self._build(tuple(self._publisher.list_keys()), parcel_folder)

    def build_late(self, parcel_folder: Path) -> None:
        """The same for the pages that tell of other files; the last step, once the index knows of these."""
        self._build(tuple(self._publisher.list_late_keys()), parcel_folder)
        self._store.remove_pages(self._store.list_keys() - self.pages.keys())

    def _build(self, keys: Sequence[PageKey], parcel_folder: Path) -> None:
        changed = [key for key in keys if not self._take_over(key)]
        done = len(keys) - len(changed)
        self._progress("pages", done, len(keys))
        for number, finished in enumerate(self._render(changed, parcel_folder), done + 1):
            self._put(finished)
            self._progress("pages", number, len(keys))
        # taken over and rendered pages came in turns; the site’s order is that of the keys
        made = {key: self.pages.pop(key) for key in keys}
        self.pages |= made

    def _take_over(self, key: PageKey) -> bool:
        """Whether the page is as it was, and its files are in the new site."""
        stored = self._store.find_page(key)
        if stored is None or self._publisher.index.digest_reads(stored.reads) != stored.state:
            return False
        paths = (f"{stored.page.address}index.html", stored.page.markdown_path)
        kept = all(self._tree.keep(path, stamp) for path, stamp in zip(paths, stored.stamps, strict=True))
        if kept:
            self.pages[key] = stored.page
            self.kept.add(key)
        return kept

    def _render(self, keys: Sequence[PageKey], folder: Path) -> Iterator[FinishedPage]:
        if len(keys) < FEW or not self._workers.many:
            renderer = Renderer(self._job, self._publisher)
            yield from map(renderer.finish_page, keys)
            return
        path = None if self._workers.remote else folder / "parcel.pickle"
        parcel = pack_job(self._job, path)
        try:
            executor = self._workers.start()
            shared = self._workers.share(parcel)
            yield from render_elsewhere(executor, shared, keys, ahead=2 * self._workers.number + 2)
        finally:
            parcel.discard()

    def _put(self, finished: FinishedPage) -> None:
        page = finished.page
        self.pages[finished.key] = page
        folder = str(self._tree.folder)
        self.faults += [replace(fault, path=f"{folder}/{fault.path}") for fault in finished.leaks]
        stamps = (
            self._tree.write(f"{page.address}index.html", finished.html),
            self._tree.write(page.markdown_path, finished.markdown),
        )
        self._store.put_page(finished.key, StoredPage(finished.reads, finished.state, stamps, page))
