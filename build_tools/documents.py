"""Seed → Document: one source cleaned and annotated by itself, from the cache where nothing has changed.

The result depends neither on the cache nor on the number of processes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from build_tools.annotate import annotate
from build_tools.annotate.attributions import find_named
from build_tools.annotate.vocabulary_changes import SearchedVocabulary
from build_tools.clean import clean
from build_tools.clean.decoding_doubts import find_decoding_doubts
from build_tools.clean.overruling_checks import find_absent_lines
from build_tools.earlier_texts import check_earlier_texts, make_earlier_texts
from build_tools.exports.ledger_files import drop_captured_text
from build_tools.kept_documents import KeptDocuments
from build_tools.model.archive import Document
from build_tools.model.build_cache import BuildCache
from build_tools.model.clean import CleanText
from build_tools.model.codes import make_fault, make_fault_at
from build_tools.model.fault import Fault, Faults
from build_tools.model.material import Material, Seed
from build_tools.model.packed_documents import DocumentPlaces, list_facts
from build_tools.model.unreadable import UnreadableCapture
from build_tools.model.vocabulary import Entity, Topic
from build_tools.own_words import find_copied_words, list_record_faults
from build_tools.text.digests import digest_strings
from build_tools.text.terminal import quote_value
from build_tools.timings import ProgressCallback
from build_tools.workers import start_processes

SOURCES_PER_BATCH = 16
"""Sources that one worker takes at a time; fewer than two batches are not worth a second worker."""

MOST_FOR_COPIES = 2000
"""Sources at most that are annotated by copies of this process. They write into the holes that reading has
left, so that each comes to hold nearly all of it: `archive check` of 3,000 sources took 816 MB with two of
them, and 621 with two fresh interpreters, which need a second each to begin."""


class AnnotationVocabulary(NamedTuple):
    """What annotating a source needs beside the source."""

    topics: tuple[Topic, ...]
    entities: tuple[Entity, ...]


def make_documents(
    material: Material,
    *,
    workers: int = 1,
    cache: BuildCache | None = None,
    progress: ProgressCallback = lambda *_: None,
) -> Sequence[Document]:
    """The documents of all seeds, in the seeds' order. Raises Faults with the faults of all of them."""
    vocabulary = AnnotationVocabulary(material.topics, material.entities)
    keys = [digest_source(seed) for seed in material.seeds]
    made = DocumentPlaces(len(keys))
    kept = KeptDocuments(cache, SearchedVocabulary.gather(*vocabulary)) if cache else None
    for n, key in enumerate(keys if kept else ()):
        if kept and (document := kept.find_document(key, material.seeds[n].record)):
            made.put_document(n, document)
    missing = made.list_empty()
    if not any(_has_captures(material.seeds[n]) for n in missing):
        # to annotate records alone takes less than to send them to another process and back
        workers = 1
    outcomes = _make_in_batches(map(material.seeds.__getitem__, missing), len(missing), vocabulary, workers)
    # collected, not raised at the first: a keeper mends all in one go
    faults: list[Fault] = []
    total = len(keys)
    progress("annotate", total - len(missing), total)
    for done, (n, outcome) in enumerate(zip(missing, outcomes, strict=True), total - len(missing) + 1):
        if isinstance(outcome, Document):
            document = replace(outcome, digest=digest_strings(keys[n], outcome.digest))
            made.put_document(n, document)
            if kept:
                kept.put_document(keys[n], document)
        else:
            faults.extend(outcome)
        progress("annotate", done, total)
    whole = made.list_documents()
    if faults := [*faults, *list_record_faults(material, whole)]:
        raise Faults(faults)
    return whole


def _has_captures(seed: Seed) -> bool:
    return seed.capture is not None or any(capture for capture, _ in seed.earlier)


def make_document(seed: Seed, vocabulary: AnnotationVocabulary) -> Document:
    """Clean and annotate one source. Raises Faults, all that can be told at once."""
    cleaned = clean_capture(seed)
    fresh = make_fresh_ledger(seed, cleaned)
    earlier = make_earlier_texts(seed)
    stale = (*find_stale_ledger(seed, fresh), *find_absent_lines(seed, cleaned or seed.ledger))
    stale += tuple(check_earlier_texts(seed, earlier))
    try:
        document = annotate(seed, cleaned, vocabulary.topics, vocabulary.entities)
    except Faults as found:
        raise Faults((*found.faults, *stale)) from None
    if stale:
        raise Faults(stale)
    document = replace(document, earlier=earlier, custody=seed.custody, ledger=fresh or seed.ledger)
    return replace(document, copied=find_copied_words(seed.record, cleaned) if cleaned else ())


