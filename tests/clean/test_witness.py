"""A second reader beside cleaning: when it speaks, when it is silent, and when it is not there."""

from __future__ import annotations

import pytest

from build_tools.clean import witness
from build_tools.clean.witness import find_cleaning_doubts
from tests.clean import capture, cleaned

PROSE = (
    "The old weir gave way on Thursday night after a week of rain, and the mill race is dry since then.",
    "Nobody was hurt, said the miller, who heard the boards go after nine and thought at first of thunder.",
    "The district will decide on Monday whether the weir is to be built again, and who is to pay for it.",
)


def page(*paragraphs: str, head: str = "") -> str:
    """An HTML page with a headline."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"<html><head>{head}</head><body><article><h1>Weir gives way</h1>{body}</article></body></html>"


def codes(source: str, file: str = "a.html", read: str = "") -> list[str]:
    """Codes of the doubts; `read` is what cleaning kept, if it is another page's."""
    return [d.code for d in find_cleaning_doubts(capture(source, file), cleaned(read or source, file))]


def test_what_both_read_alike_is_no_doubt() -> None:
    """Most pages are."""
    assert not codes(page(*PROSE))


def test_what_cleaning_lost_is_told() -> None:
    """Two thirds of the words must be the same."""
    assert codes(page(*PROSE), read=page(PROSE[0])) == ["C124"]


def test_plain_text_has_no_second_reader() -> None:
    """It has no markup to read."""
    assert not codes("\n\n".join(PROSE), "a.txt", read="Menu\n\nHome")


def test_without_the_extra_nothing_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The archive is whole without it."""
    monkeypatch.setattr(witness, "has_witness", lambda: False)
    assert not codes(page(*PROSE), read=page(PROSE[0]))


def test_text_for_programs_alone_is_told() -> None:
    """Its letters are those of a string of JSON, and no line of the page."""
    article = '<script type="application/ld+json">{"articleBody": "The old weir gave way."}</script>'
    assert "C125" in codes(f"<html><head>{article}</head><body><div id=app></div></body></html>")
    assert not codes(page(*PROSE, head=article))


def test_more_comments_than_text_are_told() -> None:
    """A thread whose posts are called comments is read as a page without a text; a film's page is one."""
    comments = "".join(f"<div class='comment'><b>Oda</b><p>{text}</p></div>" for text in PROSE[1:])
    inside = f"<div class='comments'>{comments}</div>"
    assert "C126" in codes(page(PROSE[0]).replace("</article>", f"</article>{inside}"))
    assert "C126" not in codes(page(*PROSE).replace("</article>", f"</article>{inside}"))
    brief = "<p>I heard it too, said Oda.</p>" * 20
    assert "C126" not in codes(
        page(PROSE[0]).replace("</article>", f"</article><div class='comments'>{brief}</div>")
    )
    said = "\n\n".join(f"{text} {text}" for text in PROSE)
    assert codes("\n\n".join(("Weir gives way", *PROSE, "Comments", said)), "a.txt") == ["C126"]
