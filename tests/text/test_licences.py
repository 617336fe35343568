"""Licences by the names that readers know."""

from __future__ import annotations

import pytest

from build_tools.text.licences import licence_name, licence_words


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
        ("http://creativecommons.org/licenses/by-nc-sa/3.0/de/", "CC BY-NC-SA 3.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
        ("https://licence.example/ours", "https://licence.example/ours"),
    ],
)
def test_names(address: str, name: str) -> None:
    """Licences of Creative Commons have a name; any other is told by its address."""
    assert licence_name(address) == name


def test_no_licence_is_made_up() -> None:
    """Where the setting is empty, nothing is given away."""
    assert licence_words("") == "No licence is given for the archive’s own words"
