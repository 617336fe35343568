"""A name is found among bytes of no text: beside what sticks to it, packed anywhere, in any encoding."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import warnings
import zipfile
import zlib
from base64 import b64encode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.model.protection import ProtectedPerson
from build_tools.site import packed_files
from build_tools.site.packed_files import list_packed
from build_tools.site.readings import list_file_texts
from build_tools.text.names.guard import NameGuard

GUARD = NameGuard([ProtectedPerson(("Mira Tollen", "Мира Толлен"), "a soldier’s mother")])
NAME = b"Mira Tollen"
CYRILLIC = "Говорит Мира Толлен, мать."


def _is_named(content: bytes) -> bool:
    return any(map(GUARD.list_named, list_file_texts("a.bin", content)))


def _make_png(kind: bytes, held: bytes) -> bytes:
    def frame(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)

    head = frame(b"IHDR", bytes.fromhex("00000001000000010800000000"))
    pixels = frame(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + head + frame(kind, held) + pixels + frame(b"IEND", b"")


def _make_pdf(entries: bytes, stream: bytes = b"") -> bytes:
    body = b"<<%s>>stream\r\n%s\r\nendstream endobj\n%%%%EOF"
    return b"%PDF-1.5\n\xe2\xe3\xcf\xd3\n1 0 obj" + body % (entries, stream)


def _make_zip(*names_and_contents: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        # of two files of one name
        warnings.simplefilter("ignore")
        for name, content in names_and_contents:
            archive.writestr(name, content)
    return packed.getvalue()


def _pack_small(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 12)
    return packer.compress(content) + packer.flush()


NOISE = random.Random(7).randbytes(60_000)  # noqa: S311 - the same bytes in every run
DIGITS = NAME.hex().encode()

WAYS: dict[str, bytes] = {
    "a picture’s text, with any sum after it": _make_png(b"tEXt", b"Author\0" + NAME + b" L"),
    "a sum that begins with a letter": b"\x89PNG\0" + NAME + b"L\x1dje\0",
    "a letter after it, no other control": b"\xff\xd8" + NAME + b"b\xff",
    "letters before it": b"\0\0\0\x20data" + NAME + b"\0",
    "a part’s name after it": b"\0\0\0\x01\0\0\0\0" + NAME + b"mdat\0",
    "in one word": b"\1x" + NAME.replace(b" ", b"") + b"mdat\xff",
    "a long text’s end": b"\1" + b"So it was told. " * 20 + NAME + b"xy\xff",
    "a picture’s packed text": _make_png(b"zTXt", b"Author\0\0" + zlib.compress(NAME)),
    "a picture’s international text, packed": _make_png(b"iTXt", b"a\0\1\0\0\0" + zlib.compress(NAME)),
    "behind a picture’s end": _make_png(b"tEXt", b"a\0b") + zlib.compress(NAME),
    "zlib": zlib.compress(NAME),
    "zlib of another window": _pack_small(NAME),
    "base64 of zlib": b64encode(zlib.compress(NAME)),
    "a PDF’s stream": _make_pdf(b"/Filter/FlateDecode", zlib.compress(b"BT (Mira Tollen) Tj ET")),
    "a PDF’s stream, letters moved": _make_pdf(
        b"/Filter/FlateDecode", zlib.compress(b"BT [(Mi)-5.5(ra)-250(T)80(ollen)] TJ ET")
    ),
    "a PDF’s string of digits": _make_pdf(b"/Title <FEFF00%s>" % NAME.hex("-").replace("-", "00").encode()),
    "a PDF’s string of digits, in lines": _make_pdf(b"/Title <%s\n %s>" % (DIGITS[:9], DIGITS[9:])),
    "a PDF’s string by numbers": _make_pdf(
        b"/Author (\\376\\377" + b"".join(b"\\000%c" % letter for letter in NAME) + b")"
    ),
    "digits by sixteens": b"x = '%s'" % DIGITS,
    "a stylesheet’s numbers": rb'content: "\4d ira\20 \000054ollen"',
    "a program’s numbers": rb'"\115ira\40\124ollen"',
    "UTF-32": NAME.decode().encode("utf-32"),
    "UTF-32 without a mark": CYRILLIC.encode("utf-32-be"),
    "UTF-32 within bytes": b"\x7fELF\1\1\0" + CYRILLIC.encode("utf-32-le") + b"\0\1",
    **{encoding: CYRILLIC.encode(encoding) for encoding in ("cp1251", "koi8-r", "cp866", "iso8859-5")},
    "cp1251 in a page": b"<p>" + "<b>Мира</b> <i>Толлен</i>".encode("cp1251"),
    "cp1251 within bytes": b"ID3\3\0\0TPE1\0\0\0\x0c\0\0\0" + "Мира Толлен".encode("cp1251") + b"\0\1",
    "a ZIP behind a program": b"MZ\x90\0\3" + b"junk\0" * 9 + _make_zip(("a.txt", b"of " + NAME)),
    "two files of one name in a ZIP": _make_zip(("a.txt", NAME), ("a.txt", b"nobody")),
    "gzip behind bytes": b"\0\1\2" + gzip.compress(NAME),
    "gzip with more after it": gzip.compress(NAME) + b"junk",
    "gzip in two members": gzip.compress(NAME[:7]) + gzip.compress(NAME[7:]),
    "gzip cut off": gzip.compress(NAME + NOISE[:9000])[:6000],
    "bzip2 behind bytes": b"\0\1" + bz2.compress(NAME),
    "xz behind bytes": b"\0\1" + lzma.compress(NAME),
}  # fmt: skip


@pytest.mark.parametrize("content", WAYS.values(), ids=WAYS)
def test_a_name_among_bytes_is_found(content: bytes) -> None:
    """As a program would show it to whoever opens the file."""
    assert _is_named(content)


@settings(max_examples=25, deadline=None)
@given(
    st.from_regex(rb"[\0-\x08\xff][A-Za-z]{0,4}", fullmatch=True),
    st.from_regex(rb"[A-Za-z]{0,4}[\0-\x08\xff]", fullmatch=True),
)
def test_whatever_letters_stick_to_it_it_is_found(before: bytes, after: bytes) -> None:
    """A size, a sum, the name of a part: four bytes, which may all be letters."""
    assert _is_named(before + NAME + after)


def test_bytes_that_say_nothing_name_nobody() -> None:
    """What is read out of them is no name, even one of few letters."""
    guard = NameGuard([ProtectedPerson(("Anna Lee", "Ким Ан", "Sam Hill"), "a passer-by")])
    for content in (NOISE, _make_png(b"tEXt", b"a\0Of annals and leeway"), _make_pdf(b"/Author (Sa Hills)")):
        assert not any(map(guard.list_named, list_file_texts("a.bin", content)))


def test_what_is_looked_at_has_a_bound_however_it_is_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many files that unpack without end, within one another and beside, are one file."""
    monkeypatch.setattr(packed_files, "MOST_LOOKED_AT", 2**18)
    inner = _make_zip(*((f"{n}.txt", bytes(2**18)) for n in range(9)))
    for content in (
        _make_zip(*((f"{n}.zip", inner) for n in range(30))),
        b"".join(b"\0" + zlib.compress(bytes(2**18)) for _ in range(300)),
        b"\0" + gzip.compress(inner) * 30,
    ):
        bound = 2**18 + 64 * len(content)
        # the file itself, and of each file in it what came out before there was no room left
        assert sum(len(part) for _, part in list_packed(content)) <= 2 * bound


def test_colours_of_pictures_are_not_read() -> None:
    """Nothing is written in them, and a page of text as a picture is megabytes."""
    pixels = zlib.compress(NAME * 50)
    assert not _is_named(_make_png(b"IDAT", pixels))
    assert not _is_named(_make_pdf(b"/Subtype /Image /Filter/FlateDecode", pixels))
