"""A page's two forms → what a person reads in each, because both have to say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache

from bs4 import BeautifulSoup
from jinja2 import nodes
from markdown import Markdown
from pydantic import BaseModel

from build_tools.pages.drawings import Drawing
from build_tools.pages.inline import Inline, plain_text
from build_tools.pages.render import load_html_environment
from build_tools.text.citing.prose import Run

EXTENSIONS = ("tables", "footnotes", "fenced_code", "sane_lists")
"""What Markdown is taken for: that of GitHub and of any other renderer of documentation."""

_BLOCKS = "p h1 h2 h3 h4 li dt dd td th pre blockquote summary caption legend div".split()
_CHROME = "svg, form, button, [hidden], nav.jump, a.skip, .footnote-ref, .footnote-backref"
"""Pictures, whose words stand in lists and tables beside them; what a script works with; jumps within the page."""
_WORD = re.compile(r"\w+")

Words = tuple[str, ...]


def show_markdown(markdown: str) -> str:
    """The body of a page as Python-Markdown shows it."""
    return Markdown(extensions=list(EXTENSIONS)).convert(markdown.split("\n---\n", 1)[1])


def read_words(html: str) -> Words:
    """All words that a person reads, in their order."""
    soup = BeautifulSoup(html, "lxml")
    for chrome in soup.select(_CHROME):
        chrome.decompose()
    for block in soup.find_all([*_BLOCKS, "br"]):
        block.insert_before("\n")
        block.append("\n")
    return split_words(soup.get_text())


def split_words(text: str) -> Words:
    """Letters and digits that stand together."""
    return tuple(_WORD.findall(text))


def list_texts(value: object) -> Iterator[str]:
    """Every text in a view, however deep; a line with links in it as one; pictures have none."""
    match value:
        case str() | int() | float() if not isinstance(value, Enum | bool):
            yield str(value)
        case Drawing() | None | bool():
            return
        case Enum():
            yield str(value.value)
        case tuple() | list() if value and all(isinstance(piece, Inline) for piece in value):
            yield plain_text(tuple(value))
        case tuple() | list() if value and all(isinstance(piece, Run) for piece in value):
            yield "".join(piece.text for piece in value)
        case Mapping():
            yield from list_texts(tuple(value.values()))
        case BaseModel():
            yield from list_texts(tuple(dict(value).values()))
        case _ if is_dataclass(value):
            yield from list_texts([getattr(value, field.name) for field in fields(value)])
        case Iterable():
            for inner in value:
                yield from list_texts(inner)


@cache
def list_own_words(template: str) -> frozenset[str]:
    """Words that stand in a template itself, or in one that it takes macros from."""
    environment = load_html_environment()
    source = environment.loader.get_source(environment, template)[0] if environment.loader else ""
    tree = environment.parse(source)
    written = [data.data for data in tree.find_all(nodes.TemplateData)]
    written += [str(constant.value) for constant in tree.find_all(nodes.Const)]
    words = {word for text in written for word in split_words(re.sub(r"<[^>]*>?", " ", text))}
    for taken in tree.find_all(nodes.FromImport):
        assert isinstance(taken.template, nodes.Const)
        words |= list_own_words(taken.template.value)
    return frozenset(words)
