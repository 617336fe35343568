"""A capture and what the archive knows → a draft: what can be read is filled in, the rest proposed or asked.

Nothing here is decided: a draft is in no build until a person has taken `draft: true` out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from build_tools.annotate.annotation_input import compile_vocabulary
from build_tools.annotate.figure_mentions import find_figures
from build_tools.annotate.name_forms import find_mentions
from build_tools.annotate.target_passages import TargetPassage
from build_tools.annotate.topic_classification import classify_passage
from build_tools.capture import extract_text
from build_tools.clean.core import clean_or_refuse, decode_text
from build_tools.description.page_description import describe_page
from build_tools.model.annotation import Layer
from build_tools.model.capture import Capture
from build_tools.model.capture_text import PLAIN_READING, AskedReading
from build_tools.model.clean import Paragraph
from build_tools.model.draft import ClaimStub, Draft
from build_tools.model.page_fields import PageField
from build_tools.model.vocabulary import Entity, EntityKind, Topic
from build_tools.text.relative_dates import UNPUBLISHED
from build_tools.text.slugs import make_name_key, make_slug

_MOST_UNKNOWN = 12
"""Names that are proposed; what is named less often is left to the reader."""
_OFTEN = 2
"""Times that a name must stand in the text to be proposed."""
_CAPITALISED = r"[^\W\d_a-zа-яіїєґ][\w’'-]{1,40}+"
# from the beginning of a word, else each letter of a long one would be tried as a capital
_NAME = re.compile(rf"(?<![\w’'-]){_CAPITALISED}(?:\s{{1,3}}{_CAPITALISED}){{1,3}}")
"""Two to four words with capitals, side by side."""


@dataclass(frozen=True, slots=True)
class KnownArchive:
    """What of an archive a draft refers to."""

    topics: tuple[Topic, ...] = ()
    entities: tuple[Entity, ...] = ()
    slugs: frozenset[str] = frozenset()
    """Those that are taken."""


def draft_record(
    capture: Capture,
    known: KnownArchive,
    today: date,
    *,
    asked: AskedReading = PLAIN_READING,
    language: str | None = None,
) -> Draft:
    """All that can be proposed of a capture. Raises UnreadableCapture."""
    text = extract_text(capture, asked)
    cleaned = clean_or_refuse(capture, text, language=language)
    page = decode_text(text).raw if text.markup else None
    fields = describe_page(page, cleaned, today + timedelta(days=1), text.stated)
    if language:
        fields = replace(fields, language=_state_language(fields.language, language))
    outlet, is_known = _find_outlet(fields.outlet, known.entities)
    tag = fields.language.value if fields.language else "en"
    vocabulary = compile_vocabulary(known.topics, known.entities)
    passages = tuple(TargetPassage(Layer.CAPTURE, p.id, p.text, tag, p.kind) for p in cleaned.body)
    topics = {p.id: tuple(classify_passage(p, vocabulary.rules, {})) for p in passages}
    found = {p.id: find_mentions(p.folded, vocabulary.lexicon, "") for p in passages}
    mentions = {name: tuple(dict.fromkeys(m.entity for m in among)) for name, among in found.items()}
    return Draft(
        slug=_choose_slug(fields.title, capture, known.slugs),
        clean=cleaned,
        fields=fields,
        outlet=outlet,
        outlet_known=is_known,
        topics=_rank(topics),
        mentions=_rank(mentions),
        unknown=tuple(_list_unknown(cleaned.body, known.entities)),
        stubs=tuple(_list_stubs(passages, topics, mentions)),
        encoding=asked.encoding,
        page=asked.page,
        added=today.isoformat(),
    )


def _state_language(found: PageField | None, stated: str) -> PageField | None:
    """What a person says of the language, which goes before what was found."""
    if found and found.value.partition("-")[0] == stated.partition("-")[0]:
        return found
    return replace(found, value=stated) if found else None


def _choose_slug(title: PageField | None, capture: Capture, taken: frozenset[str]) -> str:
    """An address that no record has yet, from the title, else from the file's name."""
    base = make_slug(title.value if title else "") or make_slug(capture.file.rpartition(".")[0]) or "report"
    # one more than there are slugs: among so many, one is free
    return next(s for s in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if s not in taken)


def _find_outlet(named: PageField | None, entities: tuple[Entity, ...]) -> tuple[str, bool]:
    """The organisation of that name, or an id for one that is to be added."""
    if named is None:
        return "", False
    key = make_name_key(named.value)
    for entity in entities:
        if entity.kind is EntityKind.ORGANISATION and key in {
            make_name_key(name) for name in (entity.name, entity.id, *(form.text for form in entity.forms))
        }:
            return entity.id, True
    return make_slug(named.value), False


def _rank(named: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """All names, those of most passages first."""
    return tuple(name for name, _ in Counter(n for names in named.values() for n in names).most_common())


def _list_unknown(body: tuple[Paragraph, ...], entities: tuple[Entity, ...]) -> Iterator[str]:
    """Names that the text repeats and nobody has described."""
    known = {make_name_key(form) for e in entities for form in (e.name, *(f.text for f in e.forms))}
    counts = Counter(
        " ".join(match.group().split()) for p in body for match in _NAME.finditer(p.text) if match.start()
    )
    often = [name for name, times in counts.most_common() if times >= _OFTEN]
    yield from [name for name in often if make_name_key(name) not in known][:_MOST_UNKNOWN]


def _list_stubs(
    passages: tuple[TargetPassage, ...],
    topics: Mapping[str, tuple[str, ...]],
    mentions: Mapping[str, tuple[str, ...]],
) -> Iterator[ClaimStub]:
    """One for each figure, numbered within its passage."""
    for passage in passages:
        for number, figure in enumerate(find_figures(passage, UNPUBLISHED), 1):
            start, end = passage.plain.locate(figure.start, figure.end)
            yield ClaimStub(
                id=f"{passage.id}c{number}",
                figure=figure.value,
                printed=passage.text[start:end],
                topics=topics[passage.id],
                mentions=mentions[passage.id],
            )
