"""What a hand-written page asks the archive for is put in, and nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.errors import ArchiveError
from build_tools.site.placeholders import fill_placeholders

FRAGMENTS = {"shape": lambda here: f"<p>{here}</p>"}


def test_a_place_is_filled_for_its_page() -> None:
    """The fragment learns which page it goes into, because its links start there."""
    text = "# Home\n\n<!-- archive: shape -->\n\nMore.\n"
    assert fill_placeholders(text, "index.md", FRAGMENTS) == "# Home\n\n<p>index.md</p>\n\nMore.\n"


def test_an_unknown_name_is_told_with_the_page_and_the_known_ones() -> None:
    """A slip of the pen would otherwise leave a hole that nobody sees."""
    with pytest.raises(ArchiveError, match=r"about\.md.*“shap”.*“shape”"):
        fill_placeholders("<!-- archive: shap -->", "about.md", FRAGMENTS)


@given(st.text())
def test_other_text_stays_as_it_is(text: str) -> None:
    """A page without a place is not changed, whatever is on it."""
    if "<!-- archive:" not in text:
        assert fill_placeholders(text, "x.md", FRAGMENTS) == text


@pytest.mark.parametrize(
    "text", ["`<!-- archive: shape -->`", "    <!-- archive: shape -->", "<!-- example -->"]
)
def test_a_place_has_a_line_to_itself(text: str) -> None:
    """Code that shows how it is written is not filled."""
    assert fill_placeholders(text, "x.md", FRAGMENTS) == text
