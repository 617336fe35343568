"""Findings, disagreements, names → by what else search finds them: the words behind a sentence of ours.

A finding says in one sentence what several reports say in other words. Readers type these words, or a name in
its own letters; so they are given to search beside the page, each once, and are not shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.index import Index
from build_tools.index.lookups import list_names
from build_tools.model.archive import Count
from build_tools.model.base import ClaimRef
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.search import SearchHints
from build_tools.model.vocabulary import Entity, EntityKind
from build_tools.text.attribution_words import name_deniers
from build_tools.text.english import write_tally
from build_tools.text.spellings import find_tokens, spell_token

MOST_WORDS_BEHIND = 160
"""Words behind a page at most: of a finding in hundreds of reports, the first have nearly all of them."""


def hint_finding(finding: Finding, counted: Count, index: Index) -> SearchHints:
    """Its count, and the words of its statements, those of denials included."""
    tally = write_tally(finding, counted)
    texts = _list_texts((*finding.claims, *finding.denials), index)
    denied = (name_deniers(finding),) if finding.denied_by else ()
    note = " · ".join((finding.modality.value, tally, *denied))
    return SearchHints(
        # what its page adds in brackets stands in the note
        title=finding.statement,
        behind=_list_behind(f"{finding.statement} {note}", texts),
        note=note,
        weight=counted.reports,
    )


def hint_disagreement(disagreement: Disagreement, index: Index) -> SearchHints:
    """The words of the statements that differ."""
    texts = _list_texts(disagreement.claims, index)
    return SearchHints(behind=_list_behind(f"{disagreement.title} {disagreement.note or ''}", texts))


def hint_entity(entity: Entity) -> SearchHints:
    """Its other names, and those in its own letters; of a person’s the last word by itself, too."""
    native = [name.text for name in entity.native]
    # of somebody without a name, texts say “the man”, which is a word like others
    forms = () if entity.anonymous else sorted(list_names(entity) - {entity.name})
    names = [*native, *forms]
    if entity.kind is EntityKind.PERSON and not entity.anonymous:
        names += [name.rpartition(" ")[2] for name in (entity.name, *names)]
    return SearchHints(names=tuple(dict.fromkeys(name for name in names if name != entity.name)))


def _list_texts(refs: Iterable[ClaimRef], index: Index) -> Iterator[str]:
    """Statements, then the names and the topics in them, each once."""
    refs = tuple(refs)
    for statement in index.select_statements(refs):
        claim = statement.claim
        yield f"{claim.text} {claim.said_by}"
        yield from (f"{figure.unit} {figure.scope or ''}" for figure in claim.figures)
    yield from dict.fromkeys(name for ref in refs for name in list_names_behind(ref, index))


def list_names_behind(ref: ClaimRef, index: Index) -> Iterator[str]:
    """What is mentioned in a statement and what it is about, each in one line with all its names."""
    yield from map(index.names_of_entity.__getitem__, index.entities_of_claim.get(ref, ()))
    for topic in (index.topics[name] for name in index.topics_of_claim.get(ref, ())):
        yield " · ".join((topic.label, *topic.alternatives))


def _list_behind(shown: str, texts: Iterable[str]) -> str:
    """The words of the texts that are not shown, in their order."""
    known = {word for token in find_tokens(shown) for word in spell_token(token)}
    behind: list[str] = []
    seen: set[str] = set()
    for token in (token for text in texts for token in find_tokens(text)):
        # most tokens come again and again
        if token in seen:
            continue
        seen.add(token)
        words = spell_token(token)
        if not known.issuperset(words):
            behind.append(token)
            known.update(words)
        if len(behind) == MOST_WORDS_BEHIND:
            break
    return " ".join(behind)
