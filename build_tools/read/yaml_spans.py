"""YAML text → from where to where each value stands, so that a command can change it and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import yaml

from build_tools.model.material import Loc
from build_tools.read.composer import LOADER


@dataclass(frozen=True, slots=True)
class YamlSpan:
    """Where a value stands in the text, as offsets of letters."""

    start: int
    end: int
    """Behind its last letter; comments and blank lines after it are not its own."""
    flow: bool
    """Whether it is a list or mapping in brackets."""
    key: int
    """Where its key begins; of a list's entry and of the whole the same as `start`."""


def map_spans(source: str) -> Mapping[Loc, YamlSpan]:
    """The span of every value; the text is one that `parse_yaml` has no fault for."""
    # lines as YAML counts them: the text has line feeds alone
    begins = (0, *accumulate(len(line) + 1 for line in source.split("\n")))
    node = yaml.compose(source, Loader=LOADER)
    spans: dict[Loc, YamlSpan] = {}
    waiting: list[tuple[Loc, Any, Any]] = [((), node, node)] if node is not None else []
    while waiting:
        loc, value, key = waiting.pop()
        start, end = (begins[mark.line] + mark.column for mark in (value.start_mark, value.end_mark))
        first = begins[key.start_mark.line] + key.start_mark.column
        spans[loc] = YamlSpan(
            start, _trim_end(source, start, end), bool(getattr(value, "flow_style", False)), first
        )
        if isinstance(value, yaml.MappingNode):
            waiting += [((*loc, name.value), part, name) for name, part in value.value]
        elif isinstance(value, yaml.SequenceNode):
            waiting += [((*loc, at), part, part) for at, part in enumerate(value.value)]
    return spans


def _trim_end(source: str, start: int, end: int) -> int:
    """A block ends where the next one begins: what stands between them belongs to neither."""
    while end > start:
        line = source.rfind("\n", start, end)
        last = source[line + 1 : end].strip()
        if line < 0 or (last and not last.startswith("#")):
            break
        end = line
    return end
