"""Values of a YAML file are changed where they stand: all others stay the same, and every remark."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_tools.keeping.yaml_edits import YamlEdits
from build_tools.read.yaml_spans import map_spans

BLOCK = """# of the council
- id: a   # the first
  claims: [x#p1, y#p2,
    z#p3]
  denied_by:
  - claim: x
    long: one
      two
  # of the other
  - claim: y

- id: b
  claims:
  - q   # kept
  - r
"""


def test_entries_go_and_remarks_stay() -> None:
    """From lists in lines and in brackets; a list that loses all is written as an empty one."""
    edits = YamlEdits(BLOCK)
    edits.remove_entries((0, "claims"), [1, 2])
    edits.remove_entries((0, "denied_by"), [0])
    edits.remove_entries((1, "claims"), [1])
    assert (
        edits.write()
        == """# of the council
- id: a   # the first
  claims: [x#p1]
  denied_by:
  # of the other
  - claim: y

- id: b
  claims:
  - q   # kept
"""
    )
    edits = YamlEdits(BLOCK)
    edits.remove_entries((1, "claims"), [0, 1])
    assert edits.write().endswith("- id: b\n  claims: []\n")


def test_fields_are_added_in_the_form_of_their_mapping() -> None:
    """With the indentation of their neighbour, or behind a comma."""
    edits = YamlEdits("a:\n  b: 1  # why\nc: {d: 2}\n")
    edits.add_after(("a", "b"), ["e: 3", "f:\n- 4"])
    edits.add_after(("c", "d"), ["g: 5"])
    assert edits.write() == "a:\n  b: 1  # why\n  e: 3\n  f:\n  - 4\nc: {d: 2, g: 5}\n"


@pytest.mark.parametrize(
    ("source", "loc", "value"),
    [
        ("a: {b: ['c\n  # d'], e: f}\n", ("a", "b"), "['c\n  # d']"),
        ("a:\n- 'c\n  # d'\n# of b\nb: 1\n", ("a",), "- 'c\n  # d'"),
        ("a: |\n  c\n  # d\n\n# of b\nb: 1\n", ("a",), "|\n  c\n  # d"),
        ("a:\n  c: |\n    d\n\n  # of e\n  e: 1\n", ("a", "c"), "|\n    d"),
    ],
)
def test_a_sign_within_a_text_opens_no_remark(source: str, loc: tuple[str | int, ...], value: str) -> None:
    """What stands in quotation marks or in a block of text is text, wherever its lines begin."""
    span = map_spans(source)[loc]
    assert source[span.start : span.end] == value


@given(
    st.lists(st.lists(st.text("abü: #-", min_size=1, max_size=9), max_size=4), min_size=1, max_size=4),
    st.data(),
)
def test_only_what_was_taken_out_is_gone(lists: list[list[str]], data: st.DataObject) -> None:
    """For lists of any texts that a mapping has, in lines or in brackets."""
    flow = data.draw(st.booleans())
    whole = [{"own": own, "last": "x"} for own in lists]
    source = yaml.safe_dump(whole, default_flow_style=flow, allow_unicode=True, sort_keys=False)
    which = data.draw(st.integers(0, len(lists) - 1))
    gone = data.draw(st.sets(st.integers(0, len(lists[which]) - 1))) if lists[which] else set()
    edits = YamlEdits(source)
    edits.remove_entries((which, "own"), gone)
    whole[which] = {"own": [x for n, x in enumerate(lists[which]) if n not in gone], "last": "x"}
    assert yaml.safe_load(edits.write()) == whole


@pytest.mark.parametrize("loc", [(0, "claims"), (0, "denied_by", 0, "long"), (1, "id")])
def test_a_span_is_the_value(loc: tuple[str | int, ...]) -> None:
    """What stands between its ends reads back as the value."""
    span, value = map_spans(BLOCK)[loc], yaml.safe_load(BLOCK)
    for step in loc:
        value = value[step]
    assert yaml.safe_load(BLOCK[span.start : span.end]) == value
