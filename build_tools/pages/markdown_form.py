"""What templates of the Markdown form call: the same names as in HTML, and plain Markdown out of them.

No HTML and no attribute lists: whoever opens the file in an editor, or on a forge, reads it as it is. Words
are escaped just as far as they would otherwise act. Anchors are left out, for Markdown has none of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import quote

from markupsafe import Markup

from build_tools.pages.addresses import HANDWRITTEN_FILES, relative_file
from build_tools.pages.inline import Inline, RichText
from build_tools.pages.recorder import current_page
from build_tools.text.acting_characters import show_acting_lines
from build_tools.text.citing.styled_text import StyledText
from build_tools.text.plain_markdown import escape_markdown
from build_tools.text.templates import mark_safe

# runs of them, for CommonMark ends code at a run as long as the one that began it
_BACK_TICKS = re.compile("`+")


def print_markdown(value: object) -> str:
    """Any value → Markdown that shows it as text; Markdown made here passes unchanged."""
    if value.__class__ is int:
        return str(value)
    return value if isinstance(value, Markup) else escape_markdown(str(value))


def find_markdown_href(address: str) -> str:
    """The relative address of a page's Markdown file, or of another file."""
    return relative_file(current_page().here, HANDWRITTEN_FILES.get(address, address), "index.md")


def _write_link(words: object, address: str) -> str:
    if address == current_page().here:
        return print_markdown(words)
    return f"[{print_markdown(words)}]({find_markdown_href(address)})"


def write_markdown_link(  # noqa: PLR0917 - as templates call it
    words: object,
    address: str,
    anchor: str = "",  # noqa: ARG001 - as the HTML form has it
    mark: str = "",  # noqa: ARG001
    tip: str = "",  # noqa: ARG001
    language: str = "",  # noqa: ARG001
) -> Markup:
    """A link to a page of the site; to a place on the same page, the words alone."""
    return mark_safe(_write_link(words, address))


def write_markdown_download(words: object, path: str, name: str) -> Markup:  # noqa: ARG001 - as the HTML form has it
    """A link to a file of the site."""
    return mark_safe(f"[{print_markdown(words)}]({find_markdown_href(path)})")


def write_markdown_external(words: object, url: str, language: str = "") -> Markup:  # noqa: ARG001
    """A link that leaves the site."""
    # within <…> only blanks, brackets and & can act in Markdown: the first are quoted, the last is escaped
    safe = quote(url, safe=":/?#@!$&+,;=%~.-_'*").replace("&", "&amp;")
    return mark_safe(f"<{safe}>" if words == url else f"[{print_markdown(words)}](<{safe}>)")


def write_markdown_span(
    words: object,
    mark: str = "",  # noqa: ARG001 - as the HTML form has it
    anchor: str = "",  # noqa: ARG001
    tip: str = "",  # noqa: ARG001
    language: str = "",  # noqa: ARG001
) -> Markup:
    """The words."""
    return mark_safe(print_markdown(words))


def write_markdown_section(name: str, words: object) -> Markup:  # noqa: ARG001 - as the HTML form has it
    """A second-level heading."""
    return mark_safe(f"## {print_markdown(words)}")


def write_markdown_rich(line: RichText) -> Markup:
    """A line of words with links in it."""
    return mark_safe("".join(map(_write_inline, line)))


def write_markdown_citation(line: StyledText) -> Markup:
    """A citation in prose, italics marked."""
    pieces: list[str] = []
    words, slanted = "", False
    for run in line:
        if run.italic is not slanted:
            pieces.append(_write_italics(words) if slanted else escape_markdown(words))
            words, slanted = "", run.italic
        words += run.text
    pieces.append(_write_italics(words) if slanted else escape_markdown(words))
    return mark_safe("".join(pieces))


def _write_italics(words: str) -> str:
    """Words in italics, the blanks around them outside, where Markdown wants them."""
    inner = words.strip()
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}*{escape_markdown(inner)}*{after}" if inner else words


def write_markdown_lines(words: str) -> Markup:
    """Lines as they are: a block of code, fenced by more back-ticks than stand in it."""
    longest = max(map(len, _BACK_TICKS.findall(words)), default=0) if "`" in words else 0
    # a fence ends at as many back-ticks as began it; three are the fewest (CommonMark 4.5)
    fence = "`" * max(3, longest + 1)
    return mark_safe(f"{fence}\n{show_acting_lines(words)}\n{fence}")


def _write_inline(inline: Inline) -> str:
    if inline.address is not None:
        return _write_link(inline.words, inline.address)
    if inline.url:
        return write_markdown_external(inline.words, inline.url)
    return _write_italics(inline.words) if inline.italic else escape_markdown(inline.words)


def write_markdown_term(_term: str, words: str) -> Markup:
    """A word of the glossary: as it is, since a file has no cards."""
    return Markup(print_markdown(words))  # noqa: S704 - escaped there


MARKDOWN_FUNCTIONS: Mapping[str, Callable[..., Markup]] = {
    "link": write_markdown_link,
    "download": write_markdown_download,
    "external": write_markdown_external,
    "span": write_markdown_span,
    "section": write_markdown_section,
    "rich": write_markdown_rich,
    "citation": write_markdown_citation,
    "preformatted": write_markdown_lines,
    "term": write_markdown_term,
}
"""By the names under which templates call them: those of the HTML form, but for what only HTML has."""
