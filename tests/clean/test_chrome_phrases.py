"""What blocks say of a page's frame, told through an index of words, is what each says by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.clean.blocks import Block, Blocks, normalise_words
from build_tools.clean.chrome_phrases import Phrases, load_chrome_table

KINDS = load_chrome_table(None).kinds
WORDS = sorted(
    {word for said in KINDS.values() for phrase in said.whole | said.start | said.within for word in phrase}
)
BAGS = sorted({word for said in KINDS.values() for word in said.core})
LINES = st.lists(
    st.lists(st.sampled_from((*WORDS[::97], *BAGS[::5], "ferry", "7", ":", "–")), max_size=5).map(" ".join),
    max_size=8,
)


def _make_blocks(lines: list[str]) -> Blocks:
    return Blocks(Block(at, (at + 1,), line) for at, line in enumerate(lines))


@given(LINES, st.lists(st.sampled_from(sorted(KINDS)), min_size=1, unique=True))
def test_index_finds_what_each_block_says(lines: list[str], names: list[str]) -> None:
    """Of lines made of the tables' own words."""
    blocks = _make_blocks(lines)
    for name in names:
        said = {block.index for block in blocks if KINDS[name].is_said_by(block)}
        assert KINDS[name].find_said(blocks) == said, name


@pytest.mark.parametrize("name", sorted(KINDS))
def test_index_finds_every_phrase(name: str) -> None:
    """Each phrase of the tables as a line, and amid another; and each pair of words of its bag."""
    phrases = KINDS[name]
    own = sorted(phrases.whole | phrases.start | phrases.within | phrases.strong)
    lines = [" ".join(phrase) for phrase in own]
    blocks = _make_blocks([*lines, *(f"The ferry {line} again" for line in lines)])
    said = {block.index for block in blocks if phrases.is_said_by(block)}
    assert phrases.find_said(blocks) == said
    bags = _make_blocks([f"{other} {word}" for word in sorted(phrases.core) for other in sorted(phrases.bag)])
    assert phrases.find_said(bags) == {block.index for block in bags if phrases.is_said_by(block)}
    # phrases of `whole` alone are said by their line, and by no line around them
    assert len(said) >= len(own)


def test_a_phrase_without_words_is_said_by_a_line_without_any() -> None:
    """A sign alone: `»`."""
    assert normalise_words("»") == ()
    blocks = _make_blocks(["»", "ferry"])
    assert Phrases(whole=frozenset({()})).find_said(blocks) == {0}


def test_phrases_are_looked_for_once() -> None:
    """Rule after rule asks the same of the same blocks."""
    blocks, phrases = _make_blocks(["Read also"]), KINDS["related_link"]
    assert phrases.find_said(blocks) is phrases.find_said(blocks)
