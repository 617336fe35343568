"""Bytes → text that still knows its bytes, because a ledger of offsets must hold for any encoding.

An undecodable byte becomes one lone surrogate (U+DC00 plus the byte), which no valid text contains: so the
way back from any character to its byte offset is exact, and the reader is shown U+FFFD in its place.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.text.encodings import Guess, find_stated_codec, guess_encoding

# a name of its own: handlers are known to the whole program
_ERRORS = "archive-keep-bytes"
# lone surrogates: no valid text has one, so that nothing else is taken for a broken byte
_KEPT = re.compile("[\udc00-\udcff]+")
_SHOWN = "\ufffd"
# and U+FFFD, which another program left where it lost a byte before us
_DAMAGE = re.compile("[\udc00-\udcff\ufffd]")


def _keep_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(chr(0xDC00 + byte) for byte in bad), error.end


codecs.register_error(_ERRORS, _keep_bytes)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the way back to its bytes."""

    raw: str
    """The text; an undecodable byte stands in it as a lone surrogate. For positions, not for showing."""
    encoding: str
    """The codec, as Python names it, with `-sig` where a byte order mark said so."""
    codec: str
    """The codec that decoded what follows the byte order mark."""
    mark: int
    """Length of the byte order mark in bytes; the first character starts after it."""
    size: int
    """Length of the capture in bytes."""
    by_letters: bool = False
    """Whether its letters alone told the codec, so that another could be meant."""

    @property
    def undecodable(self) -> int:
        """How many bytes the codec could not read."""
        return sum(len(run.group()) for run in _KEPT.finditer(self.raw))

    def find_damage(self) -> int | None:
        """The position of the first character that stands for what could not be read, here or earlier."""
        found = _DAMAGE.search(self.raw)
        return found.start() if found else None

    def list_offsets(self, positions: Sequence[int]) -> list[int]:
        """Byte offsets of the characters at `positions`, which ascend; one past the end is the file's end."""
        offsets: list[int] = []
        at, offset = 0, self.mark
        for position in positions:
            offset += _measure_width(self.raw[at:position], self.codec)
            at = position
            offsets.append(offset)
        return offsets


def can_carry_offsets(content: bytes, encoding: str) -> bool:
    """Whether there is such an encoding, and it leads from each character back to its bytes."""
    known = find_stated_codec(content, encoding)
    return known is not None and _adds_up(_decode_as(content, known))


def replace_undecoded(text: str) -> str:
    """Return the text as it may be shown: U+FFFD for what could not be decoded."""
    return _KEPT.sub(lambda run: _SHOWN * len(run.group()), text)


def decode(content: bytes, *, declared: str | None = None, stated: str | None = None) -> Decoded:
    """Decode by byte order mark, declaration, or the look of the bytes; never fails.

    `declared` is what the capture says of itself (a `charset` in HTML); it is believed if it decodes.
    `stated` is what a person says who looked at it, and goes before all, if there is such an encoding.
    """
    known = find_stated_codec(content, stated) if stated else None
    guess = known or guess_encoding(content, declared)
    decoded = _decode_as(content, guess)
    if _adds_up(decoded):
        return decoded
    # A codec that does not write what it read (shift states, double readings) cannot carry offsets.
    return _decode_as(content, Guess("latin-1", "latin-1", 0, by_letters=True))


def _decode_as(content: bytes, guess: Guess) -> Decoded:
    raw = content[guess.mark :].decode(guess.codec, _ERRORS)
    return Decoded(raw, guess.encoding, guess.codec, guess.mark, len(content), guess.by_letters)


def _adds_up(decoded: Decoded) -> bool:
    try:
        return decoded.list_offsets([len(decoded.raw)])[0] == decoded.size
    except UnicodeError:
        return False


def _measure_width(text: str, codec: str) -> int:
    # one byte each in every codec but these: most text need not be encoded to be measured
    if text.isascii() and not codec.startswith(("utf-16", "utf-32")):
        return len(text)
    undecoded = sum(len(run.group()) for run in _KEPT.finditer(text))
    whole = _KEPT.sub("", text) if undecoded else text
    return undecoded + len(whole.encode(codec))
