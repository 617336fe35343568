"""Words typed → exit code: runs the command, and tells mistakes in words instead of traces."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from build_tools.cli.own_mistakes import is_trace_wanted, tell_own_mistake
from build_tools.cli.parsing import parse_command
from build_tools.garbage import pause_garbage_collection
from build_tools.model.errors import ArchiveError
from build_tools.text.terminal import show_hidden

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
        print(f"archive: {_tell_disk_error(error)}", file=sys.stderr)
        return ArchiveError.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # a mistake of ours: a keeper can do nothing with a trace
        if is_trace_wanted():
            raise
        print(f"archive: {tell_own_mistake(error)}", file=sys.stderr)
        return ArchiveError.exit_code
    return code


_REMEDIES = {
    errno.ENOSPC: "Make room on the disk, and run the same command again.",
    errno.EDQUOT: "Make room within your quota, and run the same command again.",
    errno.EACCES: "Allow it for yourself, and run the same command again.",
    errno.EPERM: "Allow it for yourself, and run the same command again.",
    errno.EROFS: "Work on a disk that can be written.",
}
"""What to do, by what the system says."""


def _tell_disk_error(error: OSError) -> str:
    """What the system says, with the file where it is known, and what to do."""
    words = show_hidden(" ".join(str(error).split()))
    remedy = _REMEDIES.get(error.errno or 0)
    return f"{words}. {remedy}" if remedy else words


def _prepare_streams() -> None:
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started the program
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        if isinstance(stream := getattr(sys, name), TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # terminals that do not know every letter
