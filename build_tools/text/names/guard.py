"""People whose names must not appear + texts → who is named, and where; no message has a name in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.model.codes import make_fault_at
from build_tools.model.fault import Fault
from build_tools.model.protection import ProtectedPerson
from build_tools.text.names.search import share_name_search
from build_tools.text.terminal import find_line_and_column


class NameGuard:
    """The people whose names must not appear, ready to be looked for."""

    def __init__(self, people: Sequence[ProtectedPerson] = ()) -> None:
        self.people = tuple(people)
        self._search = share_name_search(tuple(tuple(person.names) for person in people))

    def __bool__(self) -> bool:
        return bool(self.people)

    def list_named(self, text: str) -> frozenset[str]:
        """The roles of those whom a text names."""
        return frozenset(self.people[place.person].role for place in self._search.find_names(text))

    def find_in_text(self, path: str, text: str, code: str) -> Iterator[Fault]:
        """A fault for each place of a text at which somebody is named, at its line and column."""
        for place in self._search.find_names(text):
            at = find_line_and_column(text, place.start)
            yield make_fault_at(path, *at, code, word_name(self.people[place.person].role))


def word_name(role: str) -> str:
    """What is said of a name that is found."""
    return f"The name of {role} stands here."
