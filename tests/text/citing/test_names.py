"""Names as printed, taken apart only where their parts can be told."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from build_tools.text.citing.names import parse_name
from tests.text.citing.make import texts


@pytest.mark.parametrize(
    ("printed", "family", "given_name", "suffix"),
    [
        ("Ada Quill", "Quill", "Ada", ""),
        ("Ada B. Quill", "Quill", "Ada B.", ""),
        ("Jan van der Berg", "van der Berg", "Jan", ""),
        ("Ada Quill Jr.", "Quill", "Ada", "Jr."),
        ("Ada Mere Quill, Sr.", "Quill", "Ada Mere", "Sr."),
        ("Ada van der Quill III", "van der Quill", "Ada", "III"),
        ("A.B.C. Quill", "Quill", "A. B. C.", ""),
        ("Jr. Quill", "Quill", "Jr.", ""),
        ("Quill", "Quill", "", ""),
        ("Pier Post Staff & Wire", "Pier Post Staff & Wire", "", ""),
        ("The Pier Post", "The Pier Post", "", ""),
        ("Pier Staff", "Pier Staff", "", ""),
        ("Staff reporter", "Staff reporter", "", ""),
        ("Island AFN", "Island AFN", "", ""),
        ("Ada Quill, Ben Oar", "Ada Quill, Ben Oar", "", ""),
        ("Vell Press", "Vell Press", "", ""),
    ],
)
def test_names(printed: str, family: str, given_name: str, suffix: str) -> None:
    """Persons have two parts; desks, agencies, lists of people and known organisations stay whole."""
    name = parse_name(printed, organisations={"Vell Press"})
    assert (name.family, name.given, name.suffix) == (family, given_name, suffix)


def test_languages_with_the_family_name_first() -> None:
    """Where the order cannot be told, nothing is guessed."""
    assert parse_name("Nagy Anna", language="hu").given == ""


@given(texts)
def test_no_letter_of_a_name_is_lost(printed: str) -> None:
    """However it is taken apart, the whole is what was printed, but for white space and a comma."""
    assert "".join(parse_name(printed).whole.split()) == re.sub(
        r",(?=[^,]*$)", "", "".join(printed.split())
    ) or (parse_name(printed).whole == " ".join(printed.split()))
