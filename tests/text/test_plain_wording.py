"""Values in words: one number of a statement everywhere, amounts with *of*, hosts as they are read."""

from __future__ import annotations

import pytest

from build_tools.model.record import Figure, Record
from build_tools.text.claim_words import write_counted, write_figure
from build_tools.text.english import claim_name, figure_words, get_host, tell_times
from tests.relate.make import claim, record


def test_a_statement_is_named_by_the_number_of_its_id() -> None:
    """Its label and its published address agree, in whatever order a record has its statements."""
    made: Record = record("bugle", claim("p1c1"), claim("p1c3"), claim("p1c2"), claim("p2c1"))
    names = {c.id: claim_name(c, made).replace("\u00a0", " ") for c in made.claims}
    assert names == {"p1c1": "¶ 1.1", "p1c3": "¶ 1.3", "p1c2": "¶ 1.2", "p2c1": "¶ 2"}


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ({"vague": "hundreds"}, "hundreds of sacks"),
        ({"vague": "hundreds of thousands"}, "hundreds of thousands of sacks"),
        ({"vague": "large portion"}, "large portion of sacks"),
        ({"vague": "not before May"}, "not before May sacks"),
        ({"value": 1200, "qualifier": "around"}, "around 1,200 sacks"),
        ({"range": [2, 3]}, "2–3 sacks"),
    ],
)
def test_a_vague_amount_takes_of(amount: dict[str, object], words: str) -> None:
    """On pages and in cells alike; a number does not, nor what is no amount."""
    figure = Figure.model_validate({"unit": "sacks", **amount})
    assert write_counted(figure) == write_figure(figure) == figure_words(figure, "") == words


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.example.org/a", "example.org"),
        ("https://www.xn--mnchen-3ya.example/a", "münchen.example"),
        ("https://xn--zzzzzzzzzz-.example/", "xn--zzzzzzzzzz-.example"),
        ("https://münchen.example/", "münchen.example"),
    ],
)
def test_a_host_is_shown_as_it_is_read(address: str, host: str) -> None:
    """Its encoded letters are decoded where they can be; else it stays as it is."""
    assert get_host(address) == host


def test_how_often_is_told_in_words() -> None:
    """`Told twice`."""
    assert [tell_times(number) for number in (1, 2, 3)] == ["once", "twice", "3 times"]
