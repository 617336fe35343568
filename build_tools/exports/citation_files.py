"""Index → files of citations: of the whole archive, and small ones for each source and finding.

The small ones, because most readers cite one. Folders of their own, because a source and a finding may have
the same slug.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from build_tools.index import Index, SharedValue
from build_tools.model.artifact import FilePiece, FilePlan
from build_tools.text.citing.formats import CITATION_FORMATS, CitationFormat
from build_tools.text.citing.works import cite_both_works, list_sources_behind

FileParts = tuple[FilePiece | bytes, ...]


class EntryWriter:
    """Entries of one format, each written once while this lives."""

    def __init__(self, form: CitationFormat, index: Index) -> None:
        self.form = form
        self.index = index
        self._works: dict[str, SharedValue[tuple[bytes, ...]]] = {}
        self._statements: dict[str, SharedValue[bytes]] = {}
        self._findings: dict[str, SharedValue[bytes]] = {}

    def write_whole(self) -> bytes:
        """The archive as a whole."""
        return self.form.encode_entry(self.index.citing.cite_archive())

    def write_works(self, slug: str) -> tuple[bytes, ...]:
        """The report, then its record."""
        return self.index.share(self._works, slug, partial(self._encode_works, slug))

    def _encode_works(self, slug: str) -> tuple[bytes, ...]:
        cited = cite_both_works(self.index.citing, self.index.records[slug])
        return tuple(map(self.form.encode_entry, cited))

    def write_statements(self, slug: str) -> bytes:
        """All statements of a source, parted."""
        return self.index.share(self._statements, slug, partial(self._encode_statements, slug))

    def _encode_statements(self, slug: str) -> bytes:
        record = self.index.records[slug]
        citing = self.index.citing
        reported = citing.find_report(record)
        cited = (citing.cite_statement(reported, claim) for claim in record.claims)
        return self.form.between.join(map(self.form.encode_entry, cited))

    def write_finding(self, name: str) -> bytes:
        """A finding."""
        return self.index.share(self._findings, name, partial(self._encode_finding, name))

    def _encode_finding(self, name: str) -> bytes:
        finding, counted = self.index.findings[name], self.index.counts[name]
        return self.form.encode_entry(self.index.citing.cite_finding(finding, counted))

    def write_both(self, slug: str) -> bytes:
        """The report and its record, parted."""
        return self.form.between.join(self.write_works(slug))

    def write_finding_with_reports(self, name: str) -> bytes:
        """A finding and the reports behind it, parted."""
        slugs = [
            slug for slug in list_sources_behind(self.index.findings[name]) if slug in self.index.records
        ]
        return self.form.between.join((self.write_finding(name), *(self.write_works(s)[0] for s in slugs)))

    def list_works(self) -> FileParts:
        """The file of the archive, its reports and records in order, then findings."""
        sources = [FilePiece(f"sources/{s}", partial(self.write_both, s)) for s in self.index.records]
        findings = [FilePiece(f"findings/{n}", partial(self.write_finding, n)) for n in self.index.findings]
        return self._frame_entries(self.write_whole(), *sources, *findings)

    def list_statements(self) -> FileParts:
        """The file of every statement, in the archive’s words; its report and passage in a note."""
        slugs = list_sources_with_claims(self.index)
        return self._frame_entries(*(FilePiece(slug, partial(self.write_statements, slug)) for slug in slugs))

    def plan_small_file(self, name: str, write: Callable[[], bytes]) -> FilePlan:
        """A file beside a page."""
        whole = FilePiece("", lambda: self.form.join_entries([write()]))
        return FilePlan(f"downloads/{name}.{self.form.ending}", (whole,))

    def _frame_entries(self, *entries: FilePiece | bytes) -> FileParts:
        # [1:]: nothing is parted from the first
        parted = [part for entry in entries for part in (self.form.between, entry)][1:]
        return (self.form.before, *parted, self.form.after)


def list_sources_with_claims(index: Index) -> list[str]:
    """Slugs of the sources that state anything."""
    return [slug for slug, record in index.records.items() if record.claims]


def make_works_lister(form: CitationFormat) -> Callable[[Index], FileParts]:
    """What a file of the archive, its reports, records and findings is made of."""
    return lambda index: EntryWriter(form, index).list_works()


def make_statements_lister(form: CitationFormat) -> Callable[[Index], FileParts]:
    """What a file of all statements is made of."""
    return lambda index: EntryWriter(form, index).list_statements()


def list_citation_files(index: Index) -> Iterator[FilePlan]:
    """`downloads/sources/<slug>.bib` and the same for statements and findings; `downloads/archive.bib`.

    One format follows the other, so that entries of no more than one are held at a time.
    """
    for form in CITATION_FORMATS:
        yield from _list_format(EntryWriter(form, index))


def _list_format(writer: EntryWriter) -> Iterator[FilePlan]:
    for slug in writer.index.records:
        yield writer.plan_small_file(f"sources/{slug}", partial(writer.write_both, slug))
    for slug in list_sources_with_claims(writer.index):
        yield writer.plan_small_file(f"statements/{slug}", partial(writer.write_statements, slug))
    for name in writer.index.findings:
        yield writer.plan_small_file(f"findings/{name}", partial(writer.write_finding_with_reports, name))
    yield FilePlan(f"downloads/archive.{writer.form.ending}", writer.list_works())
    yield FilePlan(f"downloads/statements.{writer.form.ending}", writer.list_statements())
