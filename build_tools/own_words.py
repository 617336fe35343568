"""Record + its capture → the fields that repeat nine words of it, told at their lines.

What a person writes in a record is in the archive's own words, whatever the edition: the record is committed,
and every page and download says it again. Found here, it is told once, before anything is rendered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from build_tools.model.archive import CopiedWords, Document, Edition
from build_tools.model.clean import CleanText
from build_tools.model.codes import make_fault
from build_tools.model.fault import Fault
from build_tools.model.material import Loc, Material
from build_tools.model.packed_documents import list_facts, list_slugs, select_captured
from build_tools.model.record import Record
from build_tools.rights import may_show_text, shown_lines, shown_passages
from build_tools.text.copied_words import (
    CatalogueFacts,
    find_repeated_runs,
    list_catalogue_titles,
    make_leak_guard,
    word_leak,
)
from build_tools.text.folded_words import fold_words
from build_tools.text.names.guard import NameGuard

_CATALOGUE = frozenset({"slug", "title", "authors", "url", "archived_url", "mirrors", "capture", "cleaning"})
"""Fields that say what the source itself says of itself, or where it lies."""
_OF_RIGHTS = frozenset({"holder", "statement"})


def find_copied_words(record: Record, clean: CleanText) -> tuple[CopiedWords, ...]:
    """Every field that repeats more of the record's capture than may be quoted."""
    document = Document(record, clean, None, ())
    if len(shown_lines(document, Edition.PUBLIC)) == len(clean.lines):
        return ()
    shown = shown_passages(document, Edition.PUBLIC)
    freed = (paragraph.text for paragraph in clean.paragraphs if paragraph.id in shown)
    facts = CatalogueFacts((record.title,))
    guard = make_leak_guard({record.slug: clean}, (record.title, *freed), facts)
    return tuple(
        CopiedWords(loc, run)
        for loc, text in list_own_texts(record)
        for _, run in find_repeated_runs(text, guard)
    )


def list_own_texts(record: Record) -> Iterator[tuple[Loc, str]]:
    """What the record says in words of its own, with the place of each."""
    written = record.model_dump(mode="python", exclude={*_CATALOGUE}, exclude_defaults=True)
    written["rights"] = {key: value for key, value in written["rights"].items() if key not in _OF_RIGHTS}
    return list_texts_within(written)


def list_texts_within(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text of a nested value, with its place."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from list_texts_within(inner, (*loc, key))
    elif isinstance(value, (list, tuple)):
        for at, inner in enumerate(value):
            yield from list_texts_within(inner, (*loc, at))


def list_record_faults(material: Material, documents: Sequence[Document]) -> Iterator[Fault]:
    """What records say that must not be published, whatever the edition: others' text, protected names."""
    yield from list_copied_faults(material, documents)
    yield from list_shown_names(material, documents)


def list_copied_faults(material: Material, documents: Sequence[Document]) -> Iterator[Fault]:
    """The faults of records that repeat their captures; other reports' titles are no captured text."""
    told = zip(list_slugs(documents), list_facts(documents), strict=True)
    copied = {slug: facts.copied for slug, facts in told if facts.copied}
    known = list_catalogue_titles((seed.record for seed in material.seeds), material.origins, material.wanted)
    titles = [" ".join(fold_words(title)) for title in known] if copied else []
    for seed in material.seeds if copied else ():
        for words in copied.get(seed.record.slug, ()):
            if not any(" ".join(words.run) in title for title in titles):
                yield make_fault(seed.places, words.loc, "L101", word_leak(seed.record.slug, words.run))


def list_shown_names(material: Material, documents: Sequence[Document]) -> Iterator[Fault]:
    """Faults of records that let captured text be shown which names somebody whose name must not appear."""
    guard = NameGuard(material.protected)
    if not guard:
        return
    places = {seed.record.slug: seed.places for seed in material.seeds}
    for document in select_captured(documents):
        if document.clean is None or not may_show_text(document.record, Edition.PUBLIC):
            continue
        lines = shown_lines(document, Edition.PUBLIC)
        text = "\n".join(line.text for line in document.clean.lines if line.n in lines)
        for role in sorted(guard.list_named(text)):
            message = f"What is shown of the capture has the name of {role}."
            yield make_fault(places[document.record.slug], ("rights", "publish"), "N102", message)
