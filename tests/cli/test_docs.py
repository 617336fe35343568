"""`archive docs`, `archive schema`: what they would write is what stands in the repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_tools.cli import main
from build_tools.cli.docs import REFERENCE, list_filled_pages, list_reference_pages
from build_tools.cli.planning import plan_archive
from build_tools.cli.schema import list_schema_files
from tests.archives import lay_capture, write_archive
from tests.built import ROOT

PLACE = "<!-- example: {} -->\nold\n<!-- end of example -->\n"


def test_the_reference_is_in_step() -> None:
    """Commands, faults and the Method page's example are what the code says and does."""
    pages = {page.path: page.content for page in list_reference_pages()}
    assert {"commands.md", "faults.md"} <= pages.keys()
    stale = [path for path, content in pages.items() if (ROOT / REFERENCE / path).read_bytes() != content]
    stale += [page.path for page in list_filled_pages(plan_archive(str(ROOT / "mkdocs.yml")))]
    assert not stale, "run: archive docs"


def test_the_schemas_are_in_step() -> None:
    """The schemas that editors read are those of the types."""
    stale = [f.path for f in list_schema_files() if (ROOT / "seeds" / f.path).read_bytes() != f.content]
    assert not stale, "run: archive schema"


def test_docs_writes_what_is_stale_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The paths of changed pages are printed; a second run changes nothing."""
    monkeypatch.chdir(write_archive(tmp_path))
    lay_capture(Path())
    Path("docs/method.md").write_text("# Method\n\n" + PLACE.format(". river-floods-old-mill") + "\nEnd.\n")
    Path("docs/about.md").write_text("# About\n")
    assert main(["docs"]) == 0
    assert capsys.readouterr().out.splitlines() == ["docs/method.md"]
    method = Path("docs/method.md").read_text()
    assert "The river rose to the first floor" in method
    assert "\nold\n" not in method
    assert method.endswith("\n<!-- end of example -->\n\nEnd.\n")
    assert main(["docs"]) == 0
    assert capsys.readouterr().out == ""
    Path(REFERENCE).mkdir(parents=True)
    assert main(["docs"]) == 0
    assert [Path(line).name for line in capsys.readouterr().out.splitlines()] == ["commands.md", "faults.md"]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (PLACE.format(". nobody"), "docs/method.md: the archive in . has no source nobody"),
        (PLACE.format(". river-floods-old-mill"), "has no capture at hand"),
        (PLACE.format("elsewhere nobody"), "docs/method.md: there is no archive in elsewhere"),
        ("<!-- example: . river-floods-old-mill -->\n", "docs/method.md: "),
    ],
)
def test_an_example_that_cannot_be_made_is_told(
    page: str,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The page stays as it was, and the message names it."""
    monkeypatch.chdir(write_archive(tmp_path))
    Path("docs/method.md").write_text(page)
    assert main(["docs"]) == 2
    assert words.removeprefix("docs/") in capsys.readouterr().err
    assert Path("docs/method.md").read_text() == page


def test_schema_writes_where_the_first_line_of_a_record_leads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An editor that follows the line which `add` writes finds a schema that knows the fields."""
    monkeypatch.chdir(write_archive(tmp_path))
    assert main(["schema"]) == 0
    assert "seeds/.schema/record.json" in capsys.readouterr().out.splitlines()
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == ""
    Path("page.txt").write_text("The river rose again.\n")
    assert main(["add", "page.txt"]) == 0
    first = Path("seeds/page.yml").read_text().splitlines()[0]
    schema = Path("seeds") / first.removeprefix("# yaml-language-server: $schema=")
    assert "said_by" in json.dumps(json.loads(schema.read_text()))
