"""YAML text → plain values, each with its place, because a fault must say where and YAML must not surprise.

Places cost more than the values, and most files never need one: they are found out when first asked for.
"""

from __future__ import annotations

import codecs
import marshal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.model.material import Places
from build_tools.read.composer import CONTROL, Composer
from build_tools.read.scalars import Value
from build_tools.read.values import read_values
from build_tools.read.yaml_places import Composed, YamlMarks
from build_tools.text.english import count_noun
from build_tools.text.terminal import find_line_and_column

ValueReader = Callable[[str], Value]
"""A YAML text → its value; None where the composer must judge it."""


# rules look at one file after the other
@lru_cache(maxsize=2)
def _open_value(held: bytes) -> Value:
    """What was held as bytes, which this program made of plain values."""
    value: Value = marshal.loads(held)  # noqa: S302
    return value


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
        return _open_value(self.held) if isinstance(self.held, bytes) else self.held

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
