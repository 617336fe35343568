"""A record and the vocabulary → what a citation of the report is made from: it is as new as that."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from typing import NamedTuple, Protocol

from build_tools.model.edtf import Edtf
from build_tools.model.record import Record
from build_tools.text.acting_characters import show_acting


class CitedVocabulary(Protocol):
    """What of the vocabulary goes into citations."""

    @property
    def outlets(self) -> Mapping[str, str]:
        """Name by id."""

    @property
    def topics(self) -> Mapping[str, str]:
        """Label by id."""

    @property
    def organisations(self) -> Container[str]:
        """Names that are no person's."""

    @property
    def order_topics(self) -> Callable[[Iterable[str]], Iterable[str]]:
        """Ids of topics → those that there are, in the archive's order."""


class CitedFacts(NamedTuple):
    """What of a record, and of the vocabulary, a citation of the report is made from."""

    slug: str
    title: str
    authors: tuple[str, ...]
    language: str
    outlet: str
    """Its name."""
    issued: Edtf
    url: str
    summary: str
    topics: tuple[str, ...]
    """Their labels, in the archive's order."""
    desks: frozenset[str]
    """Of the authors those that are no person."""

    @classmethod
    def gather(cls, record: Record, citing: CitedVocabulary) -> CitedFacts:
        """What the record says, and what the vocabulary says of it."""
        organisations, labels = citing.organisations, citing.topics
        return cls(
            record.slug, record.title, record.authors, record.language,
            citing.outlets.get(record.outlet, record.outlet),
            record.published.date, record.url, record.summary,
            tuple(labels[topic] for topic in citing.order_topics(record.used_topics)),
            frozenset(name for name in map(_fold_name, record.authors) if name in organisations),
        )  # fmt: skip


def _fold_name(author: str) -> str:
    """As names are parsed."""
    return " ".join(show_acting(author).split())
