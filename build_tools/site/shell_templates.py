"""The folder of the shell → its templates, compiled as those of pages are."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from build_tools.text.templates import DirectEnvironment


@lru_cache(maxsize=4)
def load_shell_environment(templates: str, *, preview: bool = False) -> Environment:
    """The shell's templates, as MkDocs' environment would read them; a preview sees when they are edited."""
    return DirectEnvironment(
        loader=FileSystemLoader(Path(templates)),
        undefined=StrictUndefined,
        auto_reload=preview,
        finalize=_print,
    )


def _print(value: object) -> str:
    return value if isinstance(value, Markup) else _escape(str(value))


@lru_cache(maxsize=4096)
def _escape(words: str) -> str:
    return str(escape(words))
