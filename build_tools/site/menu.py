"""`nav` of mkdocs.yml and the generated parts → the menu of all pages."""

from __future__ import annotations

from pathlib import Path

from build_tools.model.rendered import Menu, MenuItem, MenuPart

_INDEX_NAMES = ("index", "README")
"""Pages that MkDocs puts at the address of their folder."""


def merge_menu(nav: object, generated: Menu, titles: dict[str, str]) -> Menu:
    """The menu: the generated parts, then the entries of the settings' `nav`, but for the home page.

    `nav` lists hand-written pages, as MkDocs has it; `titles` are theirs, for entries without one. The home
    page is left out, because the archive's name leads there. A part that both have stands once, where `nav`
    has it, with its own pages first.
    """
    read = [_read_part(entry, titles) for entry in nav] if isinstance(nav, list) else []
    written = [part for part in read if part.items and part.items[0].address]
    shared = {
        part.label: part.items for part in generated if part.label in {entry.label for entry in written}
    }
    joined = (MenuPart(part.label, part.items + shared.get(part.label, ())) for part in written)
    return (*(part for part in generated if part.label not in shared), *joined)


def _read_part(entry: object, titles: dict[str, str]) -> MenuPart:
    label, below = next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)
    entries = below if isinstance(below, list) else [{label: below} if label else below]
    items = tuple(item for below_it in entries if (item := _read_item(below_it, titles)))
    return MenuPart(str(label) or (items[0].label if items else ""), items)


def _read_item(entry: object, titles: dict[str, str]) -> MenuItem | None:
    label, path = next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)
    if not isinstance(path, str) or not path.endswith(".md"):
        return None
    return MenuItem(str(label) or titles.get(path, path), find_handwritten_address(path))


def find_handwritten_address(path: str) -> str:
    """`method.md` → `method/`; `index.md` and `README.md` → the empty address; `a/index.md` → `a/`."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    address = "/".join(filter(None, (folder, "" if name in _INDEX_NAMES else name)))
    # the home page’s address is empty
    return f"{address}/" if address else ""


def list_titles(docs: Path) -> dict[str, str]:
    """The first heading of each hand-written page at the top of docs/, by file: what menus call it."""
    titles = {}
    for path in sorted(docs.glob("*.md")):
        heading = next((line for line in path.read_text("utf-8").splitlines() if line.startswith("# ")), "")
        titles[path.name] = heading.removeprefix("# ").partition(" {")[0].strip() or path.stem
    return titles
