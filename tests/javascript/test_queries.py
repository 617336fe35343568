"""What readers type → what must come first, in both archives: chosen before any ranking was looked at."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.site.search_index import SEARCH_FOLDER
from tests.javascript.asking import Found, ask_search

pytestmark = pytest.mark.node

QUERIES = Path(__file__).with_name("queries")
NEAR = 5
"""Pages that a reader sees without scrolling far."""

Case = Mapping[str, Any]


def _read_cases(name: str) -> list[Case]:
    return list(yaml.safe_load((QUERIES / name).read_text("utf-8")))


def _list_misses(case: Case, found: Found) -> list[str]:
    pages = found.pages
    near = pages[:NEAR]
    misses = []
    if "first" in case and near[:1] and near[0] not in case["first"]:
        misses.append(f"first is {near[0]}")
    if ("first" in case or "near" in case) and not near:
        misses.append("nothing is found")
    misses += [f"{page} is not near, but {pages.index(page) + 1 if page in pages else 'nowhere'}: {near}"
               for page in case.get("near", ()) if page not in near]  # fmt: skip
    whole = {at for at, _ in found.places}
    misses += [f"{page} is found" for page in case.get("never", ()) if page in whole]
    if case.get("nothing") and whole - {"missing/"}:
        misses.append(f"found {sorted(whole)}")
    return misses


def _list_all_misses(site: Path, name: str) -> dict[str, list[str]]:
    cases = _read_cases(name)
    found = ask_search(site / SEARCH_FOLDER, *(case["query"] for case in cases))
    misses = {case["query"]: _list_misses(case, found[case["query"]]) for case in cases}
    return {query: wrong for query, wrong in misses.items() if wrong}


def test_what_readers_of_the_archive_look_for_comes_first(public_site: Path) -> None:
    """Findings by their words, numbers, names in their own letters, misspellings, other words."""
    assert not _list_all_misses(public_site, "men-for-the-front.yml")


def test_what_readers_of_the_invented_archive_look_for_comes_first(demo_site: Path) -> None:
    """The same on another subject, with a thesaurus of its own."""
    assert not _list_all_misses(demo_site, "the-ferry.yml")
