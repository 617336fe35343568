"""A source whose page was captured again → what changed, where, and what its old places are called now.

The public edition tells counts and places; the words stand in the reading edition alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.model.archive import Document, Edition
from build_tools.model.capture_refs import EarlierCapture
from build_tools.model.clean import CleanText
from build_tools.model.earlier_text import EarlierText
from build_tools.model.passages import EARLIER, order_passage
from build_tools.model.record import Record
from build_tools.pages.addresses import source_address
from build_tools.pages.inline import Inline, RichText, join_texts
from build_tools.pages.ledger import summarise_ledger
from build_tools.text.alignment import match_words
from build_tools.text.english import count_noun, passage_name
from build_tools.text.shingles import even_words
from build_tools.text.words import locate_words
from build_tools.text.written_dates import when_said, write_date


@dataclass(frozen=True, slots=True)
class ChangedPassage:
    """A passage that reads otherwise, is new or is gone, with its words."""

    name: str
    state: str
    text: RichText


@dataclass(frozen=True, slots=True)
class OldPlace:
    """A published place of the page that is no more, and what it is called now."""

    anchor: str
    words: RichText


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """A capture that was replaced, against the one that took its place."""

    when: str
    changes: tuple[RichText, ...]
    """Counts and places, a sentence each."""
    fixity: RichText
    ledger: tuple[str, ...]
    passages: tuple[ChangedPassage, ...]
    """With their words, in the reading edition."""


def count_changed_passages(ref: EarlierCapture) -> str:
    """How much the next capture changed, in a few words."""
    counts = ((len(ref.reworded), "reworded"), (len(ref.new), "new"), (len(ref.gone), "gone"))
    told = ", ".join(f"{number} {words}" for number, words in counts if number)
    return f"{count_noun(ref.paragraphs, 'passage')} before: {told or 'none of them changed'}"


def show_versions(document: Document, edition: Edition) -> tuple[ShownVersion, ...]:
    """The newest first."""
    after = [*(text.clean for text in document.earlier[1:]), document.clean]
    address = source_address(document.record.slug)
    shown = [
        _show_version(text, later, address, words=edition is Edition.READING)
        for text, later in zip(document.earlier, after, strict=bool(document.earlier))
    ]
    return tuple(reversed(shown))


def _show_version(text: EarlierText, later: CleanText | None, address: str, *, words: bool) -> ShownVersion:
    ref = text.ref
    taken = f"Taken {when_said(ref.taken)}" if ref.taken else "It is not known when it was taken"
    size = f", {count_noun(ref.bytes, 'byte')}, SHA-256 "
    both = words and text.clean is not None and later is not None
    return ShownVersion(
        when=f"{taken}; replaced on {write_date(ref.replaced)}.",
        changes=tuple(_tell_changes(ref, address)),
        fixity=(Inline(ref.file, mark="file"), Inline(size), Inline(ref.sha256, mark="digest-value")),
        ledger=summarise_ledger(text.ledger) if text.ledger else (),
        passages=tuple(_list_changed(ref, text.clean, later)) if both and text.clean and later else (),
    )


def _tell_changes(ref: EarlierCapture, address: str) -> Iterator[RichText]:
    now = {name: ref.became.get(name, name) for name in ref.reworded}
    gone = [passage_name(name) for name in ref.gone]
    same = ref.paragraphs - len(ref.reworded) - len(ref.gone)
    yield (Inline(f"{count_noun(ref.paragraphs, 'passage')}, of which {same} read the same afterwards."),)
    if ref.reworded:
        places = join_texts(", ", ((_link(now[name], address),) for name in ref.reworded))
        yield (Inline(f"{count_noun(len(ref.reworded), 'passage')} read otherwise: "), *places, Inline("."))
    if ref.new:
        places = join_texts(", ", ((_link(name, address),) for name in ref.new))
        yield (Inline(f"{count_noun(len(ref.new), 'passage')} came in: "), *places, Inline("."))
    if gone:
        yield (Inline(f"{count_noun(len(gone), 'passage')} went: {', '.join(gone)} of that capture."),)
    if ref.became:
        yield (Inline(f"Other numbers: {', '.join(_list_runs(ref.became))}."),)


def _list_runs(became: Mapping[str, str]) -> Iterator[str]:
    """`¶ 2 to ¶ 6 became ¶ 3 to ¶ 7`: passages that follow one another are told as one run."""
    pairs = sorted(became.items(), key=lambda pair: order_passage(pair[0]))
    runs: list[list[tuple[str, str]]] = []
    for pair in pairs:
        if runs and all(_is_next(a, b) for a, b in zip(runs[-1][-1], pair, strict=True)):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    for run in runs:
        (old, now), (last, last_now) = run[0], run[-1]
        named = [(passage_name(a), passage_name(b)) for a, b in ((old, last), (now, last_now))]
        before, after = (f"{a} to {b}" if a != b else a for a, b in named)
        yield f"{before} became {after}"


def _is_next(passage: str, other: str) -> bool:
    (part, numbers), (other_part, others) = order_passage(passage), order_passage(other)
    return part == other_part and bool(numbers) and (*numbers[:-1], numbers[-1] + 1) == others


def _link(passage: str, address: str) -> Inline:
    return Inline(passage_name(passage), address, passage)


def _list_changed(ref: EarlierCapture, before: CleanText, after: CleanText) -> Iterator[ChangedPassage]:
    old, new = _join_texts(before), _join_texts(after)
    for name in sorted((*ref.reworded, *ref.gone), key=order_passage):
        now = ref.became.get(name, name)
        if name in ref.gone:
            yield ChangedPassage(passage_name(name), "went", (Inline(old.get(name, "")),))
        else:
            told = f"now {passage_name(now)}" if now != name else "reads otherwise"
            yield ChangedPassage(passage_name(name), told, _mark_words(old.get(name, ""), new.get(now, "")))
    for name in ref.new:
        yield ChangedPassage(passage_name(name), "came in", (Inline(new.get(name, "")),))


def _join_texts(text: CleanText) -> Mapping[str, str]:
    joined: dict[str, str] = {}
    for paragraph in text.paragraphs:
        joined[paragraph.id] = paragraph.text
    return joined


def _mark_words(before: str, after: str) -> RichText:
    """One text out of both: words that went and words that came are marked, the others stand once."""
    old, new = _split_pieces(before), _split_pieces(after)
    marked: list[Inline] = []
    at_old = at_new = 0
    for left, right, words in [*match_words(even_words(before), even_words(after)), (len(old), len(new), 0)]:
        if went := "".join(old[at_old:left]).strip():
            marked += [Inline(f"[out: {went}]", mark="went"), Inline(" ")]
        if came := "".join(new[at_new:right]).strip():
            marked += [Inline(f"[in: {came}]", mark="came"), Inline(" ")]
        marked.append(Inline("".join(new[right : right + words])))
        at_old, at_new = left + words, right + words
    return tuple(inline for inline in marked if inline.words)


def _split_pieces(text: str) -> Sequence[str]:
    """The text in pieces, one for each word, with what stands before the next."""
    starts = [start for start, _ in locate_words(text)]
    bounds = [0, *starts[1:], len(text)] if starts else [0, len(text)]
    return [text[a:b] for a, b in pairwise(bounds)] if starts else []


def list_old_places(record: Record, present: frozenset[str]) -> tuple[OldPlace, ...]:
    """Passages and claims of earlier captures whose addresses nothing on the page has now."""
    found: dict[str, OldPlace] = {}
    for at in range(len(record.earlier)):
        for old, now in _follow_places(record, at):
            if old not in present:
                gone = now == EARLIER
                told = "is no longer in the report" if gone else "is now "
                there = Inline(_name(now).words, source_address(record.slug), now)
                link = (there,) if now in present and not gone else ()
                found.setdefault(old, OldPlace(old, (_name(old), Inline(f" {told}"), *link, Inline("."))))
    return tuple(found.values())


def tell_former_numbers(record: Record) -> Mapping[str, tuple[RichText, ...]]:
    """By passage: what its number meant before a capture replaced another, where that was something else."""
    told: dict[str, list[RichText]] = {}
    address = source_address(record.slug)
    for at, ref in enumerate(record.earlier):
        for old, now in _follow_places(record, at, claims=False):
            before = Inline(f"Until {write_date(ref.replaced)}, {passage_name(old)} was ")
            after = (Inline("what is "), _link(now, address), Inline(" now."))
            kept = any(claim.passage == EARLIER for claim in record.claims)
            words = "a passage that the report no longer has"
            gone = (Inline(words, address, EARLIER) if kept else Inline(words), Inline("."))
            told.setdefault(old, []).append((before, *(gone if now == EARLIER else after)))
    return {passage: tuple(lines) for passage, lines in told.items()}


def _follow_places(record: Record, at: int, *, claims: bool = True) -> Iterator[tuple[str, str]]:
    """Places that lost their address when that capture was replaced, and what they are called now."""
    ref = record.earlier[at]
    for old in (*ref.became, *ref.gone):
        name, last = _follow_passage(record, at, old)
        if name == old:
            continue
        yield old, name
        if not claims:
            continue
        if name == EARLIER:
            kept = record.earlier[last].claims.items()
            was = _follow_passage(record, at, old, last)[0]
            yield from ((f"{old}c{_number(c)}", now) for c, now in kept if c.rpartition("c")[0] == was)
        else:
            own = (claim.id for claim in record.claims if claim.passage == name)
            yield from ((f"{old}c{_number(claim)}", claim) for claim in own)


def _follow_passage(record: Record, at: int, passage: str, end: int | None = None) -> tuple[str, int]:
    """What a passage is called after the captures from `at` to before `end`, and the last that changed it."""
    last = at
    for n, ref in enumerate(record.earlier[at:end], at):
        last = n
        if passage in ref.gone:
            return EARLIER, last
        passage = ref.became.get(passage, passage)
    return passage, last


def _number(claim: str) -> str:
    return claim.rpartition("c")[2]


def _name(place: str) -> Inline:
    passage, _, number = place.rpartition("c")
    return Inline(
        f"{passage_name(passage)}.{number}" if passage and number.isdecimal() else passage_name(place)
    )
