"""What has read a row that changed is made anew, and nothing else, whatever happened to others before."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools import row_states
from build_tools.index import Index, Read
from build_tools.row_states import RowStates
from build_tools.site.page_store import PageStore

ROWS = [(table, key) for table in ("words", "signs") for key in "abc"]


class Words:
    """An index of two tables, one of which tells of all its rows at once."""

    def __init__(self, words: dict[Read, int]) -> None:
        self.words = words

    def digest_row(self, read: Read) -> bytes:
        """The state of a row: its word."""
        return b"%d" % self.words.get(read, 0)

    def digest_table(self, name: str) -> bytes | None:
        """The state of all rows, where the table tells it."""
        return (
            b"%d %d %d" % tuple(self.words.get((name, key), 0) for key in "abc") if name == "signs" else None
        )


@contextmanager
def _build(folder: Path, words: dict[Read, int]) -> Iterator[tuple[RowStates, PageStore]]:
    """A build in which these rows have these words."""
    store = PageStore(folder / "store.sqlite", "")
    store.begin_transaction()
    states = RowStates(cast("Index", Words(words)), store)
    states.compare_rows()
    yield states, store
    states.store_rows()
    store.commit()
    store.close()


@pytest.fixture(autouse=True)
def small() -> Iterator[None]:
    """Blocks of two rows: a handful of rows then does what a million does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(row_states, "_BLOCK", 2)
        yield


@given(
    st.lists(
        st.tuples(
            st.dictionaries(st.sampled_from(ROWS), st.integers(0, 3)),
            st.dictionaries(st.integers(0, 4), st.lists(st.sampled_from(ROWS), unique=True)),
        ),
        max_size=6,
    )
)
def test_a_page_is_made_anew_where_a_row_has_changed(
    builds: list[tuple[dict[Read, int], dict[int, list[Read]]]],
) -> None:
    """And only there: in each build words change, and some pages read other rows than before."""
    pages: dict[int, tuple[array[int], list[Read], list[bytes]]] = {}
    words: dict[Read, int] = {}
    with TemporaryDirectory() as folder:
        for changes, edited in builds:
            words |= changes
            index = Words(words)
            with _build(Path(folder), words) as (states, store):
                kept = store.count_blocks() > 0 or not pages
                for page, (numbers, reads, before) in list(pages.items()):
                    is_as_it_was = before == [*map(index.digest_row, reads)]
                    # an empty store keeps nothing: it begins anew where most rows are read by nobody
                    assert states.is_fresh(numbers) == (is_as_it_was and (kept or not reads))
                    again = edited.get(page, reads)
                    pages[page] = states.number_reads(again), again, [*map(index.digest_row, again)]
                for page in edited.keys() - pages.keys():
                    reads = edited[page]
                    pages[page] = states.number_reads(reads), reads, [*map(index.digest_row, reads)]


def test_what_is_told_late_is_taken_for_new(tmp_path: Path) -> None:
    """When rows are compared, nobody knows yet what it will be."""
    for _ in range(2):
        with _build(tmp_path, {}) as (states, _):
            late = states.number_reads([("download_facts", None)])
    with _build(tmp_path, {}) as (states, _):
        assert not states.is_fresh(late)


def test_rows_that_nobody_reads_any_more_are_forgotten(tmp_path: Path) -> None:
    """With all others: the next build makes every page, and the store is as small as at first."""
    for read in ROWS:
        with _build(tmp_path, {}) as (states, store):
            blocks = store.count_blocks()
            states.number_reads([read])
    assert blocks <= 1
