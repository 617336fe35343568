"""seeds/README.md: every field and every word that a field knows is told, and its example is good."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from build_tools.model.evidence import Disagreement, Finding, Origin, Wanted, Withdrawn
from build_tools.model.overviews import Overviews
from build_tools.model.record import Record
from build_tools.model.vocabulary import Entity, Topic, WordGroup
from build_tools.read.validate import read_as
from build_tools.read.yaml_tree import parse_yaml
from tests.built import ROOT

README = (ROOT / "seeds" / "README.md").read_text("utf-8")


def _named(kind: Any) -> set[str]:
    """Fields of a type and of those inside it, and the words of their vocabularies."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {word.value for word in kind}
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        own = {field.alias or name for name, field in kind.model_fields.items()}
        return own.union(*(_named(field.annotation) for field in kind.model_fields.values()))
    return set().union(*map(_named, get_args(kind)))


@pytest.mark.parametrize(
    "kind", [Record, Topic, Entity, Origin, Finding, Withdrawn, Disagreement, Wanted, Overviews, WordGroup]
)
def test_every_field_is_told(kind: type[BaseModel]) -> None:
    """A field that the page does not tell of can only be found in the code."""
    prose = re.sub(r"```.*?```|``.*?``", "", README, flags=re.DOTALL)
    told = {word for span in re.findall(r"`([^`]+)`", prose) for word in (span, span.partition(":")[0])}
    assert not _named(kind) - told


def test_example_is_a_good_record() -> None:
    """The example can be copied."""
    example = re.search(r"```yaml\n(.+?)```", README, re.DOTALL)
    assert example
    tree, faults = parse_yaml("example.yml", example[1])
    assert not faults
    assert read_as(Record, tree)[1] == ()
