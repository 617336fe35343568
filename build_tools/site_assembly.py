"""A plan → the files of its site: generated pages without MkDocs, in processes, only those that changed.

MkDocs renders the hand-written pages and copies what stands in `overrides/`; it is asked again only where one
of them changed. The bytes are those of plain `mkdocs build`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from build_tools import pipeline
from build_tools.exports.registry import list_download_facts
from build_tools.file_builder import FileBuilder
from build_tools.garbage import set_values_aside
from build_tools.model.artifact import Artifact
from build_tools.model.fault import Fault
from build_tools.model.rendered import name_markdown
from build_tools.packed_pages import PagesInTurn
from build_tools.page_builder import PageBuilder
from build_tools.page_renderer import RenderJob
from build_tools.pages import PageKey
from build_tools.row_states import RowStates
from build_tools.site.artifact_writer import read_handwritten
from build_tools.site.cache import DiskCache
from build_tools.site.compiled_templates import keep_templates
from build_tools.site.config_file import digest_settings
from build_tools.site.file_stamps import FileStamps, stamp_file
from build_tools.site.guard_state import GuardNews, GuardState
from build_tools.site.handover import Handover
from build_tools.site.inputs import read_stamps
from build_tools.site.kept_links import check_new_links
from build_tools.site.kept_search import SearchSource, write_kept_index
from build_tools.site.leaks import find_file_leaks
from build_tools.site.links import LinkTargets, check_markup
from build_tools.site.mkdocs_run import HandwrittenSite, forget_pages, render_handwritten
from build_tools.site.page_marks import find_searched, list_places, mark_page
from build_tools.site.page_store import PageStore
from build_tools.site.pipeline_input import make_settings
from build_tools.site.plan import Plan
from build_tools.site.private_marks import find_private_marks
from build_tools.site.program_digest import digest_folder, digest_generator, list_renderer_versions
from build_tools.site.search_block import SearchPage
from build_tools.site.session import Session
from build_tools.site.shell import ShellFacts
from build_tools.site.site_files import list_site_files
from build_tools.site.site_tree import SiteTree
from build_tools.site.swap import MARK_FILES
from build_tools.text.copied_words import LeakGuard
from build_tools.text.digests import digest_strings
from build_tools.timings import ProgressCallback, Timings
from build_tools.workers import Workers

_SEARCHED = "searched"
"""What the store calls that for which all files were searched."""
_MARKS = "marks"
"""What the store calls those of all generated pages."""


@dataclass
class SiteAssembly:
    """One site while it is made."""

    plan: Plan
    config_file: Path
    workers: Workers
    progress: ProgressCallback
    timings: Timings
    warn: pipeline.WarningCallback
    strict: bool
    record: Path
    """What the last build left is noted there."""
    store: Path
    """What it made of each page, there."""
    keys: dict[str, PageKey] = field(default_factory=dict)
    """Of the generated pages, by address, once they are made."""

    def assemble_site(self, session: Session) -> FileStamps:
        """Make all files of the site and put them in place; their stamps.

        Raises Faults and the exceptions of `site/`.
        """
        cache = DiskCache(self.plan.cache)
        with self.timings.measure_stage("sources"):
            settings = make_settings(self.plan, self.workers.number, drafts=self.plan.drafts)
            archive = pipeline.assemble_archive(settings, cache=cache, progress=self.progress, warn=self.warn)
        with self.timings.measure_stage("index"):
            session.guard_captures(archive)
            publication = pipeline.make_publication(archive, cache=cache)
            facts = session.make_shell_facts(self.plan.layout, publication.menu, publication.kinds)
        base = self._digest_base(facts)
        tree = SiteTree(session.target, self.plan.site)
        store = PageStore(self.store, digest_strings(base, session.names_digest))
        with set_values_aside(), closing(store):
            store.begin_transaction()
            job = RenderJob(archive, facts, session.guarded, keep_templates(self.plan.cache))
            rows = RowStates(publication.pages.index, store)
            with self.timings.measure_stage("changes"):
                news = _find_changes(rows, store, session.guarded)
            pages = PageBuilder(job, publication.pages, rows, store, tree, news, self.workers, self.progress)
            files = FileBuilder(publication.pages.index, rows, store, tree, news)
            self._make_pages(publication, pages, files)
            rest = self._finish_site(publication, job, pages, tree, session, store, base)
            faults = (*pages.faults, *files.faults, *rest)
            session.judge_faults(faults, strict=self.strict)
            with self.timings.measure_stage("docs"):
                self._write_docs(session, pages, tree)
            with self.timings.measure_stage("in place"):
                tree.remove_unused_folders()
                session.put_in_place()
            # pages of a shell that was edited meanwhile are not remembered as those of the one before
            if digest_folder(facts.templates) == facts.state:
                rows.store_rows()
                store.commit()
            cache.prune()
            return tree.list_stamps(MARK_FILES)

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

    def _finish_site(  # noqa: PLR0917 - the parts of a build, each made once
        self,
        publication: pipeline.Publication,
        job: RenderJob,
        builder: PageBuilder,
        tree: SiteTree,
        session: Session,
        store: PageStore,
        base: str,
    ) -> Iterator[Fault]:
        """Hand-written pages, and what is made from all pages; what is wrong with any."""
        with self.timings.measure_stage("hand-written"):
            self.keys = {address: key for key, address in builder.pages.addresses.items()}
            written = self._render_handwritten(publication, job.facts, base)
            made = {*tree.stamps}
            tree.link_files(written.list_files())
            marks = builder.list_marks(store.find_value(_MARKS) or {})
            store.put_value(_MARKS, marks)
        searched = {page.address: find_searched(page) for page in written.pages}
        all_marks = (*(mark_page(p, searched[p.address]) for p in written.pages), *marks.values())
        markdown = (Artifact(page.markdown_path, page.markdown.encode()) for page in written.pages)
        yield from self._write_files(markdown, tree, session)
        with self.timings.measure_stage("search"):
            find = partial(self._find_searched, searched, builder)
            source = SearchSource(find, builder.replaced)
            search = write_kept_index(all_marks, job.archive.thesaurus, store, source)
            days = ((mark.address, mark.updated) for mark in all_marks if not mark.moved)
            site_files = tuple(list_site_files(days, job.facts, search))
            yield from self._write_files(site_files, tree, session)
            yield from session.find_taken(made | {file.path for file in site_files})
        # last, when every file of the site is there to be led to
        with self.timings.measure_stage("checks"):
            everything = PagesInTurn(written.pages, builder.pages.values())
            new = (builder.pages[key] for key in builder.pages if key not in builder.kept)
            changed = (*written.pages, *new)
            targets = LinkTargets(list_places(all_marks), {*tree.stamps})
            yield from check_new_links(everything, changed, targets, store, str(tree.folder))
            yield from self._check_handwritten(written, tree, session)

    def _find_searched(
        self, written: Mapping[str, SearchPage | None], builder: PageBuilder, address: str
    ) -> SearchPage | None:
        return written.get(address) or builder.find_searched(self.keys[address])

    def _write_docs(self, session: Session, builder: PageBuilder, tree: SiteTree) -> None:
        """Markdown of pages that are as they were need not be looked at, if its file is as it was left."""
        docs = self.plan.docs
        left = read_stamps(self.record)
        paths = {name_markdown(address): key for address, key in self.keys.items()}
        untouched = {
            path
            for path, key in paths.items()
            if key in builder.kept and stamp_file(f"{docs}/{path}") == left.get(f"{docs}/{path}", ())
        }
        session.mirror_docs({p: tree.folder / p for p in paths if p not in untouched}, untouched)

    def _digest_base(self, facts: ShellFacts) -> str:
        """What all pages are made from: the program, the shell, the site's settings."""
        return digest_strings(digest_generator(), *list_renderer_versions(), repr(facts))

    def _render_handwritten(
        self,
        publication: pipeline.Publication,
        facts: ShellFacts,
        base: str,
    ) -> HandwrittenSite:
        files = read_handwritten(self.plan.handwritten_docs)
        known = {name_markdown(address) for address in self.keys} | publication.paths
        handover = Handover(
            facts=facts,
            fragments=publication.fragments,
            html_fragments=publication.html_fragments,
            describe=publication.pages.describe_handwritten,
            targets=frozenset(known),
        )
        folder = self.plan.cache / f"handwritten-{self.plan.edition}"
        settings = digest_strings(base, digest_settings(self.config_file))
        if self.plan.layout.reads_elsewhere:
            forget_pages(folder)
        return render_handwritten(
            self.config_file, files, handover, folder, base=settings, strict=self.strict
        )

    def _write_files(self, files: Iterable[Artifact], tree: SiteTree, session: Session) -> Iterator[Fault]:
        for file in files:
            tree.write_file(file.path, file.content)
            if session.guarded:
                yield from find_file_leaks(file.path, file.content, session.guarded, str(tree.folder))

    def _check_handwritten(
        self, written: HandwrittenSite, tree: SiteTree, session: Session
    ) -> Iterator[Fault]:
        """All that the markup of hand-written pages may do, and leaks."""
        guard, folder = session.guarded, str(tree.folder)
        for page in written.pages:
            path = f"{page.address}index.html"
            yield from check_markup(f"{tree.folder}/{path}", written.read_file(path).decode("utf-8"))
        for path, _ in written.list_files() if session.is_public else ():
            yield from find_private_marks(path, written.read_file(path), folder)
            if guard:
                yield from find_file_leaks(path, written.read_file(path), guard, folder)


def _find_changes(rows: RowStates, store: PageStore, guard: LeakGuard | None) -> GuardNews:
    """What is new to be looked for, once it is known which rows are others; the store has both."""
    rows.compare_rows()
    # after the rows: where these are not known, nothing else is
    news = GuardNews(store.find_value(_SEARCHED) or GuardState(), guard)
    store.put_value(_SEARCHED, news.state)
    return news
