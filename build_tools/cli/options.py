"""What an argument of a command is besides its type, because help, page and parser must tell the same."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Annotated, Any, Literal

# TCP has sixteen bits for it
_LAST_PORT = 65535

DEFAULT_CONFIG = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Option:
    """Stands in the `Annotated` type of a command's parameter, whose name, type and default say the rest."""

    says: str
    """What it does, one sentence without a full stop."""
    metavar: str | None = None
    """What stands for its value; None for a flag, and where the choices say it."""
    choices: tuple[str, ...] = ()
    """The values that there are, where a registry has them; a `Literal` type names its own."""
    listed: bool = True
    """Whether the page of commands names the choices; not where a registry has them, which grows."""
    parse: Callable[[str], Any] = str
    """Makes the value of the text; raises argparse.ArgumentTypeError, in words for whoever typed it."""


def parse_count(text: str) -> int:
    """A whole number of one or more."""
    # `²` and `٣` are digits to `isdigit`
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number of one or more")
    return int(text)


def check_address(text: str) -> str:
    """`localhost:8000`, `127.0.0.1:8000`, `[::1]:8000`."""
    host, colon, port = text.rpartition(":")
    try:
        known = host == "localhost" or bool(ip_address(host.strip("[]")))
    except ValueError:
        known = False
    # six digits are too many already; Python refuses to read thousands
    if not (known and colon and port.isascii() and port.isdigit() and 1 <= int(port[:6]) <= _LAST_PORT):
        raise argparse.ArgumentTypeError(
            f"“{text}” is not HOST:PORT, such as 127.0.0.1:8000; ports go from 1 to {_LAST_PORT}"
        )
    return text


ConfigPath = Annotated[str, Option("the archive's mkdocs.yml", "FILE")]
CapturesFolder = Annotated[
    str | None, Option("a folder with captures that do not lie beside their records", "DIR")
]
EditionName = Annotated[
    Literal["public", "reading"] | None,
    Option("`public`: own words and short quotations; `reading`: with the captured text, for you alone"),
]
WorkerCount = Annotated[
    int | None,
    Option("how many processes may work at once; the result is the same", "N", parse=parse_count),
]
TargetFolder = Annotated[
    str | None, Option("the folder for the site, instead of the one in mkdocs.yml", "DIR")
]
TextLanguage = Annotated[str | None, Option("the text's language, if its page does not say", "TAG")]
