"""The bytes of a file → whether it is one of the typeface's, as the generator ships them.

No capture can be in a file that is older than it, and in a packed font any stretch of bytes might be a word:
to look through ten of them took half of the time in which a small site is looked through.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_DIGESTS = Path(__file__).with_suffix(".json")
_SIGNATURE = b"wOF2"
"""What such a file begins with: no other is digested for this."""


def is_shipped_face(content: bytes) -> bool:
    """Whether these are the very bytes of a font that `python -m benchmarks.faces` made."""
    return content.startswith(_SIGNATURE) and _digest_face(content) in _load_face_digests()


def write_face_digests(contents: Mapping[str, bytes]) -> str:
    """The list as JSON: the name of each file → its SHA-256."""
    digests = {name: _digest_face(content) for name, content in contents.items()}
    return f"{json.dumps(digests, indent=2)}\n"


def _digest_face(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@cache
def _load_face_digests() -> frozenset[str]:
    return frozenset(json.loads(_DIGESTS.read_text("ascii")).values())
