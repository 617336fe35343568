"""Words typed → the command and its arguments, or usage on standard error and exit code 2."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Sequence
from typing import Any

from build_tools import __version__
from build_tools.cli.command import Argument, Command
from build_tools.cli.registry import SUMMARIES, load_command


def parse_command(arguments: Sequence[str]) -> tuple[Command, dict[str, Any]]:
    """The command to run, and its arguments by parameter. Raises SystemExit for help, version and slips."""
    # no option stands before a command's name but --help and --version, which take no value
    named = next((word for word in arguments if not word.startswith("-")), "")
    command = load_command(named) if named in SUMMARIES else None
    values = vars(_make_parser(command).parse_args(arguments))
    if command is None:
        raise AssertionError("a parser without a command ends the program")
    # argparse makes lists of what may be given several times
    return command, {name: tuple(v) if isinstance(v, list) else v for name, v in values.items()}


class _WholeWords(argparse.HelpFormatter):
    """Help whose lines end between words: what is to be typed, as `claims-csv`, is never broken."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return textwrap.wrap(" ".join(text.split()), width, break_on_hyphens=False)


def _make_parser(command: Command | None) -> argparse.ArgumentParser:
    """A parser that knows all commands by name, and the arguments of one."""
    parser = argparse.ArgumentParser(
        prog="archive",
        description="Builds a documentary archive from a folder of records.",
        epilog="Exit codes: 0 done, 1 faults in the settings or the material (all listed), 2 wrong usage.",
        # what abbreviates one option today may mean two when there is another
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"archive {__version__}")
    below = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, summary in SUMMARIES.items():
        chosen = command if command and command.name == name else None
        sub = below.add_parser(
            name,
            help=summary,
            description=chosen.says if chosen else None,
            allow_abbrev=False,
            formatter_class=_WholeWords,
        )
        for argument in chosen.list_arguments() if chosen else ():
            _add_argument(sub, argument)
    return parser


def _add_argument(parser: argparse.ArgumentParser, argument: Argument) -> None:
    option = argument.option
    # where a name stands for the values, argparse does not tell them
    hidden = argument.positional or option.metavar
    choices = f" (one of {', '.join(argument.choices)})" if argument.choices and hidden else ""
    default = f" (default: {argument.default})" if argument.default else ""
    # argparse fills in help texts by `%`
    says = option.says.replace("%", "%%") + choices + default
    if argument.flag:
        parser.add_argument(argument.name, dest=argument.parameter, help=says, action="store_true")
        return
    named: dict[str, Any] = {} if argument.positional else {"dest": argument.parameter}
    if argument.many:
        named["nargs"] = "+"
    parser.add_argument(
        argument.parameter if argument.positional else argument.name,
        **named,
        help=says,
        metavar=argument.name if argument.positional else option.metavar,
        choices=argument.choices or None,
        default=argument.default,
        type=option.parse,
    )
