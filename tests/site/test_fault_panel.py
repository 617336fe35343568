"""Who writes sees on the page what is wrong with it, and the last good page below."""

from __future__ import annotations

from pathlib import Path

from build_tools.model.codes import find_code
from build_tools.model.fault import Fault
from build_tools.preview import Preview
from build_tools.site.configuration import read_plan
from build_tools.site.fault_panel import Trouble, write_fault_panel
from build_tools.site.preview_server import PreviewServer
from tests.site import tiny

SOURCE = "sources/pier-post-ferry/"


def _look_through_server(preview: Preview, address: str) -> str:
    """The page as a browser gets it, with what the server puts into it."""
    server = PreviewServer(
        preview.refresh, preview.find_page, preview.plan.site, ("127.0.0.1", 0), preview.get_trouble
    )
    server.watch(str(preview.plan.seeds))
    server._visible_epoch = server._wanted_epoch
    told: list[str] = []
    body = server._serve_request(
        {"PATH_INFO": f"/{address}"}, lambda status, headers: told.append(f"{status} {dict(headers)}")
    )
    assert told[0].startswith("200 OK"), told
    return b"".join(body or ()).decode()


def test_a_fault_stands_on_every_page_until_it_is_mended(tmp_path: Path) -> None:
    """With its place, the line with a caret, and the remedy; what the keeper has written is no markup."""
    config = tiny.archive(tmp_path)
    seed = tmp_path / "seeds/ferry-000.yml"
    preview = Preview(read_plan(config), config, workers=1)
    preview.refresh()
    assert "archive-faults" not in _look_through_server(preview, SOURCE)
    written = seed.read_text()
    seed.write_text(written.replace("language: en", "language: <b>&amp;</b>"))
    preview.refresh()
    line = next(n for n, text in enumerate(seed.read_text().splitlines(), 1) if "<b>" in text)
    # a page that is made when it is asked for, one that lies in the folder, one in a folder of its own
    for address in (SOURCE, "about/", f"{SOURCE}ledger/"):
        page = _look_through_server(preview, address)
        panel = page[page.index('<details class="archive-faults" open>') : page.index("</details>")]
        assert f"seeds/ferry-000.yml:{line}:11</code>" in panel
        assert "<strong>R107</strong>" in panel
        assert "language: &lt;b&gt;&amp;amp;&lt;/b&gt;\n          ^</pre>" in panel
        assert find_code("R107").remedy in panel
        assert "<b>" not in panel
        assert "The pages are as they were before" in panel
        assert page.index("<body>") < page.index("archive-faults") < page.index("md-skip")
        assert "livereload" in page
    assert ".archive-faults {" in _look_through_server(preview, "archive-faults.css")
    seed.write_text(written)
    preview.refresh()
    assert "archive-faults" not in _look_through_server(preview, SOURCE)


def test_no_line_with_a_protected_name_is_shown(tmp_path: Path) -> None:
    """Whatever else is wrong with it; nor one of the list itself. Places are told, and other lines shown."""
    seed, *lists = (tmp_path / name for name in ("record.yml", "private-names.yml", "elsewhere.yml"))
    seed.write_text("title: Tamlin Wray\nlanguage: xx\n")
    for listed in lists:
        listed.write_text("- names: [Tamlin Wray\n")
    faults = (
        Fault(str(seed), 1, 8, "N102", "The name of a deckhand stands here."),
        Fault(str(seed), 1, 1, "R101", "Told of the same line."),
        Fault(str(seed), 2, 1, "R102", "Told of another."),
        *(Fault(str(listed), 1, 3, "Y104", "The list has no end.") for listed in lists),
    )
    panel = write_fault_panel(Trouble(faults, private_list=lists[1]))
    assert "Tamlin" not in panel
    assert "language: xx" in panel
    assert panel.count(f"{seed}:1:") == 2
    assert panel.count(".yml:1:3</code>") == 2


def test_what_a_draft_lacks_is_folded_on_the_page(tmp_path: Path) -> None:
    """It stops nothing: the other pages are new, and the panel is closed."""
    config = tiny.archive(tmp_path)
    seed = tmp_path / "seeds/ferry-000.yml"
    preview = Preview(read_plan(config), config, workers=1)
    seed.write_text("draft: true\n" + seed.read_text().replace("language: en\n", ""))
    (tmp_path / "seeds/reuse.json").unlink(missing_ok=True)
    preview.refresh()
    page = _look_through_server(preview, "about/")
    assert '<details class="archive-faults archive-faults--warnings"><summary>' in page
    assert "The field “language” is missing" in page
    assert "as they were before" not in page


def test_serving_begins_with_faults_too(tmp_path: Path) -> None:
    """Who begins with a slip sees it in the browser, and the site once it is mended."""
    config = tiny.archive(tmp_path)
    seed = tmp_path / "seeds/ferry-000.yml"
    written = seed.read_text()
    seed.write_text(written.replace("paragraphs: 2", "paragraphs: many"))
    preview = Preview(read_plan(config), config, workers=1)
    preview.refresh()
    for address in ("", SOURCE):
        page = _look_through_server(preview, address)
        assert "R103" in page
        assert "There is no page yet" in page
    seed.write_text(written)
    preview.refresh()
    assert "No boat" in _look_through_server(preview, SOURCE)
    assert "archive-faults" not in _look_through_server(preview, "about/")
