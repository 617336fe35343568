"""Commands → the page that documents them, because help and page would part if a person wrote both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.cli.command import Argument, Command

_HEAD = """---
title: Commands
description: Every command of the generator, with its options and exit codes.
---

# Commands

Installed as `archive`; `python -m build_tools` is always the same. Results go to standard output, everything
else to standard error, with progress bars on a terminal and plain lines otherwise.

Exit codes: 0 done, 1 faults in the settings or the material (all listed), 2 wrong usage; 130 if interrupted.
"""


def write_command_reference(commands: Iterable[Command]) -> str:
    """The page in Markdown, ending with a line feed."""
    return _HEAD + "".join("\n" + "\n".join(_list_lines(command)) + "\n" for command in commands)


def write_usage(command: Command) -> str:
    """`archive clean [--format text|json] FILE`."""
    arguments = command.list_arguments()
    named = [f"[{_write_option(a)}]" for a in arguments if not a.positional]
    placed = [
        ("|".join(_list_choices(a)) or a.name) + ("…" if a.many else "") for a in arguments if a.positional
    ]
    return " ".join(["archive", command.name, *named, *placed])


def _list_choices(argument: Argument) -> tuple[str, ...]:
    return argument.choices if argument.option.listed else ()


def _tell_choices(argument: Argument, command: str) -> str:
    """What may stand for it, or what tells that."""
    if not argument.choices:
        return ""
    listed = ", ".join(f"`{choice}`" for choice in _list_choices(argument))
    return f" (one of {listed or f'those that `archive {command} --help` lists'})"


def _write_option(argument: Argument) -> str:
    return " ".join(filter(None, (argument.name, argument.value)))


def _list_lines(command: Command) -> Iterator[str]:
    yield f"## archive {command.name}"
    yield ""
    yield command.says
    yield ""
    yield "```text"
    yield write_usage(command)
    yield "```"
    arguments = command.list_arguments()
    if arguments:
        yield ""
    for argument in arguments:
        default = f" (default: `{argument.default}`)" if argument.default else ""
        values = _tell_choices(argument, command.name)
        written = argument.name if argument.choices or argument.positional else _write_option(argument)
        yield f"- `{written}`: {argument.option.says}{values}{default}"
