"""Pages of the guide: their commands exist, their YAML is what the archive reads, the site is whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from bs4 import BeautifulSoup

from build_tools.cli.docs import list_reference_pages
from build_tools.cli.registry import SUMMARIES, load_command
from build_tools.model.archive_settings import ArchiveSettings
from build_tools.read.schema import make_schemas
from tests.built import ROOT, copy_tree, run_guide_build

DOCS = ROOT / "guide/docs"
MADE = {page.path for page in list_reference_pages()}
PAGES = [
    path for path in sorted(DOCS.rglob("*.md")) if path.parent.name != "reference" or path.name not in MADE
]
SCHEMAS: dict[str, Any] = {
    name.removesuffix(".json"): json.loads(text) for name, text in make_schemas().items()
}
CODE = re.compile(r"```sh\n[\s\S]*?```|(?<!`)`[^`\n]+`")


def _name(path: Path) -> str:
    return path.relative_to(DOCS).as_posix()


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_commands_exist(path: Path) -> None:
    """Every `archive …` that a page names is a command, with the options that are given to it."""
    code = "\n".join(CODE.findall(path.read_text("utf-8")))
    for line in re.findall(r"(?<![\w/-])archive ([a-z]+[^\n`#>|]*)", code):
        name, *rest = line.split()
        assert name in SUMMARIES, f"there is no archive {name}"
        options = {word.partition("=")[0] for word in rest if word.startswith("--")}
        unknown = options - {argument.name for argument in load_command(name).list_arguments()}
        assert not unknown, f"archive {name} has no {unknown}"


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_named_files_exist(path: Path) -> None:
    """What a page points to in the repository is there: a decision, the description of fields, code."""
    for name in re.findall(
        r"`(decisions/[^`]+|build_tools/[^`]+|seeds/README[^`]+|seeds/\.schema/)`", path.read_text("utf-8")
    ):
        assert (ROOT / name).exists(), name


@pytest.mark.parametrize("path", sorted(DOCS.rglob("*.md")), ids=_name)
def test_links_lead_to_files_of_the_repository(path: Path) -> None:
    """Who reads a page where it is kept comes to a file: none is there only once the site is built."""
    for target in re.findall(r"\]\(([^)\s#]+)", path.read_text("utf-8")):
        if not re.match(r"https?:|mailto:", target):
            assert (path.parent / target).is_file(), target


def _list_fields(path: Path) -> Iterator[tuple[str, Any]]:
    for block in re.findall(r"```yaml\n(.*?)```", path.read_text("utf-8"), re.DOTALL):
        written = yaml.safe_load(re.sub(r"(?m)^(.*: )?(\d{4}-\d\d(?:-\d\d)?)$", r'\1"\2"', block))
        yield from written.items() if isinstance(written, dict) else ()


@pytest.mark.parametrize("path", [p for p in PAGES if p.parent.name == "how-to"], ids=_name)
def test_examples_are_as_files_have_them(path: Path) -> None:
    """Each field of an example is one that a record, a shared file or mkdocs.yml has, in its form."""
    for key, value in _list_fields(path):
        if key == "extra":
            ArchiveSettings.model_validate(value["archive"])
            continue
        schema = next((s for s in SCHEMAS.values() if key in s.get("properties", {})), None)
        assert schema is not None, f"no file has a field {key}"
        jsonschema.validate(value, {**schema["properties"][key], "$defs": schema.get("$defs", {})})


def test_plain_mkdocs_builds_it(guide_site: Path) -> None:
    """With search, a page for lost addresses, each page as plain text; nothing of an archive is in it."""
    made = {path.relative_to(guide_site).as_posix() for path in guide_site.rglob("*") if path.is_file()}
    for page in map(_name, DOCS.rglob("*.md")):
        folder = "" if page == "index.md" else f"{page.removesuffix('.md')}/"
        assert {f"{folder}index.html", page} <= made
    assert {"404.html", "search/index.js", "sitemap.xml"} <= made
    assert not {name for name in made if name.startswith(("sources/", "downloads/", "feed"))}
    assert not guide_site.with_name(".site-guide-next").exists()


def _list_objects() -> Iterator[tuple[str, set[str]]]:
    """Each thing that a file has, by the place where the page of fields tells of it, with its fields."""
    whole = {**SCHEMAS, "settings": ArchiveSettings.model_json_schema()}
    for name, schema in whole.items():
        parts = {
            f"file-{name}": schema,
            **{key.lower(): part for key, part in schema.get("$defs", {}).items()},
        }
        for place, part in parts.items():
            # what may also be a bare word is a choice, of which one is the mapping
            for choice in (part, *part.get("anyOf", ())):
                if "properties" in choice:
                    yield place, set(choice["properties"])


def test_the_page_of_fields_has_every_field(guide_site: Path) -> None:
    """It is filled while it is built: each field of each file stands in the table below its heading."""
    soup = BeautifulSoup((guide_site / "reference/fields/index.html").read_text("utf-8"), "html.parser")
    written = (guide_site / "reference/fields.md").read_text("utf-8")
    expected = list(_list_objects())
    assert {"file-record", "claim", "file-settings", "topic"} <= {place for place, _ in expected}
    for place, fields in expected:
        heading = soup.find(id=place)
        assert heading is not None, place
        table = heading.find_next("table")
        assert table is not None, place
        assert {cell.get_text() for cell in table.select("tbody td:first-child")} == fields, place
        # as plain text, too
        rows = written.partition(f"{{: #{place} }}\n")[2].partition("\n## ")[0].partition("\n### ")[0]
        assert set(re.findall(r"(?m)^\| `(\w+)` \|", rows)) == fields, place


def test_the_menu_has_every_page(guide_site: Path) -> None:
    """A page that no menu leads to is found by nobody."""
    home = (guide_site / "index.html").read_text("utf-8")
    parts = {path.parent for path in DOCS.rglob("*.md")} - {DOCS}
    for part in parts:
        pages = [_name(path).removesuffix(".md") for path in part.glob("*.md")]
        first = next(page for page in pages if f'"{page}/index.html"' in home)
        menu = (guide_site / first / "index.html").read_text("utf-8")
        assert [page for page in pages if f'href="../../{page}/index.html"' not in menu] == []


def test_a_broken_page_leaves_the_last_site(tmp_path: Path) -> None:
    """The fault is told with its page, and what is published stays as it was."""
    tree = copy_tree(tmp_path)
    page = tree / "guide/docs/index.md"
    page.write_text(page.read_text("utf-8") + "\n[Lost](nowhere.md)\n", "utf-8")
    (tree / "site-guide").mkdir()
    (tree / "site-guide/index.html").write_text("the last one", "utf-8")
    run = run_guide_build(tree)
    assert run.returncode == 1
    assert "nowhere.md" in run.stdout + run.stderr
    assert (tree / "site-guide/index.html").read_text("utf-8") == "the last one"
