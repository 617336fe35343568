"""What templates of the HTML form call: links, anchors, headings, words set apart; all noted, all escaped.

Everything that a template prints is text and is escaped, unless one of these functions made it. Within this
module HTML is plain `str`; what templates get is marked as HTML, once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup, escape

from build_tools.model.rendered import TIP_SEPARATOR
from build_tools.pages.addresses import GLOSSARY_ADDRESS, relative_href
from build_tools.pages.inline import Inline, RichText
from build_tools.pages.recorder import current_page
from build_tools.text.acting_characters import escape_acting, show_acting_lines
from build_tools.text.citing.styled_text import StyledText
from build_tools.text.glossary import TERMS
from build_tools.text.templates import mark_safe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from build_tools.pages.drawings import Drawing

EXTERNAL_RELATIONS = "noopener noreferrer external"
"""What a link that leaves the site says of itself: the other side learns nothing of the reader."""

MOST_ESCAPED_REMEMBERED = 1 << 15
"""Texts that are remembered in their escaped form: those of some hundred sources, 10 MB."""


def print_html(value: object) -> str:
    """What a template prints, escaped, with what acts or cannot be seen made visible; HTML as it is."""
    # most are one of these
    if value.__class__ is str:
        return escape_text(value)
    if value.__class__ is int:
        return str(value)
    return value if isinstance(value, Markup) else escape_text(str(value))


@lru_cache(maxsize=MOST_ESCAPED_REMEMBERED)
def escape_text(words: str) -> str:
    """Words → HTML that shows them, remembered because most stand on several pages."""
    return escape_acting(words)


def _write_attribute(name: str, value: str) -> str:
    return f' {name}="{escape_text(value)}"' if value else ""


def _write_attributes(name: str, mark: str, tip: str, language: str) -> str:
    named = (("id", name), ("class", mark), ("title", tip), ("lang", language))
    return "".join(f' {attribute}="{escape_text(value)}"' for attribute, value in named if value)


def find_html_href(address: str, anchor: str = "") -> str:
    """The relative address of a page's file, or of a file; noted as a link of the page under way."""
    page = current_page()
    page.links[f"{address}#{anchor}" if anchor else address] = None
    return relative_href(page.here, address, anchor)


def _write_link(  # noqa: PLR0917 - as templates call it
    words: object, address: str, anchor: str, mark: str = "", tip: str = "", language: str = ""
) -> str:
    attributes = _write_attributes("", mark, tip, language) if mark or tip or language else ""
    return f'<a href="{escape_text(find_html_href(address, anchor))}"{attributes}>{print_html(words)}</a>'


def write_html_link(  # noqa: PLR0917 - as templates call it
    words: object, address: str, anchor: str = "", mark: str = "", tip: str = "", language: str = ""
) -> Markup:
    """A link to a page of the site."""
    return mark_safe(_write_link(words, address, anchor, mark, tip, language))


def write_html_download(words: object, path: str, name: str) -> Markup:
    """A link to a file of the site that a browser saves under a name of its own."""
    saved = _write_attribute("download", name)
    return mark_safe(
        f'<a class="download" href="{escape_text(find_html_href(path))}"{saved}>{print_html(words)}</a>'
    )


def write_html_external(words: object, url: str, language: str = "") -> Markup:
    """A link that leaves the site, marked as such; `bare` where its words are its address already."""
    # what is quoted already stays so (`%`); all else that could end the attribute, or is not ASCII, is quoted
    safe = escape(quote(url, safe=":/?#@!$&+,;=%~.-_"))
    mark = "external bare" if words == url else "external"
    attributes = f' class="{mark}"{_write_attribute("lang", language)}'
    return mark_safe(f'<a href="{safe}"{attributes} rel="{EXTERNAL_RELATIONS}">{print_html(words)}</a>')


