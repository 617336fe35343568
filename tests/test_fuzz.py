"""A few hostile archives in every run of the tests; `make fuzz` tries them for an hour."""

from __future__ import annotations

import random
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import find_foreign_elements, make_plain_pages, run_trials, try_seed
from benchmarks.hostile_text import write_hostile_text

_plain_pages = cache(make_plain_pages)


@settings(max_examples=10, derandomize=True, deadline=None)
@given(st.integers(1, 2**31))
def test_any_archive_becomes_pages_or_faults(seed: int) -> None:
    """Never a trace, never longer than ten seconds, never an element that plain text would not have made."""
    assert try_seed(seed, _plain_pages())


def test_what_is_not_escaped_is_found() -> None:
    """The search for foreign elements sees scripts, attributes that act, and broken tags."""
    plain = {"a": "<p>x</p>"}
    for html in ("<p><script>x</script></p>", '<p onclick="x">x</p>', "<p>a < b <b</p>"):
        assert list(find_foreign_elements({"a": html}, plain)), html
    assert not list(find_foreign_elements({"a": "<p>&lt;script&gt;</p>"}, plain))


def test_trials_are_told_by_kind() -> None:
    """The same seeds end in the same way, and each outcome is counted."""
    once, found = run_trials(iter(range(1, 4)), lambda: False)
    assert (sum(once.values()), found) == (3, [])
    assert once == run_trials(iter(range(1, 4)), lambda: False)[0]


def test_hostile_text_is_repeated_by_its_seed() -> None:
    """A find can be looked at again."""
    assert write_hostile_text(random.Random(7)) == write_hostile_text(random.Random(7))  # noqa: S311
