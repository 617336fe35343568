"""The folder of the shell → its templates, compiled as those of pages are."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from build_tools.text.templates import DirectEnvironment

FOLDER_SEPARATOR = "\0"
"""Between folders of templates: what no path can have."""


# of a site that is served and edited only the newest state is asked for
@lru_cache(maxsize=4)
def load_shell_environment(templates: str, state: str) -> Environment:  # noqa: ARG001 - a part of the key
    """The shell's templates, as MkDocs' environment would read them.

    `templates` may name several folders: the first that has a template gives it. `state` is theirs: where
    they are served and edited, the templates are read again.
    """
    return DirectEnvironment(
        loader=FileSystemLoader(templates.split(FOLDER_SEPARATOR)),
        undefined=StrictUndefined,
        auto_reload=False,
        finalize=_print_value,
    )


def _print_value(value: object) -> str:
    return value if isinstance(value, Markup) else _escape_words(str(value))


@lru_cache(maxsize=4096)
def _escape_words(words: str) -> str:
    return str(escape(words))
