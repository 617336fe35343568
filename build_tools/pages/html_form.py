"""What templates of the HTML form call: links, anchors, headings, words set apart; all noted, all escaped.

Everything that a template prints is text and is escaped by Jinja, unless one of these functions made it.
"""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import Markup, escape

from build_tools.pages.addresses import relative_href
from build_tools.pages.drawings import Drawing
from build_tools.pages.inline import Inline, RichText
from build_tools.pages.recorder import current_page
from build_tools.text.citing.prose import Line, Run
from build_tools.text.markdown import visible

LEAVES = "noopener noreferrer external"
"""What a link that leaves the site says of itself: the other side learns nothing of the reader."""


def text(value: object) -> object:
    """What a template prints, with characters that act or cannot be seen made visible; markup as it is."""
    return value if isinstance(value, Markup) else visible(str(value))


def _write_attribute(name: str, value: str) -> str:
    return f' {name}="{escape(visible(value))}"' if value else ""


def href(address: str, anchor: str = "") -> str:
    """The relative address of a page's file, or of a file; noted as a link of the page under way."""
    page = current_page()
    page.links[f"{address}#{anchor}" if anchor else address] = None
    return relative_href(page.here, address, anchor)


def link(  # noqa: PLR0917 - as templates call it
    words: object, address: str, anchor: str = "", mark: str = "", tip: str = "", language: str = ""
) -> Markup:
    """A link to a page of the site."""
    attributes = (
        _write_attribute("class", mark) + _write_attribute("title", tip) + _write_attribute("lang", language)
    )
    return Markup(f'<a href="{escape(href(address, anchor))}"{attributes}>{escape(text(words))}</a>')  # noqa: S704 - escaped


def download(words: object, path: str, name: str) -> Markup:
    """A link to a file of the site that a browser saves under a name of its own."""
    saved = _write_attribute("download", name)
    return Markup(f'<a class="download" href="{escape(href(path))}"{saved}>{escape(text(words))}</a>')  # noqa: S704 - escaped


def external(words: object, url: str, language: str = "") -> Markup:
    """A link that leaves the site, marked as such; `bare` where its words are its address already."""
    safe = escape(quote(url, safe=":/?#@!$&+,;=%~.-_"))
    mark = "external bare" if words == url else "external"
    attributes = f' class="{mark}"{_write_attribute("lang", language)}'
    return Markup(f'<a href="{safe}"{attributes} rel="{LEAVES}">{escape(text(words))}</a>')  # noqa: S704 - escaped


def span(words: object, mark: str = "", anchor: str = "", tip: str = "", language: str = "") -> Markup:
    """Words set apart; plain words where nothing is told of them."""
    if anchor:
        current_page().anchors[anchor] = None
    named = (("id", anchor), ("class", mark), ("title", tip), ("lang", language))
    attributes = "".join(_write_attribute(name, value) for name, value in named)
    inner = escape(text(words))
    return Markup(f"<span{attributes}>{inner}</span>") if attributes else inner  # noqa: S704 - escaped


def anchor(name: str) -> Markup:
    """The attribute that makes an element a place of the page: ` id="p3"`."""
    current_page().anchors[name] = None
    return Markup(_write_attribute("id", name))  # noqa: S704 - escaped


def section(name: str, words: object) -> Markup:
    """A second-level heading: a section of the page, listed at its top."""
    page = current_page()
    page.anchors[name] = None
    page.sections.append((name, Markup(escape(text(words))).striptags()))  # noqa: S704 - escaped
    return Markup(f'<h2 id="{escape(name)}">{escape(text(words))}</h2>')  # noqa: S704 - escaped


def figure(drawing: Drawing) -> Markup:
    """A picture, wide and narrow; where its marks lead is noted, and what tells the same can be gone to."""
    for address, place in drawing.links:
        href(address, place)
    skip = f'<a class="skip" href="#{escape(drawing.past)}">Past the picture, to the same in words</a>'
    if drawing.narrow:
        parts = f'<div class="plot__wide">\n{drawing.wide}\n</div>\n'
        parts += f'<div class="plot__narrow">\n{drawing.narrow}\n</div>'
    else:
        label = _write_attribute("aria-label", drawing.title)
        parts = f'<div class="plot__scroll" tabindex="0" role="region"{label}>\n{drawing.wide}\n</div>'
    return Markup(f'<figure class="plot">\n{skip if drawing.past else ""}\n{parts}\n</figure>')  # noqa: S704 - plots escape their words


def rich(line: RichText) -> Markup:
    """A line of words with links and marks in it."""
    return Markup("".join(map(_set_inline, line)))  # noqa: S704 - made of escaped parts


def citation(line: Line) -> Markup:
    """A citation in prose: italics and languages marked."""
    return Markup("".join(map(_set_run, line)))  # noqa: S704 - made of escaped parts


def _set_run(run: Run) -> str:
    words = escape(visible(run.text))
    if run.italic:
        return f"<em{_write_attribute('lang', run.language)}>{words}</em>"
    return f"<span{_write_attribute('lang', run.language)}>{words}</span>" if run.language else words


def preformatted(words: str) -> Markup:
    """Lines as they are."""
    return escape("\n".join(map(visible, words.splitlines())))


def _set_inline(inline: Inline) -> Markup:
    if inline.address is not None:
        return link(inline.words, inline.address, inline.anchor, inline.mark, inline.tip, inline.language)
    if inline.italic:
        spoken = _write_attribute("lang", inline.language)
        return Markup(f"<em{spoken}>{escape(text(inline.words))}</em>")  # noqa: S704 - escaped
    return span(inline.words, inline.mark, inline.anchor, inline.tip, inline.language)
