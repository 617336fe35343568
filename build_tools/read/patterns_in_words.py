"""Pattern → words for a keeper, because a regular expression helps nobody to write a slug."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, get_args

from build_tools.model.base import CLAIM_ID, CLAIM_REF, PASSAGE_ID, Slug, Url
from build_tools.model.capture_refs import CaptureRef
from build_tools.model.record import Record, Rights
from build_tools.model.vocabulary import Entity, RulePhrase, SearchWord


def _get_pattern(annotated: Any) -> str:
    return str(get_args(annotated)[1].pattern)


def _get_field_pattern(model: Any, name: str) -> str:
    metadata = model.model_fields[name].metadata or model.model_fields[name].annotation
    parts = metadata if isinstance(metadata, list) else get_args(get_args(metadata)[0])[1].metadata
    return next(str(p.pattern) for p in parts if getattr(p, "pattern", None))


FORMS = MappingProxyType(
    {
        _get_pattern(
            Slug
        ): "lower-case ASCII letters and digits, words joined by single hyphens: `coast-post`",
        PASSAGE_ID: "a passage: `p1` (or `pg4p2`, `t00-12-31`, `m5477`), `standfirst`, `caption`, `outside`",
        CLAIM_ID: "a passage, `c` and a number: `p3c2`, `standfirstc1`",
        CLAIM_REF: "a source's slug, `#` and a claim's id: `some-source#p3c2`; put it in quotation marks",
        _get_pattern(Url): "an http or https address without spaces: `https://example.org/page`",
        _get_field_pattern(
            Rights, "statement"
        ): "a URI of rightsstatements.org/vocab/… or creativecommons.org/licenses/…",
        _get_field_pattern(CaptureRef, "file"): "the name of a file, without a folder",
        _get_field_pattern(CaptureRef, "sha256"): "a SHA-256 digest: 64 hexadecimal digits, lower case",
        _get_field_pattern(Record, "language"): "a language tag (BCP 47): `en`, `ru`, `pt-BR`",
        _get_pattern(SearchWord): "a single word, without spaces, commas and `*`: `pre-trial`",
        _get_pattern(RulePhrase): "a phrase with `*` only at the end of a word: `rais* fares`",
        _get_field_pattern(Entity, "wikidata"): "a Wikidata identifier: `Q7747`",
    }
)
"""Pattern of a string field → what it stands for, as the end of “write it as …”."""
