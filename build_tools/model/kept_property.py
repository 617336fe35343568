"""A property that is reckoned once, without the lock of `functools.cached_property`.

Up to Python 3.11 that takes a lock for each value, which takes longer than most of what blocks of a capture
are asked; of these there are as many as a capture has lines. No value here is made by two threads at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


class KeptProperty(Generic[Value]):
    """Of a class whose instances have a `__dict__`: there the value stands once it is known."""

    def __init__(self, reckon: Callable[[Any], Value]) -> None:
        self._reckon = reckon
        self._name = reckon.__name__
        self.__doc__ = reckon.__doc__

    def __get__(self, instance: Any, owner: type | None = None) -> Value:
        """The value; from now on it is found without this property."""
        value = self._reckon(instance)
        instance.__dict__[self._name] = value
        return value
