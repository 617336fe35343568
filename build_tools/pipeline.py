"""Settings → Archive → Artifacts: the stages in their order, and nothing else.

read → clean → annotate (each source by itself; from the cache where nothing that went in has changed) →
relate → pages and downloads.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol

from build_tools import exports, pages
from build_tools.annotate import annotate
from build_tools.clean import clean
from build_tools.exports import pictures
from build_tools.exports.ledger import as_json, without_text
from build_tools.model.archive import Archive, Document, Edition
from build_tools.model.artifact import Artifact
from build_tools.model.clean import CleanText
from build_tools.model.codes import fault_at
from build_tools.model.fault import Fault, Faults, Severity
from build_tools.model.material import Material, Seed
from build_tools.model.reuse import Reuse
from build_tools.model.site import Site
from build_tools.model.vocabulary import Entity, Topic
from build_tools.plots import remembered, vega
from build_tools.read import WORDING, read_all, read_seeds, shown_path
from build_tools.relate import relate
from build_tools.relate.reuse import renewed
from build_tools.relate.suggestions import suggestions

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how many of its sources are done, and how many there are."""

BATCH = 16
"""Sources that one worker takes at a time; fewer than two batches are not worth a second worker."""


class Cache(Protocol):
    """Where sources that were annotated before are kept. Losing it costs time, never a byte."""

    def get(self, key: str) -> Document | None:
        """The document kept under the key, if any."""

    def put(self, key: str, document: Document) -> None:
        """Keep a document."""

    def get_wording(self, key: str) -> tuple[Reuse, ...] | None:
        """The shared wording kept under the key, if any."""

    def put_wording(self, key: str, pairs: tuple[Reuse, ...]) -> None:
        """Keep shared wording."""

    def get_picture(self, key: str) -> bytes | None:
        """The picture kept under the key, if any."""

    def put_picture(self, key: str, picture: bytes) -> None:
        """Keep a picture."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build is made from."""

    seeds: Path
    """The folder of records."""
    captures: Path | None = None
    """Where captures lie that are not beside their records."""
    edition: Edition = Edition.PUBLIC
    workers: int = 1
    """How many processes may annotate; the result does not depend on it."""
    site: Site = field(default_factory=Site)
    """What the archive is called, and where it will stand."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What annotating a source needs beside the source."""

    topics: tuple[Topic, ...]
    entities: tuple[Entity, ...]

    def digest(self) -> str:
        """SHA-256 of all of it, in hexadecimal."""
        written = [t.model_dump_json() for t in (*self.topics, *self.entities)]
        return _digest(*written)


def gather(
    settings: Settings, *, cache: Cache | None = None, progress: Progress = lambda *_: None
) -> Archive:
    """Everything up to the related archive. Raises Faults with the faults of all sources."""
    material = read_seeds(settings.seeds, settings.captures)
    documents = describe(material, workers=settings.workers, cache=cache, progress=progress)
    if stale := stale_wording(settings.seeds, material, shared_wording(material, documents, cache)):
        raise Faults(stale)
    return replace(relate(documents, material, settings.edition), site=settings.site)


def check(settings: Settings, *, progress: Progress = lambda *_: None) -> tuple[Fault, ...]:
    """All faults of the material, warnings and suggestions included, sorted by place.

    Captures are cleaned and annotated only once the records themselves can be read; suggestions on findings
    and disagreements are made once there is no error left.
    """
    reading = read_all(settings.seeds, settings.captures)
    if reading.material is None:
        return reading.faults
    try:
        documents = describe(reading.material, workers=settings.workers, progress=progress)
    except Faults as found:
        return tuple(sorted((*reading.faults, *found.faults)))
    archive = relate(documents, reading.material, settings.edition)
    stale = stale_wording(settings.seeds, reading.material, shared_wording(reading.material, documents))
    return tuple(sorted((*reading.faults, *stale, *suggestions(archive, reading.material))))


