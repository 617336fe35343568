"""The name of a library → the library, or one line that names the extra to install: few need them all."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from build_tools.model.unreadable import UnreadableCapture


def load_extra(module: str, extra: str, form: str) -> Any:
    """The module. Raises UnreadableCapture where it is absent; `form` is what it reads, with article."""
    try:
        return import_module(module)
    except ImportError:
        reason = f"is {form}, and what reads it is not installed."
        remedy = f"In the checkout: pip install '.[{extra}]'."
        raise UnreadableCapture("C119", reason, remedy) from None
