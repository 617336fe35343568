"""Cleaned texts → wording that two sources share (text reuse), as places, counts and shares, wordless.

First the pairs that meet in a run of words (`find_candidates`), then their passages, word by word. Whether
two sources share wording depends on these two alone: a third one changes nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from build_tools.model.archive import Document
from build_tools.model.clean import Kind
from build_tools.model.edtf import Edtf
from build_tools.model.packed_documents import list_facts, select_captured
from build_tools.model.reuse import Aligned, Direction, Reuse
from build_tools.relate.reuse_candidates import ENOUGH, find_candidates
from build_tools.text.alignment import LEAST, EqualRun, list_equal_runs, match_words, measure_overlap
from build_tools.text.shingles import Numbering, even_words

TELLING = 6
"""Words in a row that tell a shared passage, once it is known that the two sources share wording at all."""

MOST = 0.5
"""Share of the shorter passage that stands in runs and tells the same, for passages that are reworded."""

REWORDED = 0.4
"""Ratio from which a passage without a run of ENOUGH words shows by itself that wording is shared …"""

REWORDED_WORDS = 12
"""… if so many of its words stand in runs."""


@dataclass(frozen=True, slots=True)
class NumberedText:
    """A source as its words, numbered for comparison."""

    slug: str
    published: Edtf
    passages: tuple[str, ...]
    """Ids, in reading order."""
    starts: tuple[int, ...]
    """Position of each passage's first word, and the end."""
    numbers: Sequence[int]
    """One number for each word, equal for equal words."""
    body: frozenset[int]
    """Which of the passages are numbered paragraphs."""

    def get_words(self, passage: int) -> Sequence[int]:
        """The words of one passage."""
        return self.numbers[self.starts[passage] : self.starts[passage + 1]]

    def find_passage(self, word: int) -> int:
        """The passage that a position stands in."""
        return bisect_right(self.starts, word) - 1


@dataclass(slots=True)
class _Evidence:
    """What two passages share in runs."""

    longest: int = 0
    """Words of the longest run, counted within the two passages."""
    reaching: int = 0
    """Words of the longest run with a good part in both, counted over the ends of paragraphs."""
    left: set[int] = field(default_factory=set)
    """Positions of words in runs."""
    right: set[int] = field(default_factory=set)


def find_reuse(documents: Iterable[Document]) -> tuple[Reuse, ...]:
    """All pairs of sources with captures at hand that share wording, sorted by their slugs.

    Does not depend on the order of the documents.
    """
    numbering = Numbering()
    return find_reuse_among(text for document in documents if (text := _number_text(document, numbering)))


def renew_reuse(documents: Sequence[Document], committed: Iterable[Reuse]) -> tuple[Reuse, ...]:
    """The pairs as they are found, and as committed where a capture of the two is not at hand."""
    if sum(bool(facts.captured) for facts in list_facts(documents)) < 2:  # noqa: PLR2004 - a text shares with another
        return tuple(sorted(committed, key=_sort_by_slugs))
    numbering = Numbering()
    # one document after the other: of a large archive, all of them open would fill the memory
    texts = [text for d in select_captured(documents) if (text := _number_text(d, numbering))]
    slugs = {text.slug for text in texts}
    not_at_hand = [pair for pair in committed if not {pair.left, pair.right} <= slugs]
    return tuple(sorted((*not_at_hand, *find_reuse_among(texts)), key=_sort_by_slugs))


def find_reuse_among(texts: Iterable[NumberedText]) -> tuple[Reuse, ...]:
    """The same of texts."""
    # by date: in a crowd all are paired with the first, which is then the earliest
    ordered = sorted(texts, key=lambda text: (text.published, text.slug))
    numbers = [text.numbers for text in ordered]
    pairs = (compare_texts(ordered[left], ordered[right]) for left, right in find_candidates(numbers))
    return tuple(sorted((pair for pair in pairs if pair), key=_sort_by_slugs))


def _sort_by_slugs(pair: Reuse) -> tuple[str, str]:
    return pair.left, pair.right


def _number_text(document: Document, numbering: Numbering) -> NumberedText | None:
    if document.clean is None:
        return None
    # what the source itself says: page chrome makes no paragraphs
    passages = document.clean.paragraphs
    words = [even_words(p.text) for p in passages]
    starts = [0]
    for counted in words:
        starts.append(starts[-1] + len(counted))
    return NumberedText(
        slug=document.record.slug,
        published=document.record.published.date,
        passages=tuple(p.id for p in passages),
        starts=tuple(starts),
        numbers=numbering.number_words(word for counted in words for word in counted),
        body=frozenset(at for at, p in enumerate(passages) if p.kind is Kind.BODY),
    )


