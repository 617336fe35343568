"""Archive → files for other programs, one small writer per format.

Own words only, whatever the edition; but for the book, which is an edition itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_tools.exports import citations, feed, robots
from build_tools.exports.registry import EXPORTS
from build_tools.model.archive import Archive, Edition
from build_tools.model.artifact import Artifact


def compose(archive: Archive) -> Iterator[Artifact]:
    """All downloads, those of single pages as well; and what machines look for at the top of a site."""
    made: set[str] = set()
    for artifact in citations.compose(archive):
        made.add(artifact.path)
        yield artifact
    # citations of the whole archive were put together from those of its pages
    for export in (e for e in EXPORTS if e.download.path not in made):
        yield Artifact(export.download.path, export.write(archive))
    for path, write in _list_top_files(archive.edition).items():
        yield Artifact(path, write(archive))


def list_paths(archive: Archive) -> frozenset[str]:
    """Where a page may lead to: the downloads that stand in the registry, and the top of the site."""
    return frozenset((*(d.path for d in archive.downloads), *_list_top_files(archive.edition)))


def _list_top_files(edition: Edition) -> dict[str, Callable[[Archive], bytes]]:
    """What machines look for. The reading edition is private, and announces nothing."""
    announced = {"feed.xml": feed.write} if edition is Edition.PUBLIC else {}
    return {"robots.txt": robots.write, **announced}
