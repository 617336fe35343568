"""YAML text → from where to where each value stands, so that a command can change it and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
        start, end = begins[value.start_mark.line] + value.start_mark.column, _find_end(source, value, begins)
        first = begins[key.start_mark.line] + key.start_mark.column
        spans[loc] = YamlSpan(start, end, bool(getattr(value, "flow_style", False)), first)
        if isinstance(value, yaml.MappingNode):
            waiting += [((*loc, name.value), part, name) for name, part in value.value]
        elif isinstance(value, yaml.SequenceNode):
            waiting += [((*loc, at), part, part) for at, part in enumerate(value.value)]
    return spans


def _find_end(source: str, node: Any, begins: Sequence[int]) -> int:
    """Behind the last letter of a value: a block ends with its last value, not where the next begins."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end: int = begins[node.end_mark.line] + node.end_mark.column
    if getattr(node, "style", None) in ("|", ">"):
        return _trim_block(source, begins[node.start_mark.line] + node.start_mark.column, end)
    return end


def _trim_block(source: str, start: int, end: int) -> int:
    """Of a text in lines of its own: without what stands behind it further left, such as a remark."""
    head, *lines = source[start:end].split("\n")
    depth = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 0)
    while lines and (not lines[-1].strip() or len(lines[-1]) - len(lines[-1].lstrip(" ")) < depth):
        lines.pop()
    return start + len("\n".join((head, *lines)))
