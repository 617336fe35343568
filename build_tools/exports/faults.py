"""Faults → text, JSON or workflow commands, because people, programs and forges read the same list."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from build_tools.model.fault import Fault, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def as_text(faults: Iterable[Fault]) -> str:
    """`path:line:column: CODE message remedy`, one line each, clickable in editors."""
    return "".join(f"{fault}\n" for fault in faults)


def as_json(faults: Iterable[Fault]) -> str:
    """A list of objects: path, line, column, code, severity, message, remedy."""
    return json.dumps([_object(fault) for fault in faults], ensure_ascii=False, indent=2) + "\n"


def as_github(faults: Iterable[Fault]) -> str:
    """Workflow commands of GitHub Actions, which show each fault beside its line."""
    return "".join(f"{_command(fault)}\n" for fault in faults)


FORMATS: Mapping[str, Callable[[Iterable[Fault]], str]] = MappingProxyType(
    {"text": as_text, "json": as_json, "github": as_github}
)
"""`--format` → writer."""


def _object(fault: Fault) -> dict[str, str | int]:
    return {
        "path": fault.path,
        "line": fault.line,
        "column": fault.column,
        "code": fault.code,
        "severity": fault.severity.value,
        "message": fault.message,
        "remedy": fault.remedy,
    }


def _command(fault: Fault) -> str:
    path, code = _property(fault.path), _property(fault.code)
    where = f"file={path},line={fault.line},col={fault.column},title={code}"
    words = f"{fault.message} {fault.remedy}".rstrip()
    return f"::{_COMMANDS[fault.severity]} {where}::{_escaped(words)}"


def _escaped(text: str) -> str:
    # the per cent sign first, or it would escape the escapes
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    # in properties colon and comma part names and values as well
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
