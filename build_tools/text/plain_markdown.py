"""Text → Markdown that reads as that text in an editor, and shows exactly that text when it is rendered.

Only what would act is escaped, with a backslash where CommonMark and Python-Markdown both take one, so that a
file stays good to read. Nothing captured is rendered from it on our own site.
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.text.acting_characters import show_acting

REMEMBERED_TEXTS = 1 << 15
"""Texts that are remembered in their escaped form: those of some hundred sources, 10 MB."""

_MAY_ACT = re.compile(r"[\\`*{}\[\]|_~<&#]")
"""What every mark of the next two has in it; most texts have none."""
_BLANKS = re.compile(" {2,}")
"""What a browser shows as one blank, but would be a block of code or a line break."""
_ACTS = re.compile(r"[\\`*}\[\]|]|\{(?![%#])|(?<![^\W_])_|_(?![^\W_])|#(?=#*$)")
"""Marks with a meaning wherever they stand; an underscore only at the edge of a word, `#` only at the end."""
_MARKUP = re.compile(r"<|\{(?=[%#])|&(?=#?\w+;)|~(?=~)|(?<=~)~")
"""What would begin a tag, a statement of a template, a character reference or words struck out."""
_FIRST = re.compile(r" ?(?:(?=[#>])|(?=[-+](?:[ -]|$))|(?=: |:::|=+ ?$|!!!|\?\?\?|///)|\d+(?=[.)](?:\s|$)))")
"""What would begin a heading, a quotation, a list, a definition, a rule or a box, first in a line."""
_ESCAPED = "#>-+.)!"
"""What a backslash makes text of, at the beginning of a line; Python-Markdown knows no others."""


@lru_cache(maxsize=REMEMBERED_TEXTS)
def escape_markdown(text: str) -> str:
    r"""Text → inline Markdown without a line break, to stand anywhere in a line.

    >>> escape_markdown("1. a_b *c* [d] <e> & f"), escape_markdown("- _g_")
    ('1\\. a_b \\*c\\* \\[d\\] &lt;e> & f', '\\- \\_g\\_')
    """
    shown = show_acting(text)
    if "  " in shown:
        shown = _BLANKS.sub(" ", shown)
    if _MAY_ACT.search(shown):
        shown = _MARKUP.sub(_refer_to, _ACTS.sub(r"\\\g<0>", shown))
    first = _FIRST.match(shown)
    if first is None:
        return shown
    at = first.end()
    mark = shown[at]
    written = f"\\{mark}" if mark in _ESCAPED else f"&#{ord(mark)};"
    return f"{shown[:at]}{written}{shown[at + 1 :]}"


def _refer_to(mark: re.Match[str]) -> str:
    return _REFERENCES.get(mark[0]) or f"&#{ord(mark[0])};"


_REFERENCES = {"<": "&lt;", "&": "&amp;"}
"""Names that people know; the others go by their number."""
