"""Archive → JSON with every record as its keeper wrote it, in the order of publication."""

from __future__ import annotations

import json

from build_tools.model.archive import Archive


def write(archive: Archive) -> bytes:
    """One object, `records`; fields as in `seeds/README.md`, those left out of a record left out here."""
    records = [d.record.model_dump(mode="json", exclude_none=True) for d in archive.documents]
    return (json.dumps({"records": records}, ensure_ascii=False, indent=1) + "\n").encode()
