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
from build_tools.cli.settings import Wrong
from build_tools.cli.telling import CLEAN, EXPLAIN, EXPORT, LEDGERS
from build_tools.executing import ClusterMissing
from build_tools.exports.faults import summary
from build_tools.model.fault import Faults
from build_tools.relate.explain import UnknownId
from build_tools.site.placeholders import Unknown
from build_tools.site.plan import NotAllowed
from build_tools.site.swap import NotOurs
from build_tools.site.write import Refused

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

DONE, FAULTS, USAGE = 0, 1, 2
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
    except Faults as found:
        print(f"{found}\n{summary(found.faults)}", file=sys.stderr)
        return FAULTS
    except (Wrong, NotAllowed, NotOurs, UnknownId, ClusterMissing) as mistake:
        return _told(mistake, USAGE)
    except BrokenPipeError:
        # the interpreter would complain once more when it closes standard output
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except (Refused, Unknown, OSError) as mistake:
        return _told(mistake, FAULTS)
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _told(mistake: Exception, code: int) -> int:
    print(f"archive: {mistake}", file=sys.stderr)
    return code
