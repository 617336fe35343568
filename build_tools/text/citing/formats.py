"""Citations → a file of a format for programs, because each parts and frames its entries in its own way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from build_tools.model.citation import Citation
from build_tools.text.citing import bibtex, csl, ris


@dataclass(frozen=True, slots=True)
class CitationFormat:
    """One format. A file is made of entries that do not depend on one another."""

    label: str
    """Its name, for readers."""
    ending: str
    """Of files, without the first point."""
    write_entry: Callable[[Citation], str]
    between: bytes
    """What parts two entries."""
    before: bytes = b""
    after: bytes = b""
    """What frames all entries."""

    def encode_entry(self, cited: Citation) -> bytes:
        """One entry: in bytes, because the many of a large archive take half the memory that text takes."""
        return self.write_entry(cited).encode()

    def join_entries(self, entries: Iterable[bytes]) -> bytes:
        """The file."""
        return self.before + self.between.join(entries) + self.after

    def write_alone(self, cited: Citation) -> str:
        """A file of one entry, to be shown."""
        return self.join_entries([self.encode_entry(cited)]).decode()


BIBTEX = CitationFormat("BibTeX", "bib", bibtex.write_bibtex, b"\n")
RIS = CitationFormat("RIS", "ris", ris.write_ris, b"\r\n")
CSL_JSON = CitationFormat("CSL-JSON", "csl.json", csl.write_item, b",\n", b"[\n", b"\n]\n")

CITATION_FORMATS = (BIBTEX, RIS, CSL_JSON)
"""In the order in which they are offered. To add one: a module beside this one, a line here."""
