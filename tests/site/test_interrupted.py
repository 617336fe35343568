"""A build that ends early leaves the last good site, docs/ and the store of pages; the next one is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools import page_renderer, pipeline, site_assembly
from build_tools.site import session, swap
from build_tools.site.configuration import read_plan
from build_tools.site.manifest import MANIFEST_NAME
from tests.site import tiny
from tests.site.workshop import Outcome, Workshop

PLACES = {
    "gathering": (pipeline, "assemble_archive"),
    "rendering": (page_renderer.Renderer, "finish_page"),
    "MkDocs": (site_assembly, "render_handwritten"),
    "search": (site_assembly, "list_site_files"),
    "checks": (site_assembly, "check_new_links"),
    "docs": (session, "write_artifacts"),
    "the swap": (swap, "swap_folders"),
}
ENDS = (KeyboardInterrupt, OSError, RuntimeError)


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """A small archive, built."""
    (tmp_path / "archive").mkdir()
    tiny.archive(tmp_path / "archive")
    shop = Workshop(tmp_path)
    shop.build()
    return shop


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """What a first build makes of the same archive once it is edited."""
    folder = tmp_path_factory.mktemp("edited")
    (folder / "archive").mkdir()
    tiny.archive(folder / "archive")
    shop = Workshop(folder)
    _edit(shop)
    return shop.build()


def _edit(shop: Workshop) -> None:
    seed = shop.seeds / "ferry-000.yml"
    seed.write_text(seed.read_text("utf-8").replace("No boat", "No vessel"), "utf-8")
    (shop.hand / "about.md").write_text("# About\n\nOther words.\n", "utf-8")


def _stored(shop: Workshop) -> bytes:
    (store,) = (shop.folder / "archive/.archive/cache").glob("pages-*.sqlite")
    return store.read_bytes()


@pytest.mark.parametrize("place", PLACES)
def test_an_interrupted_build_leaves_all_as_it_was(
    place: str, shop: Workshop, edited: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By Ctrl-C, a full disk, a slip in the program: at any stage, half-way through it."""
    _edit(shop)
    before, stored = shop.outcome(), _stored(shop)
    owner, name = PLACES[place]
    ordinary = getattr(owner, name)
    for kind in ENDS:
        calls = 0

        def interrupted(*arguments: object, kind: type[BaseException] = kind, **settings: object) -> object:
            nonlocal calls
            calls += 1
            if calls > 3 or name != "finish_page":
                raise kind
            return ordinary(*arguments, **settings)

        with monkeypatch.context() as patch:
            patch.setattr(owner, name, interrupted)
            with pytest.raises(kind):
                shop.build()
        now = shop.outcome()
        assert now.site == before.site
        assert place == "the swap" or now.docs == before.docs
        assert _stored(shop) == stored
    assert shop.build() == edited
    assert not [path for path in shop.site.parent.rglob(".site-*/**/*") if path.is_file()]


def test_a_reading_edition_without_its_list_of_files_is_made_anew(tmp_path: Path) -> None:
    """What lies in the private folder is nobody's own, whatever was lost of it."""
    (tmp_path / "archive").mkdir()
    tiny.archive(tmp_path / "archive", edition="reading", invented=True)
    shop = Workshop(tmp_path)
    whole = shop.build()
    docs = read_plan(shop.config).docs
    (docs / MANIFEST_NAME).write_text("{")
    (docs / "sources/index.md").write_text("Garbled.")
    assert shop.build() == whole


def test_leaks_and_broken_links_are_found_in_warm_builds(shop: Workshop, tmp_path: Path) -> None:
    """As in clean ones, by record and by hand; a refused build changes nothing, however often it is tried."""
    seed, about = shop.seeds / "ferry-000.yml", shop.hand / "about.md"
    record, words = seed.read_text("utf-8"), about.read_text("utf-8")
    leak = "their bread comes by boat every morning, feast days excepted"
    broken = {
        "L101 in a record": (seed, record.replace("Some 200 islanders wait for bread", leak)),
        "L101 by hand": (
            about,
            f"{words}\nThey say that *their bread* comes by boat every morning, feast days.\n",
        ),
        "S101 by hand": (about, f'{words}\n<a href="../sources/gone/index.html">there</a>\n'),
        "S101 of a picture": (about, f'{words}\n<img src="gone.png" alt="">\n'),
        "S102 by hand": (about, f'{words}\n<a href="../method/index.html#gone">there</a>\n'),
    }
    last = shop.build(strict=True)
    assert last.faults == []
    for case, (path, content) in broken.items():
        path.write_text(content, "utf-8")
        first, second = _refused(shop, last), _refused(shop, last)
        assert {code for code, _ in first} == {case[:4]}, case
        assert shop.build_elsewhere(tmp_path / "clean", strict=True).faults == first == second, case
        seed.write_text(record, "utf-8")
        about.write_text(words, "utf-8")
    assert shop.build(strict=True) == last


def test_a_link_to_a_record_that_is_gone_is_found(shop: Workshop, tmp_path: Path) -> None:
    """The page that has the link did not change; what it leads to did."""
    about, seed = shop.hand / "about.md", shop.seeds / "ferry-000.yml"
    about.write_text('# About\n\n<a href="../sources/pier-post-ferry/index.html#p1">there</a>\n', "utf-8")
    last = shop.build(strict=True)
    assert last.faults == []
    seed.write_text(seed.read_text("utf-8").replace("pier-post-ferry", "another-name"), "utf-8")
    refused = _refused(shop, last)
    assert {code for code, _ in refused} == {"S101"}
    assert shop.build_elsewhere(tmp_path / "clean", strict=True).faults == refused


def _refused(shop: Workshop, last: Outcome) -> list[tuple[str, str]]:
    built = shop.build(strict=True)
    assert built.site == last.site
    assert {**built.docs, "about.md": b""} == {**last.docs, "about.md": b""}
    return built.faults
