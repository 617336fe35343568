"""The reading edition in public hands: not inside a public site, not packed or published, not in git."""

from __future__ import annotations

import gzip
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.cli.main import main
from build_tools.read.captures import SUFFIXES
from build_tools.site.private_marks import find_private_files, find_private_marks
from tests.built import ROOT
from tests.site.workshop import Workshop

BEFORE, PRIVATE = b"<!doctype html><html><head><title>A page</title>", b"</head><body>Words.</body></html>"


def _zip(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(name, content)
    return out.getvalue()


@st.composite
def _marks(draw: st.DrawFn) -> bytes:
    """The mark as this generator or some other tool may write it."""
    quote = draw(st.sampled_from(('"', "'", "")))
    space = draw(st.sampled_from((" ", "\n", "  ")))
    attributes = [f"name={quote}archive-edition{quote}", f"content={quote}reading{quote}"]
    if draw(st.booleans()):
        attributes.reverse()
    attributes.insert(draw(st.integers(0, 2)), "data-x=1")
    mark = f"<meta{space}{space.join(attributes)}{draw(st.sampled_from(('>', ' />')))}"
    return (mark.upper() if draw(st.booleans()) else mark).encode()


@given(_marks(), st.integers(0, 4))
def test_a_page_is_known_however_it_is_written_and_packed(mark: bytes, depth: int) -> None:
    """Its mark is found in any spelling, in packages within packages; and is not seen in what explains it."""
    page = BEFORE + mark + PRIVATE
    for step in range(depth):
        page = _zip("sources/index.html", page) if step % 2 else gzip.compress(page)
    assert [fault.code for fault in find_private_marks("x.bin", page)] == ["L102"]
    assert not [*find_private_marks("a.html", BEFORE + mark.lower().replace(b"reading", b"public") + PRIVATE)]
    assert not [*find_private_marks("a.html", BEFORE + mark.replace(b"<", b"&lt;") + PRIVATE)]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """An archive with captures that nobody may publish; both editions are built."""
    shop = Workshop(tmp_path_factory.mktemp("home")).furnish()
    shutil.copy(ROOT / ".gitignore", shop.config.parent)
    config = str(shop.config)
    assert main(["build", "--config", config]) == 0
    site = str(shop.config.parent / "site-reading")
    assert main(["build", "--config", config, "--edition", "reading", "--site", site]) == 0
    return shop


@pytest.mark.parametrize(
    "place", ["site", "site/reading", "site/a/b", "docs/assets", "seeds/x", "out", "overrides"]
)
def test_it_is_not_built_into_public_hands(home: Workshop, place: str) -> None:
    """Neither into a public site or below it, nor where git would take it."""
    target = home.config.parent / place
    before = sorted(home.config.parent.rglob("*"))
    assert main(["build", "--config", str(home.config), "--edition", "reading", "--site", str(target)]) == 2
    assert sorted(home.config.parent.rglob("*")) == before


def test_it_is_not_built_into_a_public_site_by_a_link(home: Workshop, tmp_path: Path) -> None:
    """What a link leads to counts, wherever it stands."""
    (tmp_path / "link").symlink_to(home.site)
    target = tmp_path / "link/reading"
    assert main(["build", "--config", str(home.config), "--edition", "reading", "--site", str(target)]) == 2


def test_it_is_not_built_into_a_public_site_elsewhere(
    home: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A site that was copied out of the archive's folder is public by its mark."""
    target = shutil.copytree(home.site, tmp_path / "copied") / "a/reading"
    assert main(["build", "--config", str(home.config), "--edition", "reading", "--site", str(target)]) == 2
    assert "does not go into copied/" in capsys.readouterr().err


def _lay_private(home: Workshop, folder: Path, how: str) -> None:
    """Some of the reading edition, copied into a folder by hand."""
    private = home.config.parent / "site-reading"
    page = next(private.glob("sources/*/index.html"))
    folder.mkdir()
    if how == "site":
        shutil.copytree(private, folder / "private")
    elif how == "page":
        shutil.copy(page, folder / "notes.bin")
    elif how == "package":
        (folder / "a.zip").write_bytes(_zip("archive/index.html", page.read_bytes()))
    else:
        shutil.copy(private / "downloads/archive.epub", folder / "book.epub")


@pytest.mark.parametrize("how", ["site", "page", "package", "book"])
def test_it_is_neither_packed_nor_verified_nor_published(
    home: Workshop, tmp_path: Path, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever copied some of it into the public site is told, by each of the ways out."""
    config, out = str(home.config), tmp_path / "out.zip"
    assert main(["package", "--config", config, "--out", str(out)]) == 0
    assert main(["verify", "--config", config]) == 0
    out.unlink()
    _lay_private(home, home.site / "added", how)
    capsys.readouterr()
    try:
        assert main(["package", "--config", config, "--out", str(out)]) == 1
        assert "L102" in capsys.readouterr().err
        assert not out.exists()
        assert main(["verify", "--config", config]) == 1
        told = capsys.readouterr()
        assert "L102" in told.out + told.err
        if how in ("site", "page"):
            run = subprocess.run([ROOT / ".ci/refuse-reading", home.site], capture_output=True, check=False)
            assert run.returncode == 1
    finally:
        shutil.rmtree(home.site / "added")


@pytest.mark.parametrize("how", ["site", "page", "package", "book"])
def test_it_is_not_published_by_way_of_the_hand_written_pages(home: Workshop, how: str) -> None:
    """What lies beside them is copied into the public site; not this."""
    before = sorted(home.site.rglob("*"))
    _lay_private(home, home.hand / "added", how)
    try:
        assert main(["build", "--config", str(home.config)]) == 1
    finally:
        shutil.rmtree(home.hand / "added")
    assert sorted(home.site.rglob("*")) == before
    assert not find_private_files(home.site)


def test_its_package_does_not_go_into_a_public_site(home: Workshop) -> None:
    """`--out` is a place like any other."""
    reading = str(home.config.parent / "site-reading")
    arguments = ["package", "--config", str(home.config), "--site", reading, "--private"]
    assert main([*arguments, "--out", str(home.site / "downloads/x.zip")]) == 2
    assert main([*arguments, "--out", str(home.config.parent / "docs/x.zip")]) == 2
    assert main(arguments) == 0


def _git(folder: Path, *arguments: str) -> str:
    run = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    return run.stdout


def test_git_ignores_it_and_every_capture(home: Workshop, tmp_path: Path) -> None:
    """Captures under any spelling of their suffix and in any form, private sites wherever they are copied."""
    shutil.copy(ROOT / ".gitignore", tmp_path)
    shutil.copytree(home.config.parent / "site-reading", tmp_path / "copied/anywhere")
    _git(tmp_path, "init", "-q")
    kept = [
        "a.yml",
        "a.ledger.json",
        "reuse.json",
        "README.md",
        "vocabulary/topics.yml",
        ".schema/record.json",
    ]
    spelt = [f"a{form(s)}" for s in SUFFIXES for form in (str, str.upper, str.title, str.swapcase)]
    spelt += ["a.Txt.bak", ".hidden.txt", "a.pdf", "a.MHTML", "a.warc.gz", "a", "a b.txt", "ä.TXT"]
    for name in (*kept, *spelt):
        (tmp_path / "seeds" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "seeds" / name).write_text("words")
    shown = _git(tmp_path, "-c", "core.quotepath=off", "ls-files", "--others", "--exclude-standard").split(
        "\n"
    )
    assert sorted(filter(None, shown)) == sorted([".gitignore", *(f"seeds/{name}" for name in kept)])


def test_it_is_packed_for_who_says_that_it_stays_private(
    home: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody makes a file of it by the way."""
    out = tmp_path / "out.zip"
    reading = str(home.config.parent / "site-reading")
    arguments = ["package", "--config", str(home.config), "--site", reading, "--out", str(out)]
    assert main(arguments) == 2
    assert "--private" in capsys.readouterr().err
    assert not out.exists()
    assert main([*arguments, "--private"]) == 0
    assert out.exists()
