"""YAML text → plain values, each with its place, because a fault must say where and YAML must not surprise.

Places cost more than the values, and most files never need one: they are found out when first asked for.
"""

from __future__ import annotations

import codecs
import marshal
from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Any

from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.model.material import Loc, Places
from build_tools.read.composer import CONTROL, Composer
from build_tools.read.scalars import Value
from build_tools.read.values import read_values
from build_tools.text.english import count_noun
from build_tools.text.terminal import find_line_and_column

YamlMark = tuple[int, int]
"""Line and column, 1-based."""
_FoundPlaces = tuple[dict[Loc, YamlMark], dict[Loc, YamlMark]]
"""Of the values and of the keys of a text."""
_LARGE = 4096
"""Values of a text whose places stay as they are. A record has some 300, whose places take 60 kB, and a sixth
of it as bytes; to open those of all findings for each of their faults would take longer than to find them."""
_OPEN = 2
"""What is open at a time of all that is held as bytes: rules look at one file after the other."""
ValueReader = Callable[[str], Value]
"""A YAML text → its value; None where the composer must judge it."""


@lru_cache(_OPEN)
def _open_bytes(held: bytes) -> Any:
    """What was held as bytes, which this program made: plain values alone."""
    return marshal.loads(held)  # noqa: S302 - as told


class Composed:
    """Where the keys and values of a text stand."""

    def __init__(self, source: str, composer: Composer | None = None) -> None:
        """Without a composer that has read the text, one reads it when a place is asked for."""
        self._source = source
        self._composer = composer
        self._places: _FoundPlaces | bytes | None = None

    def __reduce__(self) -> tuple[type[Composed], tuple[str]]:
        """Another process gets the text: it can find the places itself."""
        return Composed, (self._source,)

    def __eq__(self, other: object) -> bool:
        return self._source == other._source if isinstance(other, Composed) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._source)

    def _find_places(self) -> _FoundPlaces:
        if self._places is None:
            composer = self._composer or Composer("")
            if composer is not self._composer:
                composer.read_events(self._source)
            found, self._composer = (composer.marks, composer.keys), None
            self._places = marshal.dumps(found) if len(composer.marks) < _LARGE else found
        return _open_bytes(self._places) if isinstance(self._places, bytes) else self._places

    @property
    def values(self) -> Mapping[Loc, YamlMark]:
        """Places of values."""
        return self._find_places()[0]

    @property
    def before_values(self) -> Mapping[Loc, YamlMark]:
        """Places of keys, by the loc of their value; of what has none (a list's entry) its own."""
        values, keys = self._find_places()
        return ChainMap(keys, values)


class YamlMarks(Mapping[Loc, YamlMark]):
    """The places of a text as a mapping that is filled when it is first read."""

    def __init__(self, composed: Composed, *, of_keys: bool = False) -> None:
        self._composed = composed
        self._of_keys = of_keys

    @property
    def _known(self) -> Mapping[Loc, YamlMark]:
        return self._composed.before_values if self._of_keys else self._composed.values

    def __getitem__(self, loc: Loc) -> YamlMark:
        return self._known[loc]

    def __iter__(self) -> Iterator[Loc]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


@dataclass(frozen=True, slots=True)
class Tree:
    """A YAML file, read."""

    path: str
    source: str
    """The text, without a byte order mark."""
    held: Value | bytes
    """The value, or its bytes."""
    composed: Composed
    readable: bool
    """False where a fault of the YAML ended the reading, so that the value is incomplete."""

    @property
    def value(self) -> Value:
        """None where the text could not be read at all. Nobody changes it."""
        return _open_bytes(self.held) if isinstance(self.held, bytes) else self.held

    def pack(self) -> Tree:
        """The same with its value as bytes: a third of the memory, opened when it is asked for."""
        return replace(self, held=marshal.dumps(self.value))

    @property
    def places(self) -> Places:
        """Where each value stands."""
        return Places(self.path, YamlMarks(self.composed))

    @property
    def key_places(self) -> Places:
        """Where each key stands (for a list's entries: the value)."""
        return Places(self.path, YamlMarks(self.composed, of_keys=True))


_MOST_CONTROLS = 20
"""Control characters of one file that are told each by itself; a file that is no text has thousands."""


def make_unread(path: str, source: str = "") -> Tree:
    """A file of which nothing could be read."""
    return Tree(path, source, None, Composed("", Composer(path)), readable=False)


def _control_faults(path: str, source: str) -> Iterator[Fault]:
    matches = CONTROL.finditer(source)
    for told, match in enumerate(islice(matches, _MOST_CONTROLS), 1):
        others = sum(1 for _ in matches) if told == _MOST_CONTROLS else 0
        more = f", and {count_noun(others, 'further one')} below" if others else ""
        message = f"The control character U+{ord(match[0]):04X} stands here{more}."
        yield make_fault_at(path, *find_line_and_column(source, match.start()), "Y105", message)


def decode_yaml(path: str, content: bytes) -> tuple[str, tuple[Fault, ...]]:
    """The file's text without a byte order mark, line ends as LF; or a fault at the first wrong byte."""
    try:
        return _normalise_line_ends(content), ()
    except UnicodeDecodeError as error:
        # the error counts from after the byte order mark, the message from the start of the file
        wrong = len(content) - len(error.object) + error.start
    before = _normalise_line_ends(content[:wrong])
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    message = f"Byte {wrong} (0x{content[wrong]:02X}) is not UTF-8."
    return "", (make_fault_at(path, line, column, "Y104", message),)


def _normalise_line_ends(content: bytes) -> str:
    text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse_yaml(path: str, source: str, read: ValueReader = read_values) -> tuple[Tree, tuple[Fault, ...]]:
    """YAML text → tree and the faults of its YAML; never raises for a text.

    `read` gives what `read_values` gives: it may know the text already.
    """
    if faults := tuple(_control_faults(path, source)):
        return make_unread(path, source), faults
    if (value := read(source)) is not None:
        return Tree(path, source, value, Composed(source), readable=True), ()
    composer = Composer(path)
    composer.read_events(source)
    if composer.complete and composer.value is None and not composer.faults:
        composer.faults.append(make_fault_at(path, 1, 1, "Y114", "The file says nothing."))
    readable = composer.complete and composer.value is not None
    tree = Tree(path, source, composer.value, Composed(source, composer), readable)
    return tree, tuple(composer.faults)
