"""Archive → a small file of citations for each source and finding, because most readers cite one."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model.archive import Archive
from build_tools.model.artifact import Artifact
from build_tools.model.citation import Citation
from build_tools.text.citing import bibtex, csl, ris
from build_tools.text.citing.works import Citing, both


def compose(archive: Archive) -> Iterator[Artifact]:
    """`downloads/sources/<slug>.bib`, `.ris`, `.json`, and the same for findings.

    Two folders, because a source and a finding may have the same slug.
    """
    citing = Citing.of(archive)
    for document in archive.documents:
        yield from _files(f"downloads/sources/{document.record.slug}", both(citing, document.record))
    for finding in archive.findings:
        yield from _files(f"downloads/findings/{finding.id}", (citing.finding(finding),))


def _files(stem: str, cited: tuple[Citation, ...]) -> Iterator[Artifact]:
    yield Artifact(f"{stem}.bib", "\n".join(map(bibtex.write, cited)).encode())
    yield Artifact(f"{stem}.ris", "\r\n".join(map(ris.write, cited)).encode())
    yield Artifact(f"{stem}.json", csl.write(cited).encode())
