"""`mkdocs serve` watches the seeds, builds anew when one changes, and outlives faults."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from build_tools.site.build import serve
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from tests.site import tiny

PAGE = "sources/pier-post-ferry/index.html"


def _served(config: Path, monkeypatch: pytest.MonkeyPatch, visit: Callable[[LiveReloadServer], None]) -> None:
    """Serve, with `visit` in the place of the loop that waits for changes and requests."""
    monkeypatch.setattr(LiveReloadServer, "serve", lambda server, **_: visit(server))
    monkeypatch.setattr(LiveReloadServer, "shutdown", lambda server: server.server_close())
    serve(config, address="127.0.0.1:0")


def test_a_changed_seed_is_seen_and_a_fault_leaves_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The editor saves a record and reads the page; a fault on the way is told, and the old page stays."""
    seed = tmp_path / "seeds" / "ferry-000.yml"

    def visit(server: LiveReloadServer) -> None:
        page, written = Path(server.root) / PAGE, seed.read_text()
        assert "No boat" in page.read_text()
        seed.write_text(written.replace("No boat", "No vessel"))
        server.builder()
        assert "No vessel" in page.read_text()
        seed.write_text(written.replace("paragraphs: 2", "paragraphs: many"))
        with pytest.raises(Abort):
            server.builder()
        assert "No vessel" in page.read_text()
        seed.write_text(written)
        server.builder()
        assert "No boat" in page.read_text()

    _served(tiny.archive(tmp_path), monkeypatch, visit)
    assert " R103 " in capsys.readouterr().err


def test_a_build_changes_nothing_that_is_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seeds are watched, and a build is never the reason for the next one."""

    def times(server: LiveReloadServer) -> dict[Path, int]:
        found = [p for name in server._watched_paths for p in (Path(name), *Path(name).rglob("*"))]
        return {path: path.stat().st_mtime_ns for path in found if path.is_file()}

    def visit(server: LiveReloadServer) -> None:
        seed = tmp_path / "seeds" / "ferry-000.yml"
        seed.write_text(seed.read_text().replace("No boat", "No vessel"))
        before = times(server)
        assert seed in before
        server.builder()
        assert times(server) == before

    _served(tiny.archive(tmp_path), monkeypatch, visit)


def test_a_preview_reloads_itself_and_is_not_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The policy lets in the script that reloads the page; the built site is left alone."""

    def visit(server: LiveReloadServer) -> None:
        assert "script-src 'self' 'unsafe-inline'" in (Path(server.root) / "index.html").read_text()

    _served(tiny.archive(tmp_path), monkeypatch, visit)
    assert not (tmp_path / "site").exists()
