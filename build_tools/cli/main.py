"""Words typed → exit code: runs the command, and tells mistakes in words instead of traces."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from build_tools.cli.own_mistakes import is_trace_wanted, tell_own_mistake
from build_tools.cli.parsing import parse_command
from build_tools.garbage import pause_garbage_collection
from build_tools.model.errors import ArchiveError

INTERRUPTED, PIPE_CLOSED = 130, 141
"""What a shell expects of a program ended by Ctrl-C or by a reader that went away."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; `arguments` stands for those of the program. Raises SystemExit for usage and help."""
    _prepare_streams()
    try:
        # what a command needs is loaded here: a tenth of that time went into looking for circles
        with pause_garbage_collection():
            command, values = parse_command(sys.argv[1:] if arguments is None else arguments)
        code = command.run(**values)
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
    except Exception as error:  # a mistake of ours: a keeper can do nothing with a trace
        if is_trace_wanted():
            raise
        print(f"archive: {tell_own_mistake(error)}", file=sys.stderr)
        return ArchiveError.exit_code
    return code


def _prepare_streams() -> None:
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started the program
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        if isinstance(stream := getattr(sys, name), TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # terminals that do not know every letter
