"""A source is said to name whom it has something from only where it does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.annotate.attributions import check_names, find_named
from build_tools.exports.ledger_files import drop_captured_text
from build_tools.model.clean import CleanText, Kind, Paragraph
from build_tools.model.material import Seed
from tests.annotate.make import clean_text, report, seed
from tests.relate.make import claim, link

TEXT = ("The Wire’s desk — “Old Hands” — told it first.", "It rained, the activists said, for days.")
CLEAN = clean_text(*TEXT, removed=("Menu", "More from Brackwater News"))


def stating(*links: dict[str, object], **fields: object) -> Seed:
    """A seed of two paragraphs whose claim in the first has these links."""
    return seed(report(claim("p1c1", chain=links, **fields), paragraphs=2))


def told(made: Seed, clean: CleanText | None = CLEAN) -> list[str]:
    """Codes of what is wrong with its attributions."""
    return [fault.code for fault in check_names(made, clean)]


@pytest.mark.parametrize(
    "named",
    [
        {"who": "The Wire's"},
        {"who": "the wire's DESK"},
        {"who": "the agency", "named": 'desk - "old hands"'},
        {"who": "The activists", "passage": "p2"},
        {"who": "Brackwater News", "passage": "outside"},
    ],
)
def test_a_name_is_found_in_the_passage_that_the_link_gives(named: dict[str, object]) -> None:
    """Letter case, quotation marks and dashes apart; by other words, elsewhere, or outside the article."""
    assert told(stating(link(**{"who": "", **named}))) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "named",
    [
        {"who": "The Wire", "passage": "p2"},
        {"who": "The Gazette"},
        {"who": "The Wire's", "named": "the Gazette"},
        {"who": "ire"},
        {"who": "Brackwater News"},
        {"who": "The activists", "passage": "outside"},
        {"who": "The Wire's", "passage": "standfirst"},
    ],
)
def test_what_the_passage_does_not_say_is_not_stated(named: dict[str, object]) -> None:
    """A105: another passage, another name, a part of a word; `named` takes the place of `who`."""
    assert told(stating(link(**{"who": "", **named}))) == ["A105"]  # type: ignore[arg-type]


def test_captions_and_standfirsts_are_passages() -> None:
    """What a caption names, it states."""
    caption = Paragraph("caption", Kind.CAPTION, "Photo: The Gazette", (98,))
    clean = replace(CLEAN, paragraphs=(*CLEAN.paragraphs, caption))
    assert told(stating(link("The Gazette", passage="caption")), clean) == []


def test_every_stated_link_is_looked_up_at_its_place() -> None:
    """In named chains, in a claim's own, and in what is written as printed; what is inferred is not."""
    wrong = {"who": "The Gazette", "passage": "p1"}
    record = report(
        claim("p1c1", chain="wire"),
        claim("p1c2", chain=[link("The Gazette"), link("Nobody", inferred=True)], printed=[wrong]),
        paragraphs=2,
        chains={"wire": [link("the Times")]},
    )
    marks = {
        ("chains", "wire", 0, "passage"): (3, 4),
        ("claims", 1, "chain", 0, "passage"): (5, 6),
        ("claims", 1, "printed", 0, "passage"): (7, 8),
    }
    found = list(check_names(seed(record, *marks.items()), CLEAN))
    assert [(fault.line, fault.column) for fault in found] == [(3, 4), (5, 6), (7, 8)]
    assert "“the Times” is not in passage p1 of the capture quay.txt." in found[0].message


CAPTURE = {"file": "quay.txt", "sha256": "0" * 64, "bytes": 0}


def test_without_the_capture_the_ledger_proves_it() -> None:
    """A106: a clone that has no captures holds the record against what was found where they are."""
    chain = [link("The Wire's"), link("The activists", passage="p2")]
    record = report(claim("p1c1", chain=chain), paragraphs=2, capture=CAPTURE)
    proof = replace(drop_captured_text(CLEAN), named=find_named(record, CLEAN))
    made = replace(seed(record), ledger=proof)
    assert proof.named == (("p1", "The Wire's"), ("p2", "The activists"))
    assert told(made, None) == []
    other = report(claim("p1c1", chain=[*chain, link("Old Hands")]), paragraphs=2, capture=CAPTURE)
    assert told(replace(made, record=other), None) == ["A106"]


def test_a_record_without_capture_and_ledger_is_taken_at_its_word() -> None:
    """There is nothing to hold it against."""
    assert told(stating(link("The Gazette")), None) == []


def test_a_ledger_proves_nothing_that_was_not_found() -> None:
    """Making ledgers anew does not make a false attribution true."""
    record = report(claim("p1c1", chain=[link("The Gazette"), link("Old Hands")]), paragraphs=2)
    assert find_named(record, CLEAN) == (("p1", "Old Hands"),)
