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

from build_tools.cli.registry import SUMMARIES, load_command
from build_tools.model.archive_settings import ArchiveSettings
from build_tools.read.schema import make_schemas
from tests.built import ROOT, copy_tree, run_guide_build

DOCS = ROOT / "guide/docs"
PAGES = [path for path in sorted(DOCS.rglob("*.md")) if path.parent.name != "reference"]
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
    """A decision that a page points to is there."""
    for name in re.findall(r"`(decisions/[^`]+)`", path.read_text("utf-8")):
        assert (ROOT / name).is_file(), name


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
