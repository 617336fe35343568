"""MkDocs' events → the build: the one place where MkDocs calls us. It decides nothing.

MkDocs loads this file by its path, so the project's folder is first put where imports are looked up.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

PROJECT_FOLDER = str(Path(__file__).resolve().parents[2])  # MkDocs loads a hook by its path alone
if PROJECT_FOLDER not in sys.path:
    sys.path.insert(0, PROJECT_FOLDER)

from mkdocs.exceptions import BuildError  # noqa: E402 - after the path is set
from mkdocs.plugins import event_priority  # noqa: E402
from mkdocs.structure.files import File  # noqa: E402
from mkdocs.utils import CountHandler  # noqa: E402

from build_tools import pipeline  # noqa: E402
from build_tools.exports.registry import measure_downloads  # noqa: E402
from build_tools.model.errors import ArchiveError  # noqa: E402
from build_tools.model.fault import Faults  # noqa: E402
from build_tools.site import styles  # noqa: E402
from build_tools.site.cache import DiskCache  # noqa: E402
from build_tools.site.handover import Handover, current_handover  # noqa: E402
from build_tools.site.handwritten import HandwrittenPage, read_page_options  # noqa: E402
from build_tools.site.pipeline_input import make_settings  # noqa: E402
from build_tools.site.plan import Plan, ShellLayout, make_plan  # noqa: E402
from build_tools.site.progress import ProgressDisplay, ignore_progress  # noqa: E402
from build_tools.site.session import Session  # noqa: E402
from build_tools.site.settings_reader import check_source_date, read_whole_settings  # noqa: E402
from build_tools.site.shell_folder import find_stylesheets, list_scripts  # noqa: E402
from build_tools.site.theme_files import LinkTarget, find_shell_folder, limit_theme  # noqa: E402
from build_tools.site.watch import list_watched_paths  # noqa: E402

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_State = TypeVar("_State")
_command = "build"
_session: Session | None = None
_handover: Handover | None = None
# elsewhere, MkDocs' own lines tell enough
_progress = ProgressDisplay() if sys.stderr.isatty() else ignore_progress
_watched: tuple[tuple[Path, bool], ...] = ()


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs names the arguments
    """Remember whether the site is built, served or deployed."""
    global _command  # noqa: PLW0603 - MkDocs keeps no place for a hook's state
    _command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Turn the build to its own folders."""
    global _session, _handover, _watched  # noqa: PLW0603
    # while it is served: the build before this one may have ended halfway
    on_build_error(error=None)
    shell = find_shell_folder(config.theme)
    limit_theme(config.theme)
    _handover = current_handover()
    if _handover:
        return config
    try:
        check_source_date(os.environ)
        _session = Session(_make_plan(config), _command)
        _session.begin_build()
    except Faults as faults:
        raise _print_faults(faults) from None
    except (ArchiveError, OSError) as error:
        raise BuildError(str(error)) from error
    _watched = list_watched_paths(_session.plan, (Path(shell),))
    config.docs_dir, config.site_dir = str(_session.plan.docs), str(_session.target)
    return config


def _make_plan(config: MkDocsConfig) -> Plan:
    file = Path(config.config_file_path or "mkdocs.yml").resolve()
    # while it is served, the site's address is this machine's, which no citation should name
    url = "" if _command == "serve" else config.site_url
    named, settings = read_whole_settings({**config, "site_url": url}, file)
    return make_plan(file.parent, Path(config.docs_dir), Path(config.site_dir), settings, named)


def on_pre_build(config: MkDocsConfig) -> None:
    """Seeds → pages, whose Markdown is written to docs/."""
    global _handover  # noqa: PLW0603
    if _handover:
        return
    try:
        _handover = _render_all(_require_begun(_session), config)
    except Faults as faults:
        raise _print_faults(faults) from None
    except (ArchiveError, OSError) as error:
        raise BuildError(str(error)) from error


def _print_faults(faults: Faults) -> BuildError:
    print(faults, file=sys.stderr)
    return BuildError(f"The site was left as it was; faults: {len(faults.faults)}")


