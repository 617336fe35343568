"""The theme without what no page needs; and files that links lead to though MkDocs copies none."""

from __future__ import annotations

import os
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader
from mkdocs.structure.files import File

from build_tools.site.linked_folders import find_linked_folders
from build_tools.site.shell_folder import choose_shell_folder

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.theme import Theme


class VisibleFilesLoader(FileSystemLoader):
    """Lists no folder whose name begins with a dot: 14,000 icons that MkDocs would only leave out."""

    def list_templates(self) -> list[str]:
        """Paths with `/`, in order."""
        return sorted({path for folder in self.searchpath for path in _walk_visible(str(folder))})


def _walk_visible(top: str) -> list[str]:
    found: list[str] = []
    linked = map(os.walk, find_linked_folders(Path(top)))
    for place, folders, names in chain.from_iterable(linked):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [(Path(place) / name).relative_to(top).as_posix() for name in names]
    return found


def limit_theme(theme: Theme) -> None:
    """Leave the theme without icons, an eighth of the time of a small build, and without pages of its own.

    Sitemap and page for lost addresses are the build's.
    """
    theme.static_templates = set()
    make_environment = theme.get_env

    def get_env() -> Environment:
        environment = make_environment()
        environment.loader = VisibleFilesLoader(theme.dirs)
        return environment

    # of this one theme: ProperDocs has a class of its own, and both make theirs anew for each build
    vars(theme)["get_env"] = get_env


def find_shell_folder(theme: Theme) -> str:
    """The folder of the shell: `custom_dir`, or the generator's own, which MkDocs is told of."""
    folder = choose_shell_folder(Path(), theme.custom_dir)
    if folder not in theme.dirs:
        theme.dirs.insert(0, folder)
    return folder


class LinkTarget(File):
    """A file of the site that the build writes: hand-written pages may lead to it, MkDocs leaves it alone."""

    def __init__(self, path: str, config: MkDocsConfig) -> None:
        page = f"{path.removesuffix('index.md')}index.html" if path.endswith("index.md") else path
        super().__init__(path, config.docs_dir, config.site_dir, config.use_directory_urls, dest_uri=page)

    def is_documentation_page(self) -> bool:
        """Not one that MkDocs is to render."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """It is written by the build."""
