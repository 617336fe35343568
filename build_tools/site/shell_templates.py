"""The folder of the shell → its templates, compiled as those of pages are, and mistakes in them."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup, escape

from build_tools.model.errors import ArchiveError
from build_tools.site.verify import show_path_from_here
from build_tools.text.templates import DirectEnvironment
from build_tools.text.terminal import word_error

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


class TemplateMistake(ArchiveError):
    """A template of the shell, which may be the archive's own, cannot be read or filled."""


@contextmanager
def tell_template_mistakes(templates: str) -> Iterator[None]:
    """Raise TemplateMistake, with the line, for whatever a template in these folders ends by."""
    try:
        yield
    except Exception as error:
        place = _find_template_line(error, tuple(templates.split(FOLDER_SEPARATOR)))
        if place is None:
            raise
        words = word_error(error)
        reason = f"{type(error).__name__}{f' ({words})' if words else ''}"
        raise TemplateMistake(f"{place}: The template ends by {reason}. Correct it there.") from error


def _find_template_line(error: Exception, folders: tuple[str, ...]) -> str | None:
    """The innermost line of a template that led to it."""
    steps = [(step.filename, step.lineno) for step in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        steps.append((error.filename, error.lineno))
    found = [(file, line) for file, line in steps if file.startswith(folders)]
    return f"{show_path_from_here(found[-1][0])}:{found[-1][1]}:1" if found else None


def _print_value(value: object) -> str:
    return value if isinstance(value, Markup) else _escape_words(str(value))


@lru_cache(maxsize=4096)
def _escape_words(words: str) -> str:
    return str(escape(words))
