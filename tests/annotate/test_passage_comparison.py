"""What a passage and its claims differ in is suggested; not what may be said in other words, or is judged."""

from __future__ import annotations

from typing import Any

import pytest

from build_tools.annotate import annotate
from build_tools.annotate.passage_comparison import compare_with_claims
from build_tools.model.fault import Severity
from tests.annotate.make import clean_text, report, seed
from tests.relate.make import claim

DAY = {"date": "2031-05-02", "basis": "stated"}


def told(text: str, *claims: dict[str, object], language: str = "en", **fields: Any) -> list[tuple[str, str]]:
    """Codes and messages for a text that is the only paragraph of a capture."""
    made = seed(report(*claims, language=language, published=DAY, **fields))
    faults = tuple(compare_with_claims([made], [annotate(made, clean_text(text), (), ())]))
    assert all(fault.severity is Severity.SUGGESTION for fault in faults)
    return [(fault.code, fault.message) for fault in faults]


def figure(value: object, unit: str = "sacks", **more: object) -> dict[str, object]:
    """A claim with one figure."""
    return claim("p1c1", figures=[{"value": value, "unit": unit, **more}])


def test_digits_that_changed_places_are_told_from_both_sides() -> None:
    """82 where the passage has 28: the number that is not there, and the one that is."""
    assert told("The miller lost 28 sacks.", figure(82)) == [
        ("E206", "p1c1 has 82, which p1 does not print."),
        ("E207", "No claim of p1 has “28”."),
    ]


@pytest.mark.parametrize(
    ("text", "given", "language"),
    [
        ("The miller lost 28 sacks.", figure(28), "en"),
        ("The miller lost twenty-eight sacks.", figure(28), "en"),
        ("The miller lost 28,500 sacks.", figure(28500), "en"),
        ("Мельник потерял 28 500 мешков.", figure(28500), "ru"),
        ("Der Müller verlor 28.500 Säcke.", figure(28500), "de"),
        ("It cost 1.5 million crowns.", figure(1500000, "crowns"), "en"),
        ("A month later a third was gone.", figure(33, "per cent"), "en"),
        ("A month later nothing was left.", figure(0), "en"),
        ("It cost $8-10,000.", claim("p1c1", figures=[{"range": [8000, 10000], "unit": "dollars"}]), "en"),
        ("De molenaar verloor achtentwintig zakken.", figure(28), "nl"),
        ("He lost hundreds of sacks.", claim("p1c1", figures=[{"vague": "hundreds", "unit": "sacks"}]), "en"),
        ("Two of the three men said so.", claim("p1c1"), "en"),
        ("The miller lost 28 sacks.", claim("p1c1", text="Of flour 28 sacks were lost."), "en"),
        ("The miller lost 28 sacks.", claim("p1c1", quotation="lost 28 sacks"), "en"),
        ("The miller lost 28 sacks.", claim("p1c1", note="That it was 28 is doubtful."), "en"),
    ],
)  # fmt: skip
def test_what_says_the_same_is_not_told(text: str, given: dict[str, object], language: str) -> None:
    """In words, in groups, as a share, in doubt, in a language whose words are not known, or by the way."""
    assert told(text, given, language=language) == []


def test_a_passage_without_a_claim_is_left_alone() -> None:
    """What an editor has left out on purpose is no oversight; nor is what a note names."""
    assert told("The miller lost 28 sacks.") == []
    note = {"passage": "p1", "kind": "context", "text": "The 28 sacks are his own."}
    assert told("The miller lost 28 sacks.", claim("p1c1"), notes=[note]) == []


def test_a_date_from_nowhere_is_told_until_it_says_where_it_is_from() -> None:
    """Of a claim and of a figure; a date that the passage has in any form, or may have, is not told."""
    dated = claim("p1c1", when="2031-04-30")
    assert told("The river rose to the mill.", dated) == [
        ("E208", "p1 does not print 2031-04-30, and nothing says from what it is inferred.")
    ]
    assert told("The river rose to the mill.", {**dated, "when_basis": "from ¶ 2"}) == []
    assert told("On 30 April 2031 the river rose.", dated) == []
    assert told("In April 2031 the river rose.", dated) == []
    assert told("He does not expect it before April.", dated) == []
    assert [code for code, _ in told("It is 28 sacks.", figure(28, as_of="2031-04"))] == ["E208"]
    assert told("It is 28 sacks.", figure(28, as_of="2031-04", inferred={"as_of": "from ¶ 2"})) == []


def test_a_date_that_no_claim_has_is_told() -> None:
    """Printed in figures, and not about the day of publication: that says when somebody spoke."""
    text = "The mill has stood since 3 June 1911, he said on 1 May 2031."
    assert told(text, claim("p1c1")) == [("E209", "No claim of p1 has “3 June 1911”.")]
    assert told(text, claim("p1c1", when="1911-06-03")) == []
    assert told(text, claim("p1c1", text="The mill is of June 1911.")) == []


def test_nothing_is_compared_without_the_text() -> None:
    """A record without its capture is whole in its own right."""
    made = seed(report(figure(82), published=DAY))
    assert not [*compare_with_claims([made], [annotate(made, None, (), ())])]
