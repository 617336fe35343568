"""Keys of pages → finished files, in batches, in this process or in others: the bytes are the same.

A batch needs the archive. Where other processes render, it is sent to them once, in a parcel: a file that
they read, or, for machines that share no disk, the bytes themselves.
"""

from __future__ import annotations

import gc
import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from threading import Lock

from build_tools.garbage import pause_garbage_collection
from build_tools.index import Index, Read
from build_tools.model.archive import Archive
from build_tools.model.fault import Fault
from build_tools.model.rendered import Metadata, RenderedPage
from build_tools.packed_pages import pack_page
from build_tools.pages import PAGE_KINDS, PageKey, Publisher
from build_tools.site.compiled_templates import CompiledTemplates
from build_tools.site.guard_state import FilePrints
from build_tools.site.leaks import FileSearch
from build_tools.site.page_marks import PageMark, find_searched, mark_page
from build_tools.site.parcels import Parcel, pack_parcel
from build_tools.site.search_block import SearchPage
from build_tools.site.shell import ShellFacts, wrap_page
from build_tools.text.copied_words import LeakGuard
from build_tools.text.templates import keep_compiled
from build_tools.workers import take_inherited

PAGES_PER_BATCH = 48
"""Pages that one worker renders at a time: some 2 MB of HTML, a tenth of a second of work."""
LEAST_PAGES_FOR_WORKERS = 400
"""Fewer pages than this are rendered here: a second process would still be starting."""


_RENDER_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class RenderJob:
    """What all pages are rendered from."""

    archive: Archive
    facts: ShellFacts
    guard: LeakGuard | None
    """What the pages must not repeat; None where they may."""
    code: CompiledTemplates | None = None
    """Templates as they were compiled before."""


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A page as it goes to the disk, and what to remember of it."""

    key: PageKey
    address: str
    page: bytes
    """Packed, without its two forms, which stand beside it, and what only they tell."""
    html: bytes
    """The whole file."""
    markdown: bytes
    reads: tuple[Read, ...]
    """The rows that it was made from."""
    leaks: tuple[Fault, ...]
    """Captured text in it that must not be shown; paths are below the site."""
    searched: SearchPage | None
    """As search knows it; None where search passes it over."""
    mark: PageMark
    prints: FilePrints | None
    """What is remembered of the search for captured words."""


def pack_job(job: RenderJob, path: Path | None) -> Parcel:
    """The job for other processes: as a file, or, without a path, as bytes."""
    # with it, packing took twice as long
    with pause_garbage_collection():
        return pack_parcel(pickle.dumps(job, pickle.HIGHEST_PROTOCOL), path)


class Renderer:
    """Renders the pages of one job in this process."""

    def __init__(self, job: RenderJob, publisher: Publisher | None = None) -> None:
        """`publisher` is one of the job's archive, where there is one already."""
        self._job = job
        self.publisher = publisher or Publisher(Index(job.archive), PAGE_KINDS)

    def finish_pages(self, keys: Sequence[PageKey]) -> list[FinishedPage]:
        """The pages of some keys."""
        return [self.finish_page(key) for key in keys]

    def finish_page(self, key: PageKey) -> FinishedPage:
        """The page of a key."""
        index = self.publisher.index
        index.start_reading()
        page = self.publisher.render_key(key)
        reads = index.list_reads()
        html, markdown = wrap_page(self._job.facts, page).encode(), page.markdown.encode()
        files = ((f"{page.address}index.html", html), (page.markdown_path, markdown))
        search = FileSearch(self._job.guard) if self._job.guard else None
        leaks = [fault for file in files for fault in search.search_file(*file)] if search else ()
        searched = find_searched(page)
        return FinishedPage(
            key=key,
            address=page.address,
            page=pack_page(_bare(page)),
            html=html,
            markdown=markdown,
            reads=reads,
            leaks=tuple(leaks),
            searched=searched,
            mark=mark_page(page, searched),
            prints=search.tell_prints() if search else None,
        )


def _bare(page: RenderedPage) -> RenderedPage:
    """What the check of links and the sitemap ask of a page once it is written.

    Of a hundred thousand pages, the rest would fill the memory.
    """
    metadata = Metadata(updated=page.metadata.updated)
    bare = replace(page, html="", markdown="", description="", above=(), sections=(), scripts=())
    return replace(bare, metadata=metadata, search=None)


# one: a process works for one build, and two archives in memory would be one too many
@lru_cache(maxsize=1)
def _open_renderer(parcel: Parcel) -> Renderer:
    with pause_garbage_collection():
        job: RenderJob = pickle.loads(parcel.read_content())  # noqa: S301 - made by who sent us here
        # nor are these values looked through afterwards: they stay
        gc.freeze()
    keep_compiled(job.code)
    return Renderer(job)


def render_batch(parcel: Parcel, keys: Sequence[PageKey]) -> list[FinishedPage]:
    """Pages in another process; the parcel is opened once in each.

    A worker of a cluster has several threads, but an index notes what one page reads: they take turns.
    """
    with _RENDER_LOCK:
        renderer = _open_renderer(parcel)
        return renderer.finish_pages(keys)


def render_inherited(keys: Sequence[PageKey]) -> list[FinishedPage]:
    """Pages in a process that began with a renderer."""
    renderer: Renderer = take_inherited()
    return renderer.finish_pages(keys)


def render_in_batches(
    submit: Callable[[Sequence[PageKey]], Future[list[FinishedPage]]],
    keys: Sequence[PageKey],
    ahead: int,
    render_here: Callable[[Sequence[PageKey]], list[FinishedPage]] | None = None,
) -> Iterator[FinishedPage]:
    """All pages in the keys' order; `ahead`: so many batches are under way at most, to keep memory flat.

    With `render_here` this process renders some itself where it would wait for those.
    """
    batches = deque(keys[start : start + PAGES_PER_BATCH] for start in range(0, len(keys), PAGES_PER_BATCH))
    waiting: deque[Future[list[FinishedPage]]] = deque()
    while batches or waiting:
        while batches and len(waiting) < 2 * ahead and sum(not each.done() for each in waiting) < ahead:
            waiting.append(submit(batches.popleft()))
        if render_here and batches and not waiting[0].done() and len(waiting) < 2 * ahead:
            rendered: Future[list[FinishedPage]] = Future()
            rendered.set_result(render_here(batches.popleft()))
            waiting.append(rendered)
        else:
            # the first, though a later one may be done: pages come in the order of their keys
            yield from waiting.popleft().result()
