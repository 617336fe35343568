"""The folder guide/ → what the hook of archives renders without an archive: words, the shell, search, checks.

It stands before `build_tools/site/hook.py` in mkdocs.yml, and hands that a site with nothing in it but pages
written by hand, and what these ask for. A link that leads nowhere, or a page that would ask another host,
ends the build.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import BuildError
from mkdocs.utils import CountHandler

from build_tools.model.archive import Edition
from build_tools.model.rendered import Metadata
from build_tools.model.site import Site
from build_tools.read.field_tables import write_field_tables
from build_tools.site import swap
from build_tools.site.handover import Handover, current_handover, hand_over
from build_tools.site.links import check_site_links
from build_tools.site.menu import merge_menu
from build_tools.site.placeholders import FragmentWriter
from build_tools.site.program_digest import digest_folder
from build_tools.site.settings_reader import read_settings
from build_tools.site.shell import ShellFacts
from build_tools.site.shell_folder import SHELL_NAME, find_carried_path, list_scripts
from build_tools.site.shell_templates import FOLDER_SEPARATOR

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

OWN_SHELL = Path(__file__).resolve().with_name("shell")
"""Templates that take the place of the archives': its foot, its search, its page for lost addresses."""
FRAGMENTS: Mapping[str, FragmentWriter] = {"fields": lambda _page: write_field_tables()}
"""What a page may ask for (`<!-- archive: fields -->`): Markdown, published as it is and rendered."""
_build = ExitStack()
_serving = False


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs names the arguments
    """Remember whether the pages are built or served: what is served has a folder of its own each time."""
    global _serving  # noqa: PLW0603 - MkDocs keeps no place for a hook's state
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Hand over a site without an archive; it is built beside the last one."""
    on_shutdown()
    if not _serving:
        config.site_dir = str(swap.name_staging_folder(Path(config.site_dir)))
    shell = str(find_carried_path(SHELL_NAME))
    config.theme.dirs[:0] = [str(OWN_SHELL), shell]
    _build.enter_context(
        hand_over(Handover(_make_facts(config, shell), FRAGMENTS, FRAGMENTS, _describe_page))
    )
    return config


def _make_facts(config: MkDocsConfig, shell: str) -> ShellFacts:
    settings = read_settings(config.extra, Path(str(config.config_file_path)))
    return ShellFacts(
        templates=FOLDER_SEPARATOR.join((str(OWN_SHELL), shell)),
        state=digest_folder(shell) + digest_folder(str(OWN_SHELL)),
        identity=Site(
            name=config.site_name,
            url=config.site_url or "",
            description=config.site_description or "",
            licence=settings.licence or "",
            repository=settings.repo_url or "",
        ),
        edition=Edition.PUBLIC,
        invented=False,
        menu=merge_menu(config.nav, (), {}),
        kinds={},
        scripts=list_scripts(()),
    )


def _describe_page(_address: str, _title: str) -> Metadata:
    return Metadata()


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is made from all pages together, and look at the site as a browser would."""
    handover = current_handover()
    if handover is None:
        raise BuildError("the renderer skipped the beginning of the build")
    site = Path(config.site_dir)
    for file in (*handover.list_markdown(), *handover.list_files()):
        path = site / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    if faults := check_site_links(site):
        raise BuildError("\n".join(map(str, faults)))
    # MkDocs counts warnings only after this
    counters = [h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler)]
    if not _serving and not (config.strict and any(counter.get_counts() for counter in counters)):
        finished = site.with_name(site.name.removeprefix(".").removesuffix("-next"))
        swap.swap_folders(finished)
        config.site_dir = str(finished)


def on_build_error(**_: Any) -> None:
    """Forget what was handed over."""
    on_shutdown()


def on_shutdown() -> None:
    """Forget it when all is done."""
    _build.close()
