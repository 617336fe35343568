"""What tags, lines and the address say of when → the day of publication, published before changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from build_tools.description.authors import list_byline_lines
from build_tools.description.page_tags import PageTags
from build_tools.description.tag_dates import read_stated_date
from build_tools.model.clean import CleanText, Kind, Line
from build_tools.model.page_fields import FieldSource, PageField
from build_tools.text.language_files import gather_words, match_any, remember_for_languages
from build_tools.text.printed_dates import find_printed_date

_FIELDS = ("datePublished", "dateCreated", "uploadDate")
_METAS = (
    "article:published_time", "article:published", "og:article:published_time", "datepublished",
    "og:datepublished", "publish-date", "publishdate", "publish_date", "published_at", "pubdate",
    "pub_date", "og:pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "dc:date", "dc:created",
    "citation_publication_date", "citation_date", "article:post_date", "date.created", "pdate",
    "published", "publication_date", "publicationdate", "originalpublicationdate", "datecreated", "date",
)  # fmt: skip
"""Names of tags for the day of publication; none for that of a change."""
_CHANGED = re.compile(r"modif|updat|edit", re.IGNORECASE)
_PUBLISHED = re.compile(r"publish|pub-?date|posted|created|issued|entry-date", re.IGNORECASE)
_IN_ADDRESS = re.compile(
    r"[/=](?P<year>(?:19|20)\d\d)[/-]?(?P<month>0[1-9]|1[0-2])[/-]?(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
_LONGEST_LINE = 200
_DAY = 10
"""Characters of an EDTF day."""


def choose_day(
    tags: PageTags, clean: CleanText, address: str, latest: date
) -> tuple[PageField | None, PageField | None]:
    """The date of publication, and the one that the page prints where its day is another.

    `latest`: no report is published later.
    """
    stated = list(_list_stated(tags, latest))
    printed = next(iter(_list_printed(clean, latest)), None)
    chosen = _choose_fuller(stated) or printed or next(_list_loose(tags, address, latest), None)
    differs = chosen and printed and chosen.value[:_DAY] != printed.value[:_DAY]
    return chosen, printed if differs else None


def _choose_fuller(stated: list[PageField]) -> PageField | None:
    """The surest tag, or one of the same day that has the time of day as well."""
    if not stated:
        return None
    first = stated[0]
    same = (f for f in stated if f.value[:_DAY] == first.value[:_DAY] and len(f.value) > _DAY)
    return first if len(first.value) > _DAY else next(same, first)


def _list_stated(tags: PageTags, latest: date) -> Iterator[PageField]:
    """What tags say of the day of publication, the surest first."""
    for field in _FIELDS:
        for item in tags.items:
            for text in _list_texts(item.fields.get(field)):
                yield from _make_field(text, FieldSource.TAG, f"{item.syntax} {item.type}, {field}", latest)
    for name, content in tags.list_metas(*_METAS):
        yield from _make_field(content, FieldSource.TAG, f"<meta> {name}", latest)
    for time in tags.times:
        if _PUBLISHED.search(time.where) and not _CHANGED.search(time.where):
            yield from _make_field(time.value or time.text, FieldSource.TAG, time.where, latest)


def _list_printed(clean: CleanText, latest: date) -> Iterator[PageField]:
    """The dates that lines near the article print, those of a change last."""
    # parted where a word says what a date is of: `Updated … | Published …`
    parts = [
        (line.n, part)
        for line in _list_dated_lines(clean)
        for part in _load_labels().split(line.text)
        if part.strip(" |·•")
    ]
    for wanted in (False, True):
        for number, part in parts:
            if (_load_changed().match(part) is not None) is wanted and (day := find_printed_date(part)):
                yield from _make_field(day, FieldSource.TEXT, f"line {number}", latest)


def _list_dated_lines(clean: CleanText) -> Iterator[Line]:
    """Lines that may date it: what cleaning took for its date, bylines, short lines above the text."""
    read = {found.line for found in clean.metadata if found.field == "date"}
    yield from (line for line in clean.lines if line.n in read and line.kind in (Kind.DATELINE, Kind.BYLINE))
    yield from list_byline_lines(clean)
    titles = [n for p in clean.paragraphs if p.kind is Kind.TITLE for n in p.lines]
    first = min(clean.body_lines, default=0)
    for line in clean.lines[max(titles, default=0) : first]:
        # the first line of the article may be one that cleaning took for prose
        is_short = len(line.text) <= (_LONGEST_LINE if line.n < first else _LONGEST_LINE // 2)
        if line.text and is_short and not line.text.endswith((".", "!", "?")):
            yield line


@remember_for_languages
def _load_labels() -> re.Pattern[str]:
    words = match_any(gather_words(lambda facts: (*facts.dates.changed, *facts.dates.published)))
    return re.compile(rf"(?<!\w)(?={words}(?!\w))", re.IGNORECASE)


@remember_for_languages
def _load_changed() -> re.Pattern[str]:
    words = match_any(gather_words(lambda facts: facts.dates.changed))
    return re.compile(rf"\W*{words}(?!\w)", re.IGNORECASE)


def _list_loose(tags: PageTags, address: str, latest: date) -> Iterator[PageField]:
    """What is less sure: the first `<time>` that tells of no change, then the page's address."""
    for time in tags.times:
        if time.value and not _CHANGED.search(f"{time.where} {time.text}"):
            yield from _make_field(time.value, FieldSource.TAG, time.where, latest)
            break
    if match := _IN_ADDRESS.search(address):
        day = f"{match['year']}-{match['month']}-{match['day']}"
        yield from _make_field(day, FieldSource.ADDRESS, "the page's address", latest)


def _list_texts(value: object) -> Iterator[str]:
    yield from (text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str))


def _make_field(text: str, source: FieldSource, where: str, latest: date) -> Iterator[PageField]:
    if day := read_stated_date(text[:200], latest):
        yield PageField(day, source, where)
