"""A built site, and the archive it was made from → every fault of the site, before anyone reads it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote

from build_tools.model.archive import Archive, Document, Edition
from build_tools.model.clean import CleanText
from build_tools.model.fault import Fault
from build_tools.model.packed_documents import collect_records, select_captured
from build_tools.model.record import Record
from build_tools.rights import shown_lines, shown_passages
from build_tools.site import leaks, links
from build_tools.site.private_marks import find_private_files
from build_tools.site.progress import ignore_progress
from build_tools.text.copied_words import CatalogueFacts, LeakGuard, list_catalogue_titles, make_leak_guard
from build_tools.text.names.guard import NameGuard
from build_tools.text.terminal import show_hidden
from build_tools.timings import ProgressCallback


def guard_archive(archive: Archive) -> LeakGuard:
    """What the public edition must not repeat: the captures at hand, save what it may show; protected names.

    Titles are free as well, since they are credits; and so is wording that a freed text shares with another.
    """
    texts: dict[str, CleanText] = {}
    earlier: dict[str, CleanText] = {}
    freed: list[str] = []
    for document in select_captured(archive.documents):
        slug, clean = document.record.slug, document.clean
        if clean and len(shown_lines(document, Edition.PUBLIC)) < len(clean.lines):
            texts[slug] = clean
        # what an outlet has changed or taken out is not shown, whatever the rights in what stands there now
        replaced = (text.clean for text in document.earlier if text.clean)
        earlier |= {f"{slug}/{n}": text for n, text in enumerate(replaced, 1)}
        freed += _list_freed(document)
    texts |= earlier
    names = NameGuard(archive.protected)
    if not texts:
        return LeakGuard({}, names=names)
    titles = tuple(list_catalogue_titles(collect_records(archive.documents), archive.origins, archive.wanted))
    facts = list_catalogue_facts(archive, titles, {slug.partition("/")[0] for slug in texts})
    return replace(make_leak_guard(texts, (*titles, *freed), facts), names=names)


def list_catalogue_facts(archive: Archive, titles: Iterable[str], slugs: Collection[str]) -> CatalogueFacts:
    """What the catalogue says of its reports, and of each of these texts where it lies."""
    names = {entity.id: entity.name for entity in archive.entities}
    records = collect_records(archive.documents)
    people = {author for record in records for author in record.authors}
    holders = {record.rights.holder for record in records}
    by_slug = {record.slug: record for record in records}
    # an earlier capture is of the same report
    keyed = ((key, by_slug[key.partition("/")[0]]) for key in slugs)
    described = ((key, record, names.get(record.outlet, "")) for key, record in keyed)
    return CatalogueFacts(
        (*titles, *names.values(), *people, *holders),
        {key: tuple(_list_facts(record, outlet)) for key, record, outlet in described},
    )


def _list_facts(record: Record, outlet: str) -> Iterable[str]:
    yield from (record.title, outlet, ", ".join(record.authors), record.slug)
    for address in filter(None, (record.url, record.archived_url, *record.mirrors)):
        yield from {address, unquote(address)}


def _list_freed(document: Document) -> Iterable[str]:
    """What the public edition may show, as passages and as lines, joined where they follow one another."""
    if document.clean:
        passages = ((p.id, p.text) for p in document.clean.paragraphs)
        yield from _join_stretches(passages, shown_passages(document, Edition.PUBLIC))
        lines = ((line.n, line.text) for line in document.clean.lines if line.text)
        yield from _join_stretches(lines, shown_lines(document, Edition.PUBLIC))


def _join_stretches(texts: Iterable[tuple[str | int, str]], shown: Collection[str | int]) -> Iterable[str]:
    for is_shown, following in groupby(texts, key=lambda text: text[0] in shown):
        if is_shown:
            yield " ".join(text for _, text in following)


def check_site(
    site: Path,
    guard: LeakGuard | None = None,
    progress: ProgressCallback = ignore_progress,
    *,
    public: bool = False,
) -> tuple[Fault, ...]:
    """Links, anchors, requests, policies; with a guard, leaks; of a public site, what is private. Sorted."""
    faults = [*links.check_site_links(site, progress)]
    faults += leaks.find_site_leaks(site, guard, progress) if guard else ()
    faults += find_private_files(site) if public else ()
    return sort_faults(faults)


def sort_faults(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """By place, each named as one would type it here."""
    return tuple(sorted(replace(fault, path=path_from_here(fault.path)) for fault in faults))


def check_leaks(site: Path, texts: Mapping[str, CleanText], titles: Iterable[str] = ()) -> tuple[Fault, ...]:
    """Leaks alone, for texts by slug."""
    return leaks.find_site_leaks(site, make_leak_guard(texts, titles))


def show_path_from_here(path: Path | str) -> str:
    """The same, with what nobody sees of it shown."""
    return show_hidden(path_from_here(str(path)))


def path_from_here(path: str) -> str:
    """A path as one would type it here: from the working folder if it lies in that."""
    short = os.path.relpath(path)
    return path if short.startswith("..") else short
