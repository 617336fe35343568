"""YAML text → values, marks and faults, event by event, because a fault must say where.

Only the part of YAML that a record needs: one document of mappings, lists and scalars. Anchors, aliases,
tags, merge keys and doubled keys are faults. The text is read as events, so depth costs no recursion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.model.material import Loc
from build_tools.read.scalars import Value, resolve_scalar
from build_tools.text.terminal import quote_value

# `claims.*.chain.*.after.*` is six deep: no record comes near
DEEPEST = 32
# not printable in YAML 1.2, and what PyYAML, which reads 1.1, takes for ends of lines
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]|\ufeff")
_SYNTAX = (
    ("mapping values are not allowed", "If the colon belongs to the text, put the text in quotation marks."),
    (
        "cannot start any token",
        "Indent with spaces; put text that begins with @ ` % or a tab in quotation marks.",
    ),
    ("found a tab character", "Put spaces in the place of each tab: YAML indents with nothing else."),
    ("scanning a quoted scalar", "Close the quotation mark; inside '…' an apostrophe is written twice."),
)
"""The parser's words for the commonest slips → what to do."""
_CLOSE = _SYNTAX[-1][1]
_WHOLE = 'Put the whole text between \'…\', or write \\" for each mark inside "…".'
_OPENED = ("quoted scalar", "flow sequence", "flow mapping")
"""What the parser says that it was in where something was opened that must be closed."""
# libyaml gives the same events, faster; PyYAML may be built without it
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class _Open:
    """A mapping or list that has begun and not ended."""

    value: list[Any] | dict[str, Any]
    loc: Loc
    key: str | None = None
    first: dict[str, int] = field(default_factory=dict)
    """Line on which each key stood first."""


