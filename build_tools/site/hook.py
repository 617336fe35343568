"""MkDocs' events → the build: the one place where MkDocs calls us. It decides nothing.

MkDocs loads this file by its path, so the project's folder is first put where imports are looked up.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

PROJECT = str(Path(__file__).resolve().parents[2])
if PROJECT not in sys.path:
    sys.path.insert(0, PROJECT)

from mkdocs.exceptions import BuildError  # noqa: E402 - after the path is set
from mkdocs.plugins import event_priority  # noqa: E402
from mkdocs.structure.files import File  # noqa: E402
from mkdocs.utils import CountHandler  # noqa: E402

from build_tools import pipeline  # noqa: E402
from build_tools.model.artifact import Artifact  # noqa: E402
from build_tools.model.fault import Faults  # noqa: E402
from build_tools.site import styles  # noqa: E402
from build_tools.site.cache import Cache  # noqa: E402
from build_tools.site.placeholders import Unknown  # noqa: E402
from build_tools.site.plan import NotAllowed, Plan, identity, plan  # noqa: E402
from build_tools.site.progress import Progress, Steps, silent  # noqa: E402
from build_tools.site.session import Session, unused  # noqa: E402
from build_tools.site.settings import read_settings, settle_environment  # noqa: E402
from build_tools.site.swap import NotOurs  # noqa: E402
from build_tools.site.watch import watched  # noqa: E402
from build_tools.site.write import Refused  # noqa: E402

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_EXPECTED = (NotAllowed, NotOurs, Refused, Unknown, OSError)
_command = "build"
_session: Session | None = None
_progress = Progress() if sys.stderr.isatty() else silent  # elsewhere, MkDocs' own lines tell enough
_rendering = Steps("render", _progress)
_watched: tuple[tuple[Path, bool], ...] = ()


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs names the arguments
    """Remember whether the site is built, served or deployed."""
    global _command  # noqa: PLW0603 - MkDocs keeps no place for a hook's state
    _command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Turn the build to its own folders."""
    global _session, _watched  # noqa: PLW0603
    on_build_error(error=None)
    try:
        settle_environment(os.environ)
        _session = Session(_plan(config), _command)
        _session.begin()
    except Faults as faults:
        raise _told(faults) from None
    except _EXPECTED as error:
        raise BuildError(str(error)) from error
    _watched = watched(_session.plan, tuple(map(Path, filter(None, [config.theme.custom_dir]))))
    config.docs_dir, config.site_dir = str(_session.plan.docs), str(_session.target)
    return config


def _plan(config: MkDocsConfig) -> Plan:
    file = Path(config.config_file_path or "mkdocs.yml").resolve()
    # while it is served, the site's address is this machine's, which no citation should name
    url = "" if _command == "serve" else config.site_url
    named = identity(config.site_name, url, config.site_description)
    settings = read_settings(config.extra, file)
    return plan(file.parent, Path(config.docs_dir), Path(config.site_dir), settings, named)


def on_pre_build(config: MkDocsConfig) -> None:  # noqa: ARG001
    """Seeds → docs."""
    session = _running()
    try:
        session.generate(_artifacts(session))
    except Faults as faults:
        raise _told(faults) from None
    except _EXPECTED as error:
        raise BuildError(str(error)) from error


def _told(faults: Faults) -> BuildError:
    print(faults, file=sys.stderr)
    return BuildError(f"The site was left as it was; faults: {len(faults.faults)}")


def _artifacts(session: Session) -> tuple[Artifact, ...]:
    asked = session.plan
    settings = pipeline.Settings(asked.seeds, asked.captures, asked.edition, asked.workers, asked.identity)
    cache = Cache(asked.cache)
    archive = pipeline.gather(settings, cache=cache, progress=_progress)
    session.guard(archive)
    session.fragments, session.by_hand = pipeline.fragments(archive), pipeline.by_hand(archive)
    return pipeline.compose(archive, cache=cache)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what no page uses; join the styles."""
    for file in [f for f in files if unused(f.src_uri)]:
        files.remove(file)
    _join_styles(files, config)
    _rendering.expect(len(files.documentation_pages()))
    return files


def _join_styles(files: Files, config: MkDocsConfig) -> None:
    sheets = [file for name in config.extra_css if (file := files.get_file_from_path(name))]
    for sheet in sheets:
        files.remove(sheet)
    files.append(File.generated(config, styles.NAME, content=styles.joined(f.content_string for f in sheets)))
    config.extra_css = [styles.NAME]


def on_page_markdown(markdown: str, *, page: Page, **_: Any) -> str:
    """Fill in what the archive says of itself, to people and to machines."""
    _running().headed(page.meta, page.file.src_uri, str(page.meta.get("title") or page.title or ""))
    try:
        return _running().filled(markdown, page.file.src_uri)
    except _EXPECTED as error:
        raise BuildError(str(error)) from error


@event_priority(-100)
def on_post_page(output: str, **_: Any) -> str:
    """Links, policy, marks."""
    _rendering.step()
    return _running().finish(output)


@event_priority(-100)
def on_post_template(output_content: str, *, template_name: str, **_: Any) -> str:
    """The same for pages that come from the theme alone, such as 404.html."""
    return _running().finish(output_content) if template_name.endswith(".html") else output_content


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Checks, then the swap. In strict mode MkDocs counts warnings only after this; so we look first."""
    session = _running()
    counters = [h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler)]
    try:
        sound = not (config.strict and any(c.get_counts() for c in counters))
        session.complete(sound=sound, strict=config.strict)
    except Faults as faults:
        raise _told(faults) from None
    config.site_dir = str(session.plan.site)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Watch what the archive is made from, instead of the pages that it is made into."""
    server.unwatch(config.docs_dir)
    for path, within in _watched:
        server.watch(str(path), recursive=within)
    return server


def on_build_error(error: Exception | None, **_: Any) -> None:  # noqa: ARG001
    """Leave everything as it was."""
    global _session  # noqa: PLW0603
    if _session is not None:
        _session.abandon()
    _session = None


def _running() -> Session:
    if _session is None:
        raise BuildError("the renderer skipped the beginning of the build")
    return _session
