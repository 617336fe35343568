"""PDFs: paragraphs of pages out of printed lines, and a word for what cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.capture_text import FormName
from build_tools.model.clean import Kind
from build_tools.model.unreadable import UnreadableCapture
from tests.capture.packing import TITLE, pack_pdf
from tests.capture.reading import cleaned, extracted, stated

HEAD = [(20, 580, 8, "Ashby Courier 14 November")]


def page(number: int, *lines: tuple[int, int, int, str]) -> list[tuple[int, int, int, str]]:
    """A page with its running head and its number."""
    return [*HEAD, *lines, (200, 10, 8, str(number))]


PAGES = [
    page(
        1,
        (20, 550, 18, "Ferry to Henney"),
        (20, 530, 18, "stops for the winter"),
        (20, 500, 10, "The ferry has stopped, the harbour office said, and the har-"),
        (20, 488, 10, "bour master told the council that nobody crosses before the"),
        (20, 476, 10, "ice has gone."),
        (30, 464, 10, "About 240 people live on the island, where a long-term lease"),
        (20, 452, 10, "and a long-"),
        (20, 440, 10, "term plan were promised."),
        (20, 410, 14, "A bridge instead"),
        (20, 390, 10, "The council will vote in January on a footbridge that would"),
        (20, 378, 10, "cost 1.2 million crowns."),
        (20, 354, 10, "Half of it is lent, and the other half has yet to be found by"),
        (20, 342, 10, "those who want it."),
    ),
    page(
        2,
        (20, 550, 10, "Flour came on Tuesday, in the left column of the page."),
        (20, 538, 10, "It goes on in the"),
        (220, 550, 10, "right one and ends there."),
    ),
    page(3, (20, 550, 10, "The rest is on the third page, with a (bracket) in it.")),
]
REPORT = pack_pdf(PAGES, title="report.docx")


def test_paragraphs_are_told_from_printed_lines() -> None:
    """By indents, gaps and sizes; divided words are made whole, and those with a hyphen keep it."""
    result = cleaned(REPORT)
    assert extracted(REPORT).form is FormName.PDF
    assert [(p.id, p.text) for p in result.paragraphs] == [
        ("title", TITLE),
        (
            "pg1p1",
            (
                "The ferry has stopped, the harbour office said, and the harbour master told the council"
                " that nobody crosses before the ice has gone."
            ),
        ),
        (
            "pg1p2",
            (
                "About 240 people live on the island, where a long-term lease and a long-"
                " term plan were promised."
            ),
        ),
        ("h1", "A bridge instead"),
        (
            "pg1p3",
            "The council will vote in January on a footbridge that would cost 1.2 million crowns.",
        ),
        (
            "pg1p4",
            "Half of it is lent, and the other half has yet to be found by those who want it.",
        ),
        (
            "pg2p1",
            (
                "Flour came on Tuesday, in the left column of the page."
                " It goes on in the right one and ends there."
            ),
        ),
        ("pg3p1", "The rest is on the third page, with a (bracket) in it."),
    ]


def test_what_every_page_has_is_no_paragraph() -> None:
    """Running heads and page numbers are removed, by rules of their own."""
    removed = [(line.rule, line.text) for line in cleaned(REPORT).lines if line.kind is Kind.OTHER_CHROME]
    assert removed == [
        rule_and_text
        for number in (1, 2, 3)
        for rule_and_text in (("running_head", HEAD[0][3]), ("page_number", str(number)))
    ]


def test_of_two_pages_the_head_of_both_is_no_paragraph() -> None:
    """At the same height; a first line that only reads alike is text."""
    found = {p.text for p in cleaned(pack_pdf(PAGES[:2])).body}
    assert not any("Ashby Courier" in text for text in found)
    lower = [
        [(20, 500, 10, "It rained."), (20, 480, 10, "And then it stopped.")],
        [(20, 460, 10, "It rained.")],
    ]
    assert sum("It rained." in p.text for p in cleaned(pack_pdf(lower)).body) == 2


def test_a_title_that_is_a_file_name_is_none() -> None:
    """Programs write it there; the day on which the PDF was made is not the day of publication."""
    assert stated(REPORT) == {"created": "2023-11-14T10:12:13+01:00"}
    assert stated(pack_pdf(PAGES, title=TITLE))["title"] == TITLE


NOT_READ = {
    "pictures": (pack_pdf([[], []]), "without a text layer"),
    "damaged": (b"%PDF-1.7\n1 0 obj\nendobj\n", "damaged"),
    "untold letters": (pack_pdf([[(20, 500, 10, "\x01\x02\x03\x04" * 9)]]), "fonts"),
}


@pytest.mark.parametrize(("content", "words"), NOT_READ.values(), ids=NOT_READ)
def test_what_has_no_text_is_refused(content: bytes, words: str) -> None:
    """With what to do."""
    with pytest.raises(UnreadableCapture, match=words) as refusal:
        extracted(content)
    assert refusal.value.code == "C120"


def test_drawing_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document could draw without end."""
    monkeypatch.setattr("build_tools.capture.printed_lines.MOST_OPERATIONS", 20)
    with pytest.raises(UnreadableCapture, match="more than 20 things"):
        extracted(REPORT + b" ")
    monkeypatch.undo()
    monkeypatch.setattr("build_tools.capture.printed_lines.MOST_LETTERS", 20)
    with pytest.raises(UnreadableCapture, match="more than 20 letters"):
        extracted(REPORT + b"\n")
    monkeypatch.setattr("build_tools.capture.pdf.MOST_PAGES", 2)
    with pytest.raises(UnreadableCapture, match="more than 2 pages"):
        extracted(REPORT + b"\n\n")


def test_a_small_file_may_not_draw_like_a_large_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it may draw, and how many pages it may have, go with its bytes."""
    monkeypatch.setattr("build_tools.capture.printed_lines.FEW_OPERATIONS", 10)
    monkeypatch.setattr("build_tools.capture.printed_lines.OPERATIONS_PER_BYTE", 0)
    with pytest.raises(UnreadableCapture, match="draws more than 10 things"):
        extracted(REPORT + b"\n ")
    monkeypatch.undo()
    monkeypatch.setattr("build_tools.capture.pdf.FEW_PAGES", 1)
    monkeypatch.setattr("build_tools.capture.pdf.BYTES_PER_PAGE", 1 << 30)
    with pytest.raises(UnreadableCapture, match="more than 1 pages"):
        extracted(REPORT + b"\n  ")


@given(st.data())
def test_no_damage_breaks_the_reader(data: st.DataObject) -> None:
    """Whatever byte is another one, the PDF is read with a ledger that adds up, or refused by name."""
    content = bytearray(REPORT)
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[at] = data.draw(st.integers(0, 255))
    try:
        cleaned(bytes(content))
    except UnreadableCapture as refusal:
        assert refusal.remedy  # noqa: PT017 - either is right