def _render_all(session: Session, config: MkDocsConfig) -> Handover:
    asked = session.plan
    settings = make_settings(asked, asked.workers, drafts=session.preview)
    cache = DiskCache(asked.cache)
    archive = pipeline.assemble_archive(settings, cache=cache, progress=_progress)
    session.guard_captures(archive)
    publication = pipeline.make_publication(archive, cache=cache)
    layout = ShellLayout(find_shell_folder(config.theme), config.nav, list_scripts(config.extra_javascript))
    facts = session.make_shell_facts(layout, publication.menu, publication.kinds)
    pages = {
        page.markdown_path: page for page in map(publication.pages.render_key, publication.pages.list_keys())
    }
    files = tuple(publication.make_files())
    late = publication.finish_pages(measure_downloads(files))
    pages |= {page.markdown_path: page for page in late}
    session.write_docs(pages.values())
    return Handover(
        facts=facts,
        fragments=publication.fragments,
        html_fragments=publication.html_fragments,
        describe=publication.pages.describe_handwritten,
        generated=pages,
        files=files,
        thesaurus=archive.thesaurus,
    )


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what no page uses of the theme; join the styles; name what hand-written pages may lead to."""
    ours = find_shell_folder(config.theme)
    theirs = [file for file in files if file.src_dir not in (ours, config.docs_dir)]
    sheet = next((file for file in theirs if styles.THEME_STYLESHEET.fullmatch(file.src_uri)), None)
    for file in theirs:
        files.remove(file)
    _join_styles(files, config, sheet.content_string if sheet else "")
    for path in _require_begun(_handover).list_targets():
        if files.get_file_from_path(path) is None:
            files.append(LinkTarget(path, config))
    return files


def _join_styles(files: Files, config: MkDocsConfig, theme: str) -> None:
    sheets = find_stylesheets(config.extra_css, files.get_file_from_path)
    for sheet in sheets:
        files.remove(sheet)
    content = styles.join_with_theme((sheet.content_string for sheet in sheets), theme)
    files.append(File.generated(config, styles.STYLESHEET_NAME, content=content))
    config.extra_css = [styles.STYLESHEET_NAME]


def on_page_read_source(*, page: Page, **_: Any) -> str | None:
    """A generated page has its content already; what stands in docs/ is for people."""
    return "" if page.file.src_uri in _require_begun(_handover).generated else None


def on_page_markdown(markdown: str, *, page: Page, **_: Any) -> str:
    """Fill in what the archive says of itself."""
    handing = _require_begun(_handover)
    ready = handing.generated.get(page.file.src_uri)
    if ready:
        page.meta["title"] = ready.title
        return ""
    try:
        return handing.fill_page(markdown, page.file.src_uri)
    except (ArchiveError, OSError) as error:
        raise BuildError(str(error)) from error


@event_priority(-100)
def on_page_content(html: str, *, page: Page, **_: Any) -> str:
    """The content: of a generated page ready, of a hand-written one with its links settled."""
    handing = _require_begun(_handover)
    ready = handing.generated.get(page.file.src_uri)
    if ready is None:
        below = page.toc.items[0].children if page.toc.items else []
        ready = handing.add_handwritten(
            HandwrittenPage(
                source=page.file.src_uri,
                address=page.url.removeprefix("./"),
                title=str(page.meta.get("title") or page.title or ""),
                description=str(page.meta.get("description") or ""),
                html=html,
                markdown="",
                sections=tuple((item.id, item.title) for item in below),
                **read_page_options(page.meta),
            )
        )
    # of what it did not render itself MkDocs knows no places, to which hand-written pages may lead
    page.present_anchor_ids = set(ready.anchors)
    return ready.html


def on_page_context(context: dict[str, Any], *, page: Page, **_: Any) -> dict[str, Any]:
    """The one value that the shell knows."""
    context["shell"] = _require_begun(_handover).view_page(page.file.src_uri)
    return context


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """What stands beside the pages, then checks and the swap.

    In strict mode MkDocs counts warnings only after this; so we look first.
    """
    if current_handover():
        return
    session, handing = _require_begun(_session), _require_begun(_handover)
    counters = [h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler)]
    try:
        sound = not (config.strict and any(c.get_counts() for c in counters))
        session.write_files(handing.list_markdown())
        files = tuple(handing.list_files())
        session.write_files(files)
        made = {f"{page.address}index.html" for page in handing.generated.values()}
        taken = session.find_taken(made | {file.path for file in files})
        session.complete(sound=sound, strict=config.strict, taken=taken)
    except Faults as faults:
        raise _print_faults(faults) from None
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


def _require_begun(state: _State | None) -> _State:
    if state is None:
        raise BuildError("the renderer skipped the beginning of the build")
    return state
