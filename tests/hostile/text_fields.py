"""Every text that a keeper writes → the same with hostile text in it, or with harmless text as long."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from tests.site.workshop import Workshop

HOSTILE = (
    'x" onmouseover="alert(1)" y="',
    "it's the \"Free\" 'Press' & Co",
    "</title></script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "{{ 7*7 }}{% raw %} ${x} `code` *em* __b__ [a](javascript:alert(1)) | # ~ ^ &amp; &lt;b&gt; \\",
    "<!-- archive: shape --> <!--",
    "]]> <a href='//evil.example'>b</a> <?php ?> <!DOCTYPE x>",
    '"',
    "\u202e\u200bgnp.exe\u202c <b>",
    "![x](http://evil.example/x.png) <http://evil.example> http://evil.example {: #standing .x }",
    "</textarea></style></svg><svg onload=alert(1)>",
    "--- [^1]: x \\\\ \\\" \\' $a$ :smile: ++k++",
)
"""What ends an attribute, an element or a comment, what acts in Markdown, templates and front matter."""
_ADDRESS = "?q='x&amp;y=%22%3E&z={{7}}#`a`"
"""What an address may have; `<`, `>`, quotation marks and blanks are refused."""

TEXTS = frozenset(
    {
        "title", "authors", "note", "holder", "text", "said_by", "summary", "unit", "qualifier", "scope",
        "vague", "who", "as", "description", "name", "type", "label", "scope_note", "alternatives",
        "publisher", "basis", "statement", "why", "denies", "by", "reason", "use", "stood", "stands",
        "change", "role", "when_basis", "date_basis", "wikidata_basis", "wording",
    }
)  # fmt: skip
"""Fields of free text, wherever they stand."""
ADDRESSES = frozenset({"url", "archived_url", "mirrors"})

Change = Callable[[str, bool], str]
"""A text, and whether it is an address → the text to write instead."""


def make_change(first: int, *, hostile: bool) -> Change:
    """Each text with one of the hostile ones after it, or as many harmless characters; equals stay equal."""

    def change(text: str, address: bool) -> str:
        number = first + zlib.crc32(text.encode())
        added = _ADDRESS if address else f" {HOSTILE[number % len(HOSTILE)]}"
        return text + (added if hostile else re.sub(r"[^\w\s]", "w", added))

    return change


def _change(node: Any, change: Change, name: str = "", path: tuple[str, ...] = ()) -> Any:
    if isinstance(node, dict):
        return {key: _change_field(node, key, change, (*path, name)) for key in node}
    if isinstance(node, list):
        return [_change(part, change, name, path) for part in node]
    if name in ADDRESSES or (name == "statement" and str(node).startswith("http")):
        return change(node.split("#")[0].split("?")[0], True)
    return change(node, False) if isinstance(node, str) and name in TEXTS else node


def _change_field(node: dict[str, Any], key: str, change: Change, path: tuple[str, ...]) -> Any:
    if key in ("forms", "rules", "published") and key != "published":
        return node[key]  # what texts are searched for: another form would find something else
    if key == "basis" and "lat" not in node:
        return node[key]  # of a day: one of a few words
    if key in ("who", "named") and "passage" in node:
        return node[key]  # it is looked up in the capture
    if key == "protected" or ("protected" in node and key == "name"):
        return node[key]  # a name that is another than the role would be looked for, and found everywhere
    return _change(node[key], change, key, path)


def write_into(shop: Workshop, change: Change) -> None:
    """Change every text of the seeds, the settings and the hand-written pages."""
    for path in sorted(shop.seeds.rglob("*.yml")):
        content = _change(yaml.safe_load(path.read_text("utf-8")), change)
        for finding in content.get("findings", ()) if isinstance(content, dict) else ():
            finding["statement"] += f" {finding['said_by']}"  # who says it stands in the statement
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    settings = yaml.safe_load(shop.config.read_text("utf-8"))
    settings |= {"site_name": change("The Ferry", False), "site_description": change("A ferry", False)}
    settings["nav"] = [{change(k, False): v for k, v in entry.items()} for entry in settings["nav"]]
    shop.config.write_text(yaml.safe_dump(settings, allow_unicode=True, width=10_000), "utf-8")
    for number, path in enumerate(sorted(shop.hand.glob("*.md"))):
        front = {"title": change(f"A page {number}", False), "description": change("About it", False)}
        body = path.read_text("utf-8").rpartition("\n---\n")[2]
        path.write_text(f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{body}", "utf-8")


def list_text_fields(models: Iterator[Any]) -> set[str]:
    """Names of all fields of these models that are free text."""
    return {
        name
        for model in models
        for name, field in model.model_fields.items()
        if "strip_whitespace=True" in repr(field)
    }
