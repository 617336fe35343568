"""Bytes → the name of their encoding, because captures come from three decades and a dozen alphabets."""

# ruff: noqa: PLR2004 - thresholds are counts of words, told by what they are compared with

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from build_tools.text.letter_scores import LETTERS, choose_code_page, is_signs_alone, score_letters

GUESS_SAMPLE = 1 << 16
"""Bytes looked at when neither mark nor declaration tells; enough for any alphabet, quick for any file."""

# UTF-32 before UTF-16, whose little-endian mark its own begins with
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)
_CYRILLIC = ("cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic")
_TOLD = 0.5
"""The score of letters above which a code page is told by them."""
# a short text fits many codecs of charset-normalizer; these are the ones that pages were written in
_OTHERS = [
    "cp932",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
    "cp1250",
    "cp1252",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "iso8859_2",
    "cp850",
]
# a capital after a small letter: rare in Russian, and the rule where one code is read as another
_HIGH = re.compile(rb"[\x80-\xff]")
# bounded: a `<` in running text must not cost the rest of the page
_TAG = re.compile(rb"<[^<>]{0,2000}>")


_SYNTAX = b"<>/=\"' abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""What a declaration is written with: a page of which these could be read is in no code that has others."""
# a fault names as many as a person will try
_MOST_CANDIDATES = 3
_POSSIBLE = 0.3
"""The score above which a code page is named as another that could be meant."""


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding and how it was told."""

    encoding: str
    codec: str
    mark: int
    by_letters: bool = False
    """Whether nothing but the letters tells, so that another could be meant."""


def guess_encoding(content: bytes, declared: str | None = None) -> Guess:
    """Name the encoding: by its mark, its form (UTF-16, UTF-8), the declaration, and last by the letters.

    What reads as UTF-8 and is not ASCII is UTF-8, whatever is declared: no other text looks so by chance.
    """
    for mark, encoding, codec in _MARKS:
        if content.startswith(mark):
            return Guess(encoding, codec, len(mark))
    wide = _find_utf16(content[:GUESS_SAMPLE])
    if wide:
        return Guess(wide, wide, 0)
    named = _find_codec(declared)
    if (
        named
        and not (_HIGH.search(content) and _is_readable_as(content, "utf-8"))
        and _is_readable_as(content, named)
    ):
        return Guess(named, named, 0)
    if _is_readable_as(content, "utf-8"):
        return Guess("utf-8", "utf-8", 0)
    if _mostly_utf8(content[:GUESS_SAMPLE]):
        return Guess("utf-8", "utf-8", 0)
    codec = _by_letters(content)
    return Guess(codec, codec, 0, by_letters=True)


def find_stated_codec(content: bytes, name: str) -> Guess | None:
    """What a record states: any codec of Python's for text; None where there is none of this name."""
    try:
        codec = codecs.lookup(name).name
        "".encode(codec)
        # refused by codecs that keep no place for a byte that they cannot read, such as `idna`
        b"\xff".decode(codec, "replace")
    except (LookupError, ValueError):
        return None
    for mark, encoding, marked in _MARKS:
        if content.startswith(mark) and codec in {encoding, marked}:
            return Guess(encoding, marked, len(mark))
    return Guess(codec, codec, 0)


def is_wide(content: bytes) -> bool:
    """Whether it is UTF-16 or UTF-32, whose bytes look like control characters."""
    marked = any(content.startswith(mark) for mark, encoding, _ in _MARKS if encoding != "utf-8-sig")
    return marked or _find_utf16(content[:GUESS_SAMPLE]) is not None


