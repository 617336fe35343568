"""Real captures → how well annotating does: entities by name and line, topics by paragraph."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.cleaning import capture_of
from benchmarks.places import captures, missing, research
from build_tools.annotate.annotation_input import AnnotationInput, CompiledVocabulary, compile_vocabulary
from build_tools.annotate.name_forms import compile_lexicon, find_mentions
from build_tools.annotate.target_passages import TargetPassage, list_target_passages
from build_tools.annotate.topic_classification import annotate_topics
from build_tools.clean import clean
from build_tools.model.annotation import Layer
from build_tools.model.clean import CleanText
from build_tools.model.record import Record
from build_tools.model.vocabulary import Entity, Topic
from build_tools.text.fold import fold

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
REQUIRED = ("prisoner-recruitment", "contract-refusals", "volunteer-battalions")
"""The topics that the gold labels know."""

Pair = tuple[str, str, str]
"""File, line or paragraph, id of the entity or topic."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was found beside what should be found."""

    expected: frozenset[Pair]
    found: frozenset[Pair]

    @property
    def missed(self) -> list[Pair]:
        """Expected and not found, sorted."""
        return sorted(self.expected - self.found)

    @property
    def wrong(self) -> list[Pair]:
        """Found and not expected, sorted."""
        return sorted(self.found - self.expected)

    @property
    def precision(self) -> float:
        """Share of what was found that was expected."""
        return len(self.found & self.expected) / len(self.found) if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what was expected that was found."""
        return len(self.found & self.expected) / len(self.expected) if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def written_topics() -> tuple[Topic, ...]:
    """The archive's topics."""
    return tuple(Topic.model_validate(each) for each in _yaml(SEEDS / "vocabulary" / "topics.yml"))


def written_entities() -> tuple[Entity, ...]:
    """The archive's entities."""
    return tuple(Entity.model_validate(each) for each in _yaml(SEEDS / "vocabulary" / "entities.yml"))


def records() -> dict[str, Record]:
    """The archive's records that have a capture, by the capture's file."""
    written = [_yaml(path) for path in sorted(SEEDS.glob("*.yml"))]
    read = [Record.model_validate(each) for each in written if isinstance(each, dict) and "slug" in each]
    return {record.capture.file: record for record in read if record.capture}


def entity_lines() -> Agreement:
    """Entities by line, over every line of the captures, page chrome included."""
    gold: list[dict[str, Any]] = _yaml(research() / "entities.yml")
    ours = written_entities()
    expected = {
        (file, str(n), counterpart(entity, ours))
        for entity in gold
        if not _is_left_out(entity, ours)
        for file, lines in entity["lines"].items()
        for n in lines
    }
    # entities that came after the labels were made have none: nobody said where they stand
    labelled = {entity for _, _, entity in expected}
    index = compile_lexicon(tuple(entity for entity in ours if entity.id in labelled))
    found = {
        (file, str(n), mention.entity)
        for file, record in records().items()
        for n, line in enumerate((captures() / file).read_text(encoding="utf-8").splitlines(), 1)
        for mention in find_mentions(fold(line), index, record.slug)
    }
    return Agreement(frozenset(expected), frozenset(found))


def _is_left_out(gold: Mapping[str, Any], ours: tuple[Entity, ...]) -> bool:
    """Whether the archive has no page for it on purpose: people without a name, and names around articles."""
    unnamed = "anonymous" in gold["type"]
    forms = {fold(form) for form in gold["surface_forms"]}
    known = any(forms <= {fold(form.text) for form in entity.forms} for entity in ours)
    return not known and bool(unnamed or gold.get("page_chrome_only"))


def counterpart(gold: Mapping[str, Any], ours: tuple[Entity, ...]) -> str:
    """The entity of ours that lists every surface form of a labelled one; raises LookupError for none."""
    forms = {fold(form) for form in gold["surface_forms"]}
    fitting = [e.id for e in ours if forms <= {fold(form.text) for form in e.forms}]
    if len(fitting) != 1:
        raise LookupError(f"{gold['name']}: its surface forms are those of {fitting or 'no entity'}")
    return fitting[0]


def paragraph_topics() -> Agreement:
    """The three required topics by body paragraph, from the topics' rules over the cleaned captures."""
    gold: dict[str, Any] = _yaml(research() / "gold_topics.yml")["seeds"]
    expected = {
        (file, labelled["para"], topic.replace(" ", "-"))
        for file, labels in gold.items()
        for labelled in labels["paragraphs"]
        for topic in labelled["topics"]
    }
    compiled = compile_vocabulary(written_topics(), ())
    found = {
        (file, paragraph, topic)
        for file, record in records().items()
        for paragraph, topic in classified(record, cleaned(file), compiled)
        if topic in REQUIRED and paragraph.startswith("p")
    }
    return Agreement(frozenset(expected), frozenset(found))


def cleaned(file: str) -> CleanText:
    """A real capture, cleaned."""
    return clean(capture_of(file, (captures() / file).read_bytes()), language=records()[file].language)


def classified(record: Record, text: CleanText, compiled: CompiledVocabulary) -> Iterator[tuple[str, str]]:
    """Yield (paragraph, topic) as the rules give them."""
    read: tuple[TargetPassage, ...] = list_target_passages(record, text)
    for annotation in annotate_topics(AnnotationInput(record, read, compiled)):
        if annotation.target.layer is Layer.CAPTURE:
            yield annotation.target.passage, annotation.value


def measure() -> Iterator[str]:
    """Yield the lines of the table."""
    tables: tuple[tuple[str, Callable[[], Agreement]], ...] = (
        ("Annotation: entities by line", entity_lines),
        ("Annotation: topics by paragraph", paragraph_topics),
    )
    absent = list(missing(captures(), research()))
    for name, agreement in tables:
        yield name
        yield from absent or _rows(agreement())


def _rows(agreement: Agreement) -> Iterator[str]:
    yield (
        f"F1 {agreement.f1:.3f}  P {agreement.precision:.3f}  R {agreement.recall:.3f}"
        f"  expected {len(agreement.expected)}  found {len(agreement.found)}"
    )
    yield from (f"  missed: {' '.join(pair)}" for pair in agreement.missed)
    yield from (f"  wrong: {' '.join(pair)}" for pair in agreement.wrong)


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in measure())
