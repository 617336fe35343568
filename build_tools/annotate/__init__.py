"""Seed + CleanText → Document, because what is said of a text stands off from it and leaves it as is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.annotate.annotation_input import AnnotationInput, compile_vocabulary
from build_tools.annotate.annotators import ANNOTATORS, Annotator
from build_tools.annotate.checks import check_against_capture
from build_tools.annotate.dates import find_dates
from build_tools.annotate.figure_mentions import read_figures
from build_tools.annotate.target_passages import TargetPassage, list_target_passages
from build_tools.model.annotation import MOST_MARKS, Annotation, Layer
from build_tools.model.archive import Document
from build_tools.model.clean import CleanText
from build_tools.model.fault import Faults
from build_tools.model.material import Seed
from build_tools.model.vocabulary import Entity, Topic
from build_tools.text.runs import find_runs

__all__ = ["annotate"]


def annotate(
    seed: Seed,
    clean: CleanText | None,
    topics: Iterable[Topic],
    entities: Iterable[Entity],
    annotators: Iterable[Annotator] = ANNOTATORS,
) -> Document:
    """Annotate the captured text, where there is one, and the digest.

    Annotations are sorted by layer (capture, then digest), passage and position. The document's ledger is
    the seed's. Raises Faults, every one at its place in the record: a quotation that is not in its passage,
    another number of paragraphs than the record says, a claim in a passage that the capture has not, a
    selector that does not resolve.
    """
    texts = list_target_passages(seed.record, clean)
    # our own words first: where marks come to an end, it is those of the capture that are left out
    own_first = tuple(sorted(texts, key=lambda passage: passage.layer is Layer.CAPTURE))
    reading = AnnotationInput(seed.record, own_first, compile_vocabulary(tuple(topics), tuple(entities)))
    found = (a for annotator in annotators for a in _take_marks(annotator(reading)))
    annotations = _sort_annotations(found, texts)
    for remembered in (find_runs, find_dates, read_figures):
        remembered.cache_clear()  # of no use for another source, and large
    if faults := check_against_capture(seed, clean, texts, annotations):
        raise Faults(faults)
    return Document(record=seed.record, clean=clean, ledger=seed.ledger, annotations=annotations)


def _take_marks(found: Iterable[Annotation]) -> Iterator[Annotation]:
    """All up to the last that a capture may have of its kind."""
    in_capture, captured = 0, Layer.CAPTURE
    for annotation in found:
        in_capture += annotation.target.layer is captured
        if in_capture > MOST_MARKS:
            return
        yield annotation


def _sort_annotations(
    annotations: Iterable[Annotation], texts: tuple[TargetPassage, ...]
) -> tuple[Annotation, ...]:
    order = {(p.layer, p.id): n for n, p in enumerate(texts)}

    def key(annotation: Annotation) -> tuple[int, int, int, str, str]:
        target = annotation.target
        place = order.get((target.layer, target.passage), len(order))
        # the longer first, so that what is nested comes after what it is nested in
        return place, target.start, -target.end, annotation.motivation, annotation.value

    return tuple(sorted(annotations, key=key))
