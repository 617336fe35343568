"""What may be replaced one day must be known in one place only."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from tests.built import ROOT

PACKAGE = ROOT / "build_tools"
RENDERER = {"mkdocs", "material", "markdown", "pymdownx"}
OUTSIDE = sorted(p for p in PACKAGE.rglob("*.py") if p.relative_to(PACKAGE).parts[0] != "site")


def imported(path: Path) -> set[str]:
    """First parts of the names of all modules that a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def test_only_site_knows_the_renderer() -> None:
    """Pages are Markdown files; who renders them is known to `site` alone."""
    assert [path.relative_to(PACKAGE).as_posix() for path in OUTSIDE if imported(path) & RENDERER] == []


def test_a_large_library_is_loaded_only_where_it_is_used() -> None:
    """Commands start, and sites without an address are built, without what draws pictures."""
    program = "import sys, build_tools.pipeline; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
