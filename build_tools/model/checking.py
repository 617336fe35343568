"""That somebody has held a record against its source, bound to what it said then: later changes show."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, Field

from build_tools.model.base import Text, Written
from build_tools.model.dated import Day


class RecordCheck(Written):
    """That somebody has held the record against its source. `archive countersign` writes it."""

    by: Text
    """Who: a name, or the role in which somebody acts."""
    day: Day
    """On which. (Not `on`: to many programs for YAML that word means “true”.)"""
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """SHA-256 of what the record said then; it tells whether the record has changed since."""


class CheckState(StrEnum):
    """Whether anybody stands for a record as it is now."""

    STANDING = "checked"
    CHANGED = "changed since"
    NONE = "not checked"


UNCOVERED = frozenset({"slug", "draft", "recorded_by", "added", "changed", "change", "checked"})
"""Fields that tell of the record itself, not of its source: no check is about them."""


def digest_checked(record: BaseModel) -> str:
    """SHA-256 of all that a check is about: every field but those of `UNCOVERED`.

    The digest of the capture is among them. They are taken as data: comments, quotation marks and the order
    of fields count for nothing. What is left out counts as what that means, so that a field which comes to be
    known later undoes no check.
    """
    facts = record.model_dump(mode="json", exclude=set(UNCOVERED), exclude_defaults=True)
    written = json.dumps(_even_numbers(facts), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def _even_numbers(value: Any) -> Any:
    """The same with 6.0 as 6, which YAML parts and nobody else does."""
    if isinstance(value, dict):
        return {key: _even_numbers(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_even_numbers(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