class Composer:
    """Events → values, marks and faults."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.value: Value = None
        self.marks: dict[Loc, tuple[int, int]] = {}
        self.keys: dict[Loc, tuple[int, int]] = {}
        self.faults: list[Fault] = []
        self.documents = 0
        self.complete = False
        self._stack: list[_Open] = []
        self._quoted: Any = None
        """The text in quotation marks that was read last, if nothing else was since."""

    def read_events(self, source: str) -> None:
        """Take every event; a syntax error ends the reading with a fault."""
        try:
            for event in yaml.parse(source, Loader=LOADER):
                if not self._take_event(event):
                    return
            self.complete = True
        except yaml.MarkedYAMLError as error:
            self._add_syntax_fault(error, source)

    def _take_event(self, event: yaml.Event) -> bool:
        quoted = isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"')
        self._quoted = event if quoted else None
        if isinstance(event, yaml.DocumentStartEvent):
            return self._take_document(event)
        if isinstance(event, yaml.NodeEvent):
            return self._take_node(event)
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._close_collection()
        return True

    def _take_document(self, event: yaml.Event) -> bool:
        self.documents += 1
        if self.documents > 1:
            self._add_fault(event, "Y111", "A second document begins here.")
        return self.documents == 1

    def _take_node(self, event: yaml.NodeEvent) -> bool:
        top = self._stack[-1] if self._stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            return self._take_key(event, top)
        self._refuse_event(event)
        loc = self._find_loc(top)
        self.marks[loc] = self._find_mark(event, loc)
        value = self._read_value(event)
        self._put_value(top, value)
        if isinstance(value, (dict, list)):
            if len(self._stack) >= DEEPEST:
                self._add_fault(event, "Y112", f"This is nested more than {DEEPEST} levels deep.")
                return False
            self._open_collection(value, loc)
        return True

    def _open_collection(self, value: list[Any] | dict[str, Any], loc: Loc) -> None:
        self._stack.append(_Open(value, loc))

    def _close_collection(self) -> None:
        self._stack.pop()

    def _take_key(self, event: yaml.NodeEvent, top: _Open) -> bool:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse_event(event)
            self._add_fault(event, "Y113", "The key is a list, a mapping or an alias.")
            return False
        self._refuse_event(event)
        key = event.value
        # in quotation marks it is a key like any other
        if key == "<<" and not event.style:
            self._add_fault(event, "Y110", "A merge key does not belong in a record.")
        line, column = _find_place(event)
        if key in top.first:
            self._add_fault(
                event, "Y107", f"The key {quote_value(key)} stands on line {top.first[key]} already."
            )
        top.first.setdefault(key, line)
        top.key = key
        loc = (*top.loc, key)
        # of doubled keys the first one counts, as of their values
        if loc not in self.keys:
            self.keys[loc] = (line, column)
        return True

    def _read_value(self, event: yaml.NodeEvent) -> Value:
        if isinstance(event, yaml.MappingStartEvent):
            return {}
        if isinstance(event, yaml.SequenceStartEvent):
            return []
        if not isinstance(event, yaml.ScalarEvent):
            return None
        if match := CONTROL.search(event.value):
            self._add_fault(event, "Y105", f"The text has the character U+{ord(match[0]):04X}, by an escape.")
        # what is quoted is text, whatever it looks like
        return str(event.value) if event.style else resolve_scalar(event.value)

    def _refuse_event(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._add_fault(
                event, "Y108", f"The alias {quote_value(f'*{event.anchor}')} does not belong in a record."
            )
        elif event.anchor is not None:
            self._add_fault(
                event, "Y108", f"The anchor {quote_value(f'&{event.anchor}')} does not belong in a record."
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._add_fault(event, "Y109", f"The tag {quote_value(tag)} does not belong in a record.")

    def _find_loc(self, top: _Open | None) -> Loc:
        if top is None:
            return ()
        return (*top.loc, len(top.value) if isinstance(top.value, list) else str(top.key))

    def _find_mark(self, event: yaml.NodeEvent, loc: Loc) -> tuple[int, int]:
        # an empty value has no place of its own; its key’s is shown
        unwritten = isinstance(event, yaml.ScalarEvent) and not event.value and not event.style
        return self.keys.get(loc, _find_place(event)) if unwritten else _find_place(event)

    def _put_value(self, top: _Open | None, value: Value) -> None:
        if top is None:
            self.value = value
        elif isinstance(top.value, list):
            top.value.append(value)
        else:
            top.value.setdefault(str(top.key), value)
            top.key = None

    def _add_fault(self, event: yaml.Event, code: str, message: str) -> None:
        self.faults.append(make_fault_at(self.path, *_find_place(event), code, message))

    def _add_syntax_fault(self, error: yaml.MarkedYAMLError, source: str) -> None:
        words = " ".join(str(part) for part in (error.context, error.problem) if part)
        remedy = next((advice for sign, advice in _SYNTAX if sign in words), "")
        if swallowed := self._find_swallowed(error):
            last = swallowed.end_mark.line + 1
            words = (
                f"the text in quotation marks that begins here ends on line {last}, and more follows there"
            )
            remedy = _CLOSE
        elif closed := self._find_closed(error):
            words = f"the text in quotation marks ends at column {closed.end_mark.column}, and more follows"
            remedy = _WHOLE
        line, column = _find_place(swallowed) if swallowed else _locate_error(error)
        last = source.count("\n") + 1
        # at the end of the text the parser may point behind the last line
        where = (line, column) if line <= last else (last, 1)
        self.faults.append(
            make_fault_at(self.path, *where, "Y106", f"The YAML cannot be read: {words}.", remedy)
        )

    def _find_swallowed(self, error: yaml.MarkedYAMLError) -> Any:
        """A text of several lines that ends where the error is: another mark closed it than its own."""
        text, mark = self._quoted, error.problem_mark
        if text is None or mark is None or text.start_mark.line == text.end_mark.line:
            return None
        return text if mark.line == text.end_mark.line else None

    def _find_closed(self, error: yaml.MarkedYAMLError) -> Any:
        """A text in quotation marks with more behind it on its line: a mark inside it has closed it."""
        text, mark = self._quoted, error.problem_mark
        if text is None or mark is None or "expected" not in (error.problem or ""):
            return None
        return text if text.end_mark.line == mark.line and text.end_mark.column <= mark.column else None


def _locate_error(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Line and column; of what was never closed, where it opens: the end of the file helps nobody."""
    mark = error.problem_mark or error.context_mark
    opened = error.context_mark if any(sign in (error.context or "") for sign in _OPENED) else None
    if opened and mark and opened.line < mark.line:
        mark = opened
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _find_place(event: yaml.Event) -> tuple[int, int]:
    """Line and column at which an event begins, 1-based."""
    mark: Any = event.start_mark
    return mark.line + 1, mark.column + 1
