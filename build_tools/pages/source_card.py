"""A record → its catalogue, told in one place: the card on its page, in both forms, and the front matter.

To show another field of a record: an entry of the card, and, where programs may want it, a fact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.record import Basis, Published, Record, Rights
from build_tools.model.vocabulary import Topic
from build_tools.pages.addresses import topic_address
from build_tools.pages.inline import Inline, RichText, join_texts
from build_tools.pages.page import FrontMatterValue
from build_tools.pages.render import is_foreign
from build_tools.rights import name_permission
from build_tools.text.english import capitalise, count_noun
from build_tools.text.labels import LABELS
from build_tools.text.languages import OTHER_WRITING, language_name
from build_tools.text.written_dates import when_said, write_date

_BASES = {
    Basis.STATED: "stated in the text",
    Basis.TAG: "from a tag of the page",
    Basis.ADDRESS: "read from the address",
    Basis.INFERRED: "inferred",
}


@dataclass(frozen=True, slots=True)
class CardEntry:
    """A line of the card."""

    name: str
    texts: tuple[RichText, ...]
    """What is told under that name; each by itself."""
    folded: RichText = ()
    """What few want to see: it is folded."""


def make_catalogue_card(record: Record, topics: Sequence[Topic], index: Index) -> tuple[CardEntry, ...]:
    """The card; what the record does not say is left out."""
    fixity = {"Capture": _tell_fixity(record)}
    entries = (
        CardEntry(name, tuple(texts), fixity.get(name, ()))
        for name, *texts in _list_entries(record, topics, index)
    )
    return tuple(entry for entry in entries if entry.texts)


def _list_entries(
    record: Record, topics: Sequence[Topic], index: Index
) -> Iterator[tuple[str, *tuple[RichText, ...]]]:
    """Name and texts of each entry, in the card's order."""
    yield "Outlet", _tell_outlet(record, index)
    yield "Author", _tell_authors(record)
    yield "Published", (Inline(_tell_publication(record.published)),)
    yield "Language", (Inline(capitalise(language_name(record.language))),)
    yield "Original", _lead_to(record.url)
    yield "Archived copy", _lead_to_copy(record)
    yield "Also at", *map(_lead_to, record.mirrors)
    yield "Rights", _tell_rights(record.rights)
    extent = f"{count_noun(record.paragraphs, 'paragraph')}, {count_noun(len(record.claims), 'statement')}"
    yield LABELS.size, (Inline(extent),)
    yield "Capture", _tell_capture(record)
    # who wrote the record, which is not who wrote the report
    names = ((Inline(name),) for name in record.recorded_by)
    yield "Described by", *([join_texts(", ", names)] if record.recorded_by else [])
    yield "Checked", *_tell_checks(record)
    labels = ((Inline(topic.label, topic_address(topic.id)),) for topic in topics)
    yield "Topics", *([join_texts(", ", labels)] if topics else [])


def _lead_to(url: str) -> RichText:
    return (Inline(url, url=url),)


def _lead_to_copy(record: Record) -> RichText:
    """To the copy that is known, else to where one may be found: an original can go."""
    if record.archived_url:
        return _lead_to(record.archived_url)
    return (Inline("None known; "), Inline("look for one", url=f"{COPIES_ADDRESS}{record.url}"))


COPIES_ADDRESS = "https://web.archive.org/web/*/"
"""Before an address: the copies of it that the Wayback Machine has."""


def _tell_outlet(record: Record, index: Index) -> RichText:
    """Its name, and who it is; words in other letters are in the source's language."""
    outlet = index.entities.get(record.outlet)
    name = Inline(index.name_outlet(record))
    if outlet is None:
        return (name,)
    language = record.language if is_foreign(record.language) else ""
    pieces = OTHER_WRITING.split(outlet.description) if language else [outlet.description]
    # every second piece is what the pattern’s group matched
    description = (Inline(piece, language=language if n % 2 else "") for n, piece in enumerate(pieces))
    return (name, Inline(". "), *description)


def _tell_authors(record: Record) -> RichText:
    language = record.language if is_foreign(record.language) else ""
    authors = ((Inline(author, language=language),) for author in record.authors)
    return join_texts(", ", authors) or (Inline("No byline in the capture"),)


def _tell_publication(published: Published) -> str:
    note = f". {published.note}" if published.note else ""
    return f"{write_date(published.date)} ({_BASES[published.basis]}){note}"


def _tell_rights(rights: Rights) -> RichText:
    statement = Inline("Rights statement", url=rights.statement)
    return (Inline(f"{rights.holder}. "), statement, Inline(f". {rights.note}" if rights.note else "."))


def _tell_checks(record: Record) -> Iterator[RichText]:
    """Of each person the last check, and whether the record is still what was checked."""
    if not record.checked:
        yield (Inline("Not yet by a second person."),)
    for check in {check.by: check for check in record.checked}.values():
        since = "unchanged" if check in record.standing_checks else "changed"
        yield (Inline(f"By {check.by}, {write_date(check.day)}; {since} since."),)


def _tell_capture(record: Record) -> RichText:
    capture = record.capture
    if capture is None:
        return (Inline("None is known to the archive; the record stands by itself."),)
    if capture.taken:
        return (Inline(f"Taken {when_said(capture.taken)}."),)
    return (Inline("The day on which it was taken is not known."),)


def _tell_fixity(record: Record) -> RichText:
    """By what the capture is known again."""
    capture = record.capture
    if capture is None:
        return ()
    size = f", {count_noun(capture.bytes, 'byte')}, SHA-256 "
    digest = Inline(capture.sha256, mark="digest-value")
    return (Inline(capture.file, mark="file"), Inline(size), digest)


def list_source_facts(
    record: Record, topics: Sequence[Topic], index: Index
) -> Mapping[str, FrontMatterValue]:
    """The catalogue in flat words; what the record does not say is left out."""
    mentions = sorted({m for c in record.claims for m in c.mentions})
    facts: dict[str, FrontMatterValue | None] = {
        "slug": record.slug,
        "draft": record.draft or None,
        "outlet": index.name_outlet(record),
        "authors": list(record.authors) or None,
        "published": str(record.published.date),
        "published_basis": record.published.basis.value,
        "language": record.language,
        "url": record.url,
        "archived_url": record.archived_url,
        "mirrors": list(record.mirrors) or None,
        "rights_holder": record.rights.holder,
        "rights_statement": record.rights.statement,
        "publish": name_permission(record),
        "capture_file": record.capture.file if record.capture else None,
        "capture_sha256": record.capture.sha256 if record.capture else None,
        "capture_bytes": record.capture.bytes if record.capture else None,
        "capture_taken": str(record.capture.taken) if record.capture and record.capture.taken else None,
        "paragraphs": record.paragraphs,
        "statements": len(record.claims),
        "topics": [topic.id for topic in topics] or None,
        "mentions": mentions or None,
        "retells": [r.origin for r in record.retells] or None,
        "added": str(record.added) if record.added else None,
        "changed": str(record.changed) if record.changed else None,
        "described_by": list(record.recorded_by) or None,
        "checked": [str(check.day) for check in record.standing_checks] or None,
        "checked_before_changes": [
            str(check.day) for check in record.checked if check not in record.standing_checks
        ]
        or None,
        "corrected": [str(erratum.day) for erratum in record.errata] or None,
    }
    return {key: value for key, value in facts.items() if value is not None}
