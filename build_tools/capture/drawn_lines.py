"""Lines drawn out of a form whose text does not lie in the file as it is → bytes, and a node for each."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.capture.limits import MOST_LETTERS, refuse_size
from build_tools.model.capture_text import TextNode
from build_tools.model.clean import Kind


@dataclass
class DrawnLines:
    """Gathers the lines in order."""

    form: str
    """What they are drawn out of, with its article."""
    nodes: list[TextNode] = field(default_factory=list)
    content: bytearray = field(default_factory=bytearray)

    def add(self, text: str, kind: Kind, rule: str, passage: str = "") -> None:
        """A line; white space in it is one blank. Raises UnreadableCapture beyond the limit."""
        # halves of surrogate pairs, which JSON can name
        words = " ".join(text.encode("utf-8", "replace").decode().split())
        if not words:
            return
        start = len(self.content)
        self.content += words.encode() + b"\n"
        self.nodes.append(TextNode(start, len(self.content), words, kind, rule, passage))
        if len(self.content) > MOST_LETTERS:
            raise refuse_size(f"is {self.form} with more than {MOST_LETTERS} letters")
