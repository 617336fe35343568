"""The commands as a table, because argparse, the reference page and the tests must tell the same."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any

_LAST_PORT = 65535

Run = Callable[[argparse.Namespace], int]
"""A command: does what the arguments say, prints results on standard output, returns the exit code."""


@dataclass(frozen=True, slots=True)
class Option:
    """One argument of a command; a name without dashes is a positional one."""

    name: str
    """`--captures` or `FILE`."""
    says: str
    """What it does, one sentence without a full stop."""
    metavar: str | None = None
    """What stands for its value; None for a flag."""
    choices: tuple[str, ...] = ()
    listed: bool = True
    """Whether the page of commands names the choices; not where a registry has them, which grows."""
    default: Any = None
    kind: Callable[[str], Any] = str
    """Makes the value of the text; raises ValueError or argparse.ArgumentTypeError."""

    @property
    def flag(self) -> bool:
        """Whether it takes no value."""
        return self.name.startswith("-") and self.metavar is None and not self.choices

    @property
    def value(self) -> str:
        """What stands for its value in usage lines: `DIR`, `text|json`, or nothing for a flag."""
        return self.metavar or "|".join(self.choices)


@dataclass(frozen=True, slots=True)
class Command:
    """One command of `archive`."""

    name: str
    summary: str
    """One line for the list of commands."""
    says: str
    """What a keeper should know before using it: what it reads and writes, when it fails."""
    run: Run
    options: tuple[Option, ...] = field(default=())


def number(text: str) -> int:
    """A whole number of one or more."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number of one or more")
    return int(text)


def address(text: str) -> str:
    """`localhost:8000`, `127.0.0.1:8000`, `[::1]:8000`."""
    host, colon, port = text.rpartition(":")
    try:
        known = host == "localhost" or bool(ip_address(host.strip("[]")))
    except ValueError:
        known = False
    if not (known and colon and port.isascii() and port.isdigit() and 1 <= int(port[:6]) <= _LAST_PORT):
        raise argparse.ArgumentTypeError(
            f"“{text}” is not HOST:PORT, such as 127.0.0.1:8000; ports go from 1 to {_LAST_PORT}"
        )
    return text


CONFIG = Option("--config", "the archive's mkdocs.yml", "FILE", default="mkdocs.yml")
CAPTURES = Option("--captures", "a folder with captures that do not lie beside their records", "DIR")
EDITION = Option(
    "--edition",
    "`public`: own words and short quotations; `reading`: with the captured text, for you alone",
    choices=("public", "reading"),
)
WORKERS = Option("--workers", "how many processes may work at once; the result is the same", "N", kind=number)


def parser(commands: tuple[Command, ...], version: str) -> argparse.ArgumentParser:
    """The parser for all commands; the chosen one is in `command`."""
    top = argparse.ArgumentParser(
        prog="archive",
        description="Builds a documentary archive from a folder of records.",
        epilog="Exit codes: 0 done, 1 faults in the settings or the material (all listed), 2 wrong usage.",
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"archive {version}")
    below = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in commands:
        sub = below.add_parser(
            command.name, help=command.summary, description=command.says, allow_abbrev=False
        )
        for option in command.options:
            _add(sub, option)
        sub.set_defaults(command=command)
    return top


def _add(sub: argparse.ArgumentParser, option: Option) -> None:
    says = option.says.replace("%", "%%") + (f" (default: {option.default})" if option.default else "")
    if option.flag:
        sub.add_argument(option.name, help=says, action="store_true")
    elif option.name.startswith("-"):
        sub.add_argument(
            option.name,
            help=says,
            metavar=option.metavar,
            choices=option.choices or None,
            default=option.default,
            type=option.kind,
        )
    else:
        sub.add_argument(
            option.name.lower(),
            help=says,
            metavar=option.name,
            choices=option.choices or None,
            type=option.kind,
        )
