"""Settings of a build → where everything lies, and what an edition may not do, decided in one spot."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from build_tools.model.archive import Edition
from build_tools.model.archive_settings import ArchiveSettings
from build_tools.model.errors import UsageError
from build_tools.model.site import Site
from build_tools.text.terminal import show_hidden

PRIVATE_FOLDER = ".archive"
"""Folder beside mkdocs.yml for what is neither published nor committed: cache, lock, the reading edition."""


@dataclass(frozen=True, slots=True)
class ShellLayout:
    """What mkdocs.yml says of the pages' shell."""

    templates: str = ""
    """The folder of the shell's templates, absolute."""
    nav: object = None
    """The menu of the hand-written pages, as MkDocs has it."""
    scripts: tuple[str, ...] = ()
    """Scripts of every page, below the site."""
    dev_addr: str = ""
    """Where the site is served while it is written; empty for the usual place."""
    reads_elsewhere: bool = False
    """Whether hand-written pages may be made from files that no build knows of."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where a build reads and writes. All paths are absolute."""

    root: Path
    """The folder of mkdocs.yml."""
    handwritten_docs: Path
    """The hand-written pages."""
    site: Path
    edition: Edition
    seeds: Path
    captures: Path | None
    """A folder of captures beside `seeds`; None where the records' own folder is all there is."""
    workers: int
    """How many processes may annotate sources."""
    invented: bool
    """Whether the archive's captures are inventions of our own, which anyone may publish."""
    identity: Site = field(default_factory=Site)
    """What the archive is called, and where it will stand."""
    strict: bool = False
    """Whether the settings have warnings end a build."""
    layout: ShellLayout = field(default_factory=ShellLayout)
    """What the shell of its pages is made with."""
    private_names: Path | None = None
    """The list of names that must not appear, where it does not lie with the records."""
    drafts: bool = False
    """Whether drafts are shown whatever the edition: on this machine, to the person who writes them."""
    second_reader: bool = False
    """Whether nobody may check a record that they alone wrote."""

    @property
    def docs(self) -> Path:
        """What MkDocs renders. Captured text never enters the folder of the hand-written pages."""
        return (
            self.handwritten_docs
            if self.edition is Edition.PUBLIC
            else self.root / PRIVATE_FOLDER / self.edition / "docs"
        )

    @property
    def cache(self) -> Path:
        """Of documents, for all editions."""
        return self.root / PRIVATE_FOLDER / "cache"

    @property
    def lock(self) -> Path:
        """One build of this archive at a time."""
        return self.root / PRIVATE_FOLDER / "build.lock"

    @property
    def is_private(self) -> bool:
        """Whether the site must not be published."""
        return self.edition is Edition.READING and not self.invented


def make_plan(
    root: Path, docs: Path, site: Path, settings: ArchiveSettings, identity: Site | None = None
) -> Plan:
    """The plan for the `extra.archive` of mkdocs.yml; its paths start at mkdocs.yml, `captures` here."""
    return Plan(
        root=root,
        handwritten_docs=docs,
        site=site,
        edition=settings.edition,
        seeds=(root / settings.seeds).resolve(),
        captures=Path(settings.captures).resolve() if settings.captures else None,
        private_names=Path(settings.private_names).resolve() if settings.private_names else None,
        workers=settings.workers,
        invented=settings.invented,
        second_reader=settings.second_reader,
        identity=replace(
            identity or Site(),
            licence=settings.licence or "",
            repository=settings.repo_url or "",
            guide=settings.guide_url or "",
            contact=settings.contact or "",
            period=settings.period,
            searched_together=tuple((other.name, other.address) for other in settings.searched_together),
        ),
    )


def make_site_identity(name: object, url: object, description: object) -> Site:
    """What mkdocs.yml calls the site; its address always ends in a slash."""
    address = str(url or "").strip()
    return Site(str(name or ""), f"{address.rstrip('/')}/" if address else "", str(description or ""))


def check_edition_target(
    intended: Plan, *, command: str, environment: Mapping[str, str], around: Collection[Path] = ()
) -> None:
    """Raise UsageError where the reading edition would go where things are published.

    `around`: public sites that the target lies in, or is; `environment` tells of a machine that publishes.
    """
    if not intended.is_private or command == "serve":
        return
    check_publishing_machine(intended, environment, publishing=command == "gh-deploy")
    check_private_place(intended, intended.site.resolve(), around)


def check_folders_apart(intended: Plan) -> None:
    """Raise UsageError where one folder would be read into another: docs/ is published as it is."""
    docs, seeds = intended.handwritten_docs.resolve(), intended.seeds.resolve()
    if seeds.is_relative_to(docs):
        raise UsageError(
            f"The records lie in {show_hidden(str(docs))}, the folder of the hand-written pages, whose files"
            " are published as they are, captures as well. Give `seeds` or `docs_dir` another folder."
        )
    site = intended.site.resolve()
    if site.is_relative_to(docs) or site.is_relative_to(seeds):
        inside = docs if site.is_relative_to(docs) else seeds
        raise UsageError(
            f"The site cannot lie in {show_hidden(str(inside))}, of which it is made: the next build would"
            " take it in. Give another folder with `--site` or `site_dir`."
        )


def check_private_place(intended: Plan, place: Path, around: Collection[Path] = ()) -> None:
    """Raise UsageError for a place of something private that is published, or that git does not ignore.

    `place` is absolute, without links; `around`: public sites that it lies in, or is.
    """
    root = intended.root.resolve()
    published = root / "site"
    if around or place.is_relative_to(published):
        folder = next(iter(around), published)
        raise UsageError(
            f"The reading edition does not go into {folder.name}/, which is what gets published, or anywhere "
            "below it. Give another folder, e.g. `archive build --edition reading --site site-reading`."
        )
    inside = place.relative_to(root).parts[:1] if place.is_relative_to(root) else ()
    if inside and not inside[0].startswith(_IGNORED):
        raise UsageError(
            f"The reading edition does not go into {inside[0]}/, which git does not ignore: its texts "
            "could be committed. Give a folder whose name begins with `site-`, or one outside the archive's."
        )


_IGNORED = ("site-", PRIVATE_FOLDER, "dist")
"""How the folders beside mkdocs.yml begin that .gitignore names: for private editions, caches, packages."""


def check_publishing_machine(
    intended: Plan, environment: Mapping[str, str], *, publishing: bool = False, private: bool = False
) -> None:
    """Raise UsageError where something private would be made on a machine that publishes."""
    if (private or intended.is_private) and (publishing or environment.get("GITHUB_ACTIONS")):
        raise UsageError(
            "The reading edition holds publishers' texts and is never built where sites are published. "
            "Build the public edition; `rights.publish` in a record says what it may show."
        )
