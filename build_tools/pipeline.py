"""Settings → Archive → Artifacts: read, clean, annotate, relate, pages and downloads in their order.

Each source is annotated by itself; pages are rendered as they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from build_tools import draft_documents, exports
from build_tools.documents import (
    clean_capture,
    list_doubtful,
    make_documents,
    make_fresh_ledger,
    name_ledger_file,
)
from build_tools.earlier_texts import make_earlier_texts, name_earlier_ledger
from build_tools.exports.ledger_files import write_ledger_as_json
from build_tools.exports.registry import ALL_DOWNLOADS
from build_tools.file_plans import plan_site_files
from build_tools.garbage import pause_garbage_collection
from build_tools.index import Index
from build_tools.kept_addresses import find_address_faults, find_occupied_addresses
from build_tools.material_faults import (
    find_unmet_demands,
    list_archive_doubts,
    list_record_doubts,
)
from build_tools.model.archive import Archive, Document
from build_tools.model.artifact import Artifact, FilePlan
from build_tools.model.build_cache import BuildCache
from build_tools.model.download import DownloadFact
from build_tools.model.fault import Fault, Faults, Severity
from build_tools.model.material import Material
from build_tools.model.rendered import Menu, RenderedPage
from build_tools.model.reuse import Reuse
from build_tools.pages import PAGE_KINDS, Publisher, list_menu, name_kinds
from build_tools.pages.fragments import list_fragments, list_html_fragments
from build_tools.pipeline_settings import PipelineSettings, WarningCallback
from build_tools.read import WORDING, LoadResult, read_all, read_seeds, read_through, shown_path
from build_tools.relate import relate
from build_tools.relate.overview_readings import SupportReading, list_readings
from build_tools.shared_wording import find_shared_wording, find_stale_wording
from build_tools.timings import ProgressCallback

__all__ = [
    "PipelineSettings",
    "Publication",
    "WarningCallback",
    "assemble_archive",
    "check_material",
    "compare_sources",
    "find_shared_wording",
    "find_stale_wording",
    "list_overview_readings",
    "make_ledgers",
    "make_publication",
]


def assemble_archive(
    settings: PipelineSettings,
    *,
    cache: BuildCache | None = None,
    progress: ProgressCallback = lambda *_: None,
    warn: WarningCallback = lambda _: None,
) -> Archive:
    """Everything up to the related archive. Raises Faults with the faults of all sources.

    `warn` gets the warnings on what was read, drafts among it.
    """
    with pause_garbage_collection():
        return _read_and_relate(settings, cache, progress, warn)


def _read_and_relate(
    settings: PipelineSettings,
    cache: BuildCache | None,
    progress: ProgressCallback,
    warn: WarningCallback,
) -> Archive:
    reading = _read(settings, cache, drafts=settings.with_drafts)
    finished, drafts = draft_documents.part_drafts(reading.sound)
    documents, faults = _try_documents(finished, settings, cache, progress)
    shown, of_drafts = draft_documents.make_draft_documents(finished, drafts, cache)
    reading = reading.forget_texts()
    finished, _ = draft_documents.part_drafts(reading.sound)
    faults += find_unmet_demands(finished.seeds, settings)
    if reading.material is None or faults:
        raise Faults((*(f for f in reading.faults if f.severity is Severity.ERROR), *faults))
    if stale := find_stale_wording(settings.seeds, finished, find_shared_wording(finished, documents, cache)):
        raise Faults(stale)
    warn(sorted(f for f in (*reading.faults, *of_drafts) if f.severity is Severity.WARNING))
    told = draft_documents.drop_draft_names(reading.material, reading.draft_names, documents)
    related = relate(draft_documents.add_drafts(documents, shown), told, settings.edition)
    if occupied := find_occupied_addresses(related, told, settings.kept):
        raise Faults(occupied)
    doubtful = list_doubtful(finished.seeds, documents)
    return replace(related, site=settings.site, downloads=ALL_DOWNLOADS, doubtful=doubtful)


def _read(
    settings: PipelineSettings,
    cache: BuildCache | None = None,
    *,
    drafts: bool = False,
    today: date | None = None,
    suggest: bool = False,
) -> LoadResult:
    private = settings.private_names
    # where names must not appear, no text is kept in which they still stand
    read = read_through(None if private else cache)
    seeds, captures = settings.seeds, settings.captures
    return read_all(seeds, captures, drafts=drafts, private=private, today=today, read=read, suggest=suggest)


def check_material(
    settings: PipelineSettings,
    *,
    today: date | None = None,
    cache: BuildCache | None = None,
    progress: ProgressCallback = lambda *_: None,
) -> tuple[Fault, ...]:
    """All faults of the material, warnings and suggestions included, sorted by place.

    Records without a fault of their own are compared with their captures even where others cannot be read;
    suggestions on findings and disagreements are made once there is no error left. `today`: the last day that
    can have come anywhere, for days that have not.
    """
    with pause_garbage_collection():
        return _list_faults(settings, today, cache, progress)


def _list_faults(
    settings: PipelineSettings, today: date | None, cache: BuildCache | None, progress: ProgressCallback
) -> tuple[Fault, ...]:
    reading = _read(settings, cache, drafts=True, today=today, suggest=True)
    finished, drafts = draft_documents.part_drafts(reading.sound)
    documents, faults = _try_documents(finished, settings, cache, progress)
    unfinished, of_drafts = draft_documents.make_draft_documents(finished, drafts, cache)
    reading = reading.forget_texts()
    finished, _ = draft_documents.part_drafts(reading.sound)
    faults += find_unmet_demands(finished.seeds, settings)
    every = draft_documents.add_drafts(documents, unfinished)
    doubts = tuple(list_record_doubts(reading.sound.seeds, every))
    if reading.material is None or faults:
        return tuple(sorted((*reading.faults, *of_drafts, *doubts, *faults)))
    archive = relate(documents, finished, settings.edition)
    stale = find_stale_wording(settings.seeds, finished, find_shared_wording(finished, documents, cache))
    told = list_archive_doubts(archive, finished, documents, settings)
    addresses = find_address_faults(archive, finished, settings.kept)
    return tuple(sorted((*reading.faults, *of_drafts, *doubts, *stale, *told, *addresses)))


def _try_documents(
    material: Material, settings: PipelineSettings, cache: BuildCache | None, progress: ProgressCallback
) -> tuple[Sequence[Document], tuple[Fault, ...]]:
    """The documents of all sound records, or the faults that describing them met."""
    try:
        return make_documents(material, workers=settings.workers, cache=cache, progress=progress), ()
    except Faults as found:
        return (), found.faults


def compare_sources(
    settings: PipelineSettings,
    *,
    cache: BuildCache | None = None,
    progress: ProgressCallback = lambda *_: None,
) -> tuple[Reuse, ...]:
    """The shared wording to be committed. Raises Faults, but not those of what is committed now."""
    reading = _read(settings)
    committed = shown_path(settings.seeds / WORDING)
    if any(f.severity is Severity.ERROR and f.path != committed for f in reading.faults):
        raise Faults(f for f in reading.faults if f.path != committed)
    documents = make_documents(reading.sound, workers=settings.workers, cache=cache, progress=progress)
    return find_shared_wording(reading.sound, documents, cache)


def list_overview_readings(settings: PipelineSettings) -> tuple[SupportReading, ...]:
    """What the sentences of the overviews rest on, as it was read and as it is. Raises Faults."""
    material = read_seeds(settings.seeds, settings.captures, private=settings.private_names)
    return list_readings(relate(make_documents(material), material, settings.edition), material)


@dataclass(frozen=True, slots=True)
class Publication:
    """All that a site is made from, but the pages that are written by hand."""

    pages: Publisher
    """Renders the generated pages by their keys."""
    plan_files: Callable[[], Iterator[FilePlan]]
    """Plans all that is no page: downloads, pictures, what machines look for; paths are below the site."""
    fragments: Mapping[str, Callable[[str], str]]
    """Pieces for hand-written pages, by name, as Markdown for the path of the page that they go into."""
    html_fragments: Mapping[str, Callable[[str], str]]
    """The same as HTML, for the address of the page."""
    menu: Menu
    """The parts of the menu that lead to generated pages."""
    kinds: Mapping[str, str]
    """Folder → what one of its pages is called."""
    paths: frozenset[str]
    """Files that hand-written pages may lead to: downloads, and what stands at the top of the site."""

    def make_files(self) -> Iterator[Artifact]:
        """All files that are no pages, each made anew."""
        return (plan.make() for plan in self.plan_files())

    def finish_pages(self, made: Iterable[DownloadFact]) -> Iterator[RenderedPage]:
        """The pages that tell of the files, once these are made."""
        self.pages.index.tell_downloads(made)
        return map(self.pages.render_key, self.pages.list_late_keys())


def make_publication(archive: Archive, *, cache: BuildCache | None = None) -> Publication:
    """What the site of an archive is made from; nothing is rendered before it is asked for."""
    index = Index(archive)

    return Publication(
        pages=Publisher(index, PAGE_KINDS),
        plan_files=lambda: plan_site_files(index, archive, cache),
        fragments=list_fragments(index),
        html_fragments=list_html_fragments(index),
        menu=list_menu(PAGE_KINDS),
        kinds=name_kinds(PAGE_KINDS),
        paths=exports.list_linkable_paths(archive),
    )


def make_ledgers(settings: PipelineSettings) -> tuple[Artifact, ...]:
    """The ledgers to be committed, of all captures at hand; paths as those of the records.

    Raises Faults, but not those of the ledgers that are committed now.
    """
    material = read_seeds(settings.seeds, settings.captures, ledgers=False, private=settings.private_names)
    fresh = [(name_ledger_file(s), make_fresh_ledger(s, clean_capture(s))) for s in material.seeds]
    texts = ((s, text) for s in material.seeds for text in make_earlier_texts(s) if text.clean)
    fresh += [(name_earlier_ledger(s, text.ref), text.ledger) for s, text in texts]
    return tuple(Artifact(path, write_ledger_as_json(f).encode()) for path, f in fresh if f is not None)
