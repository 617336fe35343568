"""Index → files for other programs, one small writer per format.

Own words only, whatever the edition; but for the book, which is an edition itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_tools.exports import feed, robots
from build_tools.exports.citation_files import list_citation_files
from build_tools.exports.custody_files import list_custody_files
from build_tools.exports.registry import EXPORTS
from build_tools.index import Index
from build_tools.model.archive import Archive, Edition
from build_tools.model.artifact import Artifact, FilePlan


def plan_export_files(index: Index, archive: Archive) -> Iterator[FilePlan]:
    """All downloads, those of single pages as well; and what machines look for at the top of a site."""
    planned: set[str] = set()
    for plan in list_citation_files(index):
        planned.add(plan.path)
        yield plan
    yield from list_custody_files(index)
    # citations of the whole archive stand among those of its pages, whose entries they share
    yield from (export.plan_file(index) for export in EXPORTS if export.download.path not in planned)
    for path, write in _list_top_files(archive.edition).items():
        yield FilePlan(path, (write(archive),))


def make_export_files(archive: Archive) -> Iterator[Artifact]:
    """The same, made."""
    return (plan.make() for plan in plan_export_files(Index(archive), archive))


def list_linkable_paths(archive: Archive) -> frozenset[str]:
    """Where a page may lead to: the downloads that stand in the registry, and the top of the site."""
    return frozenset((*(d.path for d in archive.downloads), *_list_top_files(archive.edition)))


def _list_top_files(edition: Edition) -> dict[str, Callable[[Archive], bytes]]:
    """What machines look for. The reading edition is private, and announces nothing."""
    announced = {"feed.xml": feed.write_feed} if edition is Edition.PUBLIC else {}
    return {"robots.txt": robots.write_robots, **announced}
