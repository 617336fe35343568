"""The wheel, installed where no checkout is: one command begins an archive, and that is all there is to it.

Nothing is fetched: the libraries are those of the tests' environment, the generator is the wheel's.
"""

from __future__ import annotations

import re
import socket
import subprocess
import urllib.request
import zipfile
from pathlib import Path

import pytest

from tests.built import tree
from tests.cli.wheels import NAME, REPOSITORY, make_environment, run

CARRIED = ("overrides/", "requirements/site.txt", "seeds/README.md")


@pytest.fixture(scope="module")
def begun(bare: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that the wheel began, built once."""
    folder = tmp_path_factory.mktemp("keeper") / "river-floods"
    run(folder.parent, bare / NAME, "new", folder)
    run(folder, bare / "archive", "build", "--strict")
    return folder


def test_the_wheel_has_all_of_the_package(wheel: Path) -> None:
    """Every file of the package, and what lies beside it in a clone; and nothing of an archive."""
    with zipfile.ZipFile(wheel) as packed:
        names = {name for name in packed.namelist() if ".dist-info/" not in name}
    ours = {name for name in tree() if name.startswith("build_tools/")}
    carried = {f"build_tools/{name}" for name in tree() if name.startswith(CARRIED)}
    assert names == ours | carried


def test_it_says_what_it_is(wheel: Path) -> None:
    """A name of its own, a text to read, its licence, its Pythons; and a command of that name, for `uvx`."""
    with zipfile.ZipFile(wheel) as packed:
        folder = next(name for name in packed.namelist() if name.endswith("/METADATA")).rpartition("/")[0]
        told = packed.read(f"{folder}/METADATA").decode()
        commands = packed.read(f"{folder}/entry_points.txt").decode()
    assert re.search(rf"^Name: {NAME}$", told, re.MULTILINE)
    for field in ("License-Expression: MIT", "Requires-Python: >=3.11", "Classifier: Typing :: Typed"):
        assert f"\n{field}\n" in told
    assert "Description-Content-Type: text/markdown" in told
    # where it is from, as whoever built it says; nothing is guessed
    assert re.findall(r"^Project-URL: (.+)$", told, re.MULTILINE) == [
        f"Source, {REPOSITORY}",
        f"Issues, {REPOSITORY}/issues",
    ]
    assert f"uvx {NAME} new" in told
    assert {f"archive = {_MAIN}", f"{NAME} = {_MAIN}"} <= set(commands.splitlines())


_MAIN = "build_tools.cli:main"


def test_nothing_of_the_checkout_is_used(bare: Path) -> None:
    """What is tested is the wheel's."""
    place = run(bare, bare / "python", "-c", "import build_tools; print(build_tools.__file__)")
    assert Path(place.strip()).is_relative_to(bare.parent)


def test_what_it_began_is_sound(bare: Path, begun: Path) -> None:
    """Checked, verified, packed; and plain MkDocs makes the same bytes of it."""
    assert "R126" in run(begun, bare / "archive", "check")
    run(begun, bare / "archive", "verify")
    assert Path(run(begun, bare / "archive", "package").strip()).name == "river-floods.zip"
    run(begun, bare / "python", "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", "site-mkdocs")
    plain, short = begun / "site-mkdocs", begun / "site"
    files = {p.relative_to(short) for p in short.rglob("*") if p.is_file()}
    assert files == {p.relative_to(plain) for p in plain.rglob("*") if p.is_file()}
    assert [p for p in files if (short / p).read_bytes() != (plain / p).read_bytes()] == []


def test_its_pages_have_their_styles(begun: Path) -> None:
    """The shell is there with its fonts, although the folder has none of it."""
    assert not (begun / "overrides").exists()
    assert len(list((begun / "site/assets/fonts").glob("*.woff2"))) > 1
    assert "@font-face" in (begun / "site/assets/stylesheets/site.css").read_text("utf-8")


def test_it_is_served(bare: Path, begun: Path) -> None:
    """`archive serve` answers, and shows the draft that no build has."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [str(bare / "archive"), "serve", "--address", address]
    with subprocess.Popen(
        command, cwd=begun, env=make_environment(), stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stderr is not None
            told = []
            for line in server.stderr:
                told.append(line)
                if address in line:
                    break
            with urllib.request.urlopen(f"http://{address}/sources/river-floods-old-mill/") as answer:
                page = answer.read().decode()
        finally:
            server.terminate()
    assert "still being written" in page, told
    assert not (begun / "site/sources/river-floods-old-mill").exists()
