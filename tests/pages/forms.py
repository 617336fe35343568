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
from build_tools.text.citing.styled_text import StyledRun

EXTENSIONS = ("tables", "footnotes", "fenced_code", "sane_lists")
"""What Markdown is taken for: that of GitHub and of any other renderer of documentation."""

_BLOCKS = [*"p h1 h2 h3 h4 li dt dd td th pre blockquote summary caption legend div br".split()]  # noqa: SIM905
_CHROME = (
    "svg, a.skip",  # pictures: their words stand in lists and tables beside them
    "form, button, output, [hidden]",  # what a script works with
    "nav.jump, details.margin > summary",  # what the page tells of itself: its headings, what is in a fold
    ".marks .standing",  # in the margin, a shorter word for what the evidence beside it spells out
    ".footnote-ref, .footnote-backref",  # what Python-Markdown adds
)
_EDGE = "\x1e"
"""Between blocks, so that no text is found across them."""
_WORD = re.compile(rf"\w+|{_EDGE}")

Words = tuple[str, ...]


def show_markdown(markdown: str) -> str:
    """The body of a page as Python-Markdown shows it."""
    return Markdown(extensions=list(EXTENSIONS)).convert(markdown.split("\n---\n", 1)[1])


def read_text(html: str) -> str:
    """All that a person reads, with a mark between blocks."""
    soup = BeautifulSoup(html, "lxml")
    for chrome in soup.select(", ".join(_CHROME)):
        chrome.decompose()
    # a long note begins in its summary and goes on in the fold: one text
    for part in soup.select("details.begun > :is(summary, p)"):
        part.insert_after(" ")
        part.unwrap()
    for block in [*soup.find_all(_BLOCKS), *soup.select("details.begun")]:
        block.insert_before(_EDGE)
        block.insert_after(_EDGE)
    return soup.get_text()


def split_words(text: str) -> Words:
    """Letters and digits that stand together."""
    return tuple(_WORD.findall(text.casefold()))


def list_texts(view: object) -> set[str]:
    """Every text in a view, however deep; a line with links in it as one; pictures have none."""
    texts: set[str] = set()
    for value in _walk(view):
        if isinstance(value, Enum):
            texts.add(str(value.value))
        elif isinstance(value, str | int) and not isinstance(value, bool):
            texts.add(str(value))
        elif _is_line(value, Inline):
            texts.add(plain_text(value))  # type: ignore[arg-type] # as asked
        elif _is_line(value, StyledRun):
            texts.add("".join(run.text for run in value))  # type: ignore[attr-defined] # as asked
    return texts


def list_legends(view: object) -> set[str]:
    """What the pictures in a view say of their marks."""
    return {value.legend for value in _walk(view) if isinstance(value, Drawing)}


def _walk(view: object) -> Iterator[object]:
    """A view and what it holds; what is held twice is met once. Lines and pictures are not opened."""
    waiting, met = [view], set[int]()
    while waiting:
        value = waiting.pop()
        if id(value) in met:
            continue
        met.add(id(value))
        yield value
        if not (isinstance(value, Drawing) or _is_line(value, Inline) or _is_line(value, StyledRun)):
            waiting.extend(_open(value))


def _is_line(value: object, kind: type) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(piece, kind) for piece in value)


def _open(value: object) -> Iterable[object]:
    """What a value holds."""
    if isinstance(value, Mapping):
        return value.values()
    if isinstance(value, BaseModel):
        return (inner for _, inner in value)
    if is_dataclass(value):
        return (getattr(value, field.name) for field in fields(value))
    return value if isinstance(value, list | tuple | frozenset) else ()


@cache
def list_own_words(template: str) -> frozenset[str]:
    """Words that stand in a template itself, or in one that it takes in."""
    environment = load_html_environment()
    source = environment.loader.get_source(environment, template)[0] if environment.loader else ""
    tree = environment.parse(source)
    written = [data.data for data in tree.find_all(nodes.TemplateData)]
    written += [str(constant.value) for constant in tree.find_all(nodes.Const)]
    words = {word for text in written for word in split_words(re.sub(r"<[^>]*>?", " ", text))}
    others: list[nodes.FromImport | nodes.Include] = [*tree.find_all(nodes.FromImport)]
    others += tree.find_all(nodes.Include)
    for taken in others:
        assert isinstance(taken.template, nodes.Const)
        words |= list_own_words(taken.template.value)
    return frozenset(words)