def clean_capture(seed: Seed, *, overruled: bool = True) -> CleanText | None:
    """The primary subtag of the language tells cleaning which words of page chrome to look for.

    With `overruled`, as the record decides of lines that it names; without, as the rules do.
    Raises Faults where no text can be drawn out of the capture.
    """
    ref = seed.record.capture
    if seed.capture is None or ref is None:
        return None
    language = seed.record.language.partition("-")[0]
    try:
        return clean(
            seed.capture,
            language=language,
            encoding=ref.encoding,
            page=ref.page,
            overruling=seed.record.cleaning if overruled else None,
        )
    except UnreadableCapture as refusal:
        message = f"{quote_value(seed.capture.file)} {refusal.reason}"
        fault = make_fault(seed.places, ("capture", "file"), refusal.code, message, refusal.remedy)
        raise Faults([fault]) from None


def check_decoding(seed: Seed) -> Iterator[Fault]:
    """A warning for each doubt in how the capture was decoded; none of one that cannot be read at all."""
    ref = seed.record.capture
    if seed.capture and ref:
        try:
            doubts = tuple(find_decoding_doubts(seed.capture, ref.encoding, ref.page))
        except UnreadableCapture:
            # cleaning it says so
            return
        for doubt in doubts:
            yield make_fault(seed.places, ("capture", "file"), doubt.code, doubt.words)


def list_doubtful(seeds: Sequence[Seed], documents: Sequence[Document]) -> tuple[str, ...]:
    """Slugs of the sources whose letters `check` has a warning for; each seed with its document.

    Not of those that had to be drawn out of their file: to do so again takes longer than all the rest.
    """
    told = zip(seeds, list_facts(documents), strict=True)
    return tuple(s.record.slug for s, facts in told if not facts.drawn and any(check_decoding(s)))


def make_fresh_ledger(seed: Seed, cleaned: CleanText | None) -> CleanText | None:
    """The ledger under the name that the record gives the capture, whatever the file at hand is called."""
    if cleaned is None:
        return None
    named = seed.record.capture.file if seed.record.capture else cleaned.file
    return replace(drop_captured_text(cleaned), file=named, named=find_named(seed.record, cleaned))


def name_ledger_file(seed: Seed) -> str:
    """Where a record's ledger is committed: beside it."""
    return Path(seed.places.path).with_suffix(".ledger.json").as_posix()


def find_stale_ledger(seed: Seed, fresh: CleanText | None) -> tuple[Fault, ...]:
    """A fault where the committed ledger is not what cleaning the capture gives today.

    A clone without the captures would then show another archive than the keeper sees.
    """
    if fresh is None or seed.ledger is None or seed.ledger == fresh:
        return ()
    path = name_ledger_file(seed)
    message = f"The ledger is not what cleaning {fresh.file} gives."
    return (make_fault_at(path, 1, 1, "C111", message),)


def digest_source(seed: Seed) -> str:
    """SHA-256 of everything that a document is made from, but the program itself and the vocabulary."""
    capture = (seed.capture.file, seed.capture.sha256) if seed.capture else ("", "")
    earlier = [repr((old and old.sha256, *_ledger_words(ledger))) for old, ledger in seed.earlier]
    own = (seed.source, seed.custody.source, *capture, *_ledger_words(seed.ledger))
    return digest_strings(*own, *earlier)


def _ledger_words(ledger: CleanText | None) -> Iterator[str]:
    """All that a ledger says, as words."""
    if ledger:
        yield f"{ledger.file}\n{ledger.sha256} {ledger.bytes} {ledger.encoding} {ledger.undecodable}"
        yield repr(ledger.drawn)
        yield from (f"{x.n} {x.start} {x.end} {x.verdict} {x.kind} {x.rule}" for x in ledger.lines)
        yield from (f"{p.id} {p.kind} {p.lines}" for p in ledger.paragraphs)
        yield from (f"{passage} {words}" for passage, words in ledger.named)


DocumentOrFaults = Document | tuple[Fault, ...]


def _make_in_batches(
    seeds: Iterable[Seed], total: int, vocabulary: AnnotationVocabulary, workers: int
) -> Iterator[DocumentOrFaults]:
    if workers < 2 or total <= SOURCES_PER_BATCH:  # noqa: PLR2004 - one is no crowd
        for seed in seeds:
            yield _make_or_list_faults(seed, vocabulary)
        return
    coming = iter(seeds)
    at_once = min(workers, -(-total // SOURCES_PER_BATCH))
    with start_processes(at_once, fresh=total > MOST_FOR_COPIES) as pool:
        waiting: deque[Future[list[DocumentOrFaults]]] = deque()
        while batch := list(islice(coming, SOURCES_PER_BATCH)):
            waiting.append(pool.submit(_make_batch, batch, vocabulary))
            # for each worker one batch at work and one waiting: all of them would fill the memory
            if len(waiting) > 2 * at_once:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _make_batch(seeds: Sequence[Seed], vocabulary: AnnotationVocabulary) -> list[DocumentOrFaults]:
    return [_make_or_list_faults(seed, vocabulary) for seed in seeds]


def _make_or_list_faults(seed: Seed, vocabulary: AnnotationVocabulary) -> DocumentOrFaults:
    try:
        document = make_document(seed, vocabulary)
    except Faults as found:
        return found.faults
    # here, and not where documents are put together: other processes do it
    return replace(document, digest=digest_strings(repr(document.annotations)))
