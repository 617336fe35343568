"""What a wheel carries from outside the package → where it lies, in a clone and in an installed generator.

In a clone, `overrides/` and `requirements/` lie beside the package, where MkDocs and people look for them; a
wheel has nothing beside its package, so `setup.py` puts them into it. Whoever needs one of them asks here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from mkdocs.exceptions import BuildError

from build_tools.text.terminal import quote_value

_Sheet = TypeVar("_Sheet")

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

ENGINE = (
    "assets/javascripts/spelling.js",
    *(
        f"assets/javascripts/searching/{name}.js"
        for name in ("words", "parts", "lists", "pages", "candidates", "places", "order", "find", "drawing")
    ),
    "search/index.js",
)
"""What a search is made of, in the order in which it runs; another archive's is known by its own."""
BESIDE, RESULTS = (f"assets/javascripts/searching/{name}.js" for name in ("together", "results"))
"""What the dialog of an archive has besides: the search of others, and what is shown."""


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


def find_stylesheets(extra: Iterable[object], find: Callable[[str], _Sheet | None]) -> list[_Sheet]:
    """The shell's stylesheets, then those of `extra_css`, each once; `find` gives the file of a path.

    Raises BuildError for one of `extra_css` that is no file: left out, nobody would know why pages look so.
    """
    named = tuple(map(str, extra))
    if unknown := next((name for name in named if find(name) is None), None):
        raise BuildError(
            f"`extra_css` of mkdocs.yml names {quote_value(unknown)}, which is no file of docs/ or the shell."
            " Lay it there (nothing is asked of another host), or take the name out."
        )
    return [sheet for name in dict.fromkeys((*STYLESHEETS, *named)) if (sheet := find(name)) is not None]
