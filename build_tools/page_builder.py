"""Keys of generated pages → their files in the new site: taken over where nothing changed, else rendered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from build_tools.model.fault import Fault
from build_tools.model.rendered import name_markdown
from build_tools.packed_pages import PackedPages
from build_tools.page_renderer import (
    LEAST_PAGES_FOR_WORKERS,
    FinishedPage,
    Renderer,
    RenderJob,
    pack_job,
    render_batch,
    render_in_batches,
    render_inherited,
)
from build_tools.pages import PageKey, Publisher
from build_tools.row_states import RowStates
from build_tools.site.guard_state import GuardNews
from build_tools.site.leaks import FileSearch
from build_tools.site.page_marks import PageMark, find_searched, mark_page
from build_tools.site.page_store import PageStore
from build_tools.site.search_block import SearchPage
from build_tools.site.site_tree import SiteTree
from build_tools.site.stored_rows import StoredPage
from build_tools.text.copied_words import LeakGuard
from build_tools.timings import ProgressCallback
from build_tools.workers import Workers

_MOST_REPLACED = 64
"""Changed pages that are remembered as search knew them: of more, the words are most words of a block, and to
change its lists would take as long as to make them."""


class PageBuilder:
    """All generated pages of one build."""

    def __init__(  # noqa: PLR0917 - the parts of a build, each made once
        self,
        job: RenderJob,
        publisher: Publisher,
        rows: RowStates,
        store: PageStore,
        tree: SiteTree,
        news: GuardNews,
        workers: Workers,
        progress: ProgressCallback,
    ) -> None:
        self._job = job
        self._news = news
        self._publisher = publisher
        self._rows = rows
        self._store = store
        self._tree = tree
        self._workers = workers
        self._progress = progress
        self.pages = PackedPages()
        """Every page without its two forms, in the order of the site."""
        self.kept: set[PageKey] = set()
        """Those that were taken over as they were."""
        self._marks: dict[PageKey, PageMark] = {}
        """Of those that were rendered."""
        self.replaced: dict[str, SearchPage] = {}
        """As search knew them at the last build, by address: a few of the pages that changed."""
        self.faults: list[Fault] = []
        """Captured text that pages repeat."""

    def build_pages(self, parcel_folder: Path) -> None:
        """Write every page, or take it over; `parcel_folder` is for what other processes read."""
        self._build_keys(tuple(self._publisher.list_keys()), parcel_folder)

    def build_late_pages(self, parcel_folder: Path) -> None:
        """The same for the pages that tell of other files; the last step, once the index knows of these."""
        self._build_keys(tuple(self._publisher.list_late_keys()), parcel_folder)
        self._store.remove_pages(self._store.list_keys() - self.pages.keys())

    def list_marks(self, known: Mapping[PageKey, PageMark]) -> dict[PageKey, PageMark]:
        """Of every page, in the order of the site; `known` are those of the last build."""
        # a page that was not rendered is the last build's
        known = {**known, **self._marks}
        return {key: known.get(key) or self._mark_page(key) for key in self.pages}

    def _mark_page(self, key: PageKey) -> PageMark:
        return mark_page(self.pages[key], self.find_searched(key))

    def find_searched(self, key: PageKey) -> SearchPage | None:
        """A page as search knows it; where the store has lost it, it is made again."""
        return self._store.find_searched(key) or find_searched(self._publisher.render_key(key))

    def _build_keys(self, keys: Sequence[PageKey], parcel_folder: Path) -> None:
        changed = [key for key in keys if not self._take_over(key)]
        done = len(keys) - len(changed)
        self._progress("pages", done, len(keys))
        for number, finished in enumerate(self._render_pages(changed, parcel_folder), done + 1):
            self._put_page(finished)
            self._progress("pages", number, len(keys))
        # taken over and rendered pages came in turns; the site’s order is that of the keys
        self.pages.put_behind(keys)

    def _take_over(self, key: PageKey) -> bool:
        """Whether the page is as it was, and its files are in the new site."""
        stored = self._store.find_page(key)
        if stored is None or not self._rows.is_fresh(stored.reads):
            return False
        files = tuple(zip(_name_files(stored.address), stored.stamps, strict=True))
        is_kept = all(self._tree.keep_file(path, stamp) for path, stamp in files)
        if is_kept and (guard := self._job.guard) and self._news.may_be_in(stored.prints):
            is_kept = self._search_again(key, stored, guard)
        if is_kept:
            self.pages.put_page(key, stored.address, stored.page)
            self.kept.add(key)
        return is_kept

    def _search_again(self, key: PageKey, stored: StoredPage, guard: LeakGuard) -> bool:
        """Look through a page that was taken over; whether it is all there."""
        search = FileSearch(guard, str(self._tree.folder), printing=True)
        for path, stamp in zip(_name_files(stored.address), stored.stamps, strict=True):
            content = self._tree.read_old(path, stamp)
            if content is None:
                return False
            self.faults += search.search_file(path, content)
        self._store.change_page(key, replace(stored, prints=search.tell_prints()))
        return True

    def _render_pages(self, keys: Sequence[PageKey], folder: Path) -> Iterator[FinishedPage]:
        if len(keys) < LEAST_PAGES_FOR_WORKERS or not self._workers.is_parallel:
            renderer = Renderer(self._job, self._publisher)
            yield from map(renderer.finish_page, keys)
            return
        if self._workers.can_inherit:
            yield from self._render_in_copies(keys)
        else:
            yield from self._render_elsewhere(keys, folder)

    def _render_in_copies(self, keys: Sequence[PageKey]) -> Iterator[FinishedPage]:
        """Here and in processes that begin with all that this one has: one fewer, for each holds it again."""
        renderer = Renderer(self._job, self._publisher)
        # one of each kind here: what all pages need is then made once, and inherited
        first = {kind: renderer.finish_page((kind, name)) for kind, name in dict(reversed(keys)).items()}
        yield from first.values()
        others = [key for key in keys if first[key[0]].key != key]
        with self._workers.lend_copies(renderer) as executor:
            yield from render_in_batches(
                lambda batch: executor.submit(render_inherited, batch),
                others,
                self._ahead,
                renderer.finish_pages,
            )

    def _render_elsewhere(self, keys: Sequence[PageKey], folder: Path) -> Iterator[FinishedPage]:
        parcel = pack_job(self._job, None if self._workers.is_remote else folder / "parcel.pickle")
        try:
            with self._workers.lend_executor() as executor:
                # an argument of its own: within another one a cluster would not put the value in its place
                shared = self._workers.share_value(parcel)
                yield from render_in_batches(
                    lambda batch: executor.submit(render_batch, shared, batch), keys, self._ahead
                )
        finally:
            parcel.discard()

    @property
    def _ahead(self) -> int:
        # for each worker one batch at work and one waiting
        return 2 * self._workers.number + 2

    def _put_page(self, finished: FinishedPage) -> None:
        key, address = finished.key, finished.address
        self.pages.put_page(key, address, finished.page)
        self._marks[key] = finished.mark
        if len(self.replaced) < _MOST_REPLACED and (before := self._store.find_searched(key)):
            self.replaced[address] = before
        folder = str(self._tree.folder)
        self.faults += [replace(fault, path=f"{folder}/{fault.path}") for fault in finished.leaks]
        contents = (finished.html, finished.markdown)
        written = zip(_name_files(address), contents, strict=True)
        stamps = tuple(self._tree.write_file(path, content) for path, content in written)
        reads = self._rows.number_reads(finished.reads)
        stored = StoredPage(reads, stamps, address, finished.page, finished.prints)
        self._store.put_page(key, stored, finished.searched)


def _name_files(address: str) -> tuple[str, str]:
    """Those of a page, below the site."""
    return f"{address}index.html", name_markdown(address)
