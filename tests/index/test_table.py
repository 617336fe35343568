"""Tables note every way of reading them, and their digests differ where, and only where, rows do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.index.table import Read, ReadLog, SharedValue, Table

ROWS = {"a": 1, "b": 2}
WHOLE = (("rows", None),)
Rows = Table[str, int]
READINGS: dict[str, tuple[Callable[[Rows], object], tuple[Read, ...]]] = {
    "a row": (lambda t: t["a"], (("rows", "a"),)),
    "a row if there is one": (lambda t: t.get("a"), (("rows", "a"),)),
    "a row that is not there": (lambda t: t.get("x"), (("rows", "x"),)),
    "whether there is one": (lambda t: "a" in t, (("rows", "a"),)),
    "whether there is none": (lambda t: "x" not in t, (("rows", "x"),)),
    "two rows, one twice": (lambda t: (t["b"], t["a"], t["b"]), (("rows", "b"), ("rows", "a"))),
    "its keys": (lambda t: list(t.keys()), WHOLE),
    "all keys in a loop": (list, WHOLE),
    "how many": (len, WHOLE),
    "whether it is empty": (bool, WHOLE),
    "its values": (lambda t: list(t.values()), WHOLE),
    "its items": (lambda t: list(t.items()), WHOLE),
    "a row, then all": (lambda t: (t["a"], list(t)), WHOLE),
    "whether it equals another": (lambda t: t == {}, WHOLE),
}

_KEYS = st.text("ab#1", min_size=1, max_size=3)
_TABLES = st.dictionaries(_KEYS, st.integers(0, 3), max_size=4)


def _make(rows: dict[str, int], log: ReadLog | None = None) -> Rows:
    return Table("rows", rows, log or ReadLog())


@pytest.mark.parametrize("name", READINGS)
def test_every_reading_is_noted(name: str) -> None:
    """However a page asks a table, the rows that its answer depends on are noted, each once."""
    read, expected = READINGS[name]
    log = ReadLog()
    read(_make(ROWS, log))
    assert log.reads() == expected
    log.start()
    assert log.reads() == ()


@given(_TABLES, _TABLES, _KEYS)
def test_digests_differ_where_rows_do(one: dict[str, int], other: dict[str, int], key: str) -> None:
    """Of a row: another value, or that it is not there; of a table: another row, key or order."""
    for name in {key, *one, *other}:
        assert (_make(one).digest_row(name) == _make(other).digest_row(name)) == (
            one.get(name) == other.get(name)
        )
    same = list(one.items()) == list(other.items())
    assert (_make(one).digest_row(None) == _make(other).digest_row(None)) == same


def test_whoever_shares_a_value_has_read_what_it_was_made_from() -> None:
    """It is made once; its rows are noted for each who asks, and nothing else that was read before."""
    log = ReadLog()
    table = Table("one", {"a": 1, "b": 2}, log)
    known: dict[str, SharedValue[int]] = {}
    made: list[str] = []

    def make() -> int:
        made.append("a")
        return table["a"]

    assert table["b"] + log.share(known, "a", make) == 3
    assert log.reads() == (("one", "b"), ("one", "a"))
    log.start()
    assert log.share(known, "a", make) == 1
    assert log.reads() == (("one", "a"),)
    assert made == ["a"]


def test_a_value_that_cannot_be_made_is_not_shared() -> None:
    """What was read before stays noted."""
    log = ReadLog()
    table = Table("one", {"a": 1}, log)
    assert table["a"] == 1
    with pytest.raises(KeyError):
        log.share({}, "x", lambda: table["x"])
    assert ("one", "a") in log.reads()
