"""Documents → the same documents with their texts packed, which only a source's own pages ask for.

Records stay as they are: a list has rows of two hundred of them, and to open these again and again took
longer than to make its page.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from typing import NamedTuple, overload

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from build_tools.model.annotation import Annotation, Layer, Motivation
from build_tools.model.archive import CopiedWords, Document
from build_tools.model.clean import CleanText
from build_tools.model.custody import CustodyLog
from build_tools.model.earlier_text import EarlierText
from build_tools.model.packed import FEW, PACKING_LEVEL, OpenValues, open_value, pack_value
from build_tools.model.record import Record

TEXTS_OPEN = 16
"""Texts that are open at a time: a source's page, its ledger and the drawings of its chains ask for one."""


class DocumentText(NamedTuple):
    """All of a document but its record, in the order of its fields."""

    clean: CleanText | None
    ledger: CleanText | None
    annotations: tuple[Annotation, ...]
    copied: tuple[CopiedWords, ...]
    earlier: tuple[EarlierText, ...]
    custody: CustodyLog
    digest: str


@cache
def make_text_adapter() -> TypeAdapter[DocumentText]:
    """What writes texts as JSON and reads them; made when first needed, which takes as long as 100 texts."""
    return TypeAdapter(DocumentText)


def split_text(document: Document) -> DocumentText:
    """What of a document is no record."""
    return DocumentText(*(getattr(document, name) for name in DocumentText._fields))


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What stages ask of all documents, so that none has to be opened for it."""

    digest: str
    captured: str
    """SHA-256 of the capture at hand; empty where none is."""
    drawn: bool
    """Whether its text had to be drawn out of its file."""
    earlier: bool
    """Whether an earlier capture is at hand."""
    has_ledger: bool
    is_logged: bool
    """Whether its captures have a custody log."""
    tokens: tuple[int, ...]
    """Numbers of the entries of the log that have a timestamp."""
    copied: tuple[CopiedWords, ...]
    named: tuple[tuple[str, str], ...]
    """Claims and the entities that surface forms in our words about them name."""


def _tell_facts(document: Document) -> DocumentFacts:
    clean = document.clean
    # looked up once: a member of an enumeration takes longer to find than to compare
    digest, identifying = Layer.DIGEST, Motivation.IDENTIFYING
    return DocumentFacts(
        digest=document.digest,
        captured=clean.sha256 if clean else "",
        drawn=clean is not None and clean.drawn is not None,
        earlier=any(text.clean for text in document.earlier),
        has_ledger=document.ledger is not None,
        is_logged=bool(document.custody.entries),
        tokens=tuple(number for number, _ in document.custody.tokens),
        copied=document.copied,
        named=tuple(
            # one string each: names are a hundred thousand, of a few hundred entities
            (a.target.passage, sys.intern(a.value))
            for a in document.annotations
            if a.motivation is identifying and a.target.layer is digest
        ),
    )


@dataclass(frozen=True, slots=True)
class PackedDocument:
    """A document whose text is bytes."""

    record: Record
    facts: DocumentFacts
    text: bytes


def _pack_text(text: DocumentText) -> bytes:
    """As JSON: a pickle takes three times as long to write, and half as long again to open."""
    try:
        content = make_text_adapter().dump_json(text, by_alias=True, warnings="error")
    except PydanticSerializationError:
        # bytes of a timestamp
        return pack_value(tuple(text))
    return zlib.compress(content, PACKING_LEVEL)


def _open_text(packed: bytes) -> DocumentText:
    content = zlib.decompress(packed)
    if content.startswith(b"["):
        return make_text_adapter().validate_json(content)
    return DocumentText(*open_value(packed))


def pack_document(document: Document) -> PackedDocument:
    """The document with its text as bytes."""
    return PackedDocument(document.record, _tell_facts(document), _pack_text(split_text(document)))


class PackedDocuments(Sequence[Document]):
    """Documents in their order; the texts of a few are open."""

    def __init__(self, documents: Iterable[PackedDocument]) -> None:
        packed = tuple(documents)
        self.records = tuple(document.record for document in packed)
        self.facts = tuple(document.facts for document in packed)
        self._texts = tuple(document.text for document in packed)
        self._open = OpenValues(TEXTS_OPEN, _open_text)

    def __len__(self) -> int:
        return len(self.records)

    @overload
    def __getitem__(self, at: int) -> Document: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Document]: ...
    def __getitem__(self, at: int | slice) -> Document | Sequence[Document]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        return Document(self.records[at], *self._open.get_value(at % len(self), self._texts[at]))

    def exchange(self, number: int, document: PackedDocument) -> PackedDocuments:
        """The same documents with another one in a place."""
        packed = [*map(PackedDocument, self.records, self.facts, self._texts)]
        packed[number] = document
        return PackedDocuments(packed)

    def __iter__(self) -> Iterator[Document]:
        # past those that are open: who goes through all asks for none of them again soon
        for record, text in zip(self.records, self._texts, strict=True):
            yield Document(record, *_open_text(text))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (PackedDocuments, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment] # as a list, which it is asked like


def pack_documents(documents: Iterable[Document]) -> Sequence[Document]:
    """The documents, packed if they are more than a few; they may come one by one."""
    if isinstance(documents, PackedDocuments):
        return documents
    coming = iter(documents)
    first = tuple(islice(coming, FEW + 1))
    if len(first) <= FEW:
        return first
    return PackedDocuments(map(pack_document, chain(first, coming)))


def exchange_document(documents: Sequence[Document], number: int, document: Document) -> Sequence[Document]:
    """The same documents with another one in a place, packed if they are."""
    if isinstance(documents, PackedDocuments):
        return documents.exchange(number, pack_document(document))
    return tuple(document if n == number else other for n, other in enumerate(documents))


class DocumentPlaces:
    """Documents that come in any order, each to a place of its own; those of a large archive are packed."""

    def __init__(self, total: int) -> None:
        self._packs = total > FEW
        self._places: list[Document | PackedDocument | None] = [None] * total

    def put_document(self, number: int, document: Document) -> None:
        """Put a document in its place."""
        self._places[number] = pack_document(document) if self._packs else document

    def list_empty(self) -> list[int]:
        """The places for which no document has come."""
        return [number for number, place in enumerate(self._places) if place is None]

    def list_documents(self) -> Sequence[Document]:
        """Those that have come, in the order of their places."""
        if self._packs:
            return PackedDocuments(place for place in self._places if isinstance(place, PackedDocument))
        return tuple(place for place in self._places if isinstance(place, Document))


def collect_records(documents: Sequence[Document]) -> tuple[Record, ...]:
    """The records of documents; of packed ones the texts stay closed."""
    if isinstance(documents, PackedDocuments):
        return documents.records
    return tuple(document.record for document in documents)


def list_slugs(documents: Sequence[Document]) -> tuple[str, ...]:
    """The slugs of documents, in the same way."""
    return tuple(record.slug for record in collect_records(documents))


def list_facts(documents: Sequence[Document]) -> tuple[DocumentFacts, ...]:
    """What is told of each document, in the same way."""
    if isinstance(documents, PackedDocuments):
        return documents.facts
    return tuple(map(_tell_facts, documents))


def list_digests(documents: Sequence[Document]) -> tuple[str, ...]:
    """The digests of documents, empty where nobody asked for one, in the same way."""
    return tuple(facts.digest for facts in list_facts(documents))


def select_captured(documents: Sequence[Document]) -> Iterator[Document]:
    """The documents with captured text at hand, be it of an earlier capture; no other is opened."""
    facts = list_facts(documents)
    return (documents[n] for n, told in enumerate(facts) if told.captured or told.earlier)