def compare(
    settings: Settings, *, cache: Cache | None = None, progress: Progress = lambda *_: None
) -> tuple[Reuse, ...]:
    """The shared wording to be committed. Raises Faults, but not those of what is committed now."""
    reading = read_all(settings.seeds, settings.captures)
    committed = shown_path(settings.seeds / WORDING)
    if any(f.severity is Severity.ERROR and f.path != committed for f in reading.faults):
        raise Faults(f for f in reading.faults if f.path != committed)
    documents = describe(reading.sound, workers=settings.workers, cache=cache, progress=progress)
    return shared_wording(reading.sound, documents, cache)


def compose(archive: Archive, *, cache: Cache | None = None) -> tuple[Artifact, ...]:
    """Every generated file, pages and downloads, sorted by path; paths are relative to docs/."""
    drawn = (_drawn(picture, cache) for picture in pictures.pictures(archive))
    made = (*pages.compose(archive, remembered(cache) if cache else vega), *exports.compose(archive), *drawn)
    return tuple(sorted(made, key=lambda artifact: artifact.path))


def _drawn(picture: pictures.Picture, cache: Cache | None) -> Artifact:
    """Drawing takes longer than anything else about a page, and a picture seldom changes."""
    under = _digest("picture", picture.svg)
    kept = cache.get_picture(under) if cache else None
    content = kept or pictures.png(picture)
    if cache and kept is None:
        cache.put_picture(under, content)
    return Artifact(picture.path, content)


def fragments(archive: Archive) -> Mapping[str, Callable[[str], str]]:
    """Pieces for hand-written pages, by name; each is made for the path of the page that it goes into."""
    return pages.fragments(archive)


def describe(
    material: Material,
    *,
    workers: int = 1,
    cache: Cache | None = None,
    progress: Progress = lambda *_: None,
) -> tuple[Document, ...]:
    """The documents of all seeds, in the seeds' order. Raises Faults with the faults of all of them."""
    vocabulary = Vocabulary(material.topics, material.entities)
    digest = vocabulary.digest() if cache else ""
    keys = [key(seed, digest) if cache else "" for seed in material.seeds]
    found = [cache.get(k) if cache else None for k in keys]
    missing = [n for n, document in enumerate(found) if document is None]
    made = _describe_all([material.seeds[n] for n in missing], vocabulary, workers)
    faults: list[Fault] = []
    total = len(found)
    progress("annotate", total - len(missing), total)
    for done, (n, outcome) in enumerate(zip(missing, made, strict=True), total - len(missing) + 1):
        if isinstance(outcome, Document):
            found[n] = outcome
            if cache:
                cache.put(keys[n], outcome)
        else:
            faults.extend(outcome)
        progress("annotate", done, total)
    if faults:
        raise Faults(faults)
    return tuple(d for d in found if d is not None)


def shared_wording(
    material: Material, documents: Sequence[Document], cache: Cache | None = None
) -> tuple[Reuse, ...]:
    """What sources share: found where both captures are at hand, else as committed."""
    if not cache:
        return renewed(documents, material.reuse)
    seen = [d.clean.sha256 if d.clean else "" for d in documents]
    dated = [f"{d.record.slug} {d.record.published.date} {d.record.language}" for d in documents]
    under = _digest("wording", repr(material.reuse), *dated, *seen)
    pairs = cache.get_wording(under)
    if pairs is None:
        pairs = renewed(documents, material.reuse)
        cache.put_wording(under, pairs)
    return pairs


def stale_wording(seeds: Path, material: Material, fresh: tuple[Reuse, ...]) -> tuple[Fault, ...]:
    """A fault where the committed shared wording is not what comparing the captures gives today.

    A clone without the captures would then show another archive than the keeper sees.
    """
    differing = sorted({(pair.left, pair.right) for pair in {*fresh} ^ {*material.reuse}})
    if not differing:
        return ()
    left, right = differing[0]
    others = f" and {len(differing) - 1} more" if len(differing) > 1 else ""
    message = f"Comparing the captures gives something else for {left} and {right}{others}."
    return (fault_at(shown_path(seeds / WORDING), 1, 1, "C113", message),)


