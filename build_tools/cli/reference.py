"""Commands → the page that documents them, because help and page would part if a person wrote both."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.cli.options import Command, Option

HEAD = """---
title: Commands
description: Every command of the generator, with its options and exit codes.
---

# Commands

Installed as `archive`; `python -m build_tools` is always the same. Results go to standard output, everything
else to standard error, with progress bars on a terminal and plain lines otherwise.

Exit codes: 0 done, 1 faults in the settings or the material (all listed), 2 wrong usage; 130 if interrupted.
"""


def page(commands: tuple[Command, ...]) -> str:
    """The reference in Markdown, ending with a line feed."""
    return HEAD + "".join("\n" + "\n".join(_section(command)) + "\n" for command in commands)


def usage(command: Command) -> str:
    """`archive clean [--format text|json] FILE`."""
    named = [f"[{_written(o)}]" for o in command.options if o.name.startswith("-")]
    placed = ["|".join(_listed(o)) or o.name for o in command.options if not o.name.startswith("-")]
    return " ".join(["archive", command.name, *named, *placed])


def _listed(option: Option) -> tuple[str, ...]:
    return option.choices if option.listed else ()


def _written(option: Option) -> str:
    return " ".join(filter(None, (option.name, option.value)))


def _section(command: Command) -> Iterator[str]:
    yield f"## archive {command.name}"
    yield ""
    yield command.says
    yield ""
    yield "```text"
    yield usage(command)
    yield "```"
    if command.options:
        yield ""
        for option in command.options:
            default = f" (default: `{option.default}`)" if option.default else ""
            named = ", ".join(f"`{choice}`" for choice in _listed(option))
            values = f" (one of {named})" if named else ""
            written = _written(option) if not option.choices else option.name
            yield f"- `{written}`: {option.says}{values}{default}"
