"""Addresses out of titles."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.slugs import make_slug


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("River floods old mill", "river-floods-old-mill"),
        ("The mayor’s “last” word: 20,000!", "the-mayors-last-word-20-000"),
        ("Überschwemmung in Bräckwasser", "uberschwemmung-in-brackwasser"),
        ("Паром стоит у причала", "parom-stoit-u-prichala"),
        ("Щасливі їжаки п'ють", "shchaslivi-izhaki-pyut"),
        ("河口镇的船工", "he-kou-zhen-de-chuan-gong"),
        ("توقفت العبارة", "twqft-lbrh"),
        ("Arrêté n° 2031-117", "arrete-n-2031-117"),
        ("١٢٣ — …", ""),
        ("word " * 40, "word-" * 11 + "word"),
    ],
)
def test_words(text: str, address: str) -> None:
    """Lower-case ASCII words joined by hyphens, cut at a word."""
    assert make_slug(text) == address


@given(st.text())
def test_always_an_address_or_nothing(text: str) -> None:
    """Whatever the title, the result fits an address."""
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", make_slug(text))
    assert len(make_slug(text)) <= 60
