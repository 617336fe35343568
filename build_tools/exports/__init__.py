"""Archive → files for other programs, one small writer per format.

Own words only, whatever the edition; but for the book, which is an edition itself.
"""

from __future__ import annotations

from collections.abc import Iterator

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
    yield from _for_machines(archive)


def _for_machines(archive: Archive) -> Iterator[Artifact]:
    """The reading edition is private, and announces nothing."""
    yield Artifact("robots.txt", robots.write(archive))
    if archive.edition is Edition.PUBLIC:
        yield Artifact("feed.xml", feed.write(archive))
