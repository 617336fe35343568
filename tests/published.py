"""Seeds → archive → its pages as the site takes them, by address, because tests of pages need no site."""

from __future__ import annotations

from functools import cache

from build_tools.exports import make_export_files
from build_tools.exports.registry import measure_downloads
from build_tools.index import Index
from build_tools.model.archive import Archive
from build_tools.model.rendered import RenderedPage
from build_tools.pages import PAGE_KINDS, Publisher
from build_tools.pipeline import PipelineSettings, assemble_archive


@cache
def assemble_once(settings: PipelineSettings) -> Archive:
    """The archive of seeds that no test changes: one for all tests of a worker."""
    return assemble_archive(settings)


def publish_pages(archive: Archive) -> dict[str, RenderedPage]:
    """Every generated page; a test fails here where two have one address."""
    publisher = Publisher(Index(archive), PAGE_KINDS)
    publisher.index.tell_downloads(measure_downloads(make_export_files(archive)))
    pages = [publisher.render_key(key) for key in (*publisher.list_keys(), *publisher.list_late_keys())]
    found = {page.address: page for page in pages}
    assert len(found) == len(pages), "two pages have one address"
    return found