def list_candidates(content: bytes, chosen: str) -> tuple[str, ...]:
    """Other encodings that the letters fit, the likeliest first."""
    sample = _select_sample(content)
    scored = sorted(((score_letters(sample, codec), codec) for codec in LETTERS), key=lambda one: -one[0])
    likely = [codec for score, codec in scored if chosen in _CYRILLIC or score > _POSSIBLE]
    if chosen not in _CYRILLIC:
        found = (_find_codec(match.encoding) for match in from_bytes(sample, cp_isolation=_OTHERS))
        likely += [codec for codec in found if codec]
    fitting = dict.fromkeys(codec for codec in likely if _is_readable_as(content, codec))
    fitting.pop(chosen, None)
    return tuple(fitting)[:_MOST_CANDIDATES]


def _find_codec(name: str | None) -> str | None:
    """Return the codec that browsers use for a declared name: they read Latin-1 and ASCII as Windows-1252."""
    try:
        codec = codecs.lookup((name or "").strip()).name
        # refused by codecs that are none of text, such as `zlib`, or of names only, such as `idna`
        "".encode(codec)
        syntax = _SYNTAX.decode(codec, "replace")
    except (LookupError, ValueError):
        return None
    if codec in {"iso8859-1", "ascii"}:
        return "cp1252"
    if syntax != _SYNTAX.decode("ascii"):
        return None  # EBCDIC: the declaration itself could not have been read
    # read as ASCII, the declaration is not UTF-16; codecs with shift states cannot carry offsets
    return None if codec.startswith(("utf-16", "utf-32", "utf-7", "iso2022", "hz")) else codec


def _is_readable_as(content: bytes, codec: str) -> bool:
    try:
        content.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _find_utf16(sample: bytes) -> str | None:
    """Tell UTF-16 without a mark: every second byte is the same alphabet's page number."""
    even, odd = sample[0::2], sample[1::2]
    # of fewer than four letters any shares are chance, and UTF-16 has an even number of bytes
    if len(odd) < 4 or len(sample) % 2:
        return None
    # the high byte is 0 for Latin and 4 for Cyrillic; both stand in one text
    pages = (b"\x00\x04", b"\x00")
    for high, low, codec in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        for page in pages:
            # not all: dashes and quotation marks are on another page; low bytes vary, and seldom are 0 or 4
            if _measure_share(high, page) > 0.9 and _measure_share(low, page) < 0.3:
                return codec
    return None


def _measure_share(part: bytes, values: bytes) -> float:
    return sum(part.count(value) for value in values) / len(part)


def _mostly_utf8(sample: bytes) -> bool:
    """Tell UTF-8 with a few broken bytes from another encoding.

    Nearly all high bytes form characters; or most lines are UTF-8 whole, which no other text is by chance.
    """
    high = len(_HIGH.findall(sample))
    readable = sum(len(char.encode()) for char in sample.decode("utf-8", "ignore") if not char.isascii())
    # eight high bytes that are all UTF-8 by chance: next to impossible
    lines = [line for line in sample.splitlines() if len(_HIGH.findall(line)) > 7]
    whole = sum(_is_readable_as(line, "utf-8") for line in lines)
    return high > 0 and (readable / high > 0.9 or (whole > 0 and 2 * whole >= len(lines)))


def _by_letters(content: bytes) -> str:
    """Choose a code page of one byte by its letters, anything else as charset-normalizer judges."""
    sample = _select_sample(content)
    # the code pages of Windows have these signs in the same places; their rarer ones are read in the first
    if is_signs_alone(sample) and _is_readable_as(content, "cp1252"):
        return "cp1252"
    best, score = choose_code_page(sample)
    if score > _TOLD and _is_readable_as(content, best):
        return best
    guessed = from_bytes(sample, cp_isolation=_OTHERS).best()
    codec = _find_codec(guessed.encoding) if guessed else None
    return codec if codec and _is_readable_as(content, codec) else "cp1252"


def _select_sample(content: bytes) -> bytes:
    """The lines that tell, without their tags."""
    # eight times the sample, since most of a page is tags
    text = _TAG.sub(b" ", content[: 8 * GUESS_SAMPLE])
    return b"\n".join(line for line in text.splitlines() if _HIGH.search(line))[:GUESS_SAMPLE]
