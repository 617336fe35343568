"""The Method page's worked example must be what the code does, not what someone once wrote down."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.clean.table import RULES
from build_tools.pages.example import put_into, write_worked_example
from build_tools.pipeline import Settings, gather
from tests.built import ROOT

METHOD = ROOT / "docs" / "method.md"
NAME = "examples/the-ferry radio-vell-barn"


def test_worked_example_is_in_step(pytestconfig: pytest.Config) -> None:
    """The table on the Method page is made from the demonstration archive by the rules as they are now."""
    folder, slug = NAME.split()
    archive = gather(Settings(seeds=Path(ROOT / folder / "seeds")))
    document = next(d for d in archive.documents if d.record.slug == slug)
    page = METHOD.read_text("utf-8")
    made = put_into(page, NAME, write_worked_example(document, {r.name: r.says for r in RULES}))
    if pytestconfig.getoption("--regenerate"):
        METHOD.write_text(made, "utf-8")
    assert METHOD.read_text("utf-8") == made, "regenerate with: pytest tests/pages --regenerate"


def test_a_page_without_a_place_is_refused() -> None:
    """An example is never lost in silence because someone deleted the comments."""
    with pytest.raises(ValueError, match="no place"):
        put_into("# Method\n", NAME, "<table></table>")
