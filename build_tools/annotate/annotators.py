"""Text → annotations, one annotator after the other, because each can then be read by itself.

None is given the others' annotations: figures, which must not be taken out of dates, look for dates
themselves, and hedges for both, since *May* is a month and *roughly* belongs to a number.
"""

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
