"""Text → Markdown that reads as that text in an editor, and shows exactly that text when it is rendered.

Only what would act is escaped, with a backslash where CommonMark and Python-Markdown both take one, so that a
file stays good to read. Nothing captured is rendered from it on our own site.
"""

from __future__ import annotations

import re

from build_tools.text.markdown import visible

_ACTS = re.compile(r"[\\`*{}\[\]|]|(?<![^\W_])_|_(?![^\W_])|~(?=~)")
"""Marks with a meaning wherever they stand; an underscore only at the edge of a word."""
_MARKUP = re.compile(r"<|&(?=#?\w+;)")
"""What would begin a tag or a character reference."""
_FIRST = re.compile(r"\s*(?:(?=[#>])|(?=[-+:](?:[ -]|$))|(?=[=~]+\s*$)|\d+(?=[.)](?:\s|$)))")
"""What would begin a heading, a quotation, a list, a definition or a rule at the beginning of a line."""
_REFERENCES = {"<": "&lt;", "&": "&amp;"}


def escape_markdown(text: str) -> str:
    r"""Text → inline Markdown without a line break, to stand anywhere in a line.

    >>> escape_markdown("1. a_b *c* [d] <e> & f"), escape_markdown("- _g_")
    ('1\\. a_b \\*c\\* \\[d\\] &lt;e> & f', '\\- \\_g\\_')
    """
    shown = _ACTS.sub(r"\\\g<0>", visible(text))
    shown = _MARKUP.sub(lambda mark: _REFERENCES[mark[0]], shown)
    first = _FIRST.match(shown)
    return f"{shown[: first.end()]}\\{shown[first.end() :]}" if first and first.end() < len(shown) else shown
