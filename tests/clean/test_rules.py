"""Golden cases of the rules: captures written for the purpose, and what cleaning says of every line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from build_tools.clean import RULES
from build_tools.clean.rule_table import BLANK
from build_tools.model.clean import Verdict
from tests.clean import cleaned

FIXTURES = Path(__file__).parent / "fixtures"
NAMES = sorted(path.stem for path in FIXTURES.glob("*.md"))
MARK = "\n.\n"
_SIGN = {Verdict.JOINED: "+"}


@dataclass(frozen=True)
class Case:
    """A capture and what is expected of it."""

    title: str
    source: str
    expected: str

    def told(self, file: str) -> str:
        """What cleaning says of each line with text: `+` if it is joined, kind, rule, beginning."""
        lines = (line for line in cleaned(self.source, file).lines if line.text)
        return "".join(
            f"{_SIGN.get(line.verdict, ' ')} {line.kind:16}{line.rule:16}{line.text[:50].rstrip()}\n"
            for line in lines
        )


def read(name: str) -> tuple[str, list[Case]]:
    """The words at the head of a file, and its cases: title, `.`, capture, `.`, expected, `.`."""
    head, _, rest = (FIXTURES / f"{name}.md").read_text("utf-8").partition("\n\n")
    cases: list[Case] = []
    while rest.strip():
        title, source, rest = rest.lstrip("\n").split(MARK, 2)
        expected, _, rest = f"\n{rest}".partition(MARK)
        cases.append(Case(title, source, expected.removeprefix("\n")))
    return head, cases


def written(head: str, cases: Iterator[Case]) -> str:
    """The file of these cases."""
    told = (f"{case.title}{MARK}{case.source}{MARK}{case.expected.rstrip(chr(10))}{MARK}" for case in cases)
    return f"{head}\n\n" + "\n".join(told)


@pytest.mark.parametrize("name", NAMES)
def test_every_line_gets_its_kind_by_its_rule(name: str, golden: Callable[[Path, str], None]) -> None:
    """A rule that changes what another decides is seen here, line by line."""
    head, cases = read(name)
    file = "a.html" if name.startswith("html") else "a.txt"
    now = (Case(case.title, case.source, case.told(file)) for case in cases)
    golden(FIXTURES / f"{name}.md", written(head, now))


def test_every_rule_decides_something_in_the_cases() -> None:
    """To add a rule: one file, one line in the table, one case here."""
    decided = {
        line.rule
        for name in NAMES
        for case in read(name)[1]
        for line in cleaned(case.source, "a.html" if name.startswith("html") else "a.txt").lines
    }
    assert decided == {BLANK, *(rule.name for rule in RULES)}


def test_rules_have_their_own_file_and_say_what_they_do() -> None:
    """The Method page and `archive explain` show `says`; the table's names are the files' names."""
    for rule in RULES:
        assert rule.decide.__module__ == f"build_tools.clean.rules.{rule.name}"
        assert rule.says.endswith(".")
    names = {path.stem for path in (Path(__file__).parents[2] / "build_tools/clean/rules").glob("*.py")}
    assert names - {"__init__"} == {rule.name for rule in RULES}
