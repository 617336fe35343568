"""Words typed → exit code: finds the command, and tells mistakes in words instead of traces."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from build_tools import __version__
from build_tools.cli.beginning import ADD, NEW
from build_tools.cli.building import BUILD, PAGES, SERVE
from build_tools.cli.checking import CHECK, VERIFY
from build_tools.cli.comparing import REUSE
from build_tools.cli.options import Command, parser
from build_tools.cli.packing import PACKAGE
from build_tools.cli.telling import CLEAN, EXPLAIN, EXPORT, LEDGERS
from build_tools.model.errors import ArchiveError

COMMANDS: tuple[Command, ...] = (
    BUILD,
    PAGES,
    SERVE,
    CHECK,
    CLEAN,
    LEDGERS,
    REUSE,
    EXPLAIN,
    ADD,
    NEW,
    EXPORT,
    PACKAGE,
    VERIFY,
)
"""In the order of the help and of the reference page."""

INTERRUPTED, PIPE_CLOSED = 130, 141
"""What a shell expects of a program ended by Ctrl-C or by a reader that went away."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; `arguments` stands for those of the program. Raises SystemExit for `--help` only."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # terminals that do not know every letter
    args = parser(COMMANDS, __version__).parse_args(arguments)
    try:
        code: int = args.command.run(args)
        sys.stdout.flush()
    except ArchiveError as error:
        print(error.write_report(), file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # the interpreter would complain once more when it closes standard output
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except OSError as error:
        print(f"archive: {error}", file=sys.stderr)
        return ArchiveError.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    return code
