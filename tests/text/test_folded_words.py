"""Words are compared as the rules of Unicode even them out, whichever way is quick for a text."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from build_tools.text.folded_words import fold_words
from build_tools.text.words import split_words

SIGNS = (
    "aAeİ_09-ıſßẞςΣий'’‘ʼ`´…½ﬁ№℃Å™ \n\u00a0\u00ad\u200b\u2060"
    "\u0301\u0306\u0327\u0338\u0345\u0378\ufffd가\u1100\u1161ا۝\U0001f130"
)
"""Of every sort: of two sizes in its own way, of two letters, unseen, a mark, one that nobody knows."""


def _even_out(text: str) -> str:
    even = "".join("'" if sign in "’ʼ‘`‛′´" else sign for sign in text)
    even = unicodedata.normalize("NFKC", even).casefold()
    even = "".join("'" if sign in "’ʼ‘`‛′´" else sign for sign in even)
    return "".join(sign for sign in even if unicodedata.category(sign) != "Cf")


@given(st.text(st.sampled_from(SIGNS) | st.characters(), max_size=12))
@example("a'\n\u0301b\r\ne")
@example("e\u0301\u0327 \u0301e \ud800")
def test_words_are_evened_out_as_unicode_says(text: str) -> None:
    """Among any others, and where a mark joins the letter before."""
    assert fold_words(text) == split_words(_even_out(text))


def test_every_sign_between_two_letters() -> None:
    """One that would join the letter before it is not taken for one that stands by itself."""
    for sign in map(chr, range(0x3000)):
        text = f"e{sign}o"
        assert fold_words(text) == split_words(_even_out(text)), ascii(sign)
