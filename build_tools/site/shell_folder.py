"""What a wheel carries from outside the package → where it lies, in a clone and in an installed generator.

In a clone, `overrides/` and `requirements/` lie beside the package, where MkDocs and people look for them; a
wheel has nothing beside its package, so `setup.py` puts them into it. Whoever needs one of them asks here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
SHELL_NAME = "overrides"
"""The shell of all pages: templates, stylesheets with their fonts, scripts."""

# Joined into one by the hook, in this order, behind what the pages need of the theme's.
STYLESHEETS = tuple(
    f"assets/stylesheets/{name}.css"
    for name in (
        "faces",
        "tokens",
        "page",
        "archive",
        "ways",
        "evidence",
        "home",
        "plots",
        "wording",
        "cite",
        "access",
    )
)
"""The shell's own stylesheets; `extra_css` of mkdocs.yml comes after them."""
SCRIPTS = tuple(f"assets/javascripts/{name}.js" for name in ("previews", "reader"))
"""Scripts of every page; `extra_javascript` of mkdocs.yml comes after them."""


def find_carried_path(name: str) -> Path:
    """A file or folder of the checkout that a wheel carries as well, by its path in the checkout."""
    within = PACKAGE / name
    return within if within.exists() else PACKAGE.parent / name


def choose_shell_folder(root: Path, custom: object) -> str:
    """The folder of the shell, absolute: `custom_dir` of a mkdocs.yml in `root`, else the generator's own."""
    return str((root / str(custom)).resolve()) if custom else str(find_carried_path(SHELL_NAME))


def list_scripts(extra: Iterable[object]) -> tuple[str, ...]:
    """Scripts of every page: the shell's, then those of `extra_javascript`, each once."""
    named = (str(script["path"] if isinstance(script, Mapping) else script) for script in extra)
    return tuple(dict.fromkeys((*SCRIPTS, *named)))


def list_stylesheets(extra: Iterable[object]) -> tuple[str, ...]:
    """The shell's stylesheets, then those of `extra_css`, each once."""
    return tuple(dict.fromkeys((*STYLESHEETS, *map(str, extra))))
