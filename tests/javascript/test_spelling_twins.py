"""Search spells what is printed and what is typed alike, in Python and in the browser."""

from __future__ import annotations

import json
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.text.spellings import spell_words
from tests.text.unseen import disguise

HERE = Path(__file__).parent
WORDS = [
    "harbour",
    "йод",
    "Їжак",
    "Žižek",
    "20,000",
    "3.5",
    "pre-trial",
    "O’Neill",
    "Ostry’s",
    "ІК-17",
    "ё",
    "2022",
]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)


def spell_in_browser(texts: list[str]) -> list[list[str]]:
    """The words of each, by the script of the browser's search."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("scripts are tested in Node: sudo apt-get install nodejs")
    run = subprocess.run(
        [node, str(HERE / "spell.cjs")], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    spelled: list[list[str]] = json.loads(run.stdout)
    return spelled


@given(st.data(), TEXTS)
def test_what_nobody_sees_changes_no_word(data: st.DataObject, text: str) -> None:
    """With soft hyphens and spaces of no width, composed or not, a text has the words that are typed."""
    printed = disguise(text, data.draw)
    assert list(spell_words(printed)) == list(spell_words(text))
    assert list(spell_words(unicodedata.normalize("NFD", text))) == list(spell_words(text))


@pytest.mark.node
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_both_twins_spell_alike(data: st.DataObject) -> None:
    """The browser finds by the words that the index was made with."""
    texts = [disguise(data.draw(TEXTS), data.draw) for _ in range(12)]
    assert spell_in_browser(texts) == [list(spell_words(text)) for text in texts]
