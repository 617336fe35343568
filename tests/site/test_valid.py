"""Every page of the sites is valid HTML by the Nu Html Checker; on what is not, browsers differ.

The checker comes from npm, as a file that Java runs, and is kept in pytest's cache.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.pages import page_types
from tests.built import QUICK_JAVA
from tests.npm import fetch_package
from tests.site.workshop import Workshop

CHECKER = "vnu-jar@26.9.27"
"""Pinned: a newer checker may know of more errors, and is taken by a change of this line."""
WORDS = "No errors found"


@pytest.fixture(scope="module")
def checker(request: pytest.FixtureRequest) -> Path:
    """The checker's file; skips where it cannot be had."""
    if not shutil.which("java"):
        pytest.skip("the Nu Html Checker needs Java: sudo apt-get install default-jre-headless")
    return fetch_package(request.config.cache.mkdir("nu"), CHECKER, "vnu-jar/build/dist/vnu.jar")


@pytest.fixture(scope="module")
def addressed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented archive's public edition with an address and a neighbour: all tags and attributes."""
    beside = [{"name": "2018 “<&'>”", "address": "../2018/"}]
    shop = Workshop(tmp_path_factory.mktemp("addressed")).furnish(searched_together=beside)
    assert b'rel="canonical"' in shop.build(strict=True).site["index.html"]
    return shop.site


@pytest.mark.java
@pytest.mark.npm
def test_the_nu_checker_finds_no_error(
    checker: Path, public_site: Path, demo_site: Path, addressed_site: Path, guide_site: Path
) -> None:
    """No page of an archive or of the guide has one, that for lost addresses included."""
    folders = (public_site, demo_site, guide_site)
    assert all((folder / "404.html").is_file() for folder in (*folders, addressed_site))
    # what an address adds stands in the head, which is one template's
    run = _check(checker, *folders, *page_types(addressed_site))
    found = run.stdout + run.stderr
    assert run.returncode == 0, found
    assert WORDS in found


@pytest.mark.java
@pytest.mark.npm
def test_an_error_would_be_found(checker: Path, tmp_path: Path) -> None:
    """The checker reads files in folders, and ends with an error where there is one."""
    page = tmp_path / "below" / "index.html"
    page.parent.mkdir()
    head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>One</title></head>'
    page.write_text(f'{head}<body><p markdown="0">Two</p></body></html>', "utf-8")
    run = _check(checker, tmp_path)
    assert run.returncode == 1
    assert "markdown" in run.stdout + run.stderr


def _check(checker: Path, *paths: Path) -> subprocess.CompletedProcess[str]:
    """Have pages, and all pages of folders, checked by one Java, which takes seconds to start and warm."""
    arguments = ["--errors-only", "--skip-non-html", "--format", "text", *map(str, paths)]
    command = ["java", *QUICK_JAVA, "-jar", str(checker), *arguments]
    told = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=told)
