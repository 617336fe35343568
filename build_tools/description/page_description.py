"""A capture's text and its cleaned text → PageFields: each field chosen among all that a page says of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from datetime import date

from build_tools.description.addresses import find_host, list_addresses, split_archived
from build_tools.description.authors import choose_authors
from build_tools.description.days import choose_day
from build_tools.description.outlets import choose_outlet, list_outlet_names
from build_tools.description.page_tags import PageTags, read_page_tags
from build_tools.description.stated_fields import add_stated
from build_tools.model.capture_text import StatedField
from build_tools.model.clean import CleanText, Kind
from build_tools.model.page_fields import FieldSource, PageField, PageFields
from build_tools.text.language import tell_language, tell_language_by_letters

_ENOUGH = 40
"""Paragraphs that tell the language."""
_LIKENESS = 0.5
"""Share of a printed title's words that a tag must have too: else the heading was the site's own."""


def describe_page(
    page: str | None, clean: CleanText, latest: date, stated: Iterable[StatedField] = ()
) -> PageFields:
    """What a capture says of its report.

    `page`: its HTML, or None. `latest`: no day is later. `stated`: what it was packed with says of it.
    """
    return add_stated(_describe_tags(page, clean, latest), stated)


def _describe_tags(page: str | None, clean: CleanText, latest: date) -> PageFields:
    tags = read_page_tags(page) if page else PageTags()
    addresses = list(list_addresses(tags))
    address, elsewhere, archived, taken = _settle_addresses(addresses)
    place = address.value if address else ""
    published, printed = choose_day(tags, clean, place, latest)
    outlet = choose_outlet(tags, place)
    return PageFields(
        title=_choose_title(tags, clean),
        outlet=outlet,
        authors=choose_authors(tags, clean, list_outlet_names(tags, place, outlet)),
        published=published,
        printed=printed,
        language=_choose_language(clean),
        address=address,
        archived=archived,
        taken=taken,
        elsewhere=elsewhere,
    )


def _settle_addresses(
    addresses: list[PageField],
) -> tuple[PageField | None, PageField | None, PageField | None, PageField | None]:
    """The page's address, one on another host that it calls its original, an archive's copy, and its time."""
    archived = taken = None
    plain: list[PageField] = []
    for field in addresses:
        if parted := split_archived(field.value):
            plain.append(PageField(parted[0], field.source, field.where))
            archived = archived or field
            if parted[1] and taken is None:
                taken = PageField(parted[1], FieldSource.ADDRESS, "the archive's address")
        else:
            plain.append(field)
    address = plain[0] if plain else None
    hosts = {find_host(field.value) for field in plain}
    own = next((f for f in plain[1:] if address and find_host(f.value) != find_host(address.value)), None)
    return address, own if len(hosts) > 1 else None, archived, taken


def _choose_title(tags: PageTags, clean: CleanText) -> PageField | None:
    """The title as printed, unless no tag knows it: a heading of the site is no title of the report."""
    shown = {paragraph.lines[0] for paragraph in clean.paragraphs if paragraph.kind is Kind.TITLE}
    printed = next((f for f in clean.metadata if f.field == "title" and f.line in shown), None)
    stated = [
        PageField(_unescape(content), FieldSource.TAG, f"<meta> {name}")
        for name, content in tags.list_metas("og:title", "twitter:title", "dc.title", "parsely-title")
    ]
    stated += [
        PageField(_unescape(text), FieldSource.TAG, f"{item.syntax} {item.type}, headline")
        for item in tags.items
        if item.is_article and isinstance(text := item.fields.get("headline"), str) and text.strip()
    ]
    if printed is None:
        return stated[0] if stated else None
    known = [*(field.value for field in stated), *([tags.title] if tags.title else [])]
    if stated and not any(_are_alike(printed.value, title) for title in known):
        return stated[0]
    return PageField(printed.value, FieldSource.TEXT, f"line {printed.line}")


def _unescape(text: str) -> str:
    """In one line; programs escape a title twice."""
    return " ".join(html.unescape(html.unescape(text)).split())


def _are_alike(printed: str, title: str) -> bool:
    words, others = (frozenset(re.findall(r"\w+", text.casefold())) for text in (printed, title))
    return bool(words) and len(words & others) >= _LIKENESS * len(words)


def _choose_language(clean: CleanText) -> PageField | None:
    """The language of the text, with the tag's region where that names the same language."""
    stated = next((f for f in clean.metadata if f.field == "language"), None)
    text = " ".join(paragraph.text for paragraph in clean.body[:_ENOUGH])
    told = tell_language(text) or tell_language_by_letters(text)
    tag = _write_language(stated.value) if stated else None
    if told and (tag is None or tag.partition("-")[0] != told):
        return PageField(told, FieldSource.TEXT, "the words of the text")
    if tag and told:
        return PageField(tag, FieldSource.TEXT, "the words of the text")
    return PageField(tag, FieldSource.TAG, "the tag of the page's language") if tag else None


def _write_language(stated: str) -> str | None:
    """A BCP 47 tag in its usual spelling: `en_gb` → `en-GB`; None for what is none."""
    match = re.match(
        r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}))?(?:$|[-_.])", stated.strip()
    )
    if match is None:
        return None
    parts = (match[1].lower(), (match[2] or "").title(), (match[3] or "").upper())
    return "-".join(part for part in parts if part)
