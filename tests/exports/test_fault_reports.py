"""The same faults for people, programs and forges."""

from __future__ import annotations

import json

from build_tools.exports.fault_reports import (
    write_faults_as_json,
    write_faults_as_text,
    write_workflow_commands,
)
from build_tools.model.codes import make_fault_at
from build_tools.model.fault import summarize_faults

FAULTS = (
    make_fault_at("seeds/a,b:c.yml", 3, 7, "V101", "“100%” is not a known topic."),
    make_fault_at("seeds/x.txt", 1, 1, "C103", "No record describes this capture."),
)


def test_text_is_a_line_each() -> None:
    """An editor can follow `path:line:column:`."""
    lines = write_faults_as_text(FAULTS).splitlines()
    assert lines[0].startswith("seeds/a,b:c.yml:3:7: V101 “100%” is not a known topic. Write an id")
    assert len(lines) == 2


def test_json_has_every_field() -> None:
    """A program gets all that a person reads, and the severity."""
    first, second = json.loads(write_faults_as_json(FAULTS))
    assert (first["path"], first["line"], first["column"], first["code"]) == ("seeds/a,b:c.yml", 3, 7, "V101")
    assert (first["severity"], second["severity"]) == ("error", "suggestion")
    assert first["message"]
    assert first["remedy"]


def test_github_commands_are_escaped() -> None:
    """A value with `%`, `,` or `:` cannot end a property or begin another command."""
    first, second = write_workflow_commands(FAULTS).splitlines()
    assert first.startswith("::error file=seeds/a%2Cb%3Ac.yml,line=3,col=7,title=V101::“100%25” is")
    assert second.startswith("::notice file=seeds/x.txt,")


def test_summary_counts_by_severity() -> None:
    """What `check` says last."""
    assert summarize_faults(FAULTS) == "1 error, 1 suggestion"
    assert summarize_faults(()) == "no faults"
