"""Archive → an Atom feed of new and changed sources, findings and disagreements, in the archive's own words.

Dates are those that each gives of itself: a feed that told the time of the build would call everything new
with every build, and one that took a finding's day from its sources would never tell of a new finding on old
ones. An entry's id does not depend on where the site stands, so that a move makes no news.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from build_tools.model.archive import Archive
from build_tools.model.dated import DatedEntry, last_changed
from build_tools.model.edtf import Edtf
from build_tools.model.packed_documents import collect_records
from build_tools.model.site import Site
from build_tools.text.acting_characters import show_acting
from build_tools.text.attribution_words import word_finding
from build_tools.text.citing.works import CitationContext

MOST_FEED_ENTRIES = 100
"""Entries, the newest; older ones are in the archive itself."""

_NEVER = "1970-01-01T00:00:00Z"
"""When a feed without entries last changed: Atom has no word for it."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One source, finding or disagreement."""

    path: str
    title: str
    added: Edtf
    changed: Edtf
    summary: str
    topics: tuple[str, ...] = ()

    @classmethod
    def make_entry(
        cls, told: DatedEntry, path: str, title: str, summary: str, topics: tuple[str, ...] = ()
    ) -> Iterator[FeedEntry]:
        """The entry; none where it is not known when it came in."""
        if changed := last_changed(told):
            summary = " ".join((*_tell_last_change(told, changed), summary))
            yield cls(path, title, told.added or changed, changed, summary, topics)


def write_feed(archive: Archive) -> bytes:
    """The feed; what does not say when it came in is left out."""
    entries = sorted(_list_entries(archive), key=lambda e: e.path)
    # sorted twice, and sorting is stable: of one day, by address, whatever order the records came in
    entries.sort(key=lambda e: e.changed.earliest, reverse=True)
    newest = _write_moment(entries[0].changed) if entries else _NEVER
    site = archive.site
    itself = f' <link rel="self" type="application/atom+xml" href={_quote_address(site, "feed.xml")}/>'
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f" <id>{_make_id(site, '')}</id>",
        f" <title>{_escape_text(site.name)}</title>",
        *([f" <subtitle>{_escape_text(site.description)}</subtitle>"] if site.description else []),
        f" <updated>{newest}</updated>",
        f" <author><name>{_escape_text(site.name)}</name></author>",
        # where its own address is not known, its reader has it from where the feed was found
        *([itself] if site.url else []),
        f' <link rel="alternate" type="text/html" href={_quote_address(site, "index.html")}/>',
        *(line for entry in entries[:MOST_FEED_ENTRIES] for line in _write_entry(entry, site)),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _list_entries(archive: Archive) -> Iterator[FeedEntry]:
    citing = CitationContext.from_archive(archive)
    for record in collect_records(archive.documents):
        cited = citing.cite_report(record)
        title = f"{record.title} ({cited.container})"
        yield from FeedEntry.make_entry(
            record, f"sources/{record.slug}/", title, record.summary, cited.keywords
        )
    for f in archive.findings:
        yield from FeedEntry.make_entry(
            f, f"findings/{f.id}/", f"Finding: {word_finding(f, archive.counts[f.id])}", f.why
        )
    for d in archive.disagreements:
        yield from FeedEntry.make_entry(d, f"disagreements/{d.id}/", f"Disagreement: {d.title}", d.note)
    yield from _list_withdrawn(archive)


def _list_withdrawn(archive: Archive) -> Iterator[FeedEntry]:
    """Under the address that they had: whoever follows the feed hears what became of an entry."""
    for w in archive.withdrawn:
        title = f"Withdrawn: {w.statement or 'a finding'}"
        yield FeedEntry(f"findings/{w.id}/", title, w.withdrawn, w.withdrawn, w.reason)
    for moved in archive.moved:
        if moved.reason:
            title = f"Withdrawn: {moved.title or moved.old}"
            yield FeedEntry(moved.old, title, moved.day, moved.day, moved.reason)


def _tell_last_change(told: DatedEntry, day: Edtf) -> Iterator[str]:
    """What was put right or changed on the last day, which is why the entry is told again."""
    for erratum in told.errata:
        if erratum.day == day:
            yield f"Corrected: it said: {erratum.stood} It says now: {erratum.stands}"
    for earlier in getattr(told, "earlier", ()):
        if earlier.replaced == day:
            yield "The page was captured again."
    if told.change and told.changed == day:
        yield f"Changed: {told.change}"


def _write_entry(entry: FeedEntry, site: Site) -> Iterator[str]:
    yield " <entry>"
    yield f"  <id>{_make_id(site, entry.path)}</id>"
    yield f"  <title>{_escape_text(entry.title)}</title>"
    yield f"  <published>{_write_moment(entry.added)}</published>"
    yield f"  <updated>{_write_moment(entry.changed)}</updated>"
    yield f'  <link rel="alternate" type="text/html" href={_quote_address(site, f"{entry.path}index.html")}/>'
    yield f"  <summary>{_escape_text(entry.summary)}</summary>"
    for topic in entry.topics:
        yield f"  <category term={quoteattr(show_acting(topic))}/>"
    yield " </entry>"


def _make_id(site: Site, path: str) -> str:
    """The same wherever the site stands, as long as the archive keeps its name and the page its address."""
    # version 5 is a digest of the name; version 4 would be another one with every build
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{site.name}/{path}')}"


def _quote_address(site: Site, file: str) -> str:
    """A folder's address where a server shows its page; the file itself in a feed that lies on a disk."""
    return quoteattr(site.address(file.removesuffix("index.html") if site.url else file))


def _write_moment(when: Edtf) -> str:
    """The first moment of the day: a day has no hour, and Atom wants one."""
    return f"{when.earliest.isoformat()}T00:00:00Z"


def _escape_text(words: str) -> str:
    return escape(show_acting(words))
