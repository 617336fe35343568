"""mkdocs.yml → the plan, without starting MkDocs, because most commands need only its `extra.archive`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from build_tools.model.codes import make_fault_at
from build_tools.model.errors import UsageError
from build_tools.model.fault import Fault, Faults
from build_tools.site.config_file import find_nearest_place
from build_tools.site.plan import Plan, ShellLayout, make_plan
from build_tools.site.settings_reader import read_whole_settings
from build_tools.site.shell_folder import choose_shell_folder, list_scripts
from build_tools.site.verify import path_from_here
from build_tools.text.terminal import quote_value, show_hidden

_MOST_VALUES = 100_000
"""Values of all settings: a few lines of anchors in anchors make billions, and MkDocs goes through all."""


_READ_NOTHING = frozenset(
    (
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes"),
        *("legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables"),
        *("toc", "wikilinks"),
    )
)
"""Markdown's own extensions, which see nothing but their page."""
_READING = frozenset({"pymdownx.b64", "pymdownx.snippets"})
"""Those of pymdown-extensions that set other files into a page."""


def read_plan(
    file: Path, *, edition: str | None = None, captures: str | None = None, site: str | None = None
) -> Plan:
    """The plan of an archive; the options given here go before what the file says.

    `site` and `captures` start from the working folder. Raises Faults for settings that cannot be read or are
    wrong.
    """
    written = _read_yaml(file)
    named, settings = read_whole_settings(written, file, {"edition": edition, "captures": captures})
    root = file.resolve().parent
    docs = _name_folder(root, "docs_dir", str(written.get("docs_dir") or "docs"))
    target = _name_folder(root, "site_dir", str(written.get("site_dir") or "site"))
    target = _name_folder(Path.cwd(), "--site", site).resolve() if site else target
    plan = make_plan(root, docs, target, settings, named)
    return replace(plan, layout=read_layout(root, written), strict=bool(written.get("strict")))


def read_layout(root: Path, written: Mapping[str, Any]) -> ShellLayout:
    """What the settings say of the shell, as MkDocs would read it."""
    theme = written.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    return ShellLayout(
        templates=choose_shell_folder(root, custom),
        nav=written.get("nav"),
        dev_addr=str(written.get("dev_addr") or ""),
        scripts=list_scripts(written.get("extra_javascript") or ()),
        reads_elsewhere=_reads_elsewhere(written),
    )


def _reads_elsewhere(written: Mapping[str, Any]) -> bool:
    """Whether MkDocs is given what may read further files: plugins, hooks besides ours, extensions."""
    plugins, hooks, extensions = (
        _list_names(written.get(key)) for key in ("plugins", "hooks", "markdown_extensions")
    )
    return bool(plugins - {"search"}) or len(hooks) > 1 or any(map(_may_read, extensions))


def _list_names(entries: object) -> set[str]:
    """Of plugins and the like, which stand by themselves or before their options."""
    listed = entries if isinstance(entries, list | dict) else ()
    return {str(next(iter(entry), "") if isinstance(entry, dict) else entry) for entry in listed}


def _may_read(extension: str) -> bool:
    short = extension.removeprefix("markdown.extensions.")
    if extension.startswith("pymdownx."):
        return extension in _READING
    return short not in _READ_NOTHING


def _name_folder(root: Path, setting: str, name: str) -> Path:
    """The folder of a setting. Raises UsageError for what can be none: a null character, the disk itself."""
    folder = root / name
    if "\0" in name or not folder.name:
        raise UsageError(f"`{setting}` is {quote_value(name)}, which cannot be its folder; give another.")
    return folder


def _count_values(value: object, counted: dict[int, int]) -> int:
    """How many values it unfolds to, with all that its anchors repeat; without end counts as too many."""
    parts = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    if not parts:
        return 1
    if id(value) not in counted:
        counted[id(value)] = _MOST_VALUES + 1
        counted[id(value)] = 1 + sum(_count_values(part, counted) for part in parts)
    return counted[id(value)]


def _read_yaml(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as opened:
            written = yaml_load(opened)
        if _count_values(written, {}) > _MOST_VALUES:
            reason = f"its anchors unfold to more than {_MOST_VALUES} values"
            raise Faults([_explain_unreadable(file, reason)])
    except RecursionError:
        raise Faults([_explain_unreadable(file, "it is nested too deep, or inherits itself")]) from None
    except (ConfigurationError, TypeError, ValueError) as error:  # ValueError: a date that there is not
        raise Faults([_explain_unreadable(file, error)]) from None
    if not isinstance(written, dict):
        raise Faults([_explain_unreadable(file, "it is not a mapping of settings")])
    if not written:
        raise Faults([_explain_unreadable(file, "it says nothing")])
    return written


def _explain_unreadable(file: Path, reason: Exception | str) -> Fault:
    """With the place that the parser names; a file that is to be inherited and is not there has its own."""
    cause = reason.__context__ if isinstance(reason, Exception) else None
    mark = getattr(cause, "problem_mark", None) or getattr(cause, "context_mark", None)
    if mark:
        words = " ".join(str(part) for part in (getattr(cause, "problem", ""),) if part)
        return _make_fault(mark.name, mark.line + 1, mark.column + 1, words)
    inherits = find_nearest_place(file, ("INHERIT",))
    return _make_fault(inherits.path, *inherits.value, str(reason))


def _make_fault(path: str, line: int, column: int, words: str) -> Fault:
    message = f"The settings cannot be read: {show_hidden(' '.join(words.split())).rstrip('.')}."
    return make_fault_at(path_from_here(path), line, column, "K108", message)
