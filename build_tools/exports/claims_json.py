"""Archive → JSON with every claim, its chain written out, and the findings that it stands in."""

from __future__ import annotations

import json
from typing import Any

from build_tools.model.archive import Archive, Statement
from build_tools.model.evidence import Finding


def write(archive: Archive) -> bytes:
    """One object: `claims` (in order of date, source and passage) and `findings` with their counts."""
    standing: dict[str, list[str]] = {}
    for finding in archive.findings:
        for ref in finding.claims:
            standing.setdefault(ref, []).append(finding.id)
    whole = {
        "claims": [_claim(s, standing.get(ref, [])) for ref, s in archive.statements.items()],
        "findings": [_finding(archive, f) for f in archive.findings],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _claim(statement: Statement, findings: list[str]) -> dict[str, Any]:
    claim, record = statement.claim, statement.document.record
    links = record.chain_of(claim)
    return {
        "ref": statement.ref,
        "source": record.slug,
        "published": str(record.published.date),
        **claim.model_dump(mode="json", exclude_none=True, exclude={"chain"}),
        "chain": [link.model_dump(mode="json", exclude_none=True) for link in links],
        "findings": findings,
    }


def _finding(archive: Archive, finding: Finding) -> dict[str, Any]:
    count = archive.counts[finding.id]
    return {
        **finding.model_dump(mode="json", exclude_none=True),
        "reports": count.reports,
        "origins": list(count.origins),
        "stated_origins": list(count.stated_origins),
    }
