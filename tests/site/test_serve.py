"""`archive serve` and `mkdocs serve` watch the seeds, show what was saved, and outlive faults."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from build_tools.preview import Preview
from build_tools.site.configuration import read_plan
from build_tools.site.preview_server import PreviewServer
from tests.built import ROOT
from tests.site import tiny

SOURCE = "sources/pier-post-ferry/"
Visit = Callable[[LiveReloadServer], None]
Serve = Callable[[Path, Visit], None]


def _by_mkdocs(config: Path) -> None:
    mkdocs_serve.serve(str(config), livereload=True, dev_addr="127.0.0.1:0")


def _by_archive(config: Path) -> None:
    Preview(read_plan(config), config, workers=1).serve(("127.0.0.1", 0))


@pytest.fixture(params=[_by_archive, _by_mkdocs], ids=["archive", "mkdocs"])
def serve(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Serve:
    """Serves with a visit in the place of the loop that waits for changes and requests."""

    def served(config: Path, visit: Visit) -> None:
        monkeypatch.setattr(LiveReloadServer, "serve", lambda server, **_: visit(server))
        monkeypatch.setattr(LiveReloadServer, "shutdown", lambda server: server.server_close())
        request.param(config)

    return served


def _look(server: LiveReloadServer, address: str = SOURCE) -> str:
    """The page as a browser gets it."""
    made = server._find_page(address) if isinstance(server, PreviewServer) else None
    return (made or (Path(server.root) / address / "index.html").read_bytes()).decode()


def _notice(server: LiveReloadServer) -> None:
    """What the server does when a file was saved; MkDocs ends a build that failed by an exception."""
    try:
        server.builder()
    except Abort:
        assert not isinstance(server, PreviewServer)


def test_a_changed_seed_is_seen_and_a_fault_leaves_the_page(
    tmp_path: Path, serve: Serve, capsys: pytest.CaptureFixture[str]
) -> None:
    """The editor saves a record and reads the page; a fault on the way is told, and the old page stays."""
    seed = tmp_path / "seeds" / "ferry-000.yml"

    def visit(server: LiveReloadServer) -> None:
        written = seed.read_text()
        assert "No boat" in _look(server)
        seed.write_text(written.replace("No boat", "No vessel"))
        _notice(server)
        assert "No vessel" in _look(server)
        seed.write_text(written.replace("paragraphs: 2", "paragraphs: many"))
        _notice(server)
        assert "No vessel" in _look(server)
        seed.write_text(written)
        _notice(server)
        assert "No boat" in _look(server)

    serve(tiny.archive(tmp_path), visit)
    assert " R103 " in capsys.readouterr().err


def test_a_changed_page_and_shell_are_seen(tmp_path: Path, serve: Serve) -> None:
    """What is written by hand is rendered anew; what it says of the archive is as new as the seeds."""
    about, seed = tmp_path / "docs/about.md", tmp_path / "seeds/ferry-000.yml"
    shell = shutil.copytree(ROOT / "overrides", tmp_path / "shell")
    config = tiny.archive(tmp_path)
    config.write_text(config.read_text().replace(str(ROOT / "overrides"), str(shell)))

    def visit(server: LiveReloadServer) -> None:
        about.write_text("# About\n\nOther words.\n\n<!-- archive: home -->\n")
        _notice(server)
        assert "Other words" in _look(server, "about/")
        seed.write_text(f"{seed.read_text()}added: '2029-01-05'\n")
        _notice(server)
        assert "5 January 2029</a>" in _look(server, "about/")
        for name in ("partials/masthead.html", "partials/colophon.html"):
            written = (shell / name).read_text()
            (shell / name).write_text(f"<!-- Another {name} -->\n{written}")
            _notice(server)
            for address in ("about/", SOURCE):
                assert f"<!-- Another {name} -->" in _look(server, address)

    serve(config, visit)


def test_a_build_changes_nothing_that_is_watched(tmp_path: Path, serve: Serve) -> None:
    """Seeds are watched, and a build is never the reason for the next one."""

    def times(server: LiveReloadServer) -> dict[Path, int]:
        found = [p for name in server._watched_paths for p in (Path(name), *Path(name).rglob("*"))]
        return {path: path.stat().st_mtime_ns for path in found if path.is_file()}

    def visit(server: LiveReloadServer) -> None:
        seed = tmp_path / "seeds" / "ferry-000.yml"
        seed.write_text(seed.read_text().replace("No boat", "No vessel"))
        before = times(server)
        assert seed in before
        _notice(server)
        assert times(server) == before

    serve(tiny.archive(tmp_path), visit)


def test_a_preview_reloads_itself_and_is_not_the_site(tmp_path: Path, serve: Serve) -> None:
    """The policy lets in the script that reloads the page; the built site is left alone."""

    def visit(server: LiveReloadServer) -> None:
        for address in ("", SOURCE):
            assert "script-src 'self' 'unsafe-inline'" in _look(server, address)

    serve(tiny.archive(tmp_path), visit)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("wrong", [b"slug: [\n", b"\xff\xfe\x00", b"- 1\n"], ids=["syntax", "bytes", "shape"])
def test_pages_are_served_while_there_are_faults(tmp_path: Path, wrong: bytes) -> None:
    """Whatever is saved, a request gets the last good page, and the new one once it is mended."""
    config = tiny.archive(tmp_path)
    seed, page, settings = tmp_path / "seeds/ferry-000.yml", tmp_path / "docs/about.md", config.read_text()
    preview = Preview(read_plan(config), config, workers=1)
    preview.build_whole_site()
    preview.refresh()
    written = seed.read_text()

    def look() -> str:
        return (preview.find_page(SOURCE) or b"").decode()

    for path, content in ((seed, wrong), (page, b"# A\n\n\xff\n"), (config, b"extra: [1]\n")):
        before = path.read_bytes() if path.exists() else None
        path.write_bytes(content)
        preview.refresh()
        assert "No boat" in look()
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)
    config.write_text(settings)
    away = (tmp_path / "seeds").rename(tmp_path / "away")
    preview.refresh()
    assert "No boat" in look()
    away.rename(tmp_path / "seeds")
    seed.write_text(written.replace("No boat", "No vessel"))
    preview.refresh()
    assert "No vessel" in look()


def test_a_mistake_of_the_program_leaves_the_server_answering(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """MkDocs’ server answers nobody after an exception until a build succeeds; none reaches it."""
    preview = Preview(read_plan(tiny.archive(tmp_path)), tmp_path / "mkdocs.yml", workers=1)
    preview.build_whole_site()
    for error in (RuntimeError("x"), OSError("disk"), RecursionError(), SystemExit("Aborted")):

        def fail(raised: BaseException = error) -> None:
            raise raised

        monkeypatch.setattr(preview, "_read_archive", fail)
        preview.refresh()
        assert type(error).__name__ in capsys.readouterr().err


def test_what_was_saved_is_shown_before_all_of_it_is_read(tmp_path: Path) -> None:
    """Its own page is new at once and the browser is told; all else follows, and it is told again."""
    config = tiny.archive(tmp_path)
    preview = Preview(read_plan(config), config, workers=1)
    server = PreviewServer(preview.refresh, preview.find_page, preview.plan.site, ("127.0.0.1", 0))
    preview.build_whole_site()
    server.builder()
    assert not server._want_rebuild
    seed = tmp_path / "seeds/ferry-000.yml"
    seed.write_text(seed.read_text().replace("No boat", "No vessel"))
    # as MkDocs’ loop does when something was saved
    server._wanted_epoch += 1
    server.builder()
    assert server._want_rebuild
    assert "No vessel" in _look(server)
    everything = preview.plan.site / "downloads/claims.csv"
    # what is made of all is as it was until all is read
    assert preview.find_page("downloads/claims.csv") is None
    assert "No vessel" not in everything.read_text()
    server._want_rebuild = False
    server.builder()
    assert not server._want_rebuild
    assert "No vessel" in _look(server)
    assert preview.find_page("downloads/claims.csv") is None
    assert "No vessel" in everything.read_text()


def test_files_are_served_while_an_archive_is_read(tmp_path: Path) -> None:
    """A page that is there already would wait for its styles until all is read."""
    (tmp_path / "site.css").write_text("body {}")
    seen: list[bytes] = []

    def read() -> bool:
        body = server._serve_request({"PATH_INFO": "/site.css"}, lambda *_: None)
        seen.append(b"".join(body or ()))
        return False

    server = PreviewServer(read, lambda _: None, tmp_path, ("127.0.0.1", 0))
    server._wanted_epoch += 1
    wanted = server._wanted_epoch
    server.builder()
    assert seen == [b"body {}"]
    assert server._wanted_epoch == wanted


def test_a_folder_that_went_and_came_back_is_watched_again(tmp_path: Path) -> None:
    """A checkout renames seeds/ away and back; what is saved after that is seen as before."""
    watched = tmp_path / "seeds"
    watched.mkdir()
    server = PreviewServer(lambda: False, lambda _: None, tmp_path, ("127.0.0.1", 0))
    server.watch(str(watched))
    server.observer.start()
    (emitter,) = server.observer.emitters
    emitter.stop()
    emitter.join()
    server.service_actions()
    (again,) = server.observer.emitters
    assert again.is_alive()
    assert again.watch.path == str(watched)
    assert server._want_rebuild
    server.observer.stop()
    server.observer.join()
