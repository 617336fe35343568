"""Material and archive → what `check` says beside faults of reading: doubts, and what settings ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.annotate.checks import find_crowded_marks
from build_tools.annotate.passage_comparison import compare_with_claims
from build_tools.annotate.unsettled_figures import ask_of_figures
from build_tools.cleaning_checks import check_cleaning
from build_tools.model.archive import Archive, Document
from build_tools.model.fault import Fault
from build_tools.model.material import Material, Seed
from build_tools.model.packed import NumberedRows
from build_tools.model.packed_documents import list_slugs
from build_tools.pipeline_settings import PipelineSettings
from build_tools.read import shown_path
from build_tools.read.second_reader import check_second_readers, find_undone_checks
from build_tools.relate.overview_readings import find_stale_sentences
from build_tools.relate.suggestions import list_suggestions
from build_tools.rights import find_missing_captures


def find_unmet_demands(seeds: Sequence[Seed], settings: PipelineSettings) -> tuple[Fault, ...]:
    """Errors of records that are ones only where the settings ask for it."""
    return tuple(check_second_readers(seeds)) if settings.second_reader else ()


def list_record_doubts(seeds: Sequence[Seed], documents: Sequence[Document]) -> Iterator[Fault]:
    """Warnings and suggestions on records, each by itself; what needs its text, of those with a document."""
    known = NumberedRows(list_slugs(documents), documents)
    for seed in seeds:
        document = known.get(seed.record.slug) if seed.capture else None
        yield from check_cleaning(seed, document.clean if document else None)
        yield from find_crowded_marks(seed, document.annotations if document else ())
    yield from find_undone_checks(seeds)
    yield from compare_with_claims(seeds, documents)


def list_archive_doubts(
    archive: Archive, material: Material, documents: Sequence[Document], settings: PipelineSettings
) -> Iterator[Fault]:
    """What can be said only of the whole, once there is no error left."""
    yield from find_missing_captures(archive, shown_path(settings.seeds))
    yield from find_stale_sentences(archive, material)
    yield from list_suggestions(archive, material)
    yield from ask_of_figures(material.seeds, documents)
