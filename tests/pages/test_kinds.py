"""Kinds of pages: each has its name, its two templates and its addresses to itself, and a view that stays."""

from __future__ import annotations

from collections import Counter
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

import pytest

from build_tools import pages
from build_tools.index import Index
from build_tools.model.archive import Archive
from build_tools.pages import PAGE_KINDS, PageKind
from build_tools.pages.fragments import FRAGMENTS
from build_tools.pages.moved import MOVED_PAGE
from build_tools.pipeline import PipelineSettings, assemble_archive
from tests.built import ROOT
from tests.relate.make import archive

TEMPLATES = Path(pages.__file__).parent / "templates"


@pytest.fixture(scope="module", params=["seeds", "examples/the-ferry/seeds", ""])
def index(request: pytest.FixtureRequest) -> Index:
    """The archives of the repository, and one with nothing in it."""
    made: Archive = assemble_archive(PipelineSettings(ROOT / request.param)) if request.param else archive([])
    return Index(made)


def test_every_template_has_both_forms_and_is_used() -> None:
    """A page that one form lacks, and a template that nobody uses, is a fault."""
    used = {kind.template or kind.name for kind in PAGE_KINDS} | {fragment.template for fragment in FRAGMENTS}
    for form in ("html", "md"):
        written = {path.name.removesuffix(f".{form}.j2") for path in TEMPLATES.glob(f"[!_]*.{form}.j2")}
        assert written == used


def test_kinds_are_told_apart() -> None:
    """No two have one name; a folder has one list at most, and its kinds agree on what search calls them."""
    assert not [name for name, times in Counter(kind.name for kind in PAGE_KINDS).items() if times > 1]
    lists = Counter(kind.folder for kind in PAGE_KINDS if kind.listed)
    assert set(lists.values()) == {1}
    assert all(kind.label and kind.folder.endswith("/") for kind in PAGE_KINDS)
    assert all(kind.menu for kind in PAGE_KINDS if kind.listed)


@pytest.mark.parametrize("kind", PAGE_KINDS, ids=lambda kind: kind.name)
def test_pages_of_a_kind_are_in_its_folder(kind: PageKind, index: Index) -> None:
    """Each page says of what kind it is, stands in that folder, and has a frozen view."""
    for key in kind.list_keys(index):
        page = kind.make_page(index, key)
        assert page.kind is kind
        # an old address lies where its page lay
        assert kind is MOVED_PAGE or page.address.startswith(kind.folder)
        assert page.address.endswith("/")
        assert page.title
        assert is_dataclass(page.view)
        kind_of_view: Any = type(page.view)
        assert kind_of_view.__dataclass_params__.frozen
        assert not kind.listed or key or page.address == kind.folder


def test_no_two_pages_have_one_address(index: Index) -> None:
    """Of any kind, however they are called; and no page has two keys."""
    keys = [(kind.name, key) for kind in PAGE_KINDS for key in kind.list_keys(index)]
    addresses = [kind.make_page(index, key).address for kind in PAGE_KINDS for key in kind.list_keys(index)]
    assert len(keys) == len(set(keys)) == len(set(addresses))
