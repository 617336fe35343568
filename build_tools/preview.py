"""A plan → its site served while it is written: what is saved is read, a page made when it is looked at.

The whole site is built once, into the private folder. From then on a change costs reading what changed and
relating it; pages are rendered as they are asked for. Search and downloads are made anew when somebody asks
for them. A fault is told in the terminal and on every page, and the last good pages stay.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import RLock
from typing import Any

from build_tools import pipeline
from build_tools.model.archive import Archive
from build_tools.model.errors import ArchiveError
from build_tools.model.fault import Fault, Faults
from build_tools.model.rendered import RenderedPage
from build_tools.pages import PageKey
from build_tools.quick_look import QuickLook, find_saved_record, look_quickly
from build_tools.site.cache import DiskCache
from build_tools.site.config_file import digest_settings, list_settings_files
from build_tools.site.fault_panel import Trouble, write_bare_page
from build_tools.site.file_stamps import FileStamps, stamp_file
from build_tools.site.inputs import digest_inputs, stamp_files
from build_tools.site.linked_folders import list_input_folders
from build_tools.site.pipeline_input import make_settings
from build_tools.site.plan import PRIVATE_FOLDER, Plan
from build_tools.site.preview_server import PreviewServer
from build_tools.site.program_digest import digest_folder
from build_tools.site.session import Session
from build_tools.site.shell import ShellFacts, wrap_page
from build_tools.site.watch import list_watched_paths
from build_tools.site_build import SiteBuild
from build_tools.workers import Workers

_log = logging.getLogger("mkdocs.archive")

_OF_ALL = ("search/", "downloads/", "explore/parts/")
"""Folders of files that are made from all sources."""


@dataclass
class Preview:
    """The site as it is now."""

    plan: Plan
    config_file: Path
    workers: int
    read_settings: Callable[[], Plan] | None = None
    """Reads the plan anew where mkdocs.yml has changed; None: that is not looked for."""
    _lock: RLock = field(default_factory=RLock)
    """One page is made at a time, and none while the archive is exchanged."""
    _publication: pipeline.Publication | None = None
    _facts: ShellFacts | None = None
    _keys: dict[str, PageKey] = field(default_factory=dict)
    """Of generated pages, by address."""
    _memory: dict[str, Any] = field(default_factory=dict)
    """What was read of sources, for the next time."""
    _stale: bool = False
    """Whether the folder is older than the pages."""
    _handwritten: str = ""
    """What the hand-written pages and the shell were made from."""
    _trouble: Trouble = field(default_factory=Trouble)
    """What is wrong with what was saved last."""
    _archive: Archive | None = None
    """As it was last read whole."""
    _stamps: FileStamps = field(default_factory=dict)
    """Of the seeds, as they were then."""
    _quick: QuickLook | None = None
    """What was saved since, as far as it can be shown already."""
    _looked_at: FileStamps = field(default_factory=dict)
    """Of the seeds, as they were when it was taken."""
    _waits: bool = False
    """Whether all is to be read next: no more than a quick look was taken at what was saved."""
    _settings: str = ""
    """What the plan was read from."""

    def __post_init__(self) -> None:
        """Note what the plan was read from."""
        self._settings, self.plan = digest_settings(self.config_file), _plan_preview(self.plan)

    def build_whole_site(self) -> None:
        """Build the whole site. Raises Faults and the exceptions of `site/`."""
        with self._lock, Workers(self.workers) as others:
            doubts: list[Fault] = []
            build = SiteBuild(self.plan, self.config_file, others, command="serve", warn=doubts.extend)
            build.put_site_in_place()
            self._trouble = Trouble(tuple(doubts))
            self._keys |= build.keys
            self._stale = False
            self._handwritten = self._digest_handwritten()

    def refresh(self) -> bool:
        """Take in what was saved; what is wrong with it is told, and everything stays as it was.

        True where no more was done than to show one record: the rest is done when asked once more.
        """
        self._trouble = Trouble()
        stamps = self._stamp_records()
        if not self._waits and self._show_record(stamps):
            self._waits, self._looked_at = True, stamps
            return True
        self._waits = False
        if self._try_or_tell(self._take_settings) and self._try_or_tell(self._read_archive):
            self._stamps = stamps
            self._try_or_tell(self._renew_handwritten)
        elif stamps == self._looked_at:
            self._quick = None  # what it shows is itself at fault
        return False

    def _stamp_records(self) -> FileStamps:
        """Of all that a record is read with, so that a quick look is taken where nothing else has changed."""
        names = self.plan.private_names
        beside = {str(names): stamp} if names and (stamp := stamp_file(str(names))) else {}
        folders = map(str, list_input_folders(self.plan.seeds, ()))
        return stamp_files(folders) | beside

    def _take_settings(self) -> None:
        digest = digest_settings(self.config_file)
        if self.read_settings and digest != self._settings:
            self.plan = _plan_preview(self.read_settings())
            self._settings, self._handwritten = digest, ""

    def _renew_handwritten(self) -> None:
        if self._digest_handwritten() != self._handwritten:
            self.build_whole_site()

    def _show_record(self, stamps: FileStamps) -> bool:
        """Whether what was saved is one record whose pages can be shown before anything else is done."""
        path = find_saved_record(self._stamps, stamps)
        if path is None or path.parent != self.plan.seeds or self._archive is None:
            return False
        with self._lock:
            try:
                index = self._publication.pages.index if self._publication else None
                look = look_quickly(self._archive, index, path) if index else None
            except Exception:  # noqa: BLE001 - whatever it is, reading everything tells, and the server answers on
                look = None
            # where there is none, the last one stays: it was good, and a fault may be all that came since
            self._quick = look or self._quick
        return look is not None

    def _read_archive(self) -> None:
        plan = self.plan
        # one worker: of what was just saved little is new
        settings = make_settings(plan, 1, drafts=True)
        cache = DiskCache(plan.cache, memory=self._memory)
        doubts: list[Fault] = []
        archive = pipeline.assemble_archive(settings, cache=cache, warn=doubts.extend)
        publication = pipeline.make_publication(archive, cache=cache)
        session = Session(plan, "serve", staged=True)
        facts = session.make_shell_facts(plan.layout, publication.menu, publication.kinds)
        cache.forget_unused()
        with self._lock:
            self._publication, self._facts, self._stale = publication, facts, True
            self._archive, self._quick = archive, None
            self._trouble = Trouble(tuple(doubts))
            known = frozenset(self._keys.values())
            keys = tuple(publication.pages.list_keys())
            for key in (key for key in keys if key not in known):
                self._keys[self._render_page(key).address] = key  # which is on the page alone
            gone = known - frozenset(keys)
            self._keys = {address: key for address, key in self._keys.items() if key not in gone}

    def _digest_handwritten(self) -> str:
        told = digest_folder(self.plan.layout.templates)
        return digest_inputs(told, (), self.plan.handwritten_docs)

    def _render_page(self, key: PageKey) -> RenderedPage:
        if self._quick and (page := self._quick.render_page(key)):
            return page
        if self._publication is None:
            raise KeyError(key)
        return self._publication.pages.render_key(key)

    def get_trouble(self) -> Trouble:
        """What is wrong with what was saved last."""
        return replace(self._trouble, private_list=self.plan.private_names)

    def find_page(self, address: str) -> bytes | None:
        """The page of an address as it is now; None for what stands in the folder."""
        with self._lock:
            key, facts, made = self._keys.get(address), self._facts, list[str]()
            if key and facts:
                self._try_or_tell(lambda: made.append(wrap_page(facts, self._render_page(key))))
            if made:
                return made[0].encode()
            # with errors it would fail again, and the last good one is there
            # nor now, if what was saved is about to be read
            waits = self._trouble.stops or self._waits
            if self._stale and _is_made_of_all(address) and not waits:
                self._try_or_tell(self.build_whole_site)
            if self._trouble.stops and not (self.plan.site / "index.html").is_file():
                return write_bare_page()
        return None

    def _try_or_tell(self, step: Callable[[], None]) -> bool:
        """Whether it could be done; if not, what is wrong is told, and everything stays as it was.

        Whatever is wrong: a server that stops answering shows neither the last good pages nor mended ones.
        """
        try:
            step()
        except Faults as found:
            self._trouble = Trouble(found.faults)
            print(found.write_report(), file=sys.stderr)
        except ArchiveError as error:
            self._trouble = Trouble(words=error.write_report())
            print(error.write_report(), file=sys.stderr)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - MkDocs ends a build by SystemExit
            self._trouble = Trouble(words=f"{type(error).__name__}: {error}")
            print(f"archive: {type(error).__name__}: {error}", file=sys.stderr)
        else:
            return True
        _log.warning("The pages stay as they were")
        return False

    def serve(self, address: tuple[str, int]) -> None:
        """Serve until interrupted."""
        server = PreviewServer(self.refresh, self.find_page, self.plan.site, address, self.get_trouble)
        watched = list_watched_paths(self.plan, (Path(self.plan.layout.templates),))
        settings = ((path, False) for path in list_settings_files(self.config_file))
        for path, within in (*watched, *settings):
            server.watch(str(path), recursive=within)
        self._try_or_tell(self.build_whole_site)
        # so that there is an archive to put the first record into that is saved
        server.ask_for_rebuild()
        try:
            server.serve()  # type: ignore[no-untyped-call] # MkDocs' own
        except KeyboardInterrupt:
            _log.info("Shutting down")
        finally:
            server.shutdown()


def _plan_preview(plan: Plan) -> Plan:
    """With a folder of its own for the site, and no address: no citation should name this machine."""
    folder = plan.root / PRIVATE_FOLDER / f"preview-{plan.edition}"
    return replace(plan, site=folder, identity=replace(plan.identity, url=""), drafts=True)


def _is_made_of_all(address: str) -> bool:
    """Whether a file is made from the whole archive: search, downloads, pages by hand with its numbers."""
    return not address or address.endswith(("/", ".md", ".xml")) or address.startswith(_OF_ALL)
