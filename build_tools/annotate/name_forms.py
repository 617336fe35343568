"""Surface forms + text → where each entity is named, in one walk whatever the number of entities.

Forms are indexed by their first word and their length; at each word of the text that many letters are looked
up, so the cost grows with the text and not with the vocabulary, however many names begin alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

from build_tools.model.annotation import MOST_MARKS
from build_tools.model.vocabulary import Entity
from build_tools.text.plain_letters import fold_plain

_RUN = re.compile(r"[^\W\d_]+|\d+")
"""Letters or digits: where a form may begin. `IK17` is two runs, `Gulagu.net` also."""


@dataclass(frozen=True, slots=True)
class _Entry:
    form: str
    lead: int
    """Characters before the form's first run: an opening quotation mark."""
    entity: str
    whole: bool
    only_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntityMention:
    """An entity named at a place."""

    start: int
    end: int
    entity: str
    whole: bool
    """Nothing inside it is a mention."""


_Alike = tuple[int, int, Mapping[str, tuple[_Entry, ...]]]
"""Characters before the first run and in all, and the forms that have so many."""
Lexicon = Mapping[str, tuple[_Alike, ...]]
"""First run of letters or digits → the forms that begin with it."""


def compile_lexicon(entities: Iterable[Entity]) -> Lexicon:
    """Index every surface form. A form without a letter or digit cannot be found and is left out."""
    index: dict[str, dict[tuple[int, int], dict[str, list[_Entry]]]] = {}
    listed = ((fold_plain(form.text), entity.id, form) for entity in entities for form in entity.forms)
    # sorted: of more mentions than are kept, the order of the file decides nothing
    for text, entity, form in sorted(listed, key=lambda each: (each[0], each[1], each[2].only_in)):
        if first := _RUN.search(text):
            entry = _Entry(text, first.start(), entity, form.whole, form.only_in)
            alike = index.setdefault(first.group(), {}).setdefault((entry.lead, len(text)), {})
            alike.setdefault(text, []).append(entry)
    return MappingProxyType(
        {
            first: tuple(
                (lead, size, {form: tuple(entries) for form, entries in forms.items()})
                for (lead, size), forms in alike.items()
            )
            for first, alike in index.items()
        }
    )


def find_first_run(form: str) -> str:
    """The run that a text must have for a folded form to begin in it; none where it cannot be found."""
    first = _RUN.search(form)
    return first.group() if first else ""


def list_first_runs(folded: str) -> frozenset[str]:
    """Every run of a folded text: where a form may begin."""
    return frozenset(_RUN.findall(folded))


def find_mentions(folded: str, index: Lexicon, source: str) -> tuple[EntityMention, ...]:
    """Every mention in a folded text, by position, then the longer first, then entity id.

    Of mentions of one entity that overlap, the longest stays; inside a `whole` form nothing is a mention.
    """
    candidates = set(islice(_find_candidates(folded, index, source), MOST_MARKS))
    if not candidates:
        return ()
    mentions = sorted(candidates, key=lambda m: (m.start, -m.end, m.entity))
    return tuple(_keep_longest(_drop_inside_wholes(mentions)))


def _find_candidates(folded: str, index: Lexicon, source: str) -> Iterator[EntityMention]:
    # most texts name nobody, and a set goes through their runs in no time
    if index.keys().isdisjoint(_RUN.findall(folded)):
        return
    for run in _RUN.finditer(folded):
        for lead, size, forms in index.get(run.group(), ()):
            start = run.start() - lead
            end = start + size
            entries = forms.get(folded[start:end], ()) if start >= 0 else ()
            if entries and _is_word_start(folded, start) and _is_word_end(folded, end):
                for entry in entries:
                    if not entry.only_in or source in entry.only_in:
                        yield EntityMention(start, end, entry.entity, entry.whole)


def _is_word_character(character: str) -> bool:
    # a combining mark (category M) belongs to its letter, but is no letter by itself
    return character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")


def _is_word_start(text: str, start: int) -> bool:
    return start == 0 or not (_is_word_character(text[start]) and _is_word_character(text[start - 1]))


def _is_word_end(text: str, end: int) -> bool:
    """Whether a word ends here; a digit after a letter ends it.

    Note marks and counters stick to names in captured pages (`Russia12`).
    """
    if end == len(text) or not _is_word_character(text[end]):
        return True
    if unicodedata.category(text[end]).startswith("M"):
        return False
    return not _is_word_character(text[end - 1]) or (text[end - 1].isalpha() and text[end].isdigit())


def _drop_inside_wholes(mentions: Iterable[EntityMention]) -> Iterator[EntityMention]:
    shadow = (0, 0)
    for mention in mentions:
        span = (mention.start, mention.end)
        # the same span may name another entity as well: both stay
        if mention.end <= shadow[1] and span != shadow:
            continue
        if mention.whole and mention.end > shadow[1]:
            shadow = span
        yield mention


def _keep_longest(mentions: Iterable[EntityMention]) -> Iterator[EntityMention]:
    longest: list[EntityMention] = []
    last: dict[str, int] = {}
    for mention in mentions:
        at = last.get(mention.entity)
        if at is not None and mention.start < longest[at].end:
            if mention.end - mention.start > longest[at].end - longest[at].start:
                longest[at] = mention
            continue
        last[mention.entity] = len(longest)
        longest.append(mention)
    return iter(sorted(longest, key=lambda m: (m.start, -m.end, m.entity)))
