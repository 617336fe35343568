"""Capture and what cleaning kept → how far another reader of pages agrees: no rule sees its own mistakes.

The other reader is trafilatura, an extra: it knows pages by other signs. Where the two differ by much, one of
them is wrong, and a person should look; which of them it is, neither can tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec

from build_tools.capture import extract_text
from build_tools.clean.core import decode_text
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.capture import Capture
from build_tools.model.capture_text import AskedReading
from build_tools.model.clean import CleanText, Kind

ABSENT = "No second reader looked at the pages. In the checkout, pip install '.[witness]' adds one."
"""What is said, once, where the extra is not installed."""
_WORD = re.compile(r"\w+")
_KEPT = frozenset({Kind.BODY, Kind.CROSSHEAD, Kind.STANDFIRST, Kind.CAPTION})


@dataclass(frozen=True, slots=True)
class CleaningDoubt:
    """A reason to look at what cleaning made of a capture."""

    code: str
    words: str
    """A whole sentence."""


def has_witness() -> bool:
    """Whether the other reader is installed."""
    return find_spec("trafilatura") is not None


def find_cleaning_doubts(
    capture: Capture, cleaned: CleanText, encoding: str | None = None, page: str | None = None
) -> Iterator[CleaningDoubt]:
    """Nothing for what tells its passages, and for pages that both read alike. Raises UnreadableCapture."""
    text = extract_text(capture, AskedReading(encoding, page))
    if text.nodes is not None:
        return
    yield from _weigh_comments(capture.file, cleaned)
    if not text.markup:
        return
    source = decode_text(text).raw
    if not cleaned.body and '"articleBody"' in source:
        yield CleaningDoubt(
            "C125",
            f"{capture.file} has no paragraph, and its text only in what it tells programs (`articleBody`).",
        )
    if has_witness():
        kept = "\n".join(p.text for p in cleaned.paragraphs if p.kind in _KEPT)
        yield from _compare(capture.file, _count_words(kept), _count_words(_read_otherwise(source)))


def _weigh_comments(file: str, cleaned: CleanText) -> Iterator[CleaningDoubt]:
    said = [len(line.text.split()) for line in cleaned.lines if line.kind is Kind.COMMENT_FORM]
    # shorter lines are of the form: names, dates, buttons
    comments = sum(words for words in said if words >= THRESHOLDS.run_prose_words)
    kept = sum(len(passage.text.split()) for passage in cleaned.body)
    if comments > kept:
        yield CleaningDoubt(
            "C126", f"Of {file}, cleaning keeps {kept} words and removes {comments} as comments of readers."
        )


def _read_otherwise(source: str) -> str:
    # here, since it is an extra and takes a while to load
    from trafilatura import extract  # noqa: PLC0415

    return extract(source, include_comments=False, include_tables=True) or ""


def _count_words(text: str) -> Counter[str]:
    return Counter(word.casefold() for word in _WORD.findall(text))


def _compare(file: str, ours: Counter[str], theirs: Counter[str]) -> Iterator[CleaningDoubt]:
    most = max(ours.total(), theirs.total())
    shared = (ours & theirs).total()
    if most - shared > THRESHOLDS.witness_share * most:
        yield CleaningDoubt(
            "C124",
            f"Of {file}, cleaning keeps {ours.total()} words, another reader (trafilatura) {theirs.total()}; "
            f"{shared} are the same.",
        )
