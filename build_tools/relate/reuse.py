"""Cleaned texts → wording that two sources share, as paragraphs, counts and shares, without a word of it.

First the pairs that meet in a run of words (`candidates`), then their passages, word by word. Whether two
sources share wording depends on these two alone: a third one changes nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from build_tools.model.archive import Document
from build_tools.model.clean import Kind
from build_tools.model.edtf import Edtf
from build_tools.model.reuse import Aligned, Direction, Reuse
from build_tools.relate.candidates import ENOUGH, candidates
from build_tools.text.aligning import LEAST, Run, matched, ratio, runs
from build_tools.text.shingles import Numbering, compared

TELLING = 6
"""Words in a row that tell a shared passage, once it is known that the two sources share wording at all."""

MOST = 0.5
"""Share of the shorter passage that stands in runs and tells the same, for passages that are reworded."""

REWORDED = 0.4
"""Ratio from which a passage without a run of ENOUGH words shows by itself that wording is shared …"""

REWORDED_WORDS = 12
"""… if so many of its words stand in runs."""

_KINDS = frozenset({Kind.TITLE, Kind.STANDFIRST, Kind.CAPTION, Kind.CROSSHEAD, Kind.BODY})
"""What the source itself says; page chrome is not compared."""


@dataclass(frozen=True, slots=True)
class Text:
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

    def words(self, passage: int) -> Sequence[int]:
        """The words of one passage."""
        return self.numbers[self.starts[passage] : self.starts[passage + 1]]

    def passage(self, word: int) -> int:
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


def reuse(documents: Iterable[Document]) -> tuple[Reuse, ...]:
    """All pairs of sources with captures at hand that share wording, sorted by their slugs.

    Does not depend on the order of the documents.
    """
    numbering = Numbering()
    return among(text for document in documents if (text := _text(document, numbering)))


def renewed(documents: Iterable[Document], committed: Iterable[Reuse]) -> tuple[Reuse, ...]:
    """The pairs as they are found, and as committed where a capture of the two is not at hand."""
    at_hand = tuple(document for document in documents if document.clean)
    slugs = {document.record.slug for document in at_hand}
    kept = [pair for pair in committed if not {pair.left, pair.right} <= slugs]
    return tuple(sorted((*kept, *reuse(at_hand)), key=_by_slugs))


def among(texts: Iterable[Text]) -> tuple[Reuse, ...]:
    """The same of texts."""
    ordered = sorted(texts, key=lambda text: (text.published, text.slug))
    numbers = [text.numbers for text in ordered]
    pairs = (compare(ordered[one], ordered[other]) for one, other in candidates(numbers))
    return tuple(sorted((pair for pair in pairs if pair), key=_by_slugs))


def _by_slugs(pair: Reuse) -> tuple[str, str]:
    return pair.left, pair.right


def _text(document: Document, numbering: Numbering) -> Text | None:
    if document.clean is None:
        return None
    passages = [p for p in document.clean.paragraphs if p.kind in _KINDS]
    words = [compared(p.text) for p in passages]
    starts = [0]
    for some in words:
        starts.append(starts[-1] + len(some))
    return Text(
        slug=document.record.slug,
        published=document.record.published.date,
        passages=tuple(p.id for p in passages),
        starts=tuple(starts),
        numbers=numbering.number(word for some in words for word in some),
        body=frozenset(at for at, p in enumerate(passages) if p.kind is Kind.BODY),
    )


def compare(one: Text, other: Text) -> Reuse | None:
    """What two sources share; None if that is no more than chance makes any two texts share."""
    left, right = sorted((one, other), key=lambda text: text.slug)
    found = runs(left.numbers, right.numbers)
    telling = {pair: e for pair, e in _evidence(left, right, found).items() if _tells(left, right, pair, e)}
    aligned = {pair: _aligned(left, right, pair, evidence) for pair, evidence in telling.items()}
    longest = max((run.words for run in found), default=0)
    if longest < ENOUGH and not any(_reworded(aligned[pair], telling[pair]) for pair in aligned):
        return None
    in_left = set().union(*(e.left for e in telling.values()))
    in_right = set().union(*(e.right for e in telling.values()))
    return Reuse(
        left=left.slug,
        right=right.slug,
        direction=direction(left.published, right.published),
        words=min(len(in_left), len(in_right)),
        left_share=_share(left, in_left),
        right_share=_share(right, in_right),
        passages=tuple(aligned[pair] for pair in sorted(aligned)),
    )


def _evidence(left: Text, right: Text, found: Iterable[Run]) -> dict[tuple[int, int], _Evidence]:
    """By the numbers of two passages."""
    evidence: dict[tuple[int, int], _Evidence] = {}
    for run in found:
        for pair, piece in _pieces(left, right, run):
            known = evidence.setdefault(pair, _Evidence())
            known.longest = max(known.longest, piece.words)
            if piece.words >= min(LEAST, _shorter(left, right, pair)):
                known.reaching = max(known.reaching, run.words)
            known.left.update(range(piece.left, piece.left + piece.words))
            known.right.update(range(piece.right, piece.right + piece.words))
    return evidence


def _pieces(left: Text, right: Text, run: Run) -> Iterator[tuple[tuple[int, int], Run]]:
    """A run, parted where a paragraph ends on either side."""
    done = 0
    while done < run.words:
        i, j = run.left + done, run.right + done
        pair = left.passage(i), right.passage(j)
        size = min(left.starts[pair[0] + 1] - i, right.starts[pair[1] + 1] - j, run.words - done)
        yield pair, Run(i, j, size)
        done += size


def _tells(left: Text, right: Text, pair: tuple[int, int], evidence: _Evidence) -> bool:
    shorter = _shorter(left, right, pair)
    covered = min(len(evidence.left), len(evidence.right))
    return evidence.reaching >= TELLING or (covered >= TELLING and covered >= MOST * shorter)


def _shorter(left: Text, right: Text, pair: tuple[int, int]) -> int:
    """Words of the shorter passage."""
    return min(len(left.words(pair[0])), len(right.words(pair[1])))


def _reworded(aligned: Aligned, evidence: _Evidence) -> bool:
    return aligned.ratio >= REWORDED and min(len(evidence.left), len(evidence.right)) >= REWORDED_WORDS


def _aligned(left: Text, right: Text, pair: tuple[int, int], evidence: _Evidence) -> Aligned:
    ours, theirs = left.words(pair[0]), right.words(pair[1])
    words = sum(block.words for block in matched(ours, theirs))
    return Aligned(
        left=left.passages[pair[0]],
        right=right.passages[pair[1]],
        words=words,
        longest=evidence.longest,
        ratio=_rounded(ratio(words, len(ours), len(theirs))),
    )


def _share(text: Text, covered: set[int]) -> float:
    """Share of the numbered paragraphs' words that are covered; 0 where there are none."""
    body = sum(len(text.words(at)) for at in text.body)
    inside = sum(text.passage(word) in text.body for word in covered)
    return _rounded(inside / body) if body else 0.0


def _rounded(share: float) -> float:
    """Three digits, and never 0 or 1 where it is not quite."""
    if share in (0.0, 1.0):
        return share
    return min(max(round(share, 3), 0.001), 0.999)


def direction(left: Edtf, right: Edtf) -> Direction:
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
