"""A plan → its site, put in its place in one step; where nothing changed, nothing is made.

That nothing changed is found out here, without what makes a site: to load it takes half a second.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.pipeline_settings import WarningCallback
from build_tools.site.config_file import digest_settings
from build_tools.site.file_stamps import FileStamps
from build_tools.site.inputs import count_warnings, digest_inputs, find_unchanged, record_build
from build_tools.site.linked_folders import list_input_folders
from build_tools.site.plan import Plan
from build_tools.site.program_digest import digest_generator, list_renderer_versions
from build_tools.site.protected_names import read_private_names
from build_tools.site.published_addresses import ADDRESSES_FILE, read_published
from build_tools.site.session import Session
from build_tools.text.digests import digest_strings
from build_tools.timings import ProgressCallback, Timings
from build_tools.workers import Workers

if TYPE_CHECKING:
    from build_tools.pages import PageKey

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
    warn: WarningCallback = lambda _: None
    stamps: FileStamps = field(default_factory=dict)
    """Of all files that stand now, where nothing was warned of."""

    def put_site_in_place(self) -> Path:
        """Build the site and put it in its place; its folder.

        Raises Faults and the exceptions of `site/`, and then leaves the old site as it was.
        """
        session = Session(self.plan, self.command, staged=True)
        try:
            session.begin_build()
            with self.timings.measure_stage("inputs"):
                inputs = self._digest_inputs()
                unchanged = find_unchanged(self._name_record(), inputs)
            # `serve` asks for the pages’ keys, which only a build has
            if unchanged is not None and self.command == "build" and not self.plan.layout.reads_elsewhere:
                _log.info("Nothing has changed since the last build")
                self.stamps = unchanged
            else:
                with count_warnings() as warnings:
                    made = self._build_anew(session)
                # a build with warnings is not remembered, or they would never be told again; nor one during
                # which something was edited: nobody knows from what it was made
                if not warnings.number and self._digest_inputs() == inputs:
                    docs = (self.plan.docs, self.plan.handwritten_docs)
                    with self.timings.measure_stage("in place"):
                        self.stamps = record_build(self._name_record(), inputs, (self.plan.site, made), docs)
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
        others = [*([plan.captures] if plan.captures else []), *templates]
        return digest_inputs(program, list_input_folders(plan.seeds, others), plan.handwritten_docs)

    def _build_anew(self, session: Session) -> FileStamps:
        """The stamps of the site's files."""
        from build_tools.site_assembly import SiteAssembly  # noqa: PLC0415 - loaded where there is work

        assembly = SiteAssembly(
            plan=self.plan,
            config_file=self.config_file,
            workers=self.workers,
            progress=self.progress,
            timings=self.timings,
            warn=self.warn,
            strict=self.strict or self.plan.strict,
            record=self._name_record(),
            store=self.plan.cache / f"pages-{self._name_target()}.sqlite",
        )
        stamps = assembly.assemble_site(session)
        self.keys = assembly.keys
        return stamps

    def _name_record(self) -> Path:
        return self.plan.cache / f"built-{self._name_target()}.pickle"

    def _name_target(self) -> str:
        """A name for the folder that the site is put in, and its edition."""
        # sixteen digits tell the folders of one machine apart, and a file’s name stays short
        return digest_strings(str(self.plan.site), self.plan.edition)[:16]
