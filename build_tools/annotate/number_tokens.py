"""Text + a language's number words → clusters of digits and words that may together make a number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from build_tools.annotate.currencies import CODES
from build_tools.model.slots import fill_slots
from build_tools.text.fold import fold
from build_tools.text.spans import Span

SPACES = " \u00a0\u2009\u202f"
_APOSTROPHES = "'’"
# as all codes of ISO 4217 have
_CODE_LETTERS = 3
_LONGEST = 20
"""Characters up to which digits are a number; longer ones are a telephone number or an identifier."""
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
VULGAR_FRACTIONS = re.compile(f"[{VULGAR}]")
"""Digits that are none to `\\d`."""
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16})
"""Below a stroke these make a fraction; `9/11` and `24/7` are names."""
_FIRST_GROUP, _GROUP = re.compile(r"[1-9]\d{0,2}"), re.compile(r"\d{3}")
_JOINED = re.compile(rf"(?:[.,:/^]\d+)+[^\W\d_{VULGAR}]*")
"""What follows digits and makes them no number, nor any of its own: a time, an address, `1,2,3`."""
_NO_DATE = (-1, -1)


@fill_slots
@dataclass(frozen=True, slots=True)
class NumberToken:
    """Digits, a word that numbers are made of, or digits that are none (`155mm`, `3rd`)."""

    start: int
    end: int
    word: str = ""
    """In lower case; empty for digits."""
    digits: Fraction | None = None
    """What the digits say; None for a word, and for digits that are no number."""
    part: bool = False
    """Whether it is a fraction by its form: `½`, `3/4`."""
    suffix: str = ""
    """Letters joined to the digits, as written: `20K`."""
    joint: str = ""
    """What stands before it in its cluster."""
    dated: bool = False
    """Whether it is the rest of a date from its first number on, and so no number."""


@dataclass(frozen=True)
class NumberScanner:
    """A language's way of writing digits, and the words its numbers are made of."""

    pattern: re.Pattern[str]
    group: str
    decimal: str
    words: Collection[str]
    suffixes: re.Pattern[str]
    """What may be joined to digits without making them something else."""
    endings: re.Pattern[str]
    """What makes digits an ordinal: `21-й`."""

    def may_be_grouped(self, written: str) -> bool:
        """Whether its decimal sign may part thousands, as in another language: `1.500` in English."""
        whole, _, rest = written.partition(self.decimal)
        return _GROUP.fullmatch(rest) is not None and _FIRST_GROUP.fullmatch(whole) is not None

    def list_clusters(self, text: str, dates: Iterable[Span] = ()) -> Iterator[list[NumberToken]]:
        """Runs of tokens with nothing, space or a hyphen between them (`2½`, `forty-two`), in reading order.

        `dates`: where they stand, in reading order; of each there is one token for all its numbers.
        """
        cluster: list[NumberToken] = []
        for token in self._list_tokens(text, iter(dates)):
            joint = text[cluster[-1].end : token.start] if cluster else ""
            # no number goes on from digits to digits, and half a million may stand one after the other
            apart = cluster and not (token.word or token.part or cluster[-1].word)
            if apart or (joint and joint != "-" and not joint.isspace()):
                yield cluster
                cluster, joint = [], ""
            # `replace` would take four times as long
            joined = (token.start, token.end, token.word, token.digits, token.part, token.suffix, joint)
            cluster.append(NumberToken(*joined, token.dated) if joint else token)
        if cluster:
            yield cluster

    def _list_tokens(self, text: str, dates: Iterator[Span]) -> Iterator[NumberToken]:
        last = -1
        date_start, date_end = next(dates, _NO_DATE)
        for match in self.pattern.finditer(text):
            start, end = match.span()
            # the rest of a date, or of digits that are no number
            if start < last:
                continue
            while start >= date_end >= 0:
                date_start, date_end = next(dates, _NO_DATE)
            if date_start < end and start < date_end:
                if self._may_count(match):
                    yield NumberToken(start, date_end, dated=True)
                    last = date_end
            elif match["word"] is not None:
                word = fold(match["word"].lower())
                if word in self.words and (start - 1 == last or not _follows_hyphen(text, start)):
                    # an abbreviation takes its full stop: тыс.
                    end += text.startswith(".", end) and f"{word}." in self.words
                    yield NumberToken(start, end, word)
                    last = end
            else:
                token = self._read_digits(text, match, last)
                yield token
                last = token.end

    def _may_count(self, match: re.Match[str]) -> bool:
        return match["word"] is None or fold(match["word"].lower()) in self.words

    def _read_digits(self, text: str, match: re.Match[str], last: int) -> NumberToken:
        start, end = match.span()
        suffix = match["suffix"] or ""
        if not _stands_free(text, start, match.end("number"), last) or _is_identifier(match["number"]):
            joined = None if text[start] in VULGAR else _JOINED.match(text, match.end("number"))
            return NumberToken(start, joined.end() if joined else end)
        if (suffix and not self.suffixes.fullmatch(suffix)) or self.endings.match(text, end):
            return NumberToken(start, end)
        if match["over"]:
            upper, lower = int(match["upper"]), int(match["lower"])
            fitting = upper < lower and lower in _DENOMINATORS
            return NumberToken(start, end, digits=Fraction(upper, lower) if fitting else None, part=True)
        if match["number"] in VULGAR:
            vulgar = Fraction(unicodedata.numeric(match["number"])).limit_denominator(_MOST_PARTS)
            return NumberToken(start, end, digits=vulgar, part=True)
        written = match["number"]
        if written.isdecimal():
            # reading a fraction takes four times as long
            return NumberToken(start, end, digits=Fraction(int(written)), suffix=suffix)
        whole = written.translate(_NO_SPACES).replace(self.group, "")
        return NumberToken(start, end, digits=Fraction(whole.replace(self.decimal, ".")), suffix=suffix)


