"""Plans of files → the files in the new site: taken over where nothing changed, else made piece by piece.

A piece that is as new as what it reads is cut out of the file of the last site: so one changed record makes
one piece of each download, and the others are joined around it.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b, sha256

from build_tools.index import Index
from build_tools.model.artifact import FilePiece, FilePlan
from build_tools.model.fault import Fault
from build_tools.row_states import RowStates
from build_tools.site.guard_state import FilePrints, GuardNews
from build_tools.site.leaks import FileSearch
from build_tools.site.page_store import PageStore
from build_tools.site.site_tree import SiteTree
from build_tools.site.stored_rows import StoredFile, StoredPiece, open_stored_file
from build_tools.timings import ProgressCallback

_EDGE = 4_000
"""Bytes of what stands beside a new piece that are looked at with it: nine words may begin or end there."""
_BESIDE = 8
"""Parts in which these are looked for."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a file as it is written."""

    content: bytes
    new: bool
    """Whether it is a piece that was made in this build."""
    key: str | None = None
    """Of a piece; None for what stands between pieces."""
    reads: array[int] | None = None
    """Numbers of the rows that a piece was made from."""


class FileBuilder:
    """All files of one build that are no pages."""

    def __init__(
        self, index: Index, states: RowStates, store: PageStore, tree: SiteTree, news: GuardNews
    ) -> None:
        self._index = index
        self._states = states
        self._store = store
        self._tree = tree
        self._guard = news.guard
        self._news = news
        self._rows = store.read_files()
        """Of the last build, by path; those of this build's files are taken out."""
        self.measured: dict[str, tuple[int, str]] = {}
        """Of every file: its bytes, and their SHA-256."""
        self.faults: list[Fault] = []
        """Captured text that files repeat."""

    def build_files(self, plans: Iterable[FilePlan], progress: ProgressCallback = lambda *_: None) -> None:
        """Write every file, or take it over."""
        # a plan is let go once it is carried out: what it shares with others is then freed with the last
        waiting = deque(plans)
        total = len(waiting)
        while waiting:
            self._build_file(waiting.popleft())
            progress("files", total - len(waiting), total)
        self._store.remove_files(self._rows)

    def _build_file(self, plan: FilePlan) -> None:
        path, shape = plan.path, _digest_shape(plan)
        stored = open_stored_file(path, self._rows.pop(path, None))
        pieces = stored.pieces if stored else ()
        fresh = {piece.key: piece for piece in pieces if self._states.is_fresh(piece.reads)}
        if stored and stored.shape == shape and len(fresh) == len(stored.pieces):
            if self._keep_file(path, stored):
                self.measured[path] = stored.stamp[0], stored.sha256
                return
            fresh = {}
        old = self._tree.read_old(path, stored.stamp) if stored and fresh else None
        parts = [self._make_part(part, fresh, old) for part in plan.parts]
        content = plan.finish([part.content for part in parts])
        same = stored if old is not None and stored is not None and stored.shape == shape else None
        prints = self._search_file(plan, parts, content, same)
        digest = sha256(content).hexdigest()
        stamp = self._tree.write_file(path, content)
        self._store.put_file(path, StoredFile(shape, stamp, tuple(_place_pieces(parts)), digest, prints))
        self.measured[path] = len(content), digest

    def _make_part(
        self, part: FilePiece | bytes, fresh: Mapping[str, StoredPiece], old: bytes | None
    ) -> _Part:
        if isinstance(part, bytes):
            return _Part(part, new=False)
        stored = fresh.get(part.key)
        if stored and old is not None:
            content = old[stored.start : stored.start + stored.size]
            return _Part(content, False, part.key, stored.reads)
        self._index.start_reading()
        content = part.make()
        return _Part(content, True, part.key, self._states.number_reads(self._index.list_reads()))

    def _keep_file(self, path: str, stored: StoredFile) -> bool:
        """Whether the file is as it was, and is in the new site; what is new to be looked for, is then."""
        if not self._tree.keep_file(path, stored.stamp):
            return False
        if self._guard and self._news.may_be_in(stored.prints):
            content = self._tree.read_old(path, stored.stamp)
            if content is None:
                return False
            prints = self._search_whole(path, content, printing=True)
            self._store.put_file(path, stored._replace(prints=prints))
        return True

    def _search_whole(self, path: str, content: bytes, *, printing: bool = False) -> FilePrints | None:
        """Note the leaks of a file; what is remembered of it."""
        if not self._guard:
            return None
        search = FileSearch(self._guard, str(self._tree.folder), printing=printing)
        self.faults += search.search_file(path, content)
        return search.tell_prints()

    def _search_file(
        self, plan: FilePlan, parts: Sequence[_Part], content: bytes, same: StoredFile | None
    ) -> FilePrints | None:
        """The same of one that was made.

        `same`: nothing but new pieces tells the file from this one, which was looked at then.
        """
        if not self._guard or not same or self._news.may_be_in(same.prints):
            return self._search_whole(plan.path, content)
        printing = bool(same.prints and same.prints.words)
        search = FileSearch(self._guard, str(self._tree.folder), printing=printing)
        for stretch in _list_new(plan, parts):
            self.faults += search.search_file(plan.path, stretch)
        return search.tell_prints(same.prints) if same.prints else None


def _digest_shape(plan: FilePlan) -> bytes:
    # 128 bits: nobody forges the archive’s own files, and a digest is kept for each of them
    whole = blake2b(digest_size=16)
    for part in plan.parts:
        content = part if isinstance(part, bytes) else part.key.encode()
        # with kind and length, or parts cut elsewhere could have one digest
        whole.update(b"%d %d " % (isinstance(part, bytes), len(content)) + content)
    return whole.digest()


def _place_pieces(parts: Iterable[_Part]) -> Iterator[StoredPiece]:
    at = 0
    for part in parts:
        if part.key is not None and part.reads is not None:
            yield StoredPiece(part.key, part.reads, at, len(part.content))
        at += len(part.content)


def _list_new(plan: FilePlan, parts: Sequence[_Part]) -> Iterator[bytes]:
    """New pieces, as they can be read: in a file that packs its parts, a file of them alone."""
    if plan.end:
        yield plan.finish([part.content for part in parts if part.new])
        return
    contents = [part.content for part in parts]
    for at, part in enumerate(parts):
        if part.new:
            before, after = b"".join(contents[max(at - _BESIDE, 0) : at]), contents[at + 1 : at + 1 + _BESIDE]
            yield before[-_EDGE:] + part.content + b"".join(after)[:_EDGE]
