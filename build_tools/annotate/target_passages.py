"""Record + CleanText → the passages that annotations stand on, because both layers are read alike."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.model.annotation import Annotation, Layer, Motivation, Selector
from build_tools.model.clean import CleanText, Kind
from build_tools.model.record import Record
from build_tools.text.fold import fold
from build_tools.text.plain_letters import PlainText, read_plain

CONTEXT = 32
"""Characters that a selector gives before and after, as `Selector` says."""

DIGEST_LANGUAGE = "en"
"""The language that the archive's own words are written in."""


@dataclass(frozen=True, slots=True)
class TargetPassage:
    """One text that selectors point into."""

    layer: Layer
    id: str
    """Of the paragraph, or of the claim."""
    text: str
    language: str
    """BCP 47; decides which table of words is read."""
    kind: Kind | None = None
    """What the paragraph is; None in the digest."""
    plain: PlainText = field(init=False, repr=False, compare=False)
    """What is searched: without what no reader sees. Places are told in it, and `select_span` translates."""
    folded: str = field(init=False)
    """The same in one typography; a position in it is a position in the plain text."""

    def __post_init__(self) -> None:
        # the class is frozen; what follows from its other fields is set past it
        object.__setattr__(self, "plain", read_plain(self.text))
        object.__setattr__(self, "folded", fold(self.plain.text))

    def __hash__(self) -> int:
        # no two passages of a source are alike in these; the rest need not be hashed to look one up
        return hash((self.id, self.text))

    @property
    def whole(self) -> tuple[int, int]:
        """All of it, for `select_span`."""
        return 0, len(self.plain.text)


def list_target_passages(record: Record, clean: CleanText | None) -> tuple[TargetPassage, ...]:
    """The captured text's passages in reading order, then the claims in theirs."""
    captured = clean.paragraphs if clean else ()
    return (
        *(TargetPassage(Layer.CAPTURE, p.id, p.text, record.language, p.kind) for p in captured),
        *(TargetPassage(Layer.DIGEST, c.id, c.text, DIGEST_LANGUAGE) for c in record.claims),
    )


def select_span(passage: TargetPassage, start: int, end: int) -> Selector:
    """Point at a stretch of a passage's plain text, with what stands around it in the text."""
    text = passage.text
    whole = (start, end) == passage.whole
    start, end = (0, len(text)) if whole else passage.plain.locate(start, end)
    return Selector(
        layer=passage.layer,
        passage=passage.id,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def annotate_span(
    passage: TargetPassage, span: tuple[int, int], motivation: Motivation, value: str, rule: str
) -> Annotation:
    """Annotate a stretch of a passage."""
    return Annotation(motivation, value, select_span(passage, *span), rule)


def is_resolved(target: Selector, passage: TargetPassage) -> bool:
    """Whether a selector's quotation, position and surroundings are all found in the passage."""
    text, start, end = passage.text, target.start, target.end
    return (
        target.layer is passage.layer
        and target.passage == passage.id
        and target.exact == text[start:end]
        and target.prefix == text[max(0, start - CONTEXT) : start]
        and target.suffix == text[end : end + CONTEXT]
    )