_MOST_PARTS = 10
"""The largest denominator that has a letter of its own."""
_NO_SPACES = {ord(character): None for character in SPACES + _APOSTROPHES}


def _stands_free(text: str, start: int, end: int, last: int) -> bool:
    """Whether digits are a number by what stands beside them, and no part of a name, time or address."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if text[start] in VULGAR and before[-1:].isdigit():
        return True
    if before[-1:] and (before[-1] in "_.:/#^" or before[-1].isalnum()) and not _follows_code(text, start):
        return False
    if before[-1:] == "," and before[:1].isdigit():
        return False
    if before[-1:] == "-" and before[:1].isalpha() and last != start - 1:
        return False
    return not (after[:1] in (".", ",", ":", "/", "^") and after[1:].isdigit())


def _is_identifier(digits: str) -> bool:
    """Whether digits name something: a telephone or a number such as `007`."""
    return len(digits) > _LONGEST or (digits[0] == "0" and digits[1:2].isdigit())


def _follows_hyphen(text: str, at: int) -> bool:
    """Whether another word is joined before: *Take-Two*."""
    return text[max(0, at - 1) : at] == "-" and text[max(0, at - 2) : at - 1].isalnum()


def _follows_code(text: str, at: int) -> bool:
    """Whether a currency is joined to digits: `USD115`."""
    begun = at - _CODE_LETTERS
    return begun >= 0 and text[begun:at] in CODES and not text[:begun][-1:].isalnum()


def compile_scanner(
    group: str, decimal: str, words: Collection[str], suffixes: str, endings: str
) -> NumberScanner:
    """Compile a language's way of writing digits.

    Thousands may also be parted by spaces or apostrophes, and after Indian custom by pairs (`1,50,000`).
    """
    parted = (
        rf"\d{{1,3}}(?:(?:{re.escape(group)}\d{{3}})+|(?:[{SPACES}]\d{{3}})+|(?:[{_APOSTROPHES}]\d{{3}})+)"
    )
    indian = r"\d{1,2}(?:,\d\d)+,\d{3}" if group == "," else parted
    point = re.escape(decimal)
    plain = rf"(?:(?:{parted}|{indian})(?!\d)|\d+)(?:{point}\d+)?|(?<!\S){point}\d+(?![\d-])"
    letters = rf"[^\W\d_{VULGAR}]+"
    word = rf"{letters}(?:['’ʼ]{letters})*"
    number = rf"(?P<over>(?P<upper>\d{{1,2}})/(?P<lower>\d{{1,2}})(?![\d/]))|{plain}|[{VULGAR}]"
    return NumberScanner(
        pattern=re.compile(rf"(?P<number>{number})(?P<suffix>{letters})?|(?P<word>{word})"),
        group=group,
        decimal=decimal,
        words=words,
        suffixes=re.compile(suffixes),
        endings=re.compile(endings, re.IGNORECASE),
    )
