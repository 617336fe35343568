"""Both sides of search, the index and the browser, know the same words."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import unicodedata

import pytest

from build_tools.text.spellings import find_tokens, spell_token, spell_words
from tests.built import ROOT

WORDS_JS = ROOT / "overrides/assets/javascripts/searching/words.js"

RUN = """
const {readFileSync} = require("node:fs")
const context = require("node:vm").createContext({window: {}})
require("node:vm").runInContext(readFileSync(process.argv[1], "utf-8"), context)
const {words} = context.window.archiveSearch
const texts = JSON.parse(readFileSync(0, "utf-8"))
process.stdout.write(JSON.stringify(texts.map(text => [...words(text)].map(one => one.word))))
"""

CASES = {
    "20,000": ["20000"],
    "20K, 3.5m and 1,234,567.8": ["20000", "3.5", "m", "and", "1234567.8"],
    "pre-trial": ["pretrial", "pre", "trial"],
    "Mobilizations, organizing, analyzed, size": ["mobilisations", "organising", "analysed", "size"],
    "Labour, theatre, defense, hour": ["labor", "theater", "defence", "hour"],
    "Russia’s Russia's workers’ O’Neill": ["russia", "russia", "workers", "oneill"],
    "IK-17 IK‑17 ik17": ["ik17", "ik", "17", "ik17", "ik", "17", "ik17"],
    "Ёлкин, й, ї; Žižek naïve ﬁn": ["елкин", "и", "і", "zizek", "naive", "fin"],
    "Straße İstanbul ΣΊΣΥΦΟΣ": ["straße", "istanbul", "σισυφος"],
    "m² ½ ④ ٣٤": ["m2", "1⁄2", "4", "٣٤"],
    "देवनागरी עִבְרִית العَرَبِيَّة": ["दवनगर", "עברית", "العربية"],
    "❤️ \u0301 under_score": ["under", "score"],
    "日本語 𝔉raktur 𒀀": ["日本語", "fraktur", "𒀀"],
    "e\u0301te\u0301 a\u0308-b": ["ete", "ab", "a", "b"],
    "1,2,3 5. 6-7 8.9-10": ["1,2,3", "5", "67", "6", "7", "8.9", "10"],
    "": [],
}
"""Text → the words that find it, in order."""


@pytest.fixture(scope="module")
def node() -> str:
    found = shutil.which("node")
    if found is None:
        pytest.skip("no node found: the browser's half of search is not compared")
    return found


def _words_of_the_browser(node: str, texts: list[str]) -> list[list[str]]:
    run = subprocess.run(
        [node, "-e", RUN, str(WORDS_JS)], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout)


@pytest.mark.parametrize("text", CASES)
def test_the_index_knows_words_by_one_spelling(text: str) -> None:
    """Digits, hyphens, marks, endings of two countries: what readers type is what is kept."""
    assert list(spell_words(text)) == CASES[text]


def test_the_browser_knows_the_same(node: str) -> None:
    """The table again, by the script that runs in the page."""
    assert _words_of_the_browser(node, list(CASES)) == list(CASES.values())


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
