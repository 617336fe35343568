"""YAML that lies beside a module → its value, read by the quick parser where there is one."""

from __future__ import annotations

from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_table(source: str) -> Any:
    """The value of a table of our own."""
    return yaml.load(source, Loader=_LOADER)  # noqa: S506 - both are the safe loader
