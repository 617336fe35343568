"""What is saved while serving and is no record: shell, settings, names, folders that go and come."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from build_tools.preview import Preview
from build_tools.site.config_file import list_settings_files
from build_tools.site.configuration import read_plan
from build_tools.site.plan import Plan
from build_tools.site.watch import list_watched_paths
from tests.built import ROOT
from tests.site import tiny

SOURCE = "sources/pier-post-ferry/"


def _read_preview(config: Path, read_settings: Callable[[], Plan] | None = None) -> Preview:
    preview = Preview(read_plan(config), config, 1, read_settings)
    preview.build_whole_site()
    preview.refresh()
    return preview


def test_a_mistake_in_the_shell_leaves_the_last_pages(tmp_path: Path) -> None:
    """It is told with its line; once it is mended, pages are as it says."""
    shell = shutil.copytree(ROOT / "overrides", tmp_path / "shell")
    config = tiny.archive(tmp_path)
    config.write_text(config.read_text().replace(str(ROOT / "overrides"), str(shell)))
    preview, main = _read_preview(config), shell / "main.html"
    written = main.read_text("utf-8")
    for wrong in ("{% if %}", "{{ nothing.at.all }}", "{% include 'gone.html' %}"):
        main.write_text(f"{written}\n{wrong}", "utf-8")
        preview.refresh()
        assert preview.find_page(SOURCE) is None
        assert f"main.html:{written.count(chr(10)) + 2}:1: " in preview.get_trouble().words
    main.write_text(f"{written}<!-- mended -->", "utf-8")
    preview.refresh()
    assert b"<!-- mended -->" in (preview.find_page(SOURCE) or b"")
    assert not preview.get_trouble().stops


def test_settings_that_were_saved_are_taken_in(tmp_path: Path) -> None:
    """Of the file and of one that it inherits; a fault in them leaves the pages."""
    config = tiny.archive(tmp_path)
    preview = _read_preview(config, lambda: read_plan(config))
    written = config.read_text()
    for name in ("Other", "Third"):
        config.write_text(written.replace("site_name: Tiny", f"site_name: {name}"))
        preview.refresh()
        assert f" – {name}</title>" in (preview.find_page(SOURCE) or b"").decode()
        config.write_text(f"{written}extra: [1]\n")
        preview.refresh()
        assert preview.get_trouble().stops
        assert f" – {name}</title>" in (preview.find_page(SOURCE) or b"").decode()
    assert (ROOT / "mkdocs.yml").resolve() in {path.resolve() for path in list_settings_files(config)}


def test_what_was_shown_of_a_record_stays_when_a_fault_follows(tmp_path: Path) -> None:
    """A look that was good does not give way to an older page; one that is at fault itself does."""
    seed = tmp_path / "seeds/ferry-000.yml"
    preview = _read_preview(tiny.archive(tmp_path))
    written = seed.read_text()

    def save(words: str, *, whole: bool = True) -> str:
        seed.write_text(written.replace("No boat", words))
        looked = preview.refresh()
        if whole and looked:
            preview.refresh()
        return (preview.find_page(SOURCE) or b"").decode()

    assert "No vessel" in save("No vessel", whole=False)
    assert "No vessel" in save("[No barge")
    written = written.replace("- ostry", "- nowhere")
    assert "No vessel" not in save("No raft")
    assert "No raft" not in save("No raft")


def test_names_that_are_listed_elsewhere_are_heeded_at_once(tmp_path: Path) -> None:
    """No quick look is taken with an older list: a name that was just added would be seen for a moment."""
    listed = tmp_path / "names/private.yml"
    listed.parent.mkdir()
    listed.write_text("# Nobody yet.\n")
    config = tiny.archive(tmp_path, private_names=str(listed))
    preview = _read_preview(config)
    assert (listed, False) in list_watched_paths(preview.plan)
    listed.write_text("# Nobody, still.\n")
    seed = tmp_path / "seeds/ferry-000.yml"
    seed.write_text(seed.read_text().replace("No boat", "No vessel"))
    assert not preview.refresh()


def test_a_folder_that_is_gone_for_a_while_ends_nothing(tmp_path: Path) -> None:
    """As in a checkout: it is told, and what was saved meanwhile is shown when it is back."""
    preview = _read_preview(tiny.archive(tmp_path))
    away = (tmp_path / "docs").rename(tmp_path / "away")
    assert not preview.refresh()
    assert preview.get_trouble().stops
    away.rename(tmp_path / "docs")
    assert not preview.refresh()
    assert not preview.get_trouble().stops
