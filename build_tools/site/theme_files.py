"""What is still taken of the theme, by name; and files that links lead to though MkDocs copies none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_WANTED = frozenset({"assets/images/favicon.png"})
"""Of the theme's files; its stylesheet is read by `styles.py`, and its program is left out."""


def is_wanted(path: str) -> bool:
    """Whether a file of the theme is published."""
    return path in _WANTED


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
