"""A typed function → a command: what is typed after its name follows from the function's parameters."""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from build_tools.cli.options import Option


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a command."""

    parameter: str
    """The function's parameter that takes it."""
    option: Option
    choices: tuple[str, ...]
    positional: bool
    """Whether it is known by its place and not by a name."""
    flag: bool
    """Whether it takes no value."""
    default: Any
    many: bool = False
    """Whether it may be given several times, one after the other."""

    @property
    def name(self) -> str:
        """`--captures` or `FILE`."""
        if self.positional:
            return self.option.metavar or self.parameter.upper()
        # an underscore at the end keeps a parameter apart from a name that is taken
        return f"--{self.parameter.rstrip('_').replace('_', '-')}"

    @property
    def value(self) -> str:
        """What stands for its value in usage lines: `DIR`, `text|json`, or nothing for a flag."""
        return self.option.metavar or "|".join(self.choices)


@dataclass(frozen=True, slots=True)
class Command:
    """One command of `archive`."""

    name: str
    run: Callable[..., int]
    """Does what its arguments say, prints results on standard output, returns the exit code.

    Parameters before the `*` are known by their place, those after it by their names; each is `Annotated`
    with its Option.
    """
    says: str
    """What a keeper should know before using it: what it reads and writes, when it fails."""

    def list_arguments(self) -> tuple[Argument, ...]:
        """Those with a name first, as usage lines have them."""
        # without `include_extras` the Option would be lost
        hints = get_type_hints(self.run, include_extras=True)
        parameters = inspect.signature(self.run).parameters.values()
        arguments = [_read_argument(parameter, hints[parameter.name]) for parameter in parameters]
        return tuple(sorted(arguments, key=lambda argument: argument.positional))


def _read_argument(parameter: inspect.Parameter, hint: Any) -> Argument:
    if get_origin(hint) is not Annotated:
        raise TypeError(f"the parameter {parameter.name} is not Annotated with an Option")
    kind, option = get_args(hint)
    return Argument(
        parameter=parameter.name,
        option=option,
        choices=option.choices or tuple(_list_literals(kind)),
        positional=parameter.kind is not parameter.KEYWORD_ONLY,
        flag=kind is bool,
        many=get_origin(kind) is tuple,
        default=None if parameter.default is parameter.empty else parameter.default,
    )


def _list_literals(kind: Any) -> Iterator[str]:
    """The words of a `Literal`, also of one that may be left out."""
    if get_origin(kind) in (Union, types.UnionType):
        for part in get_args(kind):
            yield from _list_literals(part)
    elif get_origin(kind) is Literal:
        yield from get_args(kind)
