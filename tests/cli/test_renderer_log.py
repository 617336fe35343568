"""What MkDocs tells while it renders hand-written pages: warnings, and nothing of cleaning “the site”."""

from __future__ import annotations

import logging

import pytest

from build_tools.cli.renderer_log import show_renderer_log


def test_what_it_tells_of_its_own_folder_is_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """“Cleaning site directory” means a folder of the cache, and a keeper would take it for the site."""
    log = logging.getLogger("mkdocs")
    monkeypatch.setattr(log, "handlers", [])
    monkeypatch.setattr(log, "level", log.level)
    show_renderer_log()
    build = logging.getLogger("mkdocs.commands.build")
    build.info("Cleaning site directory")
    build.warning("A page could not be read")
    logging.getLogger("mkdocs.archive").info("Nothing has changed")
    assert capsys.readouterr().err == "WARNING: A page could not be read\nINFO: Nothing has changed\n"
