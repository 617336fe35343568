"""YAML text → its values alone, because that is all that is asked of a file without a fault, and is quick.

What is anything but a plain record is left to the composer, which reads the text again and tells the faults.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from build_tools.read.composer import CONTROL, DEEPEST, LOADER
from build_tools.read.scalars import Value, resolve_scalar


class _Unusual(Exception):
    """The text has something in it that the composer must judge."""


def read_values(source: str) -> Value:
    """The value that the composer would give; None where it would tell a fault or finds nothing."""
    loader = LOADER(source)
    try:
        # a value can only have control characters by an escape: bare ones were refused before
        return _read_document(loader.get_event, _Reader(escaped="\\" in source))
    except (_Unusual, yaml.YAMLError):
        return None
    finally:
        loader.dispose()


def _read_document(next_event: Callable[[], yaml.Event], reader: _Reader) -> Value:
    """The value of the one document."""
    takes: dict[type[yaml.Event], Callable[[Any], None]] = {
        yaml.ScalarEvent: reader.take_scalar,
        yaml.MappingStartEvent: reader.open_mapping,
        yaml.SequenceStartEvent: reader.open_list,
        yaml.MappingEndEvent: reader.close,
        yaml.SequenceEndEvent: reader.close,
    }
    _expect_event(yaml.StreamStartEvent, next_event())
    _expect_event(yaml.DocumentStartEvent, next_event())
    # by exact type: there are thousands of events, and a chain of `isinstance` takes longer
    while take := takes.get(type(event := next_event())):
        take(event)
    _expect_event(yaml.DocumentEndEvent, event)
    _expect_event(yaml.StreamEndEvent, next_event())
    return reader.whole[0]


def _expect_event(kind: type[yaml.Event], event: yaml.Event) -> None:
    if type(event) is not kind:
        raise _Unusual


class _Reader:
    """The collections that are open while events are taken."""

    def __init__(self, *, escaped: bool) -> None:
        self.whole: list[Value] = []
        """Holds the document's value at the end."""
        self._escaped = escaped
        self._around: list[tuple[Any, bool]] = []
        self._top: Any = self.whole
        self._keyed = False
        """Whether the innermost open collection is a mapping."""
        self._key: str | None = None
        """The key of the value that comes next."""

    def take_scalar(self, event: Any) -> None:
        """A key, or a value."""
        text: str = event.value
        if self._keyed and self._key is None:
            if text in self._top or (text == "<<" and not event.style):
                raise _Unusual
            if event.anchor is not None or event.tag is not None:
                raise _Unusual
            self._key = text
        elif not event.style:
            self._put_value(event, resolve_scalar(text))
        elif self._escaped and CONTROL.search(text):
            raise _Unusual
        else:
            self._put_value(event, text)

    def open_mapping(self, event: Any) -> None:
        """A mapping begins."""
        self._open_collection(event, {})

    def open_list(self, event: Any) -> None:
        """A list begins."""
        self._open_collection(event, [])

    def close(self, _event: Any) -> None:
        """The innermost collection ends."""
        self._top, self._keyed = self._around.pop()

    def _open_collection(self, event: Any, value: Any) -> None:
        if len(self._around) >= DEEPEST or (self._keyed and self._key is None):
            raise _Unusual
        self._put_value(event, value)
        self._around.append((self._top, self._keyed))
        self._top, self._keyed = value, isinstance(value, dict)

    def _put_value(self, event: Any, value: Value) -> None:
        if event.anchor is not None or event.tag is not None:
            raise _Unusual
        if self._keyed:
            self._top[self._key] = value
            self._key = None
        else:
            self._top.append(value)
