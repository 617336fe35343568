"""A plan → its site, the short way: generated pages without MkDocs, in processes, only those that changed.

MkDocs renders the hand-written pages and copies what stands in `overrides/`; it is asked again only where one
of them changed. The bytes are those of plain `mkdocs build`.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from build_tools import pipeline
from build_tools.documents import ProgressCallback, digest_strings
from build_tools.exports.registry import list_download_facts
from build_tools.file_builder import FileBuilder
from build_tools.model.archive import Archive
from build_tools.model.artifact import Artifact
from build_tools.model.fault import Fault
from build_tools.model.rendered import RenderedPage
from build_tools.page_builder import PageBuilder
from build_tools.page_renderer import RenderJob
from build_tools.pages import PageKey
from build_tools.site.artifact_writer import read_handwritten
from build_tools.site.cache import DiskCache, digest_generator, list_renderer_versions
from build_tools.site.compiled_templates import keep_templates
from build_tools.site.config_file import digest_settings
from build_tools.site.handover import Handover
from build_tools.site.inputs import count_warnings, digest_inputs, is_unchanged, read_stamps, record_build
from build_tools.site.leaks import find_file_leaks
from build_tools.site.links import check_known_links, check_markup
from build_tools.site.mkdocs_run import HandwrittenSite, render_handwritten
from build_tools.site.page_store import PageStore, stamp_file
from build_tools.site.pipeline_input import make_settings
from build_tools.site.plan import Plan
from build_tools.site.private_marks import find_private_marks
from build_tools.site.protected_names import read_private_names
from build_tools.site.published_addresses import ADDRESSES_FILE, read_published
from build_tools.site.session import Session
from build_tools.site.shell import ShellFacts
from build_tools.site.site_files import list_site_files
from build_tools.site.site_tree import SiteTree
from build_tools.timings import Timings
from build_tools.workers import Workers

_log = logging.getLogger("mkdocs.archive")


@dataclass
class SiteBuild:
    """One build the short way."""

    plan: Plan
    config_file: Path
    workers: Workers
    strict: bool = False
    progress: ProgressCallback = lambda *_: None
    timings: Timings = field(default_factory=Timings)
    command: str = "build"
    """What it is for: `build`, or `serve` for a site that is looked at while it is written."""
    keys: dict[str, PageKey] = field(default_factory=dict)
    """Of the generated pages, by address, once they are made."""
    warn: pipeline.WarningCallback = lambda _: None

    def put_site_in_place(self) -> Path:
        """Build the site and put it in its place; its folder.

        Raises Faults and the exceptions of `site/`, and then leaves the old site as it was.
        """
        session = Session(self.plan, self.command, staged=True)
        try:
            session.begin_build()
            with self.timings.measure_stage("inputs"):
                inputs = self._digest_inputs()
                unchanged = is_unchanged(self._name_record(), inputs)
            # `serve` asks for the pages’ keys, which only a build has
            if unchanged and self.command == "build":
                _log.info("Nothing has changed since the last build")
            else:
                with count_warnings() as warnings:
                    self._build_anew(session)
                # a build with warnings is not remembered, or they would never be told again
                if not warnings.number:
                    folders = dict.fromkeys((self.plan.site, self.plan.docs, self.plan.handwritten_docs))
                    record_build(self._name_record(), inputs, folders)
        except OSError:
            session.discard_staged()
            raise
        finally:
            session.abandon()
        return self.plan.site

    def _digest_inputs(self) -> str:
        """Everything that the site is made from."""
        plan = self.plan
        program = digest_strings(
            digest_generator(),
            *list_renderer_versions(),
            digest_settings(self.config_file),
            repr((plan, self.strict)),
            *read_published(plan.root / ADDRESSES_FILE),
            *read_private_names(plan.private_names),
        )
        templates = [Path(plan.layout.templates)] if plan.layout.templates else []
        folders = [plan.seeds, *([plan.captures] if plan.captures else []), *templates]
        return digest_inputs(program, folders, plan.handwritten_docs)

    def _assemble_archive(self, cache: DiskCache) -> Archive:
        settings = make_settings(self.plan, self.workers.number, drafts=self.plan.drafts)
        return pipeline.assemble_archive(settings, cache=cache, progress=self.progress, warn=self.warn)

    def _build_anew(self, session: Session) -> None:
        cache = DiskCache(self.plan.cache)
        with self.timings.measure_stage("sources"):
            archive = self._assemble_archive(cache)
        with self.timings.measure_stage("index"):
            session.guard_captures(archive)
            publication = pipeline.make_publication(archive, cache=cache)
            facts = session.make_shell_facts(self.plan.layout, publication.menu, publication.kinds)
        # looking through the archive again and again for what nobody holds takes longer than to render it
        gc.freeze()
        base = self._digest_base(archive, facts)
        tree = SiteTree(session.target, self.plan.site)
        store = self._open_store(digest_strings(base, session.guard_digest))
        try:
            store.begin_transaction()
            job = RenderJob(archive, facts, session.guarded, keep_templates(self.plan.cache))
            builder = PageBuilder(job, publication.pages, store, tree, self.workers, self.progress)
            files = FileBuilder(publication.pages.index, store, tree, session.guarded)
            self._make_pages(publication, builder, files)
            with self.timings.measure_stage("hand-written"):
                written = self._render_handwritten(publication, facts, builder.pages.values(), base)
                tree.link_files(written.list_files())
            pages = (*written.pages, *builder.pages.values())
            self.keys = {page.address: key for key, page in builder.pages.items()}
            faults = [*builder.faults, *files.faults]
            faults += self._write_files(_list_markdown(written.pages), tree, session)
            with self.timings.measure_stage("search"):
                faults += self._write_files(list_site_files(pages, facts, archive.thesaurus), tree, session)
            # last, when every file of the site is there to be led to
            with self.timings.measure_stage("checks"):
                faults += self._check_site(pages, written, tree, session)
            session.judge_faults(tuple(faults), strict=self._is_strict)
            with self.timings.measure_stage("docs"):
                self._write_docs(session, builder, tree)
            session.put_in_place()
            store.commit()
            cache.prune()
        finally:
            store.close()
            gc.unfreeze()

    def _open_store(self, state: str) -> PageStore:
        """What the last build made of each page, as far as that state of everything else is the same."""
        return PageStore(self.plan.cache / f"pages-{self._name_target()}.sqlite", state)

    def _make_pages(
        self, publication: pipeline.Publication, builder: PageBuilder, files: FileBuilder
    ) -> None:
        """Pages, downloads, then the pages that tell how large the downloads came out."""
        with self.timings.measure_stage("pages"):
            builder.build_pages(self.plan.cache)
        with self.timings.measure_stage("downloads"):
            files.build_files(publication.plan_files(), self.progress)
            publication.pages.index.tell_downloads(list_download_facts(files.measured))
            builder.build_late_pages(self.plan.cache)

    def _write_docs(self, session: Session, builder: PageBuilder, tree: SiteTree) -> None:
        """Markdown of pages that are as they were need not be looked at, if its file is as it was left."""
        docs = self.plan.docs
        left = read_stamps(self._name_record())
        paths = {page.markdown_path: key for key, page in builder.pages.items()}
        untouched = {
            path
            for path, key in paths.items()
            if key in builder.kept and stamp_file(f"{docs}/{path}") == left.get(f"{docs}/{path}", ())
        }
        session.mirror_docs({p: tree.folder / p for p in paths if p not in untouched}, untouched)

    def _name_record(self) -> Path:
        return self.plan.cache / f"built-{self._name_target()}.pickle"

    @property
    def _is_strict(self) -> bool:
        return self.strict or self.plan.strict

    def _name_target(self) -> str:
        """A name for the folder that the site is put in, and its edition."""
        # sixteen digits tell the folders of one machine apart, and a file’s name stays short
        return digest_strings(str(self.plan.site), self.plan.edition)[:16]

    def _digest_base(self, archive: Archive, facts: ShellFacts) -> str:
        """What all pages are made from: the program, the shell, the vocabulary, the site's settings."""
        vocabulary = [entry.model_dump_json() for entry in (*archive.topics, *archive.entities)]
        return digest_strings(digest_generator(), *list_renderer_versions(), repr(facts), *vocabulary)

    def _render_handwritten(
        self,
        publication: pipeline.Publication,
        facts: ShellFacts,
        generated: Iterable[RenderedPage],
        base: str,
    ) -> HandwrittenSite:
        files = read_handwritten(self.plan.handwritten_docs)
        known = {page.markdown_path for page in generated} | publication.paths
        handover = Handover(
            facts=facts,
            fragments=publication.fragments,
            html_fragments=publication.html_fragments,
            describe=publication.pages.describe_handwritten,
            targets=frozenset(known),
        )
        folder = self.plan.cache / f"handwritten-{self.plan.edition}"
        settings = digest_strings(base, digest_settings(self.config_file))
        return render_handwritten(
            self.config_file, files, handover, folder, base=settings, strict=self._is_strict
        )

    def _write_files(self, files: Iterable[Artifact], tree: SiteTree, session: Session) -> Iterator[Fault]:
        for file in files:
            tree.write_file(file.path, file.content)
            if session.guarded:
                yield from find_file_leaks(file.path, file.content, session.guarded, str(tree.folder))

    def _check_site(
        self,
        pages: Iterable[RenderedPage],
        written: HandwrittenSite,
        tree: SiteTree,
        session: Session,
    ) -> Iterator[Fault]:
        """Links by what is known of pages; of hand-written ones, all that their markup may do, and leaks."""
        guard, folder = session.guarded, str(tree.folder)
        yield from check_known_links(pages, tree.paths, str(tree.folder))
        for page in written.pages:
            path = f"{page.address}index.html"
            yield from check_markup(f"{tree.folder}/{path}", written.read_file(path).decode("utf-8"))
        for path, _ in written.list_files() if session.is_public else ():
            yield from find_private_marks(path, written.read_file(path), folder)
            if guard:
                yield from find_file_leaks(path, written.read_file(path), guard, folder)


def _list_markdown(pages: Iterable[RenderedPage]) -> Iterator[Artifact]:
    return (Artifact(page.markdown_path, page.markdown.encode()) for page in pages)