def describe_one(seed: Seed, vocabulary: Vocabulary) -> Document:
    """Clean and annotate one source. Raises Faults, all that can be told at once."""
    cleaned = _cleaned(seed)
    fresh = _fresh_ledger(seed, cleaned)
    stale = stale_ledger(seed, fresh)
    try:
        document = annotate(seed, cleaned, vocabulary.topics, vocabulary.entities)
    except Faults as found:
        raise Faults((*found.faults, *stale)) from None
    if stale:
        raise Faults(stale)
    return replace(document, ledger=fresh or seed.ledger)


def _cleaned(seed: Seed) -> CleanText | None:
    """The primary subtag of the language tells cleaning which words of page chrome to look for."""
    return clean(seed.capture, language=seed.record.language.partition("-")[0]) if seed.capture else None


def _fresh_ledger(seed: Seed, cleaned: CleanText | None) -> CleanText | None:
    """The ledger under the name that the record gives the capture, whatever the file at hand is called."""
    if cleaned is None:
        return None
    named = seed.record.capture.file if seed.record.capture else cleaned.file
    return replace(without_text(cleaned), file=named)


def ledger_path(seed: Seed) -> str:
    """Where a record's ledger is committed: beside it."""
    return Path(seed.places.path).with_suffix(".ledger.json").as_posix()


def ledgers(settings: Settings) -> tuple[Artifact, ...]:
    """The ledgers to be committed, of all captures at hand; paths as those of the records. Raises Faults."""
    material = read_seeds(settings.seeds, settings.captures)
    fresh = ((s, _fresh_ledger(s, _cleaned(s))) for s in material.seeds)
    return tuple(Artifact(ledger_path(s), as_json(f).encode()) for s, f in fresh if f is not None)


def stale_ledger(seed: Seed, fresh: CleanText | None) -> tuple[Fault, ...]:
    """A fault where the committed ledger is not what cleaning the capture gives today.

    A clone without the captures would then show another archive than the keeper sees.
    """
    if fresh is None or seed.ledger is None or seed.ledger == fresh:
        return ()
    path = ledger_path(seed)
    message = f"The ledger is not what cleaning {fresh.file} gives."
    return (fault_at(path, 1, 1, "C111", message, "Write it anew with `archive ledgers`."),)


def key(seed: Seed, vocabulary: str) -> str:
    """SHA-256 of everything that a document is made from, but the program itself."""
    capture = (seed.capture.file, seed.capture.sha256) if seed.capture else ("", "")
    return _digest(seed.source, *capture, repr(seed.ledger), vocabulary)


def _digest(*parts: str) -> str:
    whole = hashlib.sha256()
    for part in parts:
        encoded = part.encode()
        whole.update(b"%d:" % len(encoded) + encoded)
    return whole.hexdigest()


Outcome = Document | tuple[Fault, ...]


def _describe_all(seeds: Sequence[Seed], vocabulary: Vocabulary, workers: int) -> Iterator[Outcome]:
    batches = [seeds[n : n + BATCH] for n in range(0, len(seeds), BATCH)]
    if workers < 2 or len(batches) < 2:  # noqa: PLR2004 - one is no crowd
        for seed in seeds:
            yield _outcome(seed, vocabulary)
        return
    # a fork of a program with threads (mkdocs serve has them) may hang; a fresh interpreter cannot
    with ProcessPoolExecutor(min(workers, len(batches)), mp_context=get_context("spawn")) as pool:
        for outcomes in pool.map(_batch, batches, [vocabulary] * len(batches)):
            yield from outcomes


def _batch(seeds: Sequence[Seed], vocabulary: Vocabulary) -> list[Outcome]:
    return [_outcome(seed, vocabulary) for seed in seeds]


def _outcome(seed: Seed, vocabulary: Vocabulary) -> Outcome:
    try:
        return describe_one(seed, vocabulary)
    except Faults as found:
        return found.faults
