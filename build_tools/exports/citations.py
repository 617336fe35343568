"""Archive → files of citations: of the whole archive, and small ones for each source and finding.

The small ones, because most readers cite one. Folders of their own, because a source and a finding may have
the same slug.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_tools.model.archive import Archive
from build_tools.model.artifact import Artifact
from build_tools.text.citing.formats import CITATION_FORMATS, CitationFormat
from build_tools.text.citing.works import Citing, behind, both, everything, statements


def works_as(form: CitationFormat) -> Callable[[Archive], bytes]:
    """The writer of one file: the archive, its reports and records in order, then findings."""
    return lambda archive: form.join_entries(map(form.encode_entry, everything(archive)))


def statements_as(form: CitationFormat) -> Callable[[Archive], bytes]:
    """The writer of one file: every statement, in the archive’s words; its report and passage in a note."""
    return lambda archive: form.join_entries(map(form.encode_entry, statements(archive)))


def compose(archive: Archive) -> Iterator[Artifact]:
    """`downloads/sources/<slug>.bib` and the same for statements and findings; `downloads/archive.bib`.

    Each entry is written once. One format follows the other, so that no more than one file of the whole
    archive is put together at a time.
    """
    citing = Citing.of(archive)
    for form in CITATION_FORMATS:
        yield from _in_format(form, archive, citing)


def _in_format(form: CitationFormat, archive: Archive, citing: Citing) -> Iterator[Artifact]:
    works, stated, reports = [form.encode_entry(citing.whole())], [], {}
    for record in (document.record for document in archive.documents):
        own = [form.encode_entry(work) for work in both(citing, record)]
        yield _file("sources", record.slug, form, own)
        said = [form.encode_entry(citing.statement(record, claim)) for claim in record.claims]
        if said:
            yield _file("statements", record.slug, form, said)
        reports[record.slug] = own[0]
        works += own
        stated += said
    for finding in archive.findings:
        entry = form.encode_entry(citing.finding(finding))
        sources = [reports[slug] for slug in behind(finding) if slug in reports]
        yield _file("findings", finding.id, form, [entry, *sources])
        works.append(entry)
    yield _file("", "archive", form, works)
    yield _file("", "statements", form, stated)


def _file(folder: str, name: str, form: CitationFormat, entries: list[bytes]) -> Artifact:
    path = "/".join(filter(None, ("downloads", folder, f"{name}.{form.ending}")))
    return Artifact(path, form.join_entries(entries))
