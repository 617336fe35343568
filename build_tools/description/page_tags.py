"""HTML → what its tags say: structured data by extruct, the rest of the head and a few elements by lxml.

Structured data is brought into one shape, whether JSON-LD or microdata: items with their fields. References
between the items of a graph are followed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from build_tools.capture.extras import load_extra
from build_tools.description.byline_elements import TagText, has_token, list_bylines, list_times

Item = Mapping[str, Any]
"""What structured data says of one thing: field → value, values, or further items."""

_ARTICLE = re.compile(r"(?:\w*Article|\w*Posting|Report|ClaimReview|Review|MedicalWebPage|OpinionPiece)")
_PAGE = frozenset({"WebPage", "ItemPage", "CreativeWork", "VideoObject"})
_OTHERS = frozenset({
    "author", "comment", "comments", "citation", "creator", "hasPart", "image", "isBasedOn", "isPartOf",
    "itemListElement", "itemReviewed", "mentions", "publisher", "relatedLink", "review", "reviews",
    "speakable", "video",
})  # fmt: skip
"""Fields whose items are of other things than the report."""
_MOST_ITEMS = 2_000
"""A page that describes more things is no report, or means harm."""
_MALFORMED = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What libraries raise on markup that they do not mend."""
_MALFORMED_FIELD = re.compile(r'"(datePublished|author|headline)"\s*:\s*"([^"\\\n]{1,200})"')
_UNBLANK = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class TagItem:
    """One thing that structured data describes."""

    syntax: str
    """`JSON-LD` or `microdata`."""
    type: str
    """`NewsArticle`."""
    fields: Item

    @property
    def is_article(self) -> bool:
        """Whether it is a report, by its type."""
        return _ARTICLE.fullmatch(self.type) is not None


@dataclass(frozen=True, slots=True)
class PageTags:
    """What the tags of one page say."""

    items: tuple[TagItem, ...] = ()
    """Reports first, then pages; of things on the page, none."""
    graph: tuple[TagItem, ...] = ()
    """All that is described, for what is said of the outlet."""
    metas: tuple[tuple[str, str], ...] = ()
    """Name in small letters and content of each `<meta>`, and of elements with `property` and `content`."""
    canonical: str = ""
    title: str = ""
    """Of `<title>`."""
    times: tuple[TagText, ...] = ()
    bylines: tuple[TagText, ...] = ()
    """Elements that mark an author, outside of comments and lists of other reports."""

    def list_metas(self, *names: str) -> Iterator[tuple[str, str]]:
        """Those of the names that say something, in the order of the names."""
        for name in names:
            yield from ((named, content) for named, content in self.metas if named == name)


def read_page_tags(page: str) -> PageTags:
    """The tags of a page; of one that cannot be parsed, none."""
    tree = _parse_page(page)
    if tree is None:
        return PageTags()
    graph = tuple(_list_graph(tree))
    items = sorted((i for i in graph if i.is_article or i.type in _PAGE), key=lambda i: not i.is_article)
    links = (link.get("href") or "" for link in tree.iter("link") if has_token(link, "rel", "canonical"))
    return PageTags(
        items=tuple(items),
        graph=graph,
        metas=tuple(_list_metas(tree)),
        canonical=next((link.strip() for link in links if link.strip()), ""),
        title=" ".join((tree.findtext(".//title") or "").split()),
        times=tuple(list_times(tree)),
        bylines=tuple(list_bylines(tree)),
    )


def _load_library(name: str) -> Any:
    """Loaded when a page is described, and for no other command. Raises UnreadableCapture without it."""
    return load_extra(name, "intake", "a page")


def _parse_page(page: str) -> Any:
    # in an encoding that the parser is told, or it believes what the page says of a file before decoding
    content = _UNBLANK.sub(" ", page).encode("utf-8", "replace")
    html = _load_library("lxml.html")
    try:
        return html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
    except (_load_library("lxml.etree").LxmlError, ValueError, AssertionError):
        return None


def _list_graph(tree: Any) -> Iterator[TagItem]:
    """Everything that is described, by both syntaxes."""
    json_ld, microdata = (_load_library(f"extruct.{name}") for name in ("jsonld", "w3cmicrodata"))
    for script in tree.xpath('//script[contains(@type, "ld+json")]'):
        nodes = _extract(partial(json_ld.JsonLdExtractor().extract_items, _wrap(script)))
        yield from _walk_items("JSON-LD", nodes if nodes is not None else _read_malformed(script.text or ""))
    extractor = microdata.MicrodataExtractor(nested=True, strict=False, add_text_content=False)
    items = _extract(partial(extractor.extract_items, tree, ""))
    yield from _walk_items("microdata", [_flatten_microdata(item) for item in items or ()])


def _extract(extract: Callable[[], Any]) -> Any:
    """What a library draws out; None where the page is malformed beyond what it mends."""
    try:
        return list(extract())
    except (
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        RecursionError,
        _load_library("lxml.etree").LxmlError,
    ):
        return None


def _wrap(script: Any) -> Any:
    """A tree with one script: one that is malformed takes none of the others with it."""
    etree = _load_library("lxml.etree")
    root = etree.Element("html")
    child = etree.SubElement(root, "script", type="application/ld+json")
    child.text = script.text
    return root


def _read_malformed(text: str) -> list[Item]:
    """The plain fields of JSON that is none: an unescaped quotation mark in a headline is common."""
    fields = dict(reversed(_MALFORMED_FIELD.findall(text)))
    return [{"@type": "Article", **fields}] if "datePublished" in fields and "Article" in text else []


def _flatten_microdata(item: Any, depth: int = 0) -> Any:
    """Microdata in the shape of JSON-LD."""
    if depth > 20:  # noqa: PLR2004 - deeper than any vocabulary goes
        return ""
    if isinstance(item, list):
        return [_flatten_microdata(part, depth + 1) for part in item]
    if not isinstance(item, dict):
        return item
    type_ = item.get("type") or ""
    type_ = type_[0] if isinstance(type_, list) else type_
    fields = item.get("properties") or {}
    return {"@type": type_, **{k: _flatten_microdata(v, depth + 1) for k, v in fields.items()}}


def _walk_items(syntax: str, nodes: Any) -> Iterator[TagItem]:
    """Each item that has a type, but for what is of another thing; references are followed."""
    found: list[Item] = []
    _collect(nodes, found)
    named = {item["@id"]: item for item in found if isinstance(item.get("@id"), str) and len(item) > 1}
    for item in found:
        fields = {key: _resolve(value, named) for key, value in item.items()}
        for type_ in _list_types(item):
            yield TagItem(syntax, type_, fields)
            break


def _collect(value: Any, found: list[Item]) -> None:
    waiting = [value]
    while waiting and len(found) < _MOST_ITEMS:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting = [*value, *waiting]
        elif isinstance(value, dict):
            found.append(value)
            waiting = [*(v for k, v in value.items() if k not in _OTHERS), *waiting]


def _resolve(value: Any, named: Mapping[str, Item]) -> Any:
    if isinstance(value, list):
        return [_resolve(part, named) for part in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
        return named.get(value["@id"], value)
    return value


def _list_types(item: Item) -> Iterator[str]:
    types = item.get("@type") or ()
    for type_ in [types] if isinstance(types, str) else types:
        if isinstance(type_, str):
            yield re.split(r"[/#:]", type_.rstrip("/"))[-1]


def _list_metas(tree: Any) -> Iterator[tuple[str, str]]:
    for element in tree.xpath("//*[@content][@name or @property or @itemprop or @http-equiv]"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            for name in (element.get(attribute) or "").lower().split():
                if content:
                    yield name, content
