"""Both sides of search, the index and the browser, know the same words."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from build_tools.text.spellings import find_tokens, spell_token, spell_words
from build_tools.text.stems import stem_word
from tests.built import ROOT

RUN = """
const {words} = require(process.argv[1]).load("spelling.js", "searching/words.js").window.archiveSearch
const texts = JSON.parse(require("node:fs").readFileSync(0, "utf-8"))
process.stdout.write(JSON.stringify(texts.map(text => [...words(text)].map(one => one.word))))
"""
SCRIPTS = ROOT / "tests/javascript/scripts.cjs"

CASES: dict[str, list[str]] = json.loads(Path(__file__).with_name("spellings.json").read_text("utf-8"))
"""Text → the words that find it, in order; tests/javascript/spelling.test.cjs reads the same table."""


@pytest.fixture(scope="module")
def node() -> str:
    found = shutil.which("node")
    if found is None:
        pytest.skip("no node found: the browser's half of search is not compared")
    return found


def _words_of_the_browser(node: str, texts: list[str]) -> list[list[str]]:
    run = subprocess.run(
        [node, "-e", RUN, str(SCRIPTS)], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout)


STEMS: dict[str, str] = json.loads(Path(__file__).with_name("stems.json").read_text("utf-8"))
"""Word → stem; spelling.test.cjs reads the same table."""


def test_the_index_knows_the_stems_of_the_browser() -> None:
    """What has one stem there has one here: groups of a thesaurus are looked up by it."""
    assert {word: stem_word(word) for word in STEMS} == STEMS


@pytest.mark.parametrize("text", CASES)
def test_the_index_knows_words_by_one_spelling(text: str) -> None:
    """Digits, hyphens, marks, endings of two countries: what readers type is what is kept."""
    assert list(spell_words(text)) == CASES[text]


@pytest.mark.node
def test_every_letter_is_one_to_both(node: str) -> None:
    """A letter, digit or mark of any script, by itself and within a word, is read alike."""
    signs = [chr(code) for code in range(0x20, 0x30000) if not 0xD800 <= code < 0xE000]
    known = [sign for sign in signs if unicodedata.category(sign) != "Cn"]
    texts = [f"{sign} a{sign}b" for sign in known]
    mine = [list(spell_words(text)) for text in texts]
    differing = [
        text
        for text, one, other in zip(texts, mine, _words_of_the_browser(node, texts), strict=True)
        if one != other
    ]
    assert not differing, [(text, hex(ord(text[0])), sys.version) for text in differing[:20]]


def test_a_token_is_spelled_alone_as_among_others() -> None:
    """The words of a text are those of its tokens: each may be looked up by itself."""
    for text in CASES:
        assert list(spell_words(text)) == [word for token in find_tokens(text) for word in spell_token(token)]
