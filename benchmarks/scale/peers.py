"""The same Markdown pages → folders that other generators build, each with little and fairly configured.

Every peer renders all pages into a layout with title and content, lists them, and writes a sitemap where it
does so by itself. MkDocs and Zensical have Material's theme and search, Hugo and Eleventy a layout of a few
lines: what those two take is the floor, not what a site like ours would cost there.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.scale.tools import find_eleventy, find_hugo, find_mkdocs, find_zensical
from benchmarks.scale.writing import Plain, as_yaml

_KEY: Final = re.compile(r"[A-Za-z_][\w-]*:")
"""Begins an entry of front matter, at the first column."""
_NAME: Final = "An invented archive"
_HTML: Final = "<!doctype html><html lang=en><meta charset=utf-8>"
_EXTENSIONS: Final = ("attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc")
"""What the pages may use, in MkDocs' terms."""

HUGO_CONFIG: Final = """baseURL = "https://archive.example/"
title = "An invented archive"
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
"""
HUGO_LAYOUTS: Final = {
    "baseof": _HTML + '<title>{{ .Title }}</title><nav><a href="/">{{ .Site.Title }}</a></nav>'
    '<main>{{ block "main" . }}{{ end }}</main></html>',
    "single": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}',
    "list": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}<ul>{{ range .RegularPages }}'
    '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</ul>{{ end }}',
}
ELEVENTY_CONFIG: Final = """module.exports = (config) => {
  config.addGlobalData("layout", "page.njk");
  config.setUseGitIgnore(false);
  return { dir: { input: "docs", output: "site", includes: "../layouts" }, markdownTemplateEngine: false };
};
"""
ELEVENTY_LAYOUT: Final = (
    _HTML + '<title>{{ title }}</title><nav><a href="/">An invented archive</a> <a href="/all/">All</a></nav>'
    "<main><h1>{{ title }}</h1>{{ content | safe }}</main></html>"
)
ELEVENTY_LIST: Final = """---
title: All
eleventyExcludeFromCollections: true
permalink: /all/
---
<ul>{% for page in collections.all %}<li><a href="{{ page.url }}">{{ page.data.title }}</a>{% endfor %}</ul>
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """Another generator."""

    name: str
    """As `--peers` has it."""
    label: str
    find: Callable[[Path], tuple[str, ...] | None]
    """A folder for tools → the command that builds where it is started; None if it is not to be had."""
    lay: Callable[[Path, Path], None]
    """Markdown pages, folder of its own → configuration and pages in there."""
    made: tuple[str, ...]
    """Folders that a build leaves, and that are removed before the next: every run is a cold one."""


def _pages(docs: Path) -> Iterator[tuple[Path, Path]]:
    """Every Markdown page, and its path below the folder."""
    return ((page, page.relative_to(docs)) for page in sorted(docs.rglob("*.md")))


def _copy(docs: Path, target: Path, change: Callable[[str], str] = str, index: str = "index.md") -> None:
    for page, path in _pages(docs):
        to = target / path.with_name(index) if path.name == "index.md" else target / path
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(change(page.read_text("utf-8")), "utf-8")


def wrap_front_matter(page: str) -> str:
    """The title as it is, all else under `record`: words such as `date` mean something to peers."""
    if not page.startswith("---\n"):
        return page
    head, _, body = page[4:].partition("\n---\n")
    entries: list[list[str]] = []
    for line in head.split("\n"):
        if _KEY.match(line) or not entries:
            entries.append([])
        entries[-1].append(line)
    titles = [line for entry in entries if entry[0].startswith("title:") for line in entry]
    others = [f"  {line}" for entry in entries if not entry[0].startswith("title:") for line in entry]
    return "\n".join(("---", *titles, *(("record:", *others) if others else ()), "---", body))


def lay_mkdocs(docs: Path, folder: Path) -> None:
    """Material with search, and a menu of the indexes and the pages written by hand: that is the tuning."""
    _copy(docs, folder / "docs")
    top = [path.as_posix() for _, path in _pages(docs) if path.parent == Path()]
    indexes = [
        path.as_posix()
        for _, path in _pages(docs)
        if path.name == "index.md" and path.parent.parent == Path()
    ]
    nav = sorted({*top, *indexes} - {"index.md"})
    silent: dict[str, Plain] = {"omitted_files": "ignore", "not_found": "ignore", "absolute_links": "ignore"}
    settings: Plain = {
        "site_name": _NAME,
        "site_url": "https://archive.example/",
        "docs_dir": "docs",
        "site_dir": "site",
        "nav": ["index.md", *nav],
        "not_in_nav": "/*",
        "validation": {"nav": silent, "links": {**silent, "unrecognized_links": "ignore"}},
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "markdown_extensions": list(_EXTENSIONS),
    }
    (folder / "mkdocs.yml").write_text(as_yaml(settings), "utf-8")


def lay_hugo(docs: Path, folder: Path) -> None:
    """A folder's index is called `_index.md` there."""
    _copy(docs, folder / "content", wrap_front_matter, index="_index.md")
    layouts = folder / "layouts/_default"
    layouts.mkdir(parents=True)
    for name, layout in HUGO_LAYOUTS.items():
        (layouts / f"{name}.html").write_text(layout, "utf-8")
    (folder / "config.toml").write_text(HUGO_CONFIG, "utf-8")


def lay_eleventy(docs: Path, folder: Path) -> None:
    """One page lists all."""
    _copy(docs, folder / "docs", wrap_front_matter)
    (folder / "layouts").mkdir()
    (folder / "layouts/page.njk").write_text(ELEVENTY_LAYOUT, "utf-8")
    (folder / "docs/all.njk").write_text(ELEVENTY_LIST, "utf-8")
    (folder / "eleventy.config.cjs").write_text(ELEVENTY_CONFIG, "utf-8")


PEERS: Final = (
    Peer("mkdocs", "MkDocs + Material, tuned", find_mkdocs, lay_mkdocs, ("site",)),
    Peer("hugo", "Hugo", find_hugo, lay_hugo, ("public", "resources")),
    Peer("eleventy", "Eleventy", find_eleventy, lay_eleventy, ("site",)),
    Peer("zensical", "Zensical", find_zensical, lay_mkdocs, ("site", ".cache")),
)
"""In the order in which they run: those whom a goal names come first, as time may end."""


def sweep(peer: Peer, folder: Path) -> None:
    """Away with what the last build made."""
    for name in peer.made:
        shutil.rmtree(folder / name, ignore_errors=True)
