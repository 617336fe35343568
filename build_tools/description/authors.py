"""What tags, elements and lines say of who wrote → the authors, because each of them alone is often wrong.

Tags come first, if the page shows their names as well: what stands in a tag alone may be the owner of the
site. Where the page prints more names beside those of the tag, they are all taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from build_tools.description.page_tags import PageTags
from build_tools.model.clean import CleanText, Kind, Line
from build_tools.model.page_fields import FieldSource, PageField
from build_tools.text.bylines import read_names, read_organisation
from build_tools.text.fold import fold
from build_tools.text.language_files import gather_words, match_any, remember_for_languages
from build_tools.text.slugs import make_name_key

_METAS = (
    "author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
    "dc:creator", "citation_author", "analytics:author", "author.name", "twitter:data1",
)  # fmt: skip
_AFTER_ARTICLE = 12
"""Lines after the last of the article in which a byline may still stand."""
_LONGEST_LINE = 200
_FIRST_PARAGRAPHS = 3
_ADDRESS_NAME = re.compile(
    r"/(?:authors?|people|staff|profiles?|by|journalists?|contributors?)/([a-z]+(?:-[a-z]+){1,3})/?$"
)
"""The name in the address of an author's page: `…/people/jane-roe`."""


@dataclass(frozen=True, slots=True)
class Byline:
    """Names that were read in one place."""

    names: tuple[str, ...]
    source: FieldSource
    where: str


def choose_authors(tags: PageTags, clean: CleanText, outlets: Iterable[str]) -> tuple[PageField, ...]:
    """The authors, each with where the name was read. `outlets`: names of the outlet, which is no author."""
    own = frozenset(make_name_key(outlet) for outlet in outlets) - {""}
    shown = "\n".join(_make_words(line.text) for line in _list_near(clean))
    stated = [b for raw in _list_stated(tags) if (b := _drop_outlet(raw, own))]
    printed = [b for raw in _list_printed(tags, clean) if (b := _drop_outlet(raw, own))]
    chosen = (
        # whose names all stand on the page, near its article
        next((b for b in stated if all(_make_words(name) in shown for name in b.names)), None)
        or next(iter(printed), None)
        or next(iter(stated), None)
        or next((b for b in _list_in_addresses(tags) if b.names), None)
    )
    if chosen is None:
        return ()
    fuller = next((b for b in printed if set(chosen.names) < set(b.names)), chosen)
    return tuple(PageField(name, fuller.source, fuller.where) for name in fuller.names)


def _list_stated(tags: PageTags) -> Iterator[Byline]:
    """What tags say, the surest first."""
    for item in tags.items:
        for field in ("author", "creator"):
            where = f"{item.syntax} {item.type}, {field}"
            yield Byline(tuple(_read_people(item.fields.get(field))), FieldSource.TAG, where)
    for name in _METAS:
        # one tag for each author, or one for all
        names = [author for _, content in tags.list_metas(name) for author in _read_one(content)]
        if name != "twitter:data1" or _is_label_of_author(tags):
            yield Byline(tuple(dict.fromkeys(names)), FieldSource.TAG, f"<meta> {name}")


def _is_label_of_author(tags: PageTags) -> bool:
    """Whether the first label of a Twitter card is one of who wrote; others are of how long one reads."""
    label = next((content for _, content in tags.list_metas("twitter:label1")), "")
    return _load_opening().match(f"{label} x") is not None


def _read_people(value: Any) -> Iterator[str]:
    """The names in a field of structured data: texts, items with a name, or lists of them."""
    names: list[str] = []
    for part in value if isinstance(value, list) else [value]:
        name = part.get("name") if isinstance(part, dict) else part
        for text in name if isinstance(name, list) else [name]:
            if isinstance(text, str):
                names += _read_one(text)
    yield from dict.fromkeys(names)


def _read_one(text: str) -> list[str]:
    """The names of a text, or the body that it names; addresses are none."""
    if re.match(r"\s*(?:https?:|//|@)", text):
        return []
    if names := read_names(text):
        return list(names)
    body = read_organisation(text)
    return [body] if body else []


def _list_printed(tags: PageTags, clean: CleanText) -> Iterator[Byline]:
    """What the page shows: elements that mark an author, and lines that are a byline or open as one."""
    for marked in tags.bylines:
        yield Byline(tuple(_read_one(marked.text)), FieldSource.TEXT, marked.where)
    for line in list_byline_lines(clean):
        yield Byline(tuple(_read_one(line.text)), FieldSource.TEXT, f"line {line.n}")
    first = min(clean.body_lines, default=0)
    for line in _list_near(clean):
        is_dated = line.kind is Kind.DATELINE or (line.n < first and len(line.text) <= _LONGEST_LINE)
        if is_dated and (inner := _load_inner().search(line.text)):
            yield Byline(tuple(_read_one(line.text[inner.end() :])), FieldSource.TEXT, f"line {line.n}")


def list_byline_lines(clean: CleanText) -> Iterator[Line]:
    """Lines near the article that are a byline, or open as one; before it with a word first (`Review by`)."""
    near = _list_near(clean)
    yield from (line for line in near if line.kind is Kind.BYLINE)
    first = min(clean.body_lines, default=0)
    opening_lines = {paragraph.lines[0] for paragraph in clean.body[:_FIRST_PARAGRAPHS]}
    for line in near:
        # one that ends in “a.m.” was taken for a paragraph
        told = line.kind is Kind.BODY and (line.n not in opening_lines or len(line.text) > _LONGEST_LINE // 2)
        if not told and len(line.text) <= _LONGEST_LINE:
            opened = _load_opening().match(line.text)
            if opened and (not opened["before"] or line.n < first):
                yield line


def _list_near(clean: CleanText) -> tuple[Line, ...]:
    """The lines up to a few after the article's last."""
    last = max(clean.body_lines, default=len(clean.lines))
    return tuple(line for line in clean.lines if line.text and line.n <= last + _AFTER_ARTICLE)


def _list_in_addresses(tags: PageTags) -> Iterator[Byline]:
    """Names in the addresses of authors' pages, where nothing else names them."""
    for name, content in tags.list_metas("article:author", "author"):
        if match := _ADDRESS_NAME.search(content):
            written = match[1].replace("-", " ")
            yield Byline(read_names(written), FieldSource.ADDRESS, f"the address in <meta> {name}")


def _drop_outlet(byline: Byline, own: frozenset[str]) -> Byline | None:
    """Without the outlet's own name, which every report of it would have; None where nothing is left."""
    names = tuple(name for name in byline.names if not _is_outlet(make_name_key(name), own))
    return Byline(names, byline.source, byline.where) if names else None


def _is_outlet(name: str, own: frozenset[str]) -> bool:
    return not name or any(name == outlet or (len(name) > 4 and name in outlet) for outlet in own)  # noqa: PLR2004 - shorter is in many


def _make_words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text).casefold()))


@remember_for_languages
def _load_opening() -> re.Pattern[str]:
    opening = match_any(gather_words(lambda facts: facts.byline))
    return re.compile(
        rf"\W{{0,4}}(?P<before>(?:[^\W\d_]+\s){{0,2}}?){opening}(?:\s*:\s*|\s+)\S", re.IGNORECASE
    )


@remember_for_languages
def _load_inner() -> re.Pattern[str]:
    """Where a byline begins in a line that is a date besides: after the date, or in a part of its own."""
    opening = match_any(gather_words(lambda facts: facts.byline))
    return re.compile(rf"(?:[|•·]\s*|(?<=[\d.])\s+)(?i:{opening})(?:\s*:\s*|\s+)(?=[^\W\d_a-zа-яё])")
