"""What is said of a link that the source does not show: nobody’s inference is invented."""

from __future__ import annotations

import pytest

from build_tools.model.attribution import Link
from build_tools.text.attribution_words import remark_link
from build_tools.text.english import remark_briefly


@pytest.mark.parametrize(
    ("link", "told"),
    [
        (Link.model_validate({"who": "a pilot"}), " (not established)"),
        (Link.model_validate({"who": "a pilot", "ground": "aligned passage"}), " (inferred)"),
        (Link.model_validate({"who": "a pilot", "ground": "stated attribution", "passage": "p1"}), ""),
    ],
)
def test_a_link_is_doubted_as_it_deserves(link: Link, told: str) -> None:
    """Left out, inferred, stated."""
    assert remark_briefly(link) == told
    assert remark_link(link, "p1") == told
