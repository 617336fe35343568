"""Bytes are never guessed in silence: what had to be chosen, or cannot be read, is told with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.clean import clean, decoding_doubts
from build_tools.clean.core import decode_text
from build_tools.clean.decoding_doubts import DecodingDoubt, find_decoding_doubts
from build_tools.model.capture_text import CaptureText, FormName
from build_tools.text.encodings import list_candidates
from tests.clean import capture

RUSSIAN = "Жители Верхней Лузы сообщили, что паром закрыт на ремонт до конца года, а мост ещё не открыт."
ENGLISH = "The ferry stopped on Friday because of ice."
CODE_PAGES = ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5")


@pytest.mark.parametrize("codec", CODE_PAGES)
def test_a_guess_is_told_with_line_and_candidates(codec: str) -> None:
    """A code page told by its letters alone is a warning that names others, until somebody states it."""
    content = f"{ENGLISH}\n{RUSSIAN}\n".encode(codec)
    (doubt,) = find_decoding_doubts(capture(content, "a.txt"))
    assert (doubt.code, doubt.line) == ("C115", 2)
    assert codec in doubt.words
    assert "it could be" in doubt.words
    assert not list(find_decoding_doubts(capture(content, "a.txt"), codec))


@given(st.permutations([RUSSIAN.encode(), RUSSIAN.encode(), RUSSIAN.encode("cp1251"), ENGLISH.encode()]))
def test_mixed_encodings_are_told_at_the_line_that_differs(lines: list[bytes]) -> None:
    """Of a file put together from two code pages the greater part is read, and the other is named."""
    content = b"\n".join(lines)
    doubts = list(find_decoding_doubts(capture(content, "a.txt")))
    assert [(doubt.code, doubt.line) for doubt in doubts] == [
        ("C116", lines.index(RUSSIAN.encode("cp1251")) + 1)
    ]
    assert "cp1251" in doubts[0].words
    assert [line.text for line in clean(capture(content, "a.txt")).lines].count(RUSSIAN) == 2


def test_candidates_are_those_of_the_damaged_line() -> None:
    """What stands before and after it was read, and is in another encoding."""
    damaged = "Паром закрыт".encode("cp1251")
    content = b"\n".join([RUSSIAN.encode(), RUSSIAN.encode(), damaged, RUSSIAN.encode()])
    (doubt,) = find_decoding_doubts(capture(content, "a.txt"))
    others = list_candidates(damaged, "utf-8")
    assert others
    assert doubt.words.endswith(f"; it could be {' or '.join(others)}.")


def test_damage_of_old_is_told() -> None:
    """U+FFFD in sound UTF-8 is what another program could not read."""
    (doubt,) = find_decoding_doubts(capture(f"{ENGLISH}\n\nThe ca\ufffd is closed.\n".encode(), "a.txt"))
    assert (doubt.code, doubt.line) == ("C116", 3)
    assert doubt.words == "a.txt has U+FFFD on line 3: it was damaged before it was saved."


def test_what_a_form_doubts_is_told_at_its_head(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is of the whole file."""
    text = CaptureText(FormName.PDF, b"Ferry", doubts=("was cut.",))
    monkeypatch.setattr(decoding_doubts, "extract_text", lambda *_: text)
    doubts = list(find_decoding_doubts(capture("Ferry", "a.pdf")))
    assert doubts == [DecodingDoubt("C121", 1, "a.pdf was cut.")]


@pytest.mark.parametrize("codec", ["ascii", "utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_what_is_sure_is_not_told(codec: str) -> None:
    """A mark, or a form that no other text has by chance, leaves nothing to doubt."""
    content = (ENGLISH if codec == "ascii" else RUSSIAN).encode(codec)
    assert not list(find_decoding_doubts(capture(content, "a.txt")))


@pytest.mark.parametrize("codec", ["cp037", "cp500", "utf-7", "utf-16", "nonsense"])
def test_a_declaration_that_could_not_be_read_is_not_believed(codec: str) -> None:
    """An ASCII page that says it were EBCDIC is read as what it is."""
    page = (
        f"<html><head><meta charset={codec}><title>Ferry</title></head><body><p>{ENGLISH}</p></body></html>"
    )
    assert ENGLISH in [line.text for line in clean(capture(page.encode(), "a.html")).lines]


def test_what_packing_declares_goes_before_what_a_page_does() -> None:
    """A server knows how it sent a page; the page may have been written for another."""
    content = f"<meta charset=koi8-u>{RUSSIAN}".encode("cp1251")
    for declared, encoding in (("cp1251", "cp1251"), (None, "koi8-u")):
        text = CaptureText(FormName.MHTML, content, markup=True, declared_encoding=declared)
        assert decode_text(text).encoding == encoding


@pytest.mark.parametrize("codec", CODE_PAGES)
def test_what_a_person_states_goes_before_all(codec: str) -> None:
    """The statement overrules a page's own declaration and the look of the letters."""
    page = f"<html><head><meta charset=koi8-u></head><body><p>{RUSSIAN}</p></body></html>".encode(codec)
    cleaned = clean(capture(page, "a.html"), encoding=codec)
    assert cleaned.encoding == codec
    assert RUSSIAN in [line.text for line in cleaned.lines]
