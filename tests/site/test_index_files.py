"""Addresses within the site name files, so that a folder on a stick opens pages and not listings."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.site.index_files import is_external, name_index_file


@pytest.mark.parametrize(
    ("address", "file"),
    [
        (".", "index.html"),
        ("./", "index.html"),
        ("..", "../index.html"),
        ("../", "../index.html"),
        ("../..", "../../index.html"),
        ("sources/a-b/", "sources/a-b/index.html"),
        ("../people/#x", "../people/index.html#x"),
        ("./?q=a#b", "index.html?q=a#b"),
        ("#p3", "#p3"),
        ("", ""),
        ("downloads/claims.csv", "downloads/claims.csv"),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_folder_becomes_its_index(address: str, file: str) -> None:
    """Folders within the site get `index.html`; files, anchors and other hosts stay as they are."""
    assert name_index_file(address) == file


@given(st.lists(st.sampled_from(["..", ".", "a", "b-c"]), min_size=1, max_size=5))
def test_the_place_stays_the_same(parts: list[str]) -> None:
    """Whatever folder an address named, the new one names a file in that very folder."""
    base = "file:///x/y/z/w/v/u/index.html"
    address = "/".join(parts) + "/"
    assert urljoin(base, name_index_file(address)) == urljoin(base, address) + "index.html"


@given(st.text(max_size=30))
def test_opened_twice_is_opened_once(address: str) -> None:
    """A page that is finished twice does not change again."""
    try:
        once = name_index_file(address)
    except ValueError:  # no address at all, such as an unclosed IPv6 bracket
        return
    assert name_index_file(once) == once


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "//h/", "http:x"]
)
def test_a_scheme_leaves(address: str) -> None:
    """Anything with a scheme or a host is not a page of the site, however it is spelled."""
    assert is_external(address)
