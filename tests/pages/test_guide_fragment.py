"""Where the documentation of the generator is: led to where it is published, named where it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.index import Index
from build_tools.model.site import Site
from build_tools.pages.fragments import list_fragments, list_html_fragments
from tests.relate.make import archive


@pytest.mark.parametrize("address", ["", "https://archive.example/guide/"])
def test_readers_are_led_to_the_documentation(address: str) -> None:
    """In both forms alike; no link is made up."""
    index = Index(replace(archive([]), site=Site("Floods", guide=address)))
    for told in (list_fragments(index)["guide"]("about.md"), list_html_fragments(index)["guide"]("about/")):
        assert "documentary-archive" in told
        assert ("archive.example/guide/" in told) is bool(address)
        assert ("in the folder" in told) is (not address)
