"""The repository as a place to read: short files, no publishers' text, nothing of a machine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.built import ROOT, tree
from tests.house.runs import digest, known_runs, published, words

MOST_LINES = 250
LONGER = {"build_tools/model/record.py": "what a record may say, read from top to bottom by its editors"}
"""Files that may be longer, each with its reason."""
CODE = {".py", ".js", ".css", ".j2", ".html", ".sh"}
WRITTEN_BY_COMMANDS = ("requirements/",)
BINARY = {".png", ".ico", ".jpg", ".woff2", ".zip", ".gz"}

PATHS_OF_A_MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home|Users|opt)/\w")
REGISTRIES = re.compile(
    "|".join(("pypi" + r"\.org", "python" + "hosted", "registry" + r"\.npmjs", "--index" + "-url"))
)


def _texts() -> list[tuple[str, str]]:
    files = [(name, ROOT / name) for name in tree() if Path(name).suffix not in BINARY]
    return [(name, path.read_text("utf-8", errors="replace")) for name, path in files]


def test_files_are_short_enough_to_read() -> None:
    """A file of code has at most 250 lines, or its reason stands in the list."""
    lengths = {name: text.count("\n") for name, text in _texts() if Path(name).suffix in CODE}
    long = {name: n for name, n in lengths.items() if n > MOST_LINES and name not in LONGER}
    assert not long, long
    needless = [name for name in LONGER if lengths.get(name, 0) <= MOST_LINES]
    assert not needless, f"no longer exceptions: {needless}"


def test_nothing_tells_of_a_machine() -> None:
    """No path of a particular machine and no host of a package registry stands in any file."""
    for name, text in _texts():
        found = PATHS_OF_A_MACHINE.search(text) or REGISTRIES.search(text)
        assert not found, f"{name}: {found.group()}"


def test_no_capture_is_in_the_tree() -> None:
    """A capture is in the repository only if its record says that its text may be shown."""
    there = [ROOT / name for name in tree() if re.fullmatch(r"seeds/[^/]*\.(txt|html?)", name)]
    assert not [path.name for path in there if digest(path) not in published(ROOT / "seeds")]


def test_no_publishers_text_is_in_the_tree(captures: Path) -> None:
    """No file shares a run of nine words or more with a capture, titles aside."""
    runs = known_runs(captures, ROOT / "seeds")
    assert len(runs) > 1000, "the captures are there, but nothing could be read from them"
    shared = {name: hit for name, text in _texts() if (hit := next(runs.found_in(words(text)), None))}
    assert not shared, "\n".join(f"{name}: “{run}” ({source})" for name, (run, source) in shared.items())


def test_no_publishers_text_is_in_the_public_site(captures: Path, public_site: Path) -> None:
    """Pages, search index, feeds and downloads of the public edition share no run of nine words either."""
    runs = known_runs(captures, ROOT / "seeds")
    for path in sorted(p for p in public_site.rglob("*") if p.is_file() and p.suffix not in BINARY):
        text = path.read_text("utf-8", errors="replace")
        for reading in (words(text), words(text, markup=True)):
            hit = next(runs.found_in(reading), None)
            assert not hit, f"{path.relative_to(public_site)}: {hit}"


def test_a_leak_would_be_found(tmp_path: Path) -> None:
    """The two tests above can fail: nine words are found across markup, case and line ends; eight are not."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "a.txt").write_text("The ferry was late again, and nobody on the quay was told why.", "utf-8")
    runs = known_runs(tmp_path, tmp_path / "seeds")
    leak = "<p>the <em>Ferry</em> was late\nAGAIN &mdash; and nobody on the</p>"
    assert list(runs.found_in(words(leak, markup=True)))
    assert not list(runs.found_in(words("The ferry was late again, and nobody")))


@pytest.mark.parametrize(
    "name", ["LICENSE", "CITATION.cff", "CHANGELOG.md", ".editorconfig", "decisions/README.md"]
)
def test_the_house_is_furnished(name: str) -> None:
    """What a visitor of a repository looks for is there."""
    assert (ROOT / name).read_text("utf-8").strip()
