"""Regular expressions of the program → texts made of their own pieces: which look at the same letters again.

`python -m benchmarks.pumped_expressions` compiles all that there are, as the program does, and searches texts
that repeat what each begins with. An expression that is only ever matched at one place may be named as well:
whoever reads the list knows.
"""

from __future__ import annotations

import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import build_tools

SIZES = (1_000, 4_000, 16_000)
"""Characters."""
LONGEST_PIECE = 60
"""Characters of a unit, and the least of what counts as a repetition without end."""
MOST_BRANCHES = 8
"""Ways through an expression that are tried."""
MOST_NEED = 0.05
"""Seconds for the middle size from which the largest need not be tried."""
LEAST_NEED = 0.005
"""Seconds below which a time tells nothing."""
STEEP = 7
"""Times as long for four times as much: squares take sixteen."""
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_CANDIDATES = "a1 A.<>\"'-/:=x,;&([{\n_жЖ“\t*#|%"


def gather_expressions() -> dict[tuple[Any, int], str]:
    """Every expression that importing the program and reading one text compiles, and the module it is in."""
    found: dict[tuple[Any, int], str] = {}
    compile_known = re._compile  # type: ignore[attr-defined]  # noqa: SLF001 - all ways in go through it

    def note(pattern: Any, flags: int) -> Any:
        frame = sys._getframe(2)  # noqa: SLF001 - whose expression it is
        if "build_tools" in frame.f_code.co_filename and isinstance(pattern, str | bytes):
            where = frame.f_code.co_filename.rpartition("build_tools/")[2]
            found.setdefault((pattern, int(flags)), f"{where}:{frame.f_lineno}")
        return compile_known(pattern, flags)

    re._compile = note  # type: ignore[attr-defined]  # noqa: SLF001
    try:
        for module in pkgutil.walk_packages(build_tools.__path__, "build_tools."):
            if not module.name.endswith("__main__"):
                with suppress(ImportError):
                    import_module(module.name)
        for step in import_module("benchmarks.pumped_steps").STEPS.values():
            step("On 5 May 2031, “about 12 men” came, said Ada Quill of Ostry. двадцать человек")
    finally:
        re._compile = compile_known  # type: ignore[attr-defined]  # noqa: SLF001
    return found


def _sample_set(members: Sequence[Any]) -> str:
    negated = bool(members) and members[0][0] is sre.NEGATE
    if not negated:
        kind, value = members[0]
        if kind is sre.LITERAL:
            return chr(value)
        if kind is sre.RANGE:
            return chr(value[0])
    return next((c for c in _CANDIDATES if _is_member(c, members)), "a")


def _is_member(char: str, members: Sequence[Any]) -> bool:
    inside = False
    for kind, value in members:
        if kind is sre.LITERAL:
            inside |= ord(char) == value
        elif kind is sre.RANGE:
            inside |= value[0] <= ord(char) <= value[1]
        elif kind is sre.CATEGORY:
            inside |= _is_of_category(char, str(value))
    return inside != (bool(members) and members[0][0] is sre.NEGATE)


def _is_of_category(char: str, name: str) -> bool:
    told = (
        char.isdigit()
        if "DIGIT" in name
        else char.isspace()
        if "SPACE" in name
        else char.isalnum() or char == "_"
    )
    return told != ("NOT" in name)


def write_sample(items: Any) -> str:
    """A text that some items of a parsed expression match, as short as may be, each repetition once."""
    return "".join(_SAMPLES[kind](value) for kind, value in items if kind in _SAMPLES)


_SAMPLES: Mapping[Any, Callable[[Any], str]] = {
    sre.LITERAL: chr,
    sre.NOT_LITERAL: lambda value: "a" if value != ord("a") else "b",
    sre.ANY: lambda _: "x",
    sre.IN: _sample_set,
    sre.BRANCH: lambda value: write_sample(value[1][0]),
    sre.SUBPATTERN: lambda value: write_sample(value[-1]),
    sre.ATOMIC_GROUP: write_sample,
    **dict.fromkeys(_REPEATS, lambda value: write_sample(value[2]) * max(1, value[0])),
}
"""What a kind of item is matched by; what is not here is matched by nothing, as a look ahead is."""


def list_branches(items: Any) -> Iterator[list[Any]]:
    """Sequences of items, with the first branch that they come to taken each way."""
    flat = list(items)
    for at, (kind, value) in enumerate(flat):
        inner = value[-1] if kind is sre.SUBPATTERN else None
        if kind is sre.BRANCH:
            for branch in value[1][:MOST_BRANCHES]:
                yield from list_branches([*flat[:at], *branch, *flat[at + 1 :]])
            return
        if inner is not None:
            yield from list_branches([*flat[:at], *inner, *flat[at + 1 :]])
            return
    yield flat


def list_texts(pattern: str | bytes, flags: int) -> Iterator[tuple[str, str]]:
    """What stands once, and the unit after it: beginnings of the expression, and what it repeats."""
    for number, items in enumerate(list_branches(_parser.parse(pattern, flags))):
        if number >= MOST_BRANCHES:
            return
        for at, (kind, value) in enumerate(items):
            before = write_sample(items[:at])
            unit = write_sample(items[: at + 1])
            if unit:
                yield "", unit[:LONGEST_PIECE]
            if kind in _REPEATS and value[1] > LONGEST_PIECE:
                piece = write_sample(value[2])
                yield "", piece
                yield before, piece
                yield "", before + piece * 20


def measure_search(compiled: re.Pattern[Any], before: str, unit: str) -> list[float]:
    """Seconds of going through a text of each size, as far as it need be tried."""
    taken: list[float] = []
    for size in SIZES:
        if taken and (taken[-1] > MOST_NEED or (len(taken) > 1 and taken[-1] < LEAST_NEED / 10)):
            break
        text = f"{before}{unit * max(1, size // len(unit))}\0"
        given = text if isinstance(compiled.pattern, str) else text.encode("latin-1", "replace")
        began = time.process_time()
        for _ in compiled.finditer(given):
            pass
        taken.append(time.process_time() - began)
    return taken


def find_worst(pattern: str | bytes, flags: int) -> tuple[float, str]:
    """The longest time that grows steeply, and the text that it was taken with; 0 for none."""
    compiled = re.compile(pattern, flags)
    worst = (0.0, "")
    for before, unit in dict.fromkeys(list_texts(pattern, flags)):
        taken = measure_search(compiled, before, unit) if unit else [0.0]
        steep = len(taken) == len(SIZES) and taken[-1] > STEEP * taken[-2]
        if (steep or taken[-1] > MOST_NEED) and taken[-1] > max(worst[0], LEAST_NEED):
            worst = (taken[-1], f"{before!r} + {unit!r} × n: {', '.join(f'{s:.4f} s' for s in taken)}")
    return worst


def main() -> int:
    """Print each expression with the worst of its texts; 1 where there is one."""
    found = 0
    for (pattern, flags), where in gather_expressions().items():
        seconds, words = find_worst(pattern, flags)
        if seconds:
            found += 1
            print(f"{where}: {str(pattern)[:110]}\n    {words[:200]}", flush=True)
    print(f"{found} found", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
