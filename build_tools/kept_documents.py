"""Cache + vocabulary → the documents of earlier builds that this vocabulary gives as well.

A document is kept with the digest of a vocabulary that gives it. Where that is not the one of today, the two
are compared, and the document is asked whether its text has any of what is different.
"""

from __future__ import annotations

from build_tools.annotate.vocabulary_changes import SearchedVocabulary, VocabularyChange
from build_tools.model.archive import Document
from build_tools.model.build_cache import BuildCache, KeptDocument
from build_tools.model.record import Record


class KeptDocuments:
    """The documents of one cache, as one vocabulary gives them."""

    def __init__(self, cache: BuildCache, vocabulary: SearchedVocabulary) -> None:
        self._cache = cache
        self._vocabulary = vocabulary
        self._changes: dict[str, VocabularyChange | None] = {}
        """By digest of an earlier vocabulary: what is different; None where that one is not known."""
        if self._open_vocabulary(vocabulary.digest) is None:
            cache.put_value(_name_vocabulary(vocabulary.digest), vocabulary.write_plain())

    def find_document(self, key: str, record: Record) -> Document | None:
        """The document that is kept under a key, if it would be made again just so."""
        kept = self._cache.get_document(key, record)
        if kept is None or kept.vocabulary == self._vocabulary.digest:
            return kept and kept.document
        change = self._find_change(kept.vocabulary)
        if change is None or change.may_concern(kept.document):
            return None
        self._cache.restamp_document(key, self._vocabulary.digest)
        return kept.document

    def put_document(self, key: str, document: Document) -> None:
        """Keep a document that was made with this vocabulary."""
        self._cache.put_document(key, KeptDocument(document, self._vocabulary.digest))

    def _find_change(self, before: str) -> VocabularyChange | None:
        if before not in self._changes:
            earlier = self._open_vocabulary(before)
            self._changes[before] = VocabularyChange(earlier, self._vocabulary) if earlier else None
        return self._changes[before]

    def _open_vocabulary(self, digest: str) -> SearchedVocabulary | None:
        plain = self._cache.get_value(_name_vocabulary(digest))
        return SearchedVocabulary.open_plain(plain) if plain is not None else None


def _name_vocabulary(digest: str) -> str:
    # no YAML text is called so
    return f"vocabulary\0{digest}"
