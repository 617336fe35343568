"""The typed layer: a function's parameters are the arguments of its command, and nothing is said twice."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest

from build_tools.cli.command import Command
from build_tools.cli.options import Option, parse_count
from build_tools.cli.parsing import parse_command
from build_tools.cli.registry import load_commands


def _run_sample(
    file: Annotated[str, Option("a file", "FILE")],
    *,
    format_: Annotated[Literal["text", "json"], Option("how")] = "text",
    edition: Annotated[Literal["public", "reading"] | None, Option("which")] = None,
    without_text: Annotated[bool, Option("whether")] = False,
    workers: Annotated[int | None, Option("how many", "N", parse=parse_count)] = None,
) -> int:
    return len((file, format_, edition, without_text, workers))


def test_arguments_follow_from_the_parameters() -> None:
    """Name, place, choices, default and whether there is a value at all: those of the parameter."""
    arguments = Command("sample", _run_sample, "").list_arguments()
    assert [(a.name, a.value, a.choices, a.positional, a.flag, a.default) for a in arguments] == [
        ("--format", "text|json", ("text", "json"), False, False, "text"),
        ("--edition", "public|reading", ("public", "reading"), False, False, None),
        ("--without-text", "", (), False, True, False),
        ("--workers", "N", (), False, False, None),
        ("FILE", "FILE", (), True, False, None),
    ]


def test_a_parameter_without_words_is_refused() -> None:
    """An argument that no help explains is a slip of the programmer, told when the command is read."""

    def run_bare(file: str) -> int:
        return len(file)

    with pytest.raises(TypeError, match="file"):
        Command("bare", run_bare, "").list_arguments()


@pytest.mark.parametrize("command", load_commands(), ids=lambda c: c.name)
def test_values_have_the_types_of_their_parameters(command: Command) -> None:
    """What the parser hands over fits the function: every parameter by name, numbers as numbers."""
    typed = [command.name]
    for argument in command.list_arguments():
        value = argument.choices[0] if argument.choices else "2"
        value = "127.0.0.1:8000" if argument.parameter == "address" else value
        typed += [] if argument.positional else [argument.name]
        typed += [] if argument.flag else [value]
    found, values = parse_command(typed)
    assert found == command
    assert values.keys() == {argument.parameter for argument in command.list_arguments()}
    for argument in command.list_arguments():
        kinds = command.run.__annotations__[argument.parameter]
        wanted = bool if argument.flag else int if "WorkerCount" in kinds else str
        value = values[argument.parameter]
        assert type(value[0] if argument.many else value) is wanted
