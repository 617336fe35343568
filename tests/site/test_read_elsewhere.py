"""Files that extensions of MkDocs set into hand-written pages: no build knows of them, and each has them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from build_tools.site.configuration import read_layout
from tests.site import tiny
from tests.site.workshop import Workshop


def test_a_change_of_a_snippet_is_seen(tmp_path: Path) -> None:
    """Though neither the page nor the settings changed."""
    (tmp_path / "archive").mkdir()
    tiny.archive(tmp_path / "archive")
    shop, part = Workshop(tmp_path), tmp_path / "part.md"
    snippets = {"pymdownx.snippets": {"base_path": [str(tmp_path)]}}
    shop.change(shop.config, lambda written: written.update(markdown_extensions=["attr_list", snippets]))
    (shop.hand / "about.md").write_text('# About\n\n--8<-- "part.md"\n')
    for words in ("A heron.", "A quill."):
        part.write_text(f"{words}\n")
        assert words.encode() in shop.build().site["about/index.html"]


@pytest.mark.parametrize(
    ("written", "reads"),
    [
        ({}, False),
        ({"plugins": [], "hooks": ["hook.py"], "markdown_extensions": ["toc", {"tables": {}}]}, False),
        ({"plugins": ["search"], "markdown_extensions": {"markdown.extensions.toc": {}}}, False),
        ({"markdown_extensions": ["pymdownx.superfences"]}, False),
        ({"plugins": [{"macros": {}}]}, True),
        ({"hooks": ["hook.py", "more.py"]}, True),
        ({"markdown_extensions": ["pymdownx.snippets"]}, True),
        ({"markdown_extensions": [{"mdx_include": {}}]}, True),
    ],
)
def test_what_may_read_files_is_known_by_its_name(written: dict[str, Any], *, reads: bool) -> None:
    """Whatever is not known to read nothing but its page may."""
    assert read_layout(Path(), written).reads_elsewhere is reads
