"""What tests of all readers ask: the text of a capture, and that every byte of it has its place."""

from __future__ import annotations

from itertools import pairwise

from build_tools.capture import extract_text
from build_tools.clean import clean
from build_tools.model.capture_text import CaptureText
from build_tools.model.clean import CleanText
from tests.clean import capture


def extracted(content: bytes, file: str = "capture") -> CaptureText:
    """The text of bytes, whose form is told by themselves."""
    return extract_text(capture(content, file))


def cleaned(content: bytes, file: str = "capture") -> CleanText:
    """The same after cleaning; its ledger adds up."""
    taken = capture(content, file)
    result = clean(taken)
    text = extract_text(taken)
    assert_covered([(line.start, line.end) for line in result.lines], len(text.content))
    if result.drawn:
        assert_covered([(part.start, part.end) for part in result.drawn.parts], len(content))
        assert result.drawn.bytes == len(text.content)
    else:
        assert text.content == content
    return result


def body(content: bytes, file: str = "capture") -> list[str]:
    """The numbered passages."""
    return [passage.text for passage in cleaned(content, file).body]


def stated(content: bytes) -> dict[str, str]:
    """What the capture says of itself, the first of each field."""
    return {one.field: one.value for one in reversed(extracted(content).stated)}


def assert_covered(spans: list[tuple[int, int]], size: int) -> None:
    """That the spans cover so many bytes in order, without gap or overlap."""
    assert all(end == start for (_, end), (start, _) in pairwise(spans))
    assert (spans[0][0], spans[-1][1]) == (0, size) if spans else size == 0
