"""Faults → text, JSON or workflow commands, because people, programs and forges read the same list."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from build_tools.model.fault import Fault, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def write_faults_as_text(faults: Iterable[Fault]) -> str:
    """`path:line:column: CODE message remedy`, one line each, clickable in editors."""
    return "".join(f"{fault}\n" for fault in faults)


def write_faults_as_json(faults: Iterable[Fault]) -> str:
    """A list of objects: path, line, column, code, severity, message, remedy."""
    return json.dumps([_dump_fault(fault) for fault in faults], ensure_ascii=False, indent=2) + "\n"


def write_workflow_commands(faults: Iterable[Fault]) -> str:
    """Workflow commands of GitHub Actions, which show each fault beside its line."""
    return "".join(f"{_write_command(fault)}\n" for fault in faults)


FAULT_FORMATS: Mapping[str, Callable[[Iterable[Fault]], str]] = MappingProxyType(
    {"text": write_faults_as_text, "json": write_faults_as_json, "github": write_workflow_commands}
)
"""`--format` → writer."""


def _dump_fault(fault: Fault) -> dict[str, str | int]:
    return {
        "path": fault.path,
        "line": fault.line,
        "column": fault.column,
        "code": fault.code,
        "severity": fault.severity.value,
        "message": fault.message,
        "remedy": fault.remedy,
    }


def _write_command(fault: Fault) -> str:
    path, code = _escape_property(fault.path), _escape_property(fault.code)
    where = f"file={path},line={fault.line},col={fault.column},title={code}"
    words = f"{fault.message} {fault.remedy}".rstrip()
    return f"::{_COMMANDS[fault.severity]} {where}::{_escape_data(words)}"


def _escape_data(text: str) -> str:
    # the per cent sign first, or it would escape the escapes
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    # in properties colon and comma part names and values as well
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
