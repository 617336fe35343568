"""A language's words for numbers → what finds them; digits alone where there are none."""

from __future__ import annotations

import re
from fractions import Fraction

from build_tools.annotate.currencies import CODES
from build_tools.annotate.number_ranges import RangeJoiner
from build_tools.annotate.number_tokens import NumberScanner, compile_scanner
from build_tools.annotate.numerals import Numerals
from build_tools.annotate.small_money import SmallMoney
from build_tools.annotate.spoken_numbers import NumberGrammar
from build_tools.annotate.whole_numbers import WholeNumbers
from build_tools.annotate.words_before_numbers import compile_words_before
from build_tools.model.language_facts import NumberWords
from build_tools.text.language_files import NO_WORD, match_any
from build_tools.text.runs import telling_runs

_CODE = "|".join(sorted(CODES))


def compile_numerals(said: NumberWords) -> Numerals:
    """Compile a language's words for numbers; digits alone where there are none."""
    grammar = _make_grammar(said)
    spoken = (
        *grammar.whole.words,
        *said.one,
        *said.multipliers,
        *said.plurals,
        *said.parts,
        *said.halves,
        *said.genitives,
    )
    unit = rf"(?:\s?%(?!\w)|[\s-]?(?P<unit>{match_any(said.units)})(?!\w))"
    return Numerals(
        scanner=_make_scanner(said, grammar),
        grammar=grammar,
        joiner=_make_joiner(said),
        small_money=SmallMoney(
            joint=re.compile(rf",?\s+(?:{match_any(said.joints)}\s+)?", re.IGNORECASE),
            name=re.compile(rf"\s+{match_any(said.small_money)}(?!\w)", re.IGNORECASE),
        ),
        units=said.units,
        unit=re.compile(unit, re.IGNORECASE),
        before=compile_words_before(said),
        coins=said.coins,
        counted=re.compile(rf"\s+{match_any(said.counted)}(?!\w)", re.IGNORECASE),
        needed=telling_runs(spoken),
    )


def _make_grammar(said: NumberWords) -> NumberGrammar:
    return NumberGrammar(
        whole=WholeNumbers(
            words=said.words,
            ones=said.one,
            multipliers=said.multipliers,
            scales={**said.multipliers, **said.scales},
            letters=said.letters,
            articles=frozenset(said.articles),
            joints=frozenset(said.joints),
            parts=frozenset(said.parts),
        ),
        plurals=said.plurals,
        parts={name: Fraction(part) for name, part in said.parts.items()},
        ordinals=frozenset(said.ordinals),
        halves={name: Fraction(half) for name, half in said.halves.items()},
        several=frozenset(said.several),
        of=frozenset(said.of),
        mixing=frozenset(said.mixing),
        points=frozenset(said.points),
        genitives=said.genitives,
        governing=frozenset(said.governing),
    )


def _make_scanner(said: NumberWords, grammar: NumberGrammar) -> NumberScanner:
    whole = grammar.whole
    words = frozenset().union(
        *(whole.words, whole.ones, whole.scales, whole.articles, whole.joints, said.plurals, said.parts),
        *(said.halves, said.several, said.of, said.mixing, said.points, said.ordinals),
        *(said.genitives, said.governing),
        *(said.to, *map(str.split, said.between.values()), *map(str.split, said.within)),
    )
    # words in any case, letters as they are written
    units, letters = match_any((*whole.scales, *said.units)), match_any((*said.letters, *said.coins))
    joined = rf"(?:(?i:{units})|{letters})|(?:{_CODE})"
    return compile_scanner(said.group, said.decimal, words, joined, rf"-{match_any(said.endings)}(?!\w)")


def _make_joiner(said: NumberWords) -> RangeJoiner:
    between = {
        closing: tuple(opening for opening, others in said.between.items() if closing in others.split())
        for closing in " ".join(said.between.values()).split()
    }
    approximately = r"(?:\w+\s+)?"
    words = match_any({*said.to, *between})
    within = rf"[\s-]+{match_any(said.within)}[\s-]+" if said.within else NO_WORD
    return RangeJoiner(
        link=re.compile(rf"\s*[-–—~−]\s*|[\s-]+(?P<word>{words})[\s-]+{approximately}", re.IGNORECASE),
        between=between,
        within=re.compile(within, re.IGNORECASE),
        few=said.within,
    )
