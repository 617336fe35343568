"""A reader's unforeseen end → a capture that is not read, by name, because one file must stop no other."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from build_tools.model.errors import ArchiveError
from build_tools.model.unreadable import UnreadableCapture
from build_tools.text.terminal import word_error

_REMEDY = (
    "That is a mistake of the program: tell its makers this line. "
    "Until it is mended, save the report in another form, as a page or a .txt file, and add that."
)


@contextmanager
def name_reader_mistakes(what: str) -> Iterator[None]:
    """Raise UnreadableCapture in place of what is no ArchiveError; `what` goes on after the file's name.

    Archives hold whatever people save, and libraries that unpack it raise what they like.
    """
    try:
        yield
    except ArchiveError:
        raise
    except Exception as error:  # whatever it is: the file is named, and the others are read
        raise UnreadableCapture("C132", f"{what}: {_describe_error(error)}.", _REMEDY) from error


def _describe_error(error: Exception) -> str:
    words = word_error(error)
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{PurePath(frame.filename).name}, line {frame.lineno}"
    return f"{type(error).__name__} in {where}{f' ({words})' if words else ''}"
