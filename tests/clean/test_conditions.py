"""Each condition of a rule has a case that fails without it: few blocks, and what the rule takes of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.clean import RULES
from tests.clean.sheets import read_sheet

FILE = Path(__file__).parent / "conditions.md"
CASES = re.findall(r"^### (\w+)( \(html\))?: (.+)\n\n((?:    .*\n)+)", FILE.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("name", "form", "title", "notation"), CASES, ids=[f"{c[0]}: {c[2]}" for c in CASES])
def test_a_rule_takes_these_blocks_and_no_others(name: str, form: str, title: str, notation: str) -> None:
    """The title of the case says which."""
    sheet, expected = read_sheet(re.sub("^    ", "", notation, flags=re.MULTILINE), html=bool(form))
    decide = next(rule.decide for rule in RULES if rule.name == name)
    taken = {place: kind for place, kind in decide(sheet).items() if place not in sheet.marks}
    assert taken == expected, title


def test_every_case_is_read() -> None:
    """A slip in the notation would leave a case out."""
    assert FILE.read_text("utf-8").count("\n### ") == len(CASES)


def test_a_list_of_other_articles_is_followed_so_far() -> None:
    """Eighty blocks: what stands further away is another thing."""
    sheet, _ = read_sheet("[related_link] Related\n" + "\n".join(["* {3}"] * 81))
    decide = next(rule.decide for rule in RULES if rule.name == "related_list")
    assert sorted(decide(sheet)) == list(range(1, 81))
