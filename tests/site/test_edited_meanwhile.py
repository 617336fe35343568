"""What is edited while a build runs, and taken back after it, leaves nothing in the builds that follow."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from build_tools import site_assembly
from build_tools.site import masthead
from build_tools.site.session import Session
from build_tools.site.shell_templates import load_shell_environment
from tests.site.workshop import Workshop

PLACES: dict[str, tuple[object, str, str, tuple[str, str]]] = {
    "a template": (Session, "make_shell_facts", "overrides/main.html", ("</body>", "<!-- B --></body>")),
    "a script": (Session, "make_shell_facts", "overrides/assets/javascripts/cite.js", ("*/", " B */")),
    "a record": (site_assembly, "make_settings", "archive/seeds/10-packet.yml", ("title: ", "title: B ")),
}
"""Name → the step after which or before which it is edited, the file, what stands there and what comes."""


@pytest.mark.parametrize("name", PLACES)
def test_an_edit_that_is_taken_back(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next build is what a first one would be: nothing is kept as what it was not made of."""
    shop = Workshop(tmp_path / "warm").furnish(invented=True)
    owner, step, path, (old, new) = PLACES[name]
    file = shop.folder / path
    written = file.read_text("utf-8")
    assert old in written
    ordinary: Callable[..., Any] = getattr(owner, step)

    def edit_then(*arguments: Any, **options: Any) -> Any:
        done = ordinary(*arguments, **options)
        file.write_text(written.replace(old, new, 1), "utf-8")
        return done

    with monkeypatch.context() as patch:
        patch.setattr(owner, step, edit_then)
        shop.build()
    file.write_text(written, "utf-8")
    # each build has a process of its own
    masthead._render_masthead.cache_clear()
    load_shell_environment.cache_clear()
    assert shop.build() == shop.build_elsewhere(tmp_path / "clean")
