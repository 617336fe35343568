"""Pictures → HTML for a page: a wide and a narrow drawing, of which the style sheet shows one."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from html import escape

from markupsafe import Markup

from build_tools.plots import Caption, Picture, drawn
from build_tools.text.markdown import attribute


def address(here: str, path: str, anchor: str = "") -> str:
    """The relative address of another page, for HTML: there no renderer turns files into addresses."""
    target = posixpath.relpath(_folder(path), _folder(here)) if path != here else ""
    slash = "/" if target else ""
    return f"{target}{slash}{f'#{anchor}' if anchor else ''}"


def asset(here: str, path: str) -> str:
    """The relative address of a file that the site brings with it, such as a script."""
    return posixpath.relpath(path, _folder(here))


def _folder(path: str) -> str:
    """Where a page is found: `figures/` for `figures/index.md`, `origins/x/` for `origins/x.md`."""
    stem = path.removesuffix(".md")
    return posixpath.dirname(stem) if posixpath.basename(stem) == "index" else stem


def anchor_tag(here: str, words: str, path: str, anchor: str = "", *, mark: str = "") -> Markup:
    """An HTML link within the site, for tables that are written as HTML; `words` is text, or made by us."""
    classes = f' class="{escape(mark)}"' if mark else ""
    href = escape(address(here, path, anchor))
    shown = words if isinstance(words, Markup) else attribute(words)
    return Markup(f'<a href="{href}"{classes}>{shown}</a>')  # noqa: S704 - made of escaped parts


def narrow(caption: Caption) -> Caption:
    """The caption of the narrow drawing: the same words under a name of its own."""
    return replace(caption, name=f"{caption.name}-narrow")


def figure(wide: Picture, slim: Picture | None = None, *, past: str = "") -> Markup:
    """A figure to stand in Markdown as a block of HTML. `past` is the anchor of what tells the same in words.

    Search passes it over: its words stand in the text as well.
    """
    skip = (
        f'<a class="skip" href="#{attribute(past)}">Past the picture, to the same in words</a>'
        if past
        else ""
    )
    title = wide.caption.title
    if slim is None:
        parts = [
            f'<div class="plot__scroll" tabindex="0" role="region" aria-label="{attribute(title)}">',
            drawn(wide),
            "</div>",
        ]
    else:
        parts = [
            '<div class="plot__wide">',
            drawn(wide),
            '</div>\n<div class="plot__narrow">',
            drawn(slim),
            "</div>",
        ]
    body = "\n".join(filter(None, ['<figure class="plot">', skip, *parts, "</figure>"]))
    return Markup(body)  # noqa: S704 - plots escapes its words, all else is escaped here
