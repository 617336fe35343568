"""Numbers of rows come back as they were given."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.index import Read
from build_tools.row_numbers import UNKNOWN, RowNumbers

ROWS = st.tuples(st.sampled_from(["words", "signs", "marks"]), st.none() | st.text("abc", max_size=3))


@given(st.dictionaries(ROWS, st.integers(0, 2**32 - 2)), st.lists(ROWS))
def test_each_row_has_the_number_that_it_was_given(given_numbers: dict[Read, int], asked: list[Read]) -> None:
    """Those of other tables with the same key among them, and one without key; what has none has none."""
    numbers = RowNumbers()
    for read, number in given_numbers.items():
        numbers.put_number(read, number)
    rows = (*given_numbers, *asked)
    assert numbers.find_numbers(rows) == [given_numbers.get(row, UNKNOWN) for row in rows]


@given(st.lists(ROWS, min_size=1, max_size=40))
def test_the_last_number_counts(rows: list[Read]) -> None:
    """A row that is given another number has that one."""
    numbers = RowNumbers()
    for number, row in enumerate(rows):
        numbers.put_number(row, number)
    assert numbers.find_numbers(rows) == [len(rows) - 1 - rows[::-1].index(row) for row in rows]
