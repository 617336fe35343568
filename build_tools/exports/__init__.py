"""Archive → files for other programs, one small writer per format. Own words only, whatever the edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from build_tools.exports import claims_csv, claims_json, records_json, reuse_json
from build_tools.model.archive import Archive
from build_tools.model.artifact import Artifact

FORMATS: Mapping[str, Callable[[Archive], bytes]] = MappingProxyType(
    {
        "claims-csv": claims_csv.write,
        "claims-json": claims_json.write,
        "records-json": records_json.write,
        "reuse-json": reuse_json.write,
    }
)
"""By the name that `archive export` takes. To add one: a file beside this one, a line here, a test."""

FILES: Mapping[str, str] = MappingProxyType(
    {
        "claims-csv": "claims.csv",
        "claims-json": "claims.json",
        "records-json": "records.json",
        "reuse-json": "reuse.json",
    }
)
"""Names of the downloads on the site."""


def compose(archive: Archive) -> tuple[Artifact, ...]:
    """The downloads: `downloads/claims.csv` and the others, in the order of FORMATS."""
    return tuple(Artifact(f"downloads/{FILES[name]}", write(archive)) for name, write in FORMATS.items())
