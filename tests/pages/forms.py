"""A page's two forms → what a person reads in each, because both have to say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache

from jinja2 import nodes
from lxml import etree, html
from markdown import Markdown
from pydantic import BaseModel

from build_tools.pages.drawings import Drawing
from build_tools.pages.inline import Inline, plain_text
from build_tools.pages.render import load_html_environment
from build_tools.text.citing.styled_text import StyledRun

EXTENSIONS = ("tables", "footnotes", "fenced_code", "sane_lists")
"""What Markdown is taken for: that of GitHub and of any other renderer of documentation."""

_BLOCKS = frozenset("p h1 h2 h3 h4 li dt dd td th pre blockquote summary caption legend div br".split())  # noqa: SIM905


def _is(*classes: str) -> str:
    """A condition: of one of these classes."""
    return " or ".join(f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in classes)


_BEGUN = f"//details[{_is('begun')}]"
_CHROME = etree.XPath(
    f"//svg | //a[{_is('skip')}]"  # pictures: their words stand in lists and tables beside them
    " | //form | //button | //output | //*[@hidden]"  # what a script works with
    # what the page tells of itself: its headings, what is in a fold
    f" | //nav[{_is('jump')}] | //details[{_is('margin')}]/summary"
    # in the margin, a shorter word for what the evidence beside it spells out
    f" | //*[{_is('marks')}]//*[{_is('standing')}]"
    f" | //*[{_is('footnote-ref', 'footnote-backref')}]"  # what Python-Markdown adds
    " | //script | //style | //template"
)
_ONE_TEXT = etree.XPath(f"{_BEGUN}/summary | {_BEGUN}/p")
"""A long note begins in its summary and goes on in the fold."""
_EDGE = "\x1e"
"""Between blocks, so that no text is found across them."""
_WORD = re.compile(rf"\w+|{_EDGE}")

Words = tuple[str, ...]


def show_markdown(markdown: str) -> str:
    """The body of a page as Python-Markdown shows it."""
    return Markdown(extensions=list(EXTENSIONS)).convert(markdown.split("\n---\n", 1)[1])


def read_text(page: str) -> str:
    """All that a person reads, with a mark between blocks."""
    # as a parser of its own does it, and not by Beautiful Soup, which takes four times as long
    root = html.document_fromstring(f"<body>{page}</body>", ensure_head_body=True)
    for chrome in _CHROME(root):
        chrome.drop_tree()
    for part in _ONE_TEXT(root):
        part.tail = f" {part.tail or ''}"
        part.drop_tag()
    return "".join(_list_pieces(root))


def _list_pieces(root: html.HtmlElement) -> Iterator[str]:
    for event, part in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        is_block = part.tag in _BLOCKS or (part.tag == "details" and "begun" in part.classes)
        if is_block:
            yield _EDGE
        yield (part.text if event == "start" else part.tail) or ""


def split_words(text: str) -> Words:
    """Letters and digits that stand together."""
    return tuple(_WORD.findall(text.casefold()))


def list_texts(values: Iterable[object]) -> set[str]:
    """Every text among what a view holds; a line with links in it as one; pictures have none."""
    texts: set[str] = set()
    for value in values:
        if isinstance(value, Enum):
            texts.add(str(value.value))
        elif isinstance(value, str | int) and not isinstance(value, bool):
            texts.add(str(value))
        elif _is_line(value, Inline):
            texts.add(plain_text(value))  # type: ignore[arg-type] # as asked
        elif _is_line(value, StyledRun):
            texts.add("".join(run.text for run in value))  # type: ignore[attr-defined] # as asked
    return texts


def list_legends(values: Iterable[object]) -> set[str]:
    """What the pictures in a view say of their marks."""
    return {value.legend for value in values if isinstance(value, Drawing)}


def list_values(view: object) -> Iterator[object]:
    """A view and what it holds, however deep; what is held twice is met once. Lines, pictures stay closed."""
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
