"""What a site was searched for, and what it must not repeat now → the files to be looked through again.

A file that is as it was is searched again where something new may stand in it, which its print tells. Prints
are made when a file is looked through for the first time again: who adds no captures has no use for them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from hashlib import blake2b
from typing import Final, NamedTuple

from build_tools.text.copied_words import LeakGuard
from build_tools.text.word_prints import RunPrints

_SIZE: Final = 16
"""Bytes of a digest."""
PART_SIZE: Final = 8
"""Bytes of a digest by which a part is known again: what seems so is read."""
_MOST: Final = 30_000
"""New runs that are held against prints: of more, such as a year's captures at once, every file is read,
which takes no longer then."""


class GuardState(NamedTuple):
    """What all files of a site were searched for."""

    captures: Mapping[str, bytes] = {}
    """By source: a digest of the runs of its capture."""
    files: frozenset[str] = frozenset()
    """SHA-256 of captures."""
    facts: bytes = b""
    """Of what may be repeated: where it is another one, files that repeat any of it are read again."""


class FilePrints(NamedTuple):
    """What is remembered of a file that was searched, or of several together."""

    words: bytes | None
    """The print of their words; None until they are looked through for the first time again."""
    repeats: bool
    """Whether they repeat what may be repeated."""
    parts: tuple[bytes, ...]
    """How the digests of them, and of what is packed in them, begin."""


def describe_guard(guard: LeakGuard | None) -> GuardState:
    """What files are searched for now."""
    if not guard:
        return GuardState()
    told: defaultdict[str, blake2b] = defaultdict(lambda: blake2b(digest_size=_SIZE))
    for run, slug in guard.runs.items():
        told[slug].update(run.encode("utf-8", "surrogatepass") + b"\n")
    captures = {slug: digest.digest() for slug, digest in told.items()}
    free = repr((sorted({*guard.facts.phrases}), sorted(guard.facts.by_source.items())))
    facts = blake2b(free.encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()
    return GuardState(captures, frozenset(guard.files), facts)


class GuardNews:
    """What is new in what is searched for."""

    def __init__(self, before: GuardState, guard: LeakGuard | None) -> None:
        self.guard = guard
        self.state = now = describe_guard(guard)
        new = {slug for slug, digest in now.captures.items() if before.captures.get(slug) != digest}
        runs = guard.runs.items() if guard and new else ()
        needed = [run for run, slug in runs if slug in new]
        self._all = len(needed) > _MOST
        self._runs = RunPrints(() if self._all else needed)
        self._parts = {bytes.fromhex(digest)[:PART_SIZE] for digest in now.files - before.files}
        self._has_other_facts = now.facts != before.facts
        self._is_any = bool(needed)

    def may_be_in(self, prints: FilePrints | None) -> bool:
        """Whether a file that was searched for all that was there before has to be searched again."""
        if prints is None:
            # no captures were at hand
            return bool(self.state.captures or self.state.files)
        if (prints.repeats and self._has_other_facts) or not self._parts.isdisjoint(prints.parts):
            return True
        if prints.words is None or self._all:
            return self._is_any
        return self._runs.may_stand_in(prints.words)
