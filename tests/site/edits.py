"""What may happen to an archive between two builds, each edit by its name: `EDITS`."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from build_tools.site.manifest import load_manifest
from tests.site.evidence_edits import EVIDENCE_EDITS
from tests.site.overview_edits import OVERVIEW_EDITS
from tests.site.seed_edits import SEED_EDITS, Edit, invent, reword
from tests.site.vocabulary_edits import VOCABULARY_EDITS
from tests.site.workshop import Workshop


def _write(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, "utf-8")


def _write_page(shop: Workshop, dice: random.Random) -> None:
    linked = dice.choice(("sources/index.md", "topics/index.md", "about.md", "nowhere.md", "findings/gone/"))
    name = dice.choice(("more.md", "notes.md", "about.md"))
    words = f"# {invent(dice)}\n\n[There]({linked}), <img src='gone.png' alt='x'>\n\n<!-- archive: home -->\n"
    (shop.hand / name).write_text(words, "utf-8")


def _write_page_within(shop: Workshop, dice: random.Random) -> None:
    """In a folder of generated pages, where few would look for it."""
    _write(shop.hand / "sources/own.md", f"# {invent(dice)}\n")


def _delete_page(shop: Workshop, _: random.Random) -> None:
    for name in ("more.md", "notes.md", "about.md"):
        if (shop.hand / name).exists():
            (shop.hand / name).unlink()
            return


def _edit_shell(shop: Workshop, dice: random.Random) -> None:
    path = shop.folder / "overrides" / dice.choice(("main.html", "404.html", "partials/colophon.html"))
    path.write_text(path.read_text("utf-8") + f"{{# x #}}<!-- {invent(dice)} -->\n", "utf-8")


def _edit_sheet(shop: Workshop, dice: random.Random) -> None:
    path = shop.folder / "overrides/assets/stylesheets/page.css"
    path.write_text(path.read_text("utf-8") + f".x{dice.randrange(100)} {{ color: red; }}\n", "utf-8")


def _spoil_site(shop: Workshop, dice: random.Random) -> None:
    """Someone deletes, edits or cuts files of the site by hand; the next build mends it."""
    found = [p for p in sorted(shop.site.rglob("*")) if p.is_file() and not p.name.startswith(".")]
    for path in dice.sample(found, min(6, len(found))):
        if dice.random() < 0.5:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[: dice.randrange(50)])


def _spoil_docs(shop: Workshop, dice: random.Random) -> None:
    """The same in docs/, among what is generated there."""
    found = [shop.hand / path for path in sorted(load_manifest(shop.hand)) if (shop.hand / path).is_file()]
    for path in dice.sample(found, min(3, len(found))):
        path.unlink()


def _settings(change: Callable[[dict[str, Any], random.Random], None]) -> Edit:
    return lambda shop, dice: shop.change(shop.config, lambda written: change(written, dice))


def _licence(written: dict[str, Any], dice: random.Random) -> None:
    number = dice.choice(("publicdomain/zero/1.0", "licenses/by/4.0"))
    written["extra"]["archive"]["licence"] = f"https://creativecommons.org/{number}/"


def _address(written: dict[str, Any], dice: random.Random) -> None:
    written["site_url"] = dice.choice(("", f"https://{invent(dice).lower()}.example/a/"))


def _neighbours(written: dict[str, Any], dice: random.Random) -> None:
    others = [{"name": str(year), "address": f"../{year}/"} for year in range(2030, 2034)]
    written["extra"]["archive"]["searched_together"] = dice.sample(others, dice.randrange(3))


EDITS: dict[str, Edit] = {
    **SEED_EDITS,
    **EVIDENCE_EDITS,
    **OVERVIEW_EDITS,
    **VOCABULARY_EDITS,
    "a page by hand": _write_page,
    "a page by hand less": _delete_page,
    "the shell": _edit_shell,
    "a stylesheet": _edit_sheet,
    "files of the site": _spoil_site,
    "files of docs/": _spoil_docs,
    "the site's name": _settings(reword("site_name")),
    "the site's address": _settings(_address),
    "the licence": _settings(_licence),
    "archives beside it": _settings(_neighbours),
    "a stray file": lambda shop, _: _write(shop.site / "sources/stray.txt", "Not of the site."),
    "a page among generated ones": _write_page_within,
    "nothing": lambda *_: None,
}
"""What may happen to an archive between two builds."""
