"""The annotators in their order. Each is one module and knows nothing of the others' annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from build_tools.annotate.dates import dates
from build_tools.annotate.entities import entities
from build_tools.annotate.figures import figures
from build_tools.annotate.hedges import hedges
from build_tools.annotate.quotations import quotations
from build_tools.annotate.reading import Reading
from build_tools.annotate.topics import topics
from build_tools.model.annotation import Annotation

Annotator = Callable[[Reading], Iterable[Annotation]]
"""From one source and the vocabulary to annotations of one motivation."""

ANNOTATORS: tuple[Annotator, ...] = (entities, topics, figures, dates, hedges, quotations)
"""To add a kind of annotation: one module, one entry here."""
