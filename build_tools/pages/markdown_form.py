"""What templates of the Markdown form call: the same names as in HTML, and plain Markdown out of them.

No HTML and no attribute lists: whoever opens the file in an editor, or on a forge, reads it as it is. Words
are escaped just as far as they would otherwise act. Anchors are left out, for Markdown has none of its own.
"""

from __future__ import annotations

import re
from itertools import groupby
from urllib.parse import quote

from markupsafe import Markup

from build_tools.pages.addresses import HANDWRITTEN, relative_address
from build_tools.pages.inline import Inline, RichText
from build_tools.pages.recorder import current_page
from build_tools.text.citing.prose import Line, Run
from build_tools.text.markdown import visible
from build_tools.text.plain_markdown import escape_markdown


def text(value: object) -> Markup:
    """Any value → Markdown that shows it as text; Markdown made here passes unchanged."""
    return value if isinstance(value, Markup) else Markup(escape_markdown(str(value)))  # noqa: S704 - escaped


def href(address: str, anchor: str = "") -> str:  # noqa: ARG001 - as the HTML form has it
    """The relative address of a page's Markdown file, or of another file."""
    relative = relative_address(current_page().here, HANDWRITTEN.get(address, address))
    return f"{'' if relative == './' else relative}index.md" if relative.endswith("/") else relative


def link(  # noqa: PLR0917 - as templates call it
    words: object,
    address: str,
    anchor: str = "",
    mark: str = "",  # noqa: ARG001 - as the HTML form has it
    tip: str = "",  # noqa: ARG001
    language: str = "",  # noqa: ARG001
) -> Markup:
    """A link to a page of the site; to a place on the same page, the words alone."""
    if address == current_page().here:
        return text(words)
    return Markup(f"[{text(words)}]({href(address, anchor)})")  # noqa: S704 - made of escaped parts


def download(words: object, path: str, name: str) -> Markup:  # noqa: ARG001 - as the HTML form has it
    """A link to a file of the site."""
    return Markup(f"[{text(words)}]({href(path)})")  # noqa: S704 - made of escaped parts


def external(words: object, url: str, language: str = "") -> Markup:  # noqa: ARG001
    """A link that leaves the site."""
    safe = quote(url, safe=":/?#@!$&+,;=%~.-_'*").replace("&", "&amp;")
    return Markup(f"<{safe}>" if words == url else f"[{text(words)}](<{safe}>)")  # noqa: S704 - escaped parts


def span(
    words: object,
    mark: str = "",  # noqa: ARG001 - as the HTML form has it
    anchor: str = "",  # noqa: ARG001
    tip: str = "",  # noqa: ARG001
    language: str = "",  # noqa: ARG001
) -> Markup:
    """The words."""
    return text(words)


def section(name: str, words: object) -> Markup:  # noqa: ARG001 - as the HTML form has it
    """A second-level heading."""
    return Markup(f"## {text(words)}")  # noqa: S704 - escaped


def rich(line: RichText) -> Markup:
    """A line of words with links in it."""
    return Markup("".join(map(_set_inline, line)))  # noqa: S704 - made of escaped parts


def citation(line: Line) -> Markup:
    """A citation in prose, italics marked."""
    pieces = (("".join(run.text for run in alike), slanted) for slanted, alike in groupby(line, _is_italic))
    return Markup("".join(_slant(words) if slanted else text(words) for words, slanted in pieces))  # noqa: S704


def _is_italic(run: Run) -> bool:
    return run.italic


def _slant(words: str) -> Markup:
    """Words in italics, the blanks around them outside, where Markdown wants them."""
    inner = words.strip()
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return Markup(f"{before}*{text(inner)}*{after}") if inner else Markup(words)  # noqa: S704 - escaped


def preformatted(words: str) -> Markup:
    """Lines as they are: a block of code, fenced by more back-ticks than stand in it."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", words)), 3)
    lines = "\n".join(visible(line) for line in words.splitlines())
    return Markup(f"{fence}\n{lines}\n{fence}")  # noqa: S704 - a fence holds text alone


def _set_inline(inline: Inline) -> Markup:
    if inline.address is not None:
        return link(inline.words, inline.address, inline.anchor)
    return _slant(inline.words) if inline.italic else text(inline.words)
