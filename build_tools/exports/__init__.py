"""Archive → files for other programs, one small writer per format.

Own words only, whatever the edition; but for the book, which is an edition itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from build_tools.exports import (
    bibtex,
    citations,
    claims_csv,
    claims_json,
    csl_json,
    epub,
    feed,
    records_json,
    reuse_json,
    ris,
    robots,
)
from build_tools.model.archive import Archive, Edition
from build_tools.model.artifact import Artifact

FORMATS: Mapping[str, Callable[[Archive], bytes]] = MappingProxyType(
    {
        "claims-csv": claims_csv.write,
        "claims-json": claims_json.write,
        "records-json": records_json.write,
        "reuse-json": reuse_json.write,
        "bibtex": bibtex.write,
        "ris": ris.write,
        "csl-json": csl_json.write,
        "bibtex-statements": bibtex.statements,
        "ris-statements": ris.statements,
        "csl-json-statements": csl_json.statements,
        "epub": epub.write,
    }
)
"""By the name that `archive export` takes. To add one: a file beside this one, a line here, a test."""

FILES: Mapping[str, str] = MappingProxyType(
    {
        "claims-csv": "claims.csv",
        "claims-json": "claims.json",
        "records-json": "records.json",
        "reuse-json": "reuse.json",
        "bibtex": "archive.bib",
        "ris": "archive.ris",
        "csl-json": "archive.csl.json",
        "bibtex-statements": "statements.bib",
        "ris-statements": "statements.ris",
        "csl-json-statements": "statements.csl.json",
        "epub": "archive.epub",
    }
)
"""Names of the downloads on the site."""


def compose(archive: Archive) -> tuple[Artifact, ...]:
    """The downloads, `downloads/claims.csv` and the others, in the order of FORMATS; then small files.

    These are the citations of each source and finding, and what machines look for at the top of a site.
    """
    whole = (Artifact(f"downloads/{FILES[name]}", write(archive)) for name, write in FORMATS.items())
    return (*whole, *citations.compose(archive), *_for_machines(archive))


def _for_machines(archive: Archive) -> tuple[Artifact, ...]:
    """The reading edition is private, and announces nothing."""
    told = Artifact("robots.txt", robots.write(archive))
    return (told, Artifact("feed.xml", feed.write(archive))) if archive.edition is Edition.PUBLIC else (told,)
