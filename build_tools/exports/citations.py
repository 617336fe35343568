"""Archive → a small file of citations for each source and finding, because most readers cite one."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.archive import Archive
from build_tools.model.artifact import Artifact
from build_tools.model.citation import Citation
from build_tools.text.citing import bibtex, csl, ris
from build_tools.text.citing.works import Citing, behind, both


def compose(archive: Archive) -> Iterator[Artifact]:
    """`downloads/sources/<slug>.bib`, `.ris`, `.csl.json`; the same for statements and for findings.

    Folders of their own, because a source and a finding may have the same slug. A finding comes with the
    reports behind it.
    """
    citing = Citing.of(archive)
    records = {d.record.slug: d.record for d in archive.documents}
    for slug, record in records.items():
        yield from _files(f"downloads/sources/{slug}", both(citing, record))
        if record.claims:
            made = tuple(citing.statement(record, claim) for claim in record.claims)
            yield from _files(f"downloads/statements/{slug}", made)
    for finding in archive.findings:
        reports = (citing.report(records[slug]) for slug in behind(finding) if slug in records)
        yield from _files(f"downloads/findings/{finding.id}", (citing.finding(finding), *reports))


def _files(stem: str, cited: tuple[Citation, ...]) -> Iterator[Artifact]:
    yield Artifact(f"{stem}.bib", "\n".join(map(bibtex.write, cited)).encode())
    yield Artifact(f"{stem}.ris", "\r\n".join(map(ris.write, cited)).encode())
    yield Artifact(f"{stem}.csl.json", csl.write(cited).encode())
