"""Names and those above each → the names that stand above themselves, in one walk and without recursion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


def find_circling(above: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """The names from which a way leads back to themselves.

    Tarjan’s algorithm for strongly connected components (1972), with a stack of its own: a chain may be
    longer than Python’s.
    """
    circling = {name for name, others in above.items() if name in others}
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_: list[str] = []
    unfinished: set[str] = set()
    for first in above:
        way: list[tuple[str, Iterator[str]]] = [(first, iter(()))] if first not in number else []
        while way:
            name, rest = way.pop()
            if name not in number:
                number[name] = lowest[name] = len(number)
                open_.append(name)
                unfinished.add(name)
                rest = iter(above.get(name, ()))
            for other in rest:
                if other not in number:
                    way += [(name, rest), (other, iter(()))]
                    break
                if other in unfinished:
                    lowest[name] = min(lowest[name], number[other])
            else:
                if way:
                    before = way[-1][0]
                    lowest[before] = min(lowest[before], lowest[name])
                if lowest[name] == number[name]:
                    circling.update(_close_component(name, open_, unfinished))
    return frozenset(circling)


def _close_component(name: str, open_: list[str], unfinished: set[str]) -> list[str]:
    """Take a component off the open names; one name by itself is no circle."""
    component = [open_.pop()]
    while component[-1] != name:
        component.append(open_.pop())
    unfinished.difference_update(component)
    return component if len(component) > 1 else []
