"""Pattern → words for a keeper, because a regular expression helps nobody to write a slug."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, get_args

from build_tools.model.base import CLAIM_REF, ClaimId, PassageId, Slug, Url
from build_tools.model.record import CaptureRef, Record, Rights
from build_tools.model.vocabulary import Entity, RulePhrase


def _pattern(annotated: Any) -> str:
    return str(get_args(annotated)[1].pattern)


def _field(model: Any, name: str) -> str:
    metadata = model.model_fields[name].metadata or model.model_fields[name].annotation
    parts = metadata if isinstance(metadata, list) else get_args(get_args(metadata)[0])[1].metadata
    return next(str(p.pattern) for p in parts if getattr(p, "pattern", None))


FORMS = MappingProxyType(
    {
        _pattern(Slug): "lower-case ASCII letters and digits, words joined by single hyphens: `coast-post`",
        _pattern(PassageId): "a passage: `p1`, `p2` …, `standfirst`, `caption` or `outside`",
        _pattern(ClaimId): "a passage, `c` and a number: `p3c2`, `standfirstc1`",
        CLAIM_REF: "a source's slug, `#` and a claim's id: `some-source#p3c2`; put it in quotation marks",
        _pattern(Url): "an http or https address without spaces: `https://example.org/page`",
        _field(
            Rights, "statement"
        ): "a URI of rightsstatements.org/vocab/… or creativecommons.org/licenses/…",
        _field(CaptureRef, "file"): "the name of a file, without a folder",
        _field(CaptureRef, "sha256"): "a SHA-256 digest: 64 hexadecimal digits, lower case",
        _field(Record, "language"): "a language tag (BCP 47): `en`, `ru`, `pt-BR`",
        _pattern(RulePhrase): "a phrase with `*` only at the end of a word: `rais* fares`",
        _field(Entity, "wikidata"): "a Wikidata identifier: `Q7747`",
    }
)
"""Pattern of a string field → what it stands for, as the end of “write it as …”."""
