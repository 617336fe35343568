"""Two texts → how much of one stands in the other, by their fingerprints: enough to tell a near copy."""

from __future__ import annotations

import html
import re

from build_tools.text.shingles import Numbering, even_words, list_fingerprints

# what nothing closes goes on to the end, as in a browser: no later beginning is looked at again
_MARKUP = re.compile(
    r"<(script|style)\b.*?(?:</\1\s{0,9}+>|\Z)|<!--.*?(?:-->|\Z)|<[^<>]{0,2000}+>", re.DOTALL | re.IGNORECASE
)


def fingerprint_text(text: str, numbering: Numbering) -> frozenset[int]:
    """The fingerprints of a text; a text of fewer words than a shingle has none."""
    return frozenset(number for number, _ in list_fingerprints(numbering.number_words(even_words(text))))


def strip_markup(page: str) -> str:
    """The words of a page, its frame included: for comparison, and for nothing that is shown."""
    return html.unescape(_MARKUP.sub(" ", page))


def measure_containment(part: frozenset[int], whole: frozenset[int]) -> float:
    """The share of a text's fingerprints that another has as well; 0 for a text without one."""
    return len(part & whole) / len(part) if part else 0.0
