"""What the rules look at: a capture as blocks in reading order, the same for plain text and HTML."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import TypeVar, cast

from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind
from build_tools.model.kept_property import KeptProperty

Answer = TypeVar("Answer")

KEY_SAMPLE = 4000
"""Characters of a block that are looked at. A longer block is prose or noise, and the rest tells no more."""
_MOST_WORDS = 600
"""The same in words."""

# `k` and `m` belong to a counter (“20k”), not to a word that follows; `#` is what a number has become
_TOKEN = re.compile(r"[^\W\d_]+|\d[\d.,:]*[kKmM]?(?![^\W\d_])|\d+|#")
# “e-mail”, “e mail” and “email” are one word, so that the tables name it once
_EMAIL = re.compile(r"\be[-‑ ]mail", re.IGNORECASE)
# kana and Han characters, extension A and compatibility forms included: none has spaces between words
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
# a sentence may end inside quotation marks and brackets
_ENDING = re.compile("[.!?…。！？][\"'”’»“)\\]）」』]*$")
# at most three digits: four and a full stop are more likely a year that ends something
_BULLET = re.compile(r"(?:[*+•·◦▪‣■●○–-]|\d{1,3}\.)(?:\s|$)")


def normalise_words(text: str) -> tuple[str, ...]:
    """Return the words for comparison: case folded, numbers as `#`, marks left out."""
    sample = text[:KEY_SAMPLE]
    # of ASCII alone it is told at once whether the word may stand there
    may_say = "mail" in sample.lower() or not sample.isascii()
    tokens = _TOKEN.findall(_EMAIL.sub("email", sample) if may_say else sample)
    return tuple("#" if word[0].isdigit() else word.casefold() for word in tokens[:_MOST_WORDS])


@dataclass(frozen=True)
class Block:
    """A passage: one line, or the lines that a paragraph was broken over."""

    index: int
    """Its place among the blocks, from 0."""
    lines: tuple[int, ...]
    """Numbers of its ledger lines."""
    text: str
    apart: bool = True
    """Whether white space (a blank line, in HTML a new block) stands before it."""
    tag: str = ""
    """HTML: the nearest enclosing block element."""
    zones: frozenset[str] = frozenset()
    """HTML: what its ancestors say they are by element, class and id, as names of `zones` in zones.yml."""
    main: bool = False
    """HTML: whether it stands in the element that holds most of the prose."""
    article: int = 0
    """HTML: which of the outermost `article` elements it stands in, 0 where in none."""
    part: str = ""
    """HTML, in a thread: `text` of a post, the name of its `writer`, or `frame`."""
    linked: float = 0.0
    """HTML: share of its characters inside links."""

    @KeptProperty
    def words(self) -> tuple[str, ...]:
        """Its words for comparison."""
        return normalise_words(self.text)

    @KeptProperty
    def word_set(self) -> frozenset[str]:
        """The same, each once."""
        return frozenset(self.words)

    @KeptProperty
    def topic_words(self) -> frozenset[str]:
        """Those that tell what it is about, by their length."""
        return frozenset([word for word in self.words if len(word) >= THRESHOLDS.telling_letters])

    @KeptProperty
    def weight(self) -> int:
        """Its length in words; scripts without spaces count two characters as one."""
        return len(self.words) + len(_CJK.findall(self.text[:KEY_SAMPLE])) // 2

    @KeptProperty
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return _ENDING.search(self.text) is not None

    @KeptProperty
    def begins_amid(self) -> bool:
        """Whether it begins in the middle of a sentence, with a small letter, as many verses do."""
        return self.text[0].islower()

    @KeptProperty
    def is_linked(self) -> bool:
        """HTML: whether it is mostly links, and so no prose."""
        return self.linked > THRESHOLDS.linked_share

    @KeptProperty
    def is_list_entry(self) -> bool:
        """Whether it is an entry of a list."""
        return self.tag == "li" or _BULLET.match(self.text) is not None


@dataclass(frozen=True)
class Hint:
    """A field that the page states about itself, in markup that is not shown."""

    field: str
    value: str
    line: int


@dataclass(frozen=True)
class RuleMark:
    """What a rule decided about a block."""

    kind: Kind
    rule: str


class Blocks(tuple[Block, ...]):  # noqa: SLOT001 - what is reckoned once is kept in its `__dict__`
    """The blocks of a capture, with what follows from all of them and from no decision."""

    @cached_property
    def times(self) -> tuple[int, ...]:
        """How often the page says what each block says, by place."""
        times = Counter(block.words for block in self)
        return tuple(times[block.words] for block in self)

    @cached_property
    def places_by_word(self) -> Mapping[str, Sequence[int]]:
        """Where each word is said; under the empty word the places of blocks without any."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for block in self:
            for word in frozenset(block.words) or ("",):
                places[word].append(block.index)
        return places

    @cached_property
    def answers(self) -> dict[Hashable, frozenset[int]]:
        """Which blocks say what has been asked for already: rule after rule asks."""
        return {}


@dataclass(frozen=True)
class MarkedBlocks:
    """The blocks of a capture and what has been decided so far."""

    blocks: Blocks
    hints: tuple[Hint, ...] = ()
    html: bool = False
    marks: Mapping[int, RuleMark] = field(default_factory=dict)
    """By index of the block. A decision stands: no later rule may change it."""
    language: str | None = None

    def list_undecided(self) -> Iterator[Block]:
        """Yield the blocks that no rule has decided yet."""
        return iter(self._undecided)

    @cached_property
    def _undecided(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.index not in self.marks)

    def list_under(self, above: Block) -> list[Block]:
        """Return the undecided blocks under one that is decided."""
        return [block for block in self.blocks[above.index :] if block.index not in self.marks]

    def get_kind(self, index: int) -> Kind | None:
        """Return what a block was decided to be; None for undecided and for places outside the sheet."""
        mark = self.marks.get(index)
        return mark.kind if mark else None

    def list_of_kind(self, *kinds: Kind) -> list[Block]:
        """Return the blocks decided to be one of the kinds, in order."""
        return [self.blocks[at] for at in sorted(n for n, mark in self.marks.items() if mark.kind in kinds)]

    def get_title(self) -> Block | None:
        """Return the headline, or None while none is known."""
        return next(iter(self.list_of_kind(Kind.TITLE)), None)


def remember_for_sheet(question: Callable[[MarkedBlocks], Answer]) -> Callable[[MarkedBlocks], Answer]:
    """Let a question be answered once until a rule decides something: rule after rule asks."""
    name = f"_answer_to_{question.__name__}"

    @wraps(question)
    def answer(sheet: MarkedBlocks) -> Answer:
        # beside the properties that are reckoned once; a sheet with other marks is another one
        known = sheet.__dict__
        if name not in known:
            known[name] = question(sheet)
        return cast("Answer", known[name])

    return answer
