"""Archives that are searched together: where their setting may lead, and how each slip in it is told."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest
from pydantic import ValidationError

from build_tools.model.archive_settings import SearchedArchive
from build_tools.model.fault import Faults
from build_tools.site.configuration import read_plan
from tests.archives import write_archive
from tests.site.test_settings_reader import HEAD

CASES: dict[str, tuple[str, list[str]]] = {
    "host": (
        "    searched_together: [{name: A, address: https://other.example/a/}]\n",
        ["4:44: K105 “https://other.example/a/” is not the way to a folder on the same host, with a slash"],
    ),
    "whole": ("    searched_together: 2023\n", ["4:24: K103 `searched_together` should be a list, but is"]),
    "bare": (
        "    searched_together:\n      - ../2023/\n",
        ["5:9: K103 An entry of `searched_together` should be a `name` and an `address`, but is “../2023/”."],
    ),
    "lacking": (
        "    searched_together:\n      - name: A\n      - address: ../2023/\n",
        ["5:9: K112 An archive in `searched_together` has no `address`. Write a", "6:9: K112 An archive in"],
    ),
    "strange way": (
        "    searched_together:\n      - {name: A, address: a/, addres: b/}\n",
        ["5:32: K101 There is no setting “addres”. Did you mean “address”?"],
    ),
    "names": (
        f"    searched_together: [{{name: ' ', address: a/}},\n      {{name: {'x' * 61}, address: b/}}]\n",
        ["4:32: K105 “ ” is not a name of one line, 60 characters at most.", "5:14: K105"],
    ),
    "same": (
        "    searched_together: [{name: A, address: a/},\n {name: A, address: b/},\n {name: C, address: a/}]",
        [
            "5:9: K110 An archive with the name “A” stands in `searched_together` already.",
            "6:21: K110 An archive with the address “a/” stands in `searched_together` already.",
        ],
    ),
}
"""Name → what stands under `extra.archive`, and how each line that is told begins."""


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The mkdocs.yml of a small archive in the working folder."""
    monkeypatch.chdir(write_archive(tmp_path))
    return Path("mkdocs.yml")


def _faults(settings: Path, text: str) -> list[str]:
    settings.write_text(text)
    with pytest.raises(Faults) as raised:
        read_plan(settings)
    return [str(fault) for fault in raised.value.faults]


def test_each_slip_has_its_fault(settings: Path) -> None:
    """One fault for each, at the value within the list, or at the key where that is wrong."""
    codes = set()
    for written, expected in CASES.values():
        found = _faults(settings, HEAD + written)
        codes |= {fault.split()[1] for fault in found}
        assert len(found) == len(expected)
        assert all(f.startswith(f"mkdocs.yml:{e}") for f, e in zip(found, expected, strict=True)), found
    assert codes == {"K101", "K103", "K105", "K110", "K112"}


def test_a_list_takes_the_place_of_the_inherited_one(settings: Path) -> None:
    """What its entry lacks is told in the file that it stands in, not at an entry that does not count."""
    Path("base").mkdir()
    others = "    searched_together: [{name: A, address: a/}, {name: B, address: b/}]\n"
    Path("base/settings.yml").write_text(f"{HEAD}{others}")
    settings.write_text("INHERIT: base/settings.yml\n")
    made = read_plan(settings)
    assert made.identity.searched_together == (("A", "a/"), ("B", "b/"))
    (fault,) = _faults(settings, f"INHERIT: base/settings.yml\n{HEAD}    searched_together: [{{name: C}}]\n")
    assert fault.startswith("mkdocs.yml:5:25: K112 ")


@pytest.mark.parametrize(
    ("ways", "right"),
    [
        (("../2023/", "2023/", "../", "../../a/b/", "../Паром/", "~keeper/a.b/"), True),
        (
            ("https://a.example/b/", "//a.example/", "/b/", "file:///b/", "javascript:a/", "a@b/", "a:8/"),
            False,
        ),
        (("..", "../b", "./", "", "../b//", "b/../c/", "../b/./", "../.archive/", ".../", "a/..b/"), False),
        (("..\\b/", "b\\..\\c/", "../b/?q/", "../b/#a/", "../%2e/", "../a b/", "a/\n", "a/\t/"), False),
    ],
)
def test_a_way_to_another_archive_leads_up_and_down(ways: tuple[str, ...], *, right: bool) -> None:
    """From an archive in a folder to one beside it, around it or in it, and never to another host."""
    for way in ways:
        with nullcontext() if right else pytest.raises(ValidationError):
            SearchedArchive(name="A", address=way)