def compare_texts(first: NumberedText, second: NumberedText) -> Reuse | None:
    """What two sources share; None if that is no more than chance makes any two texts share."""
    left, right = sorted((first, second), key=lambda text: text.slug)
    runs = list_equal_runs(left.numbers, right.numbers)
    telling = {
        pair: e
        for pair, e in _collect_evidence(left, right, runs).items()
        if _is_telling(left, right, pair, e)
    }
    aligned = {pair: _align_passages(left, right, pair, evidence) for pair, evidence in telling.items()}
    if not any(run.words >= ENOUGH for run in runs) and not any(
        _is_reworded(aligned[pair], telling[pair]) for pair in aligned
    ):
        return None
    in_left = set().union(*(e.left for e in telling.values()))
    in_right = set().union(*(e.right for e in telling.values()))
    return Reuse(
        left=left.slug,
        right=right.slug,
        direction=find_direction(left.published, right.published),
        words=min(len(in_left), len(in_right)),
        left_share=_measure_share(left, in_left),
        right_share=_measure_share(right, in_right),
        passages=tuple(aligned[pair] for pair in sorted(aligned)),
    )


def _collect_evidence(
    left: NumberedText, right: NumberedText, runs: Iterable[EqualRun]
) -> dict[tuple[int, int], _Evidence]:
    """By the numbers of two passages."""
    evidence: dict[tuple[int, int], _Evidence] = {}
    for run in runs:
        for pair, piece in _part_run(left, right, run):
            known = evidence.setdefault(pair, _Evidence())
            known.longest = max(known.longest, piece.words)
            if piece.words >= min(LEAST, _count_shorter(left, right, pair)):
                known.reaching = max(known.reaching, run.words)
            known.left.update(range(piece.left, piece.left + piece.words))
            known.right.update(range(piece.right, piece.right + piece.words))
    return evidence


def _part_run(
    left: NumberedText, right: NumberedText, run: EqualRun
) -> Iterator[tuple[tuple[int, int], EqualRun]]:
    """A run, parted where a paragraph ends on either side."""
    done = 0
    while done < run.words:
        i, j = run.left + done, run.right + done
        pair = left.find_passage(i), right.find_passage(j)
        size = min(left.starts[pair[0] + 1] - i, right.starts[pair[1] + 1] - j, run.words - done)
        yield pair, EqualRun(i, j, size)
        done += size


def _is_telling(left: NumberedText, right: NumberedText, pair: tuple[int, int], evidence: _Evidence) -> bool:
    shorter = _count_shorter(left, right, pair)
    covered = min(len(evidence.left), len(evidence.right))
    return evidence.reaching >= TELLING or (covered >= TELLING and covered >= MOST * shorter)


def _count_shorter(left: NumberedText, right: NumberedText, pair: tuple[int, int]) -> int:
    """Words of the shorter passage."""
    return min(len(left.get_words(pair[0])), len(right.get_words(pair[1])))


def _is_reworded(aligned: Aligned, evidence: _Evidence) -> bool:
    return aligned.ratio >= REWORDED and min(len(evidence.left), len(evidence.right)) >= REWORDED_WORDS


def _align_passages(
    left: NumberedText, right: NumberedText, pair: tuple[int, int], evidence: _Evidence
) -> Aligned:
    ours, theirs = left.get_words(pair[0]), right.get_words(pair[1])
    words = sum(block.words for block in match_words(ours, theirs))
    return Aligned(
        left=left.passages[pair[0]],
        right=right.passages[pair[1]],
        words=words,
        longest=evidence.longest,
        ratio=_round_share(measure_overlap(words, len(ours), len(theirs))),
    )


def _measure_share(text: NumberedText, covered: set[int]) -> float:
    """Share of the numbered paragraphs' words that are covered; 0 where there are none."""
    body = sum(len(text.get_words(at)) for at in text.body)
    inside = sum(text.find_passage(word) in text.body for word in covered)
    return _round_share(inside / body) if body else 0.0


def _round_share(share: float) -> float:
    """Three digits, and never 0 or 1 where it is not quite."""
    if share in (0.0, 1.0):
        return share
    # the least and the most that three digits can say
    return min(max(round(share, 3), 0.001), 0.999)


def find_direction(left: Edtf, right: Edtf) -> Direction:
    """Which of two days is certainly the earlier; a doubted or approximate date tells nothing.

    Hours do not count: they are local to outlets whose places may be hours apart.
    """
    if any(d.uncertain or d.approximate for d in (left, right)):
        return Direction.UNKNOWN
    if left.latest < right.earliest:
        return Direction.FORWARD
    if right.latest < left.earliest:
        return Direction.BACKWARD
    return Direction.UNKNOWN
