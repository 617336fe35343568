"""YAML as a record needs it: nothing is guessed, every value has its place."""

from __future__ import annotations

import pytest

from build_tools.model.material import Loc
from build_tools.read import yaml_places
from build_tools.read.yaml_places import Composed, YamlMark, YamlMarks
from build_tools.read.yaml_tree import parse_yaml
from tests.built import ROOT


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("true", True),
        ("11:36", "11:36"),
        ("2022-08-10", "2022-08-10"),
        ("2022", 2022),
        ("0123", 123),
        ("0o17", 15),
        ("1_000", "1_000"),
        ("20,000", "20,000"),
        ("1e3", 1000.0),
        ("-0.5", -0.5),
        (".inf", ".inf"),
        ("1e999", "1e999"),
        ("~", None),
        ('"2022"', "2022"),
        ("'no'", "no"),
        ("=", "="),
    ],
)
def test_scalars(written: str, value: object) -> None:
    """YAML 1.2's core schema: Norway is not false, a time of day is not a number, a date stays text."""
    tree, faults = parse_yaml("x.yml", f"a: {written}\n")
    assert not faults
    assert tree.value == {"a": value}
    assert type(tree.value["a"]) is type(value)


def test_places() -> None:
    """Each value has its own line and column, a key too; a value that is not written has its key's."""
    tree, _ = parse_yaml("x.yml", "a: один\nb:\n  - c: [x, yy]\n  -\nd:\n")
    assert tree.places.marks[("a",)] == (1, 4)
    assert tree.places.marks[("b", 0, "c", 1)] == (3, 12)
    assert tree.key_places.marks[("b", 0, "c")] == (3, 5)
    assert tree.places.marks[("d",)] == (5, 1)
    assert tree.places.at(("b", 0, "gone")) == (3, 5)


def test_what_is_held_as_bytes_reads_the_same() -> None:
    """The value of a file among many, again and again."""
    tree, _ = parse_yaml("x.yml", "a: один\nb:\n  - c: [x, 2, 1.5, true, ~]\n")
    packed = tree.pack()
    for _ in range(2):
        assert packed.value == tree.value == {"a": "один", "b": [{"c": ["x", 2, 1.5, True, None]}]}


@pytest.mark.parametrize(
    "name", ["findings.yml", "overviews.yml", "vocabulary/entities.yml", "10-packet.yml"]
)
@pytest.mark.parametrize("end", ["", "\n- a: [b, c"])
def test_places_of_a_long_text_are_those_of_a_short_one(
    name: str, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are found entry by entry; so is that of a text that breaks off, once it is read anew."""
    text = (ROOT / "examples/the-ferry/seeds" / name).read_text("utf-8") + end
    known = [_map_places(Composed(text)) for _ in range(2)]
    monkeypatch.setattr(yaml_places, "_LONG", 0)
    assert _map_places(Composed(text)) == known[0] == known[1]


def _map_places(composed: Composed) -> list[dict[Loc, YamlMark]]:
    marks = [YamlMarks(composed), YamlMarks(composed, of_keys=True)]
    told = [dict(mapping) for mapping in marks]
    assert [{loc: mapping[loc] for loc in mapping} for mapping in reversed(marks)] == told[::-1]
    assert [len(mapping) for mapping in marks] == [len(mapping) for mapping in told]
    return told


def test_columns_count_characters() -> None:
    """A column is a character, not a byte: an editor goes to the right place behind an umlaut."""
    _, faults = parse_yaml("x.yml", "ключ: &a x\n")
    assert [(fault.line, fault.column) for fault in faults] == [(1, 7)]


def test_several_faults_of_one_file() -> None:
    """Everything but broken syntax leaves the rest of the file readable."""
    _, faults = parse_yaml("x.yml", "a: &x 1\nb: *x\nc: !t 2\nc: 3\n")
    assert [fault.code for fault in faults] == ["Y108", "Y108", "Y109", "Y107"]


@pytest.mark.parametrize("many", [1, 19, 20, 21, 5000])
def test_of_many_control_characters_few_are_told(many: int) -> None:
    """A picture under a record's name is told in twenty lines; the last says how many more there are."""
    _, faults = parse_yaml("r.yml", "a\n" + "\0b\n" * many)
    assert [fault.code for fault in faults] == ["Y105"] * min(many, 20)
    assert [(fault.line, fault.column) for fault in faults] == [(n + 2, 1) for n in range(len(faults))]
    assert ("further" in faults[-1].message) == (many > 20)
    assert many <= 20 or f"{many - 20:,} further one" in faults[-1].message
