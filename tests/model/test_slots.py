"""A class whose slots are filled directly is what it was."""

from __future__ import annotations

import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from build_tools.model.slots import fill_slots


@fill_slots
@dataclass(frozen=True, slots=True)
class _Quick:
    first: str
    second: tuple[int, ...] = ()
    third: str = "x"


@dataclass(frozen=True, slots=True)
class _Plain:
    first: str
    second: tuple[int, ...] = ()
    third: str = "x"


@dataclass(frozen=True, slots=True)
class _Made:
    parts: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Later:
    part: int

    def __post_init__(self) -> None:
        """There is something to do."""


@dataclass(frozen=True)
class _Open:
    part: int


def test_values_are_what_they_were() -> None:
    """They are made of the same values, compare, hash, and stay as they are."""
    one, other = _Quick("a", third="b"), _Quick("a", (), "b")
    assert one == other != _Quick("a")
    assert hash(one) == hash(other)
    assert repr(one).replace("Quick", "Plain") == repr(_Plain("a", third="b"))
    assert replace(one, second=(1,)) == _Quick("a", (1,), "b")
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - written here
    assert inspect.signature(_Quick) == inspect.signature(_Plain)
    with pytest.raises(FrozenInstanceError):
        one.first = "c"  # type: ignore[misc] # that is what is tried


@pytest.mark.parametrize("values", [(), ("a", (), "b", "c")])
def test_what_is_wrong_is_refused(values: tuple[object, ...]) -> None:
    """Too few values and too many."""
    for kind in (_Quick, _Plain):
        with pytest.raises(TypeError):
            kind(*values)  # type: ignore[arg-type] # that is what is tried


@pytest.mark.parametrize("kind", [_Made, _Later, _Open])
def test_other_classes_are_refused(kind: type[object]) -> None:
    """A class that does more than to fill slots would lose that."""
    with pytest.raises((TypeError, AttributeError, KeyError)):
        fill_slots(kind)