def write_html_span(
    words: object, mark: str = "", anchor: str = "", tip: str = "", language: str = ""
) -> Markup:
    """Words set apart; plain words where nothing is told of them."""
    return mark_safe(_write_span(words, mark, anchor, tip, language))


def _write_span(words: object, mark: str, anchor: str, tip: str, language: str) -> str:
    if anchor:
        current_page().anchors[anchor] = None
    if anchor or mark or tip or language:
        return f"<span{_write_attributes(anchor, mark, tip, language)}>{print_html(words)}</span>"
    return print_html(words)


def write_html_anchor(name: str) -> Markup:
    """The attribute that makes an element a place of the page: ` id="p3"`."""
    current_page().anchors[name] = None
    return mark_safe(_write_attribute("id", name))


def write_html_section(name: str, words: object) -> Markup:
    """A second-level heading: a section of the page, listed at its top."""
    page = current_page()
    page.anchors[name] = None
    # the words may be HTML made by these functions; lists of sections are plain text
    page.sections.append((name, mark_safe(print_html(words)).striptags()))
    return mark_safe(f'<h2 id="{escape(name)}">{print_html(words)}</h2>')


def write_html_figure(drawing: Drawing) -> Markup:
    """A picture, wide and narrow; where its marks lead is noted, and what tells the same can be gone to."""
    for address, place in drawing.links:
        find_html_href(address, place)
    skip = f'<a class="skip" href="#{escape(drawing.past)}">Past the picture, to the same in words</a>'
    parts = drawing.wide
    if drawing.narrow:
        parts = f'<div class="plot__wide">\n{drawing.wide}\n</div>\n'
        parts += f'<div class="plot__narrow">\n{drawing.narrow}\n</div>'
    mark = f"plot plot--{drawing.size}" if drawing.narrow else "plot"
    return mark_safe(f'<figure class="{mark}">\n{skip if drawing.past else ""}\n{parts}\n</figure>')


def write_html_rich(line: RichText) -> Markup:
    """A line of words with links and marks in it."""
    return mark_safe("".join(map(_write_inline, line)))


def write_html_citation(line: StyledText) -> Markup:
    """A citation in prose: italics and languages marked."""
    marked = []
    for run in line:
        words = escape_text(run.text)
        if run.italic or run.language:
            tag = "em" if run.italic else "span"
            words = f"<{tag}{_write_attribute('lang', run.language)}>{words}</{tag}>"
        marked.append(words)
    return mark_safe("".join(marked))


def write_html_lines(words: str) -> Markup:
    """Lines as they are."""
    return mark_safe(str(escape(show_acting_lines(words))))


def _write_inline(inline: Inline) -> str:
    words, mark, anchor, tip = inline.words, inline.mark, inline.anchor, inline.tip
    if inline.address is not None:
        return _write_link(words, inline.address, anchor, mark, tip, inline.language)
    if inline.url:
        return write_html_external(words, inline.url, inline.language)
    if inline.italic:
        return f"<em{_write_attribute('lang', inline.language)}>{escape_text(words)}</em>"
    return _write_span(words, mark, anchor, tip, inline.language)


def write_html_term(term: str, words: str) -> Markup | str:
    """A word that the archive uses in its own sense: with its card where the page first has it."""
    page = current_page()
    if term in page.terms:
        return words
    page.terms.add(term)
    known = TERMS[term]
    tip = f"{known.word}{TIP_SEPARATOR}{known.meaning}"
    return mark_safe(_write_link(words, GLOSSARY_ADDRESS, term, "term", tip))


HTML_FUNCTIONS: Mapping[str, Callable[..., Markup | str]] = {
    "link": write_html_link,
    "download": write_html_download,
    "external": write_html_external,
    "span": write_html_span,
    "section": write_html_section,
    "rich": write_html_rich,
    "citation": write_html_citation,
    "preformatted": write_html_lines,
    "anchor": write_html_anchor,
    "href": find_html_href,
    "figure": write_html_figure,
    "term": write_html_term,
}
"""By the names under which templates call them."""
