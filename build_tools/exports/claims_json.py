"""Index → JSON with every claim, its chain written out, and the findings that it stands in."""

from __future__ import annotations

from functools import partial
from typing import Any

from build_tools.exports.json_lists import encode_values, frame_lists
from build_tools.index import Index
from build_tools.model.artifact import FilePiece
from build_tools.model.base import ClaimRef
from build_tools.model.record import Claim, Record
from build_tools.text.attribution_words import word_finding


def list_claims_json_parts(index: Index) -> tuple[FilePiece | bytes, ...]:
    """One object: `claims` (in order of date, source and passage) and `findings` with their counts."""
    stating = [slug for slug, record in index.records.items() if record.claims]
    return frame_lists(
        {
            "claims": [FilePiece(slug, partial(_write_claims, index, slug)) for slug in stating],
            "findings": [FilePiece(f"#{n}", partial(_write_finding, index, n)) for n in index.findings],
        }
    )


def _write_claims(index: Index, slug: str) -> bytes:
    record = index.records[slug]
    return encode_values(_dump_claim(index, record, claim) for claim in record.claims)


def _dump_claim(index: Index, record: Record, claim: Claim) -> dict[str, Any]:
    ref = ClaimRef.of(record.slug, claim.id)
    links = record.chain_of(claim)
    return {
        "ref": ref,
        "source": record.slug,
        "published": str(record.published.date),
        **claim.model_dump(mode="json", exclude_none=True, exclude={"chain", "printed"}),
        "printed": [link.model_dump(mode="json", exclude_none=True) for link in record.printed_of(claim)],
        "chain": [link.model_dump(mode="json", exclude_none=True) for link in links],
        "findings": list(index.findings_of_claim.get(ref, ())),
    }


def _write_finding(index: Index, name: str) -> bytes:
    finding, count = index.findings[name], index.counts[name]
    return encode_values(
        [
            {
                **finding.model_dump(mode="json", exclude_none=True),
                "sentence": word_finding(finding, count),
                "reports": count.reports,
                "origins": list(count.origins),
                "stated_origins": list(count.stated_origins),
                "origins_at_least": count.lowest,
            }
        ]
    )
