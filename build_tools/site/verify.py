"""A built site, and the archive it was made from → every fault of the site, before anyone reads it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from build_tools.model.archive import Archive, Document
from build_tools.model.clean import CleanText
from build_tools.model.fault import Fault
from build_tools.model.record import Publish
from build_tools.site import leaks, links


def guard(archive: Archive) -> leaks.Guarded:
    """What the public edition must not repeat: the captures at hand, as far as their records keep them back.

    A licence or a permission frees a text (`rights.publish: full`) or the passages that it names (`excerpt`);
    titles are free as well, since they are credits.
    """
    held = {d.record.slug: d.clean for d in archive.documents if d.clean and _kept_back(d)}
    return leaks.guarded(held, [*titles(archive), *_excerpts(archive)])


def titles(archive: Archive) -> Iterable[str]:
    """Titles of all reports that the archive names."""
    yield from (d.record.title for d in archive.documents)
    yield from (origin.title for origin in archive.origins if origin.title)
    yield from (wanted.title for wanted in archive.wanted if wanted.title)


def _kept_back(document: Document) -> bool:
    return document.record.rights.publish is not Publish.FULL


def _excerpts(archive: Archive) -> Iterable[str]:
    for document in archive.documents:
        if document.clean and document.record.rights.publish is Publish.EXCERPT:
            named = document.record.rights.passages
            yield from (p.text for p in document.clean.paragraphs if p.id in named)


def check(site: Path, guard: leaks.Guarded | None = None) -> tuple[Fault, ...]:
    """Links, anchors, requests, policies; with a guard, leaks as well. Sorted."""
    found = [*links.check(site), *(leaks.leaks(site, guard) if guard else ())]
    return tuple(sorted(replace(fault, path=_typed(fault.path)) for fault in found))


def check_leaks(site: Path, texts: Mapping[str, CleanText], titles: Iterable[str] = ()) -> tuple[Fault, ...]:
    """Leaks alone, for texts by slug."""
    return leaks.leaks(site, leaks.guarded(texts, titles))


def _typed(path: str) -> str:
    """A path as one would type it here: from the working folder if it lies in that."""
    short = os.path.relpath(path)
    return path if short.startswith("..") else short
