"""requirements/ and pyproject.toml: in step, hashed, and for every Python and platform."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from build_tools.site.program_digest import LIBRARIES, RENDERERS
from tests.built import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
WANTED = {
    "site.txt": PROJECT["dependencies"] + EXTRAS["install"] + EXTRAS["intake"],
    "test.txt": PROJECT["dependencies"] + EXTRAS["install"] + EXTRAS["intake"] + EXTRAS["test"],
}
PYTHONS = ("3.11.2", "3.12.3", "3.13.0", "3.14.0")


def _locked(name: str) -> list[Requirement]:
    text = (ROOT / "requirements" / name).read_text("utf-8")
    return [Requirement(line.rstrip(" \\")) for line in text.splitlines() if re.match(r"[A-Za-z0-9]", line)]


def _versions(name: str, python: str) -> dict[str, Version]:
    environment = {"python_version": python.rpartition(".")[0], "python_full_version": python}
    valid = [r for r in _locked(name) if r.marker is None or Marker(str(r.marker)).evaluate(environment)]
    return {canonicalize_name(r.name): Version(str(r.specifier).removeprefix("==")) for r in valid}


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("name", WANTED)
def test_locks_fulfil_the_project(name: str, python: str) -> None:
    """Each dependency of pyproject.toml is locked, at a version that it allows; else: `make lock`."""
    versions = _versions(name, python)
    for wanted in map(Requirement, WANTED[name]):
        assert versions[canonicalize_name(wanted.name)] in wanted.specifier, str(wanted)


def test_what_is_remembered_knows_of_every_library() -> None:
    """With another version of any that a build may use, readers of captures too, nothing kept is believed."""
    used = [*PROJECT["dependencies"], *EXTRAS["warc"], *EXTRAS["pdf"], *EXTRAS["office"]]
    assert {canonicalize_name(Requirement(wanted).name) for wanted in used} == {*LIBRARIES, *RENDERERS} - {
        "markupsafe"  # of Jinja, which asks for it
    }


@pytest.mark.parametrize("name", WANTED)
def test_every_locked_version_has_hashes(name: str) -> None:
    """`pip install --require-hashes` must refuse anything that was not seen when the lock was made."""
    text = (ROOT / "requirements" / name).read_text("utf-8")
    entries = re.split(r"\n(?=[A-Za-z0-9])", text)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize("python", PYTHONS)
def test_testing_does_not_change_what_builds(python: str) -> None:
    """The site is built with the same versions whether or not the tests' packages are there too."""
    site, test = _versions("site.txt", python), _versions("test.txt", python)
    assert {name: test[name] for name in site} == site
