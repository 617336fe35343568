"""Names of commands → the commands, each in the module of its name, which is loaded when it is needed."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from build_tools.cli.command import Command

SUMMARIES: Mapping[str, str] = MappingProxyType(
    {
        "build": "seeds → docs → site",
        "pages": "seeds → docs only",
        "serve": "the site in a browser, rebuilt as you write",
        "check": "all faults of the seeds, without building",
        "clean": "the ledger of one capture",
        "ledgers": "the committed ledgers, written anew",
        "reuse": "the wording that sources share",
        "overview": "sentences of the overviews to be read again",
        "explain": "how a claim, a finding or a removed line came to be",
        "add": "a new record out of a capture",
        "fetch": "a page of the web, kept as WARC",
        "new": "an empty archive on another subject",
        "export": "the archive for other programs",
        "package": "the built site as one file to carry",
        "countersign": "that somebody has checked records, bound to what they say now",
        "rename": "another id, wherever it is named; its old address leads on",
        "recapture": "a page captured again: the record goes with it",
        "withdraw": "a source taken out; its addresses tell what became of it",
        "custody": "what was done with a record's captures",
        "timestamp": "a custody log's head, signed by an authority with its hour",
        "addresses": "addresses that are published and must keep working",
        "verify": "whether captures and site are what they should be",
        "schema": "what an editor needs to know the fields",
        "docs": "worked examples in pages, and the generator’s own reference, written anew",
    }
)
"""Name → one line for the list of commands; in the order of the help and of the page of commands.

To add one: a line here, and a module of its name whose constant of that name, in capitals, is the command.
"""


def load_command(name: str) -> Command:
    """The command. Its module is not loaded for others: what `build` needs takes half a second to load."""
    command: Command = getattr(import_module(f"build_tools.cli.{name}"), name.upper())
    return command


def load_commands() -> tuple[Command, ...]:
    """All of them, in order."""
    return tuple(map(load_command, SUMMARIES))
