"""Reading values alone gives what reading with places gives, or leaves the text to it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.read.composer import CONTROL, Composer
from build_tools.read.values import read_values
from build_tools.read.yaml_tree import parse_yaml

_ROOT = Path(__file__).resolve().parents[2]
_WRITTEN = st.text("ab:-[]{},\"'\\&*!|>#?%@ \n~01<é𝔘", max_size=60)
_FILES = sorted(p for folder in ("seeds", "examples", "tests/read") for p in (_ROOT / folder).rglob("*.yml"))


def _composed(source: str) -> Composer:
    composer = Composer("x.yml")
    composer.read_events(source)
    return composer


def _holds(source: str) -> None:
    value, composer = read_values(source), _composed(source)
    if value is None:
        return
    assert composer.complete
    assert not composer.faults
    assert repr(value) == repr(composer.value)
    tree, _ = parse_yaml("x.yml", source)
    assert dict(tree.places.marks) == composer.marks
    assert dict(tree.key_places.marks) == composer.marks | composer.keys


@given(_WRITTEN)
def test_any_text_reads_the_same_with_and_without_places(source: str) -> None:
    """The quick way never gives another value, and never passes over a fault."""
    if not CONTROL.search(source):
        _holds(source)


@pytest.mark.parametrize("file", _FILES, ids=lambda p: p.name)
def test_every_file_reads_the_same_with_and_without_places(file: Path) -> None:
    """Also of the seeds, the example, and the files that are wrong on purpose."""
    try:
        source = file.read_bytes().decode()
    except UnicodeDecodeError:
        return
    if not CONTROL.search(source):
        _holds(source)


def test_a_sound_record_is_read_the_quick_way() -> None:
    """Else the test above would hold of nothing."""
    for file in (_ROOT / "seeds").glob("*.yml"):
        assert read_values(file.read_text(encoding="utf-8")) is not None


def test_places_find_their_way_to_another_process() -> None:
    """What is sent is the text; the places are found there."""
    tree, _ = parse_yaml("x.yml", "a: 1\nb: [2, 𝔘: 3]\n")
    assert tree.places.at(("b", 0)) == (2, 5)
    sent = pickle.loads(pickle.dumps(tree.places))  # noqa: S301 - our own
    assert sent.at(("b", 0)) == (2, 5)
    assert sent == tree.places
