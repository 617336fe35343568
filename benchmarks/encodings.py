"""How often the encoding of a text that declares none is told, by language, length and what stands around.

Texts of our own are encoded and read again. Right is what reads back as it was written, whatever the codec is
called. Run as `python -m benchmarks.encodings`; the figures are floors of `tests/text/test_encodings.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from build_tools.text.decode import decode

TEXTS = Path(__file__).with_name("encoding_texts.yml")
FRAMES = {
    "alone": "{}",
    "page": (
        '<html><head><title>News</title></head><body class="article"><div id="menu">Home | News | About</div>'
        '<p class="text-body">{}</p><div class="footer">All rights reserved. By Engine</div></body></html>'
    ),
    "amid English": (
        "Ashby Courier - Breaking news, weather and sport from the harbour\nShare on Facebook\n{}\n"
        "Sign up for our newsletter and never miss a story from the coast\n"
    ),
}
"""What stands around a text."""
LENGTHS = (40, 90, 100_000)
"""Characters that are left of it."""


@dataclass(frozen=True, slots=True)
class EncodedCase:
    """A text in bytes."""

    language: str
    codec: str
    frame: str
    length: int
    text: str

    @property
    def content(self) -> bytes:
        """The bytes."""
        return self.text.encode(self.codec)


def list_cases() -> Iterator[EncodedCase]:
    """Every text, and all of a language together, in every codec, frame and length."""
    languages: dict[str, dict[str, Any]] = yaml.safe_load(TEXTS.read_text("utf-8"))
    for language, known in languages.items():
        for codec in known["codecs"]:
            for text in (*known["texts"], " ".join(known["texts"])):
                written = text.encode(codec, "ignore").decode(codec)
                for length in sorted({min(length, len(written)) for length in LENGTHS}):
                    for frame, around in FRAMES.items():
                        yield EncodedCase(language, codec, frame, length, around.format(written[:length]))


def is_told(case: EncodedCase) -> bool:
    """Whether the text is read as it was written."""
    return decode(case.content).raw == case.text


def measure_encodings() -> dict[str, tuple[int, int]]:
    """By language and codec: how many are told, of how many."""
    counts: dict[str, tuple[int, int]] = {}
    for case in list_cases():
        told, total = counts.get(f"{case.language} {case.codec}", (0, 0))
        counts[f"{case.language} {case.codec}"] = (told + is_told(case), total + 1)
    return counts


def main() -> None:
    """Print the table."""
    counts = measure_encodings()
    for name, (told, total) in counts.items():
        print(f"{name:18} {told:4} of {total:4}")
    whole = [sum(one) for one in zip(*counts.values(), strict=True)]
    print(f"{'all':18} {whole[0]:4} of {whole[1]:4} ({whole[0] / whole[1]:.3f})")


if __name__ == "__main__":
    main()
