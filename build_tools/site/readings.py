"""The bytes of a file → every text that a reader or a program may read out of them.

Tags, references, escapes and encodings that the formats of a site have by themselves are undone, in what is
packed into a file too. Who looks for captured text, and who looks for a name that must not appear, look here.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as NoBase64
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from quopri import decodestring

from build_tools.site.encodings import decode_bytes, has_narrow_words, has_wide_letters
from build_tools.site.html_tags import list_untagged, part_tags, strip_tags
from build_tools.site.packed_files import leave_out_unpacked, list_packed
from build_tools.site.packed_streams import may_be_packed
from build_tools.site.plain_bytes import has_control
from build_tools.site.shipped_faces import is_shipped_face

_DEEPEST = 4
"""Archives within archives, and escapes within escapes, are opened so many times."""
# JSON, JavaScript, stylesheets: four digits, code points in braces, or one sign for itself or for white space
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
# by number alone: stylesheets, with a blank that ends it, and programs of old; a letter has two digits
_NUMBERED = re.compile(r"\\[0-9]")
_BY_SIXTEENS = re.compile(r"\\([0-9a-fA-F]{2,6})\s?")
_BY_EIGHTS = re.compile(r"\\([0-3]?[0-7]{2})")
_LETTER = re.compile(r"\\u[0-9a-fA-F]{4}")
# JSON writes what lies beyond 16 bits as two of them
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")

_BASE64 = re.compile(rb"[A-Za-z0-9+/]{16,}(?:\r?\n[A-Za-z0-9+/]{4,})*|[A-Za-z0-9_-]{16,}")
"""As in addresses of data and in mail, in lines or not; sixteen of its signs are twelve bytes."""
_MAYBE_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}(?:\r?\n[A-Za-z0-9+/_-]{4,})*")
"""Where it may stand."""
_SIGNS_OF_BASE64 = bytes(
    ord("x" if re.match(rb"[A-Za-z0-9+/_-]", bytes([sign])) else " ") for sign in range(256)
)
_SIXTEEN = b"x" * 16
_MOSTLY_TEXT = 0.9
"""Of what is base64 of a text, so much is text again; of a digest or a word that only looks like it, less."""
_HEX_DIGITS = re.compile(rb"[0-9a-f]{16}")
_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2})+")
# what a number behind a sign of equality, as in an address, does not look like
_QUOTED = re.compile(rb"=\r?\n|=20|=3D|=[0-9A-F]{2}=[0-9A-F]{2}")
_PAGE = "<!doctype html"
_FROM_RIGHT = re.compile(r"<bdo\b[^>]*\brtl\b[^>]*>(.*?)</bdo", re.DOTALL)
"""What a tag has shown from right to left, whatever its letters are."""
_PERCENT = re.compile("(?:%[0-9a-fA-F]{2})+")


def list_texts(parts: Iterable[tuple[str, bytes]]) -> Iterator[str]:
    """The texts in a file's parts (`list_packed`), with the parts' names, freed of every escape."""
    return (reading for text in _decode_parts(parts) for reading in _list_readings(text))


def list_file_texts(path: str, content: bytes) -> Iterator[str]:
    """All that can be read of a file: its name too, and what is packed into it."""
    yield from _list_readings(path)
    yield from list_texts(list_packed(content))


def _decode_parts(parts: Iterable[tuple[str, bytes]]) -> Iterator[str]:
    for name, part in parts:
        if name:
            yield name
        if not is_shipped_face(part):
            yield from _decode_part(part)


def _decode_part(part: bytes, depth: int = 0) -> Iterator[str]:
    part = leave_out_unpacked(part)
    yield from decode_bytes(part)
    if depth < _DEEPEST:
        if _QUOTED.search(part):
            yield from decode_bytes(decodestring(part))
        for inner in dict.fromkeys(_list_base64(part)):
            for _, content in list_packed(inner):
                yield from _decode_part(content, depth + 1)


def _list_base64(part: bytes) -> Iterator[bytes]:
    """What stretches of base64 hold, or of digits by sixteens, if it is text or a packed file."""
    places = _find_stretches(part)
    for match in (match for place in places for match in _BASE64.finditer(part, *place)):
        if _HEX.fullmatch(match.group()) and _is_text(held := bytes.fromhex(match.group().decode())):
            yield held
        # a digest or an address; base64 of a text has large letters as well as small ones
        if match.group().islower():
            continue
        found = re.sub(rb"\s+", b"", match.group()).replace(b"-", b"+").replace(b"_", b"/")
        for start in range(4):
            held = _read_base64(found[start:])
            if may_be_packed(held) or _is_text(held):
                yield held


def _find_stretches(part: bytes) -> Iterator[tuple[int, int]]:
    """Where base64 may stand; addresses in small letters, of which pages are full, can be none."""
    # sixteen signs in a row are found among signs made alike, a third as long as by the expression
    alike = part.translate(_SIGNS_OF_BASE64)
    start = alike.find(_SIXTEEN)
    while start >= 0 and (stretch := _MAYBE_BASE64.match(part, start)):
        end = stretch.end()
        if not part[start:end].islower() or _HEX_DIGITS.search(part, start, end):
            yield start, end
        start = alike.find(_SIXTEEN, end)


def _read_base64(signs: bytes) -> bytes:
    """What whole groups of four hold, and the last one without its filling."""
    whole = signs[: len(signs) - 1] if len(signs) % 4 == 1 else signs
    try:
        return b64decode(whole + b"=" * (-len(whole) % 4))
    except NoBase64:
        return b""


def _is_text(held: bytes) -> bool:
    """Whether bytes are for the most part letters and signs: in UTF-8, two bytes each, or one."""
    if not held:
        return False
    text = held.decode("utf-8", "ignore")
    plain = sum(letter.isprintable() or letter in "\n\t\r" for letter in text)
    bytes_of_text = len(text.encode())
    if bytes_of_text >= _MOSTLY_TEXT * len(held) and plain >= _MOSTLY_TEXT * len(text):
        return True
    return has_wide_letters(held) or (not has_control(held) and has_narrow_words(held))


def _list_readings(text: str, depth: int = 0) -> Iterator[str]:
    """The ways in which a reader or a program may come to read a text: as it stands, and freed of escapes."""
    if "\\" in text:
        if _NUMBERED.search(text):
            yield _BY_SIXTEENS.sub(lambda digits: _read_code(digits[1], 16), text)
            yield _BY_EIGHTS.sub(lambda digits: _read_code(digits[1], 8), text)
        text = _ESCAPE.sub(_unescape_sign, text)
        text = _PAIR.sub(lambda pair: pair.group().encode("utf-16", "surrogatepass").decode("utf-16"), text)
    if text[: len(_PAGE)].lower() == _PAGE:
        yield from _list_page_readings(text)
    else:
        yield from _list_text_readings(text)
    # a text in JSON may itself be JSON
    if depth < _DEEPEST and _LETTER.search(text):
        yield from _list_readings(text, depth + 1)


def _list_page_readings(page: str) -> Iterator[str]:
    """What a browser may show of a page and what it hides in tags, each by itself.

    Nobody reads the two as one text, as one may read those of a file in which signs only look like tags.
    """
    pieces, tags = part_tags(page)
    hidden = "\n".join(tags)
    yield from (hidden, *_list_changed(hidden, _unquote), *_list_changed(hidden, unescape))
    if "<bdo" in page:
        yield from _list_turned(page)
    # twice: a tag may stand between two words, or within one
    for shown in (" ".join(pieces), "".join(pieces)):
        yield from _list_text_readings(unescape(shown))


def _list_text_readings(text: str) -> Iterator[str]:
    yield from _list_changed(text, _unquote)
    tags = 0
    for _ in range(_DEEPEST):
        yield text
        # what was no tag before may be one now; else its words without tags were read already
        if tags != (tags := text.count("<")):
            if "<bdo" in text:
                yield from _list_turned(text)
            # twice: a tag may stand between two words, or within one
            pieces = list_untagged(text)
            yield unescape(" ".join(pieces))
            yield unescape("".join(pieces))
        text, before = unescape(text), text
        if text == before:
            return


def _list_turned(text: str) -> Iterator[str]:
    return (strip_tags(inner, "")[::-1] for inner in _FROM_RIGHT.findall(text))


def _list_changed(text: str, undo: Callable[[str], str]) -> Iterator[str]:
    """What comes out where escapes are undone again and again: an address within another has them twice."""
    for _ in range(_DEEPEST):
        text, before = undo(text), text
        if text == before:
            return
        yield text


def _unquote(text: str) -> str:
    """An address as it reads; only escapes are gone through, of which styles and scripts have none."""
    if "%" not in text:
        return text
    return _PERCENT.sub(
        lambda signs: bytes.fromhex(signs.group().replace("%", "")).decode("utf-8", "replace"),
        text.replace("+", " "),
    )


def _read_code(digits: str, base: int) -> str:
    code = int(digits, base)
    return chr(code) if code <= 0x10FFFF else " "  # noqa: PLR2004 - the last code point there is


def _unescape_sign(match: re.Match[str]) -> str:
    if digits := match[1] or match[2] or match[3]:
        return _read_code(digits, 16)
    return match[4] if match[4] in "\"'\\/" else " "
