"""Bytes to text and back to bytes, in the encodings that captures come in."""

from __future__ import annotations

from encodings.aliases import aliases

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.decode import can_carry_offsets, decode, replace_undecoded

RUSSIAN = "Жители Верхней Лузы сообщили, что паром закрыт на ремонт до конца года, а мост ещё не открыт."
UKRAINIAN = "Мешканці Верхньої Лузи повідомили, що пором зачинено на ремонт, а міст ще не відкрито, її слова."
GERMAN = "Die Bürger von Oberlugen erklären, daß die Fähre über den Fluß geschlossen bleibt – für Jahre."
FRENCH = "L’été dernier, le bac était déjà fermé : « on n’a pas su où passer », dit-elle à Noël."

SPOKEN = [
    *((RUSSIAN, codec) for codec in ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")),
    *((UKRAINIAN, codec) for codec in ("cp1251", "koi8-u")),
    *((text, "cp1252") for text in (GERMAN, FRENCH)),
    (GERMAN.replace("–", "-"), "latin-1"),
    *((RUSSIAN, codec) for codec in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")),
    *((GERMAN, codec) for codec in ("utf-16-le", "utf-16-be", "utf-32")),
    ("これはペンです。橋は閉鎖されています。", "shift_jis"),
]


@pytest.mark.parametrize(("text", "codec"), SPOKEN)
def test_an_undeclared_encoding_is_told_by_its_letters(text: str, codec: str) -> None:
    """A wrong code page changes letters in silence, so what is guessed must be what was meant."""
    decoded = decode(text.encode(codec))
    assert (decoded.raw, decoded.undecodable) == (text, 0)


@given(
    st.binary(max_size=300),
    st.sampled_from([None, "utf-8", "cp1251", "koi8-r", "utf-16", "bogus", "hex", "\0"]),
)
def test_offsets_lead_back_to_the_bytes(content: bytes, declared: str | None) -> None:
    """Each character has the bytes between its offset and the next; none is left over."""
    decoded = decode(content, declared=declared)
    offsets = decoded.list_offsets(range(len(decoded.raw) + 1))
    assert offsets == sorted(offsets)
    assert (offsets[0], offsets[-1]) == (decoded.mark, len(content))


@pytest.mark.parametrize("name", sorted({*aliases, *aliases.values(), "idna", "punycode", "undefined"}))
def test_no_codec_that_python_knows_ends_a_reading(name: str) -> None:
    """A page may declare, and a person state, any name that there is: of a host, of escapes, of no text."""
    content = b"<p>The ferry \\u0041 +AGE- ~{ stopped \xff\xfe\x81 xn--abc.</p>"
    for decoded in (decode(content, declared=name), decode(content, stated=name)):
        assert decoded.list_offsets([len(decoded.raw)]) == [len(content)]
    can_carry_offsets(content, name)


def test_undecodable_bytes_are_counted_and_shown() -> None:
    """A byte that is no character is neither dropped nor guessed: it is shown as unreadable."""
    decoded = decode("паром ".encode() * 20 + b"\xff\xfe?")
    assert decoded.encoding == "utf-8"
    assert decoded.undecodable == 2
    assert replace_undecoded(decoded.raw).endswith("\ufffd\ufffd?")


def test_a_declaration_is_believed_if_it_decodes() -> None:
    """Two Cyrillic code pages fit any bytes: the page knows its own. Latin-1 means Windows-1252."""
    assert decode("аб".encode("koi8-r"), declared="KOI8-R").raw == "аб"
    assert decode("“a”".encode("cp1252"), declared="iso-8859-1").raw == "“a”"
    assert decode("аб".encode(), declared="ascii").raw == "аб"


@given(st.text(max_size=100), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_is_no_text(text: str, codec: str) -> None:
    """The mark is counted in the offsets and never seen in the title."""
    content = ("x" + text).encode(codec, "ignore")
    assert decode(content).raw.startswith("x")
