"""All downloads of the whole archive: what each is, and what writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from build_tools.exports import claims_csv, claims_json, epub, records_json, reuse_json
from build_tools.exports.citation_files import make_statements_lister, make_works_lister
from build_tools.index import Index
from build_tools.model.archive import Archive
from build_tools.model.artifact import Artifact, FilePiece, FilePlan
from build_tools.model.download import Download, DownloadFact
from build_tools.text.citing.formats import BIBTEX, CSL_JSON, RIS

_JSON, _BIB = "application/json", "application/x-bibtex"
_RIS, _CSL = "application/x-research-info-systems", "application/vnd.citationstyles.csl+json"
_WORKS, _STATEMENTS = "Citations of reports, records and findings", "Citations of all statements"


@dataclass(frozen=True, slots=True)
class Export:
    """A download and its writer."""

    download: Download
    list_parts: Callable[[Index], tuple[FilePiece | bytes, ...]]
    """What the file is made of. It depends on the archive alone: no clock, no machine, one order."""
    end: Callable[[Sequence[bytes]], bytes] | None = None
    """What ends the file, where that follows from its parts."""

    def plan_file(self, index: Index) -> FilePlan:
        """The file, ready to be made."""
        return FilePlan(self.download.path, self.list_parts(index), self.end)

    def write_file(self, archive: Archive) -> bytes:
        """The whole file by itself."""
        return self.plan_file(Index(archive)).make().content


EXPORTS: tuple[Export, ...] = (
    Export(
        Download(
            "claims-csv", "claims.csv", "text/csv", "Statements as a table",
            "For spreadsheets and statistics: a statement on each row, with its chain, figures and topics.",
        ),
        claims_csv.list_claims_csv_parts,
    ),
    Export(
        Download(
            "claims-json", "claims.json", _JSON, "Statements and findings",
            "For programs: every statement with its chain, every finding with its counts.",
        ),
        claims_json.list_claims_json_parts,
    ),
    Export(
        Download(
            "records-json", "records.json", _JSON, "Records",
            "For other archives: every record whole, as its keeper wrote it.",
        ),
        records_json.list_records_json_parts,
    ),
    Export(
        Download(
            "reuse-json", "reuse.json", _JSON, "Shared wording",
            "For the study of copying: which paragraphs share their wording, without a word of them.",
        ),
        reuse_json.list_reuse_json_parts,
    ),
    Export(
        Download("bibtex", "archive.bib", _BIB, f"{_WORKS}, BibTeX", "For LaTeX, and for JabRef."),
        make_works_lister(BIBTEX),
    ),
    Export(
        Download("ris", "archive.ris", _RIS, f"{_WORKS}, RIS", "For most reference managers."),
        make_works_lister(RIS),
    ),
    Export(
        Download(
            "csl-json", "archive.csl.json", _CSL, f"{_WORKS}, CSL-JSON", "For Zotero, and for Pandoc.",
        ),
        make_works_lister(CSL_JSON),
    ),
    Export(
        Download(
            "bibtex-statements", "statements.bib", _BIB, f"{_STATEMENTS}, BibTeX",
            "For LaTeX, where single statements are cited.",
        ),
        make_statements_lister(BIBTEX),
    ),
    Export(
        Download(
            "ris-statements", "statements.ris", _RIS, f"{_STATEMENTS}, RIS",
            "For reference managers, where single statements are cited.",
        ),
        make_statements_lister(RIS),
    ),
    Export(
        Download(
            "csl-json-statements", "statements.csl.json", _CSL, f"{_STATEMENTS}, CSL-JSON",
            "For Zotero and Pandoc, where single statements are cited.",
        ),
        make_statements_lister(CSL_JSON),
    ),
    Export(
        Download(
            "epub", "archive.epub", "application/epub+zip", "The archive as a book",
            "For reading devices: every source, finding and disagreement, with the links between them.",
            captured=True,
        ),
        epub.list_book_parts,
        epub.write_zip_directory,
    ),
)  # fmt: skip
"""In the order in which they are offered. To add one: a module beside this one, an entry here, a test."""

ALL_DOWNLOADS = tuple(export.download for export in EXPORTS)
"""What pages may know of them."""


def find_export(name: str) -> Export:
    """The one that `archive export` calls so; raises KeyError for another name."""
    return {export.download.name: export for export in EXPORTS}[name]


def list_download_facts(measured: Mapping[str, tuple[int, str]]) -> tuple[DownloadFact, ...]:
    """The downloads among files of which size and digest are known, in the order of the registry."""
    return tuple(DownloadFact(d, *measured[d.path]) for d in ALL_DOWNLOADS if d.path in measured)


def measure_downloads(artifacts: Iterable[Artifact]) -> tuple[DownloadFact, ...]:
    """Size and digest of each download that is among the artifacts."""
    paths = {download.path for download in ALL_DOWNLOADS}
    downloads = (artifact for artifact in artifacts if artifact.path in paths)
    return list_download_facts({a.path: (len(a.content), sha256(a.content).hexdigest()) for a in downloads})
