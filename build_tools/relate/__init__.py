"""Documents + Material → Archive, because a statement means something only beside the others.

Each relation is one module and one pure function; nothing here depends on the order in which sources come.
"""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model.archive import Archive, Document, Edition
from build_tools.model.material import Material
from build_tools.model.packed_documents import collect_records, list_slugs
from build_tools.relate.comparison import find_clashes
from build_tools.relate.counts import count_findings, list_backgrounds
from build_tools.relate.entity_index import by_entity
from build_tools.relate.origin_index import by_origin
from build_tools.relate.shared import find_shared
from build_tools.relate.statements import list_statements, sort_documents
from build_tools.relate.status import find_statuses, list_corrected, list_corrections
from build_tools.relate.topic_index import by_topic
from build_tools.relate.traces import TraceRows

__all__ = ["relate"]


def relate(documents: Iterable[Document], material: Material, edition: Edition) -> Archive:
    """Everything, related. The material has passed `read`: every name that it uses exists."""
    ordered = sort_documents(documents)
    records = collect_records(ordered)
    stated = list_statements(records)
    entities = by_entity(ordered, stated, material.entities)
    origins = by_origin(records, material.origins)
    counted = count_findings(stated, material.findings, list_backgrounds(material.origins))
    return Archive(
        edition=edition,
        documents=ordered,
        statements=stated,
        topics=material.topics,
        entities=material.entities,
        origins=material.origins,
        findings=material.findings,
        disagreements=material.disagreements,
        withdrawn=material.withdrawn,
        protected=material.protected,
        wanted=material.wanted,
        moved=material.moved,
        by_topic=by_topic(stated, material.topics),
        by_entity=entities,
        by_origin=origins,
        shared=find_shared(list_slugs(ordered), entities, origins, material.findings),
        reuse=material.reuse,
        overviews=material.overviews,
        thesaurus=material.thesaurus,
        counts=counted,
        traces=TraceRows(stated),
        standings=find_statuses(
            material.findings, counted, material.disagreements, list_corrections(records)
        ),
        corrected=list_corrected(records),
        clashes=find_clashes(material.findings, material.disagreements, stated),
    )
