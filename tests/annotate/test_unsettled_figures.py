"""A figure that can be read in two ways is left, and asked of until the record settles it."""

from __future__ import annotations

from typing import Any

import pytest

from build_tools.annotate import annotate
from build_tools.annotate.unsettled_figures import ask_of_figures, find_unsettled
from build_tools.model.annotation import Layer, Motivation
from build_tools.model.archive import Document
from build_tools.model.fault import Severity
from build_tools.model.record import Record
from tests.annotate.make import clean_text, report, seed
from tests.relate.make import claim


def described(text: str, *claims: dict[str, object], language: str = "en", **fields: Any) -> Document:
    """The text as the only paragraph of a capture."""
    record = report(*claims, language=language, **fields)
    return annotate(seed(record), clean_text(text), (), ())


@pytest.mark.parametrize(
    ("text", "printed", "reason", "language"),
    [
        ("They sold 1.500 eels.", "1.500", "GROUP", "en"),
        ("Продали 1,500 рыб.", "1,500", "GROUP", "ru"),
        ("They sold 1.500-2.000 eels.", "1.500-2.000", "GROUP", "en"),
        ("The crew of 8-10,000 gulls.", "8-10,000", "SCALE", "en"),
        ("It cost $8-10,000 a year.", "$8-10,000", "SCALE", "en"),
        ("The catch rose from 3 to 50 thousand.", "3 to 50 thousand", "SCALE", "en"),
        ("They need 10m of it.", "10m", "LETTER", "en"),
        ("From 2 to 3m of it.", "2 to 3m", "LETTER", "en"),
        ("He spoke of 1985 boats.", "1985", "YEAR", "en"),
        ("The ferry sank on 05/10.", "05/10", "DAY", "en"),
        ("The ferry sank on 3/4 in rain.", "3/4", "DAY", "en"),
    ],
)
def test_what_is_asked(text: str, printed: str, reason: str, language: str) -> None:
    """Each is left out of the annotations, and asked of with its reason."""
    made = described(text, language=language)
    (asked,) = find_unsettled(made)
    assert (asked.passage, asked.printed, asked.doubt.name) == ("p1", printed, reason)
    captured = [a for a in made.annotations if a.target.layer is Layer.CAPTURE]
    assert not [a for a in captured if a.motivation is Motivation.FIGURE]


@pytest.mark.parametrize(
    "text",
    [
        "0.125 of it, 1,234.567 miles, 1.250 million eels, 2.375% more",
        "two to three million, 50 to 2,000 nets, $50 to $2,000, 2 to 30,000 gulls",
        "a few hundred gulls, a couple of hundred eels, two thirds of the men, one in five",
        "24/7, 9/11, 3/4 of a mile, 10/2022, pages 5/6/7",
        "the 2014 treaty, in 1985, about 2000 nets, Vell's 2019 fleet",
        "Article 12, a 155mm gun, a 5-3 win, at 11.30, version 1.2.3",
    ],
)
def test_what_is_not_asked(text: str) -> None:
    """What has one reading, or counts nothing in any, needs no answer."""
    assert find_unsettled(described(text)) == ()


@pytest.mark.parametrize(
    ("text", "settling"),
    [
        ("They sold 1.500 eels.", claim("p1c1", figures=[{"value": 1500, "unit": "eels"}])),
        ("They sold 1.500 eels.", claim("p1c1", figures=[{"value": 1.5, "unit": "tonnes"}])),
        ("A crew of 8-10,000.", claim("p1c1", figures=[{"range": [8000, 10000], "unit": "men"}])),
        ("He spoke of 1985 boats.", claim("p1c1", text="He spoke of boats in 1985.")),
        ("The ferry sank on 05/10.", claim("p1c1", text="The ferry sank.", when="2021-10-05")),
        ("The ferry sank on 05/10.", claim("p1c1", text="The ferry sank on 10 May 2021.")),
        ("They need 10m of it.", claim("p1c1", quotation="need 10m")),
    ],
)
def test_what_a_claim_settles(text: str, settling: dict[str, object]) -> None:
    """A figure, a date or the printed words in a claim of the passage settle it; elsewhere they do not."""
    assert find_unsettled(described(text, settling)) == ()
    record = report({**settling, "id": "p2c1", "quotation": None}, paragraphs=2)
    apart = annotate(seed(record), clean_text(text, "It rained."), (), ())
    assert len(find_unsettled(apart)) == 1


def test_what_a_note_settles() -> None:
    """A note on the passage that names the figure says that a person has seen it."""
    note = {"passage": "p1", "kind": "caution", "text": "What 10m is short for is not said."}
    assert find_unsettled(described("They need 10m of it.", notes=[note])) == ()


def asked_at(record: Record, *paragraphs: str) -> list[tuple[str, int, str]]:
    """Code, line and message of what is asked, with the places that a record's file would have."""
    made = seed(record, (("paragraphs",), (4, 13)), (("claims", 0, "id"), (7, 9)))
    faults = ask_of_figures([made], [annotate(made, clean_text(*paragraphs), (), ())])
    assert all(fault.severity is Severity.SUGGESTION for fault in faults)
    return [(fault.code, fault.line, fault.message) for fault in faults]


def test_where_it_is_asked() -> None:
    """E205 stands at the first claim of the passage, else where paragraphs are counted, once per figure."""
    record = report(claim("p2c1"), paragraphs=2)
    (above, below) = asked_at(record, "They need 10m, and 10m more.", "They sold 1.500 eels.")
    assert [fault[:2] for fault in (above, below)] == [("E205", 4), ("E205", 7)]
    assert "“10m” in p1 is left: does its letter multiply it" in above[2]
    assert "“1.500” in p2" in below[2]


def test_nothing_is_asked_without_the_text() -> None:
    """A record without its capture is whole in its own right."""
    made = seed(report(claim("p1c1", text="They sold 1.500 eels.")))
    assert ask_of_figures([made], [annotate(made, None, (), ())]) == ()
