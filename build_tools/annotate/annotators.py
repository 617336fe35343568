"""Text → annotations, one annotator after the other, because each can then be read by itself.

None is given the others' annotations: figures, which must not be taken out of dates, look for dates
themselves, and hedges for both, since *May* is a month and *roughly* belongs to a number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from build_tools.annotate.annotation_input import AnnotationInput
from build_tools.annotate.dates import annotate_dates
from build_tools.annotate.entity_mentions import annotate_entities
from build_tools.annotate.figure_mentions import annotate_figures
from build_tools.annotate.hedges import annotate_hedges
from build_tools.annotate.quotations import annotate_quotations
from build_tools.annotate.topic_classification import annotate_topics
from build_tools.model.annotation import Annotation

Annotator = Callable[[AnnotationInput], Iterable[Annotation]]
"""From one source and the vocabulary to annotations of one motivation."""

ANNOTATORS: tuple[Annotator, ...] = (
    annotate_entities,
    annotate_topics,
    annotate_figures,
    annotate_dates,
    annotate_hedges,
    annotate_quotations,
)
"""To add a kind of annotation: one module, one entry here."""
