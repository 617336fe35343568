"""A file named on the command line → a capture, for commands that need no archive."""

from __future__ import annotations

import hashlib
from pathlib import Path

from build_tools.model.capture import Capture
from build_tools.model.errors import UsageError


def read_capture(path: str) -> Capture:
    """The file as it is. Raises UsageError where it cannot be read."""
    file = Path(path)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None
    return Capture(file.name, content, hashlib.sha256(content).hexdigest())
