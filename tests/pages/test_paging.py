"""Pages of a long list: all rows once, and a few steps from any page to any other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.pages.paging import count_pages, list_page_keys, list_page_links, take_part


@given(st.integers(0, 60), st.integers(1, 7))
def test_each_row_stands_on_one_page(total: int, rows: int) -> None:
    """Whatever the length: none twice, none left out, and an empty list is a page as well."""
    every = range(total)
    parts = [take_part(every, "x/", key, rows) for key in list_page_keys(total, rows)]
    assert [row for part in parts for row in part.rows] == list(every)
    assert len(parts) == count_pages(total, rows)
    assert [row + 1 for part in parts for row in part.rows[:1]] == [part.first for part in parts if part.rows]


@given(st.integers(1, 5000), st.data())
def test_any_page_is_a_few_steps_away(pages: int, data: st.DataObject) -> None:
    """By going each time to the linked page nearest to the one wanted; and no page has many links."""
    here, wanted = (data.draw(st.integers(1, pages)) for _ in range(2))
    steps = 0
    while here != wanted:
        numbers = [link.number for link in list_page_links("x/", here, pages)]
        assert {1, here, pages} <= {*numbers}
        assert len(numbers) <= 30
        here = min(numbers, key=lambda number: abs(number - wanted))
        steps += 1
    assert steps <= 12
