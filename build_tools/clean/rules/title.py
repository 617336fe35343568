"""The headline: what the page itself calls its title, else the line above the article that reads like one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_tools.clean.blocks import Block, MarkedBlocks, normalise_words
from build_tools.clean.chrome_phrases import load_chrome_table
from build_tools.clean.segment import find_article_span
from build_tools.clean.thresholds import THRESHOLDS
from build_tools.model.clean import Kind

_DOUBLED_REACH = 3
"""Blocks around a headline that is a sentence, among which it is printed again."""
_TWICE = 2
_SIGNED = frozenset({Kind.BYLINE, Kind.DATELINE})


def find_title(sheet: MarkedBlocks) -> Mapping[int, Kind]:
    """Take one block, or none: a capture may have no title."""
    title = _find_stated_title(sheet) if sheet.html else None
    title = title or _find_printed_title(sheet)
    return {title.index: Kind.TITLE} if title else {}


def _find_stated_title(sheet: MarkedBlocks) -> Block | None:
    """HTML: the first heading that the page's own title contains, else a lone `h1`."""
    named = [normalise_words(hint.value) for hint in sheet.hints if hint.field == "title"]
    named += [block.words for block in sheet.blocks if block.tag == "title"]
    headings = [block for block in sheet.list_undecided() if block.tag in {"h1", "h2"}]
    stated = [block for block in headings if any(_is_same_title(block.words, words) for words in named)]
    if stated:
        return _choose_stated(sheet, stated)
    first = [
        heading
        for heading in headings
        if heading.tag == "h1" and heading.weight >= THRESHOLDS.lone_heading_words
    ]
    return first[0] if first else None


def _choose_stated(sheet: MarkedBlocks, stated: Sequence[Block]) -> Block:
    """Of headings that the page's title contains, take what says what the prose says, not the outlet."""
    outlets = {normalise_words(hint.value) for hint in sheet.hints if hint.field == "site_name"}
    own = [block for block in stated if block.words not in outlets] or stated
    unlinked = [block for block in own if block.linked <= THRESHOLDS.linked_line_share] or own
    if len({block.words for block in unlinked}) == 1:
        return unlinked[0]
    body = find_article_span(sheet)
    said = _list_long_words(sheet.blocks[body.start : body.stop])
    return max(unlinked, key=lambda block: _share_said(block, said))


def _list_long_words(blocks: Sequence[Block]) -> frozenset[str]:
    return frozenset(
        word for block in blocks for word in block.words if len(word) >= THRESHOLDS.title_word_letters
    )


def _share_said(block: Block, said: frozenset[str]) -> float:
    long = [word for word in block.words if len(word) >= THRESHOLDS.title_word_letters]
    return sum(word in said for word in long) / len(long) if long else 0.0


def _is_same_title(heading: Sequence[str], title: Sequence[str]) -> bool:
    """Whether a heading is the page's title, which may add the site's name."""
    shared = len(set(heading) & set(title))
    return (
        len(heading) > 1
        and shared >= THRESHOLDS.title_heading_share * len(set(heading))
        and len(set(heading)) >= THRESHOLDS.title_stated_share * len(set(title))
    )


def _find_printed_title(sheet: MarkedBlocks) -> Block | None:
    """Plain text: of the lines above the prose, the one that says most of what the prose says."""
    body = find_article_span(sheet)
    within = [block for block in sheet.list_undecided() if block.index in body]
    # a headline may stand at the top of the stretch, with at most a kicker and a standfirst beside it
    start = next((block.index for block in within[:3] if not _is_headline(sheet, block)), body.start)
    above = [block for block in sheet.list_undecided() if block.index < start][-THRESHOLDS.title_reach :]
    said = _list_long_words(sheet.blocks[start : body.stop])
    ranked = [(_rank_headline(sheet, block, said), block) for block in above if _is_headline(sheet, block)]
    # a headline that the page repeats may be the first prose of the stretch
    ranked += [(1.0, block) for block in within[:2] if _is_doubled_headline(sheet, block)]
    best = max(ranked, key=lambda pair: pair[0], default=(0.0, None))
    # at least one full sign: most lines above an article are chrome
    return best[1] if best[0] >= 1 else None


def _rank_headline(sheet: MarkedBlocks, block: Block, said: frozenset[str]) -> float:
    """Return how much a line reads like the headline of the prose that says `said`."""
    usual = THRESHOLDS.title_usual_shortest <= block.weight <= THRESHOLDS.title_usual_longest
    first = next(sheet.list_undecided()).index == block.index
    after = sheet.get_kind(block.index + 1) in _SIGNED
    return (
        THRESHOLDS.title_shared_score * _share_said(block, said)
        + usual
        + THRESHOLDS.title_first_score * first
        + after
        - (block.weight < THRESHOLDS.title_label_words)
        # a bar stands in menus and in the titles of windows
        - ("|" in block.text)
        + THRESHOLDS.title_twice_score * (_count_repeats(sheet, block) > 1)
        # of equals the one nearest to the article; a millionth decides nothing else
        + block.index / 1e6
    )


def _is_headline(sheet: MarkedBlocks, block: Block) -> bool:
    return _is_short(block) and not block.text.endswith((".", ":", ",", ";")) and not _is_chrome(sheet, block)


def _is_short(block: Block) -> bool:
    return THRESHOLDS.title_shortest <= block.weight <= THRESHOLDS.title_longest and not block.is_list_entry


def _is_doubled_headline(sheet: MarkedBlocks, block: Block) -> bool:
    """Whether a line is said again as headlines are; a sentence that comes back later is of the text."""
    repeats = _count_repeats(sheet, block)
    # what begins in the middle of a sentence is a verse that comes back
    if not _is_short(block) or repeats == 1 or block.begins_amid:
        return False
    near = sheet.blocks[max(block.index - _DOUBLED_REACH, 0) : block.index + _DOUBLED_REACH + 1]
    again = [other for other in near if other.words == block.words]
    return len(again) == repeats == _TWICE or not block.text.endswith(".")


def _is_chrome(sheet: MarkedBlocks, block: Block) -> bool:
    kinds = load_chrome_table(sheet.language).kinds
    return block.weight <= THRESHOLDS.title_chrome_words and any(
        kinds[name].is_said_by(block) for name in ("related_link", "other_chrome")
    )


def _count_repeats(sheet: MarkedBlocks, block: Block) -> int:
    return sheet.blocks.times[block.index]
