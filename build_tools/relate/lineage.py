"""Origins → which of them are independent, because an origin may itself take from another (`after`).

An origin that comes after exactly one other is that other, retold: it collapses onto it, and so on up. One
that comes after several is a fork: nobody can tell which of them a given statement came from, so it keeps its
own name, but it is not independent of any of them, nor of another fork that shares one of them.

A source whose slug is an origin's id is that origin: a report that the archive came to hold.
"""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model.evidence import Origin


class Lineage:
    """What each origin comes after. What was found is remembered: every claim asks for the same few."""

    def __init__(self, origins: Iterable[Origin]) -> None:
        self._after = {o.id: o.after for o in origins}
        self._tops: dict[str, str] = {}
        self._behind: dict[str, frozenset[str]] = {}

    def path(self, name: str) -> tuple[str, ...]:
        """From an origin up to its ultimate one (or a fork), the origin first.

        A source's slug, or any name without an origin behind it, is its own path. Origins that come after one
        another in a circle count as one, under the first of their names.
        """
        path = {name: None}
        while len(above := self._after.get(name, ())) == 1:
            if above[0] in path:
                return (*path, self.ultimate(name))
            name = above[0]
            path[name] = None
        return tuple(path)

    def ultimate(self, name: str) -> str:
        """The origin at the top of the path."""
        way: dict[str, None] = {}
        while name not in self._tops:
            way[name] = None
            above = self._after.get(name, ())
            if len(above) != 1:
                self._tops[name] = name
            elif above[0] in way:
                circle = list(way)
                self._tops[name] = min(circle[circle.index(above[0]) :])
            else:
                name = above[0]
        top = self._tops[name]
        self._tops.update(dict.fromkeys(way, top))
        return top

    def ancestors(self, name: str) -> frozenset[str]:
        """Everything that an origin comes after, directly or not; ultimate names, without itself."""
        if name not in self._behind:
            self._behind[name] = self._find_ancestors(name)
        return self._behind[name]

    def _find_ancestors(self, name: str) -> frozenset[str]:
        seen: set[str] = set()
        waiting = [name]
        while waiting:
            for above in self._after.get(waiting.pop(), ()):
                if above not in seen:
                    seen.add(above)
                    waiting.append(above)
        return frozenset(self.ultimate(a) for a in seen) - {name}

    def independent(self, names: Iterable[str]) -> tuple[str, ...]:
        """The ultimate origins behind the names, those left out that are not independent of the rest; sorted.

        Adding an origin that comes after one already there never makes the result longer.
        """
        tops = sorted({self.ultimate(n) for n in names})
        behind = {t: self.ancestors(t) for t in tops}
        kept: list[str] = []
        for top in tops:
            derived = any(o in behind[top] and (top not in behind[o] or o < top) for o in tops)
            if not derived and not any(behind[top] & behind[k] for k in kept):
                kept.append(top)
        return tuple(kept)
