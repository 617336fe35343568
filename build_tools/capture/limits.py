"""How much is read of what is packed, because a small file may unpack without end."""

from __future__ import annotations

from build_tools.model.unreadable import UnreadableCapture

MOST_UNPACKED = 64 * 2**20
"""Bytes that one part may have once it is unpacked: as many as a capture that is not packed."""
MOST_UNPACKED_IN_ALL = 4 * MOST_UNPACKED
"""Bytes that all parts of a file may have together."""
MOST_PARTS = 5000
"""Parts of a mail, entries of a ZIP archive: a saved page has some hundreds."""
DEEPEST_PARTS = 10
"""Parts within parts: a forwarded newsletter has four."""
MOST_PAGES = 3000
"""Pages of a PDF."""
MOST_OPERATIONS = 3_000_000
"""Things that a PDF draws, lines and curves included: some ten seconds."""
FEW_OPERATIONS, OPERATIONS_PER_BYTE = 50_000, 4
"""So many things any PDF may draw, and beyond them so many for each of its bytes: packed, real ones draw one
thing in three bytes or more, and one that draws a hundred times as many was made to keep its reader busy."""
FEW_PAGES, BYTES_PER_PAGE = 100, 40
"""So many pages any PDF may have, and beyond them one for so many of its bytes."""
MOST_LETTERS = 20_000_000
"""Letters of a PDF, a document, an export."""
MOST_LINES = 500_000
"""Lines of a capture: a ledger tells of each, and of so many has some 50 MB."""
MOST_RECORDS = 50_000
"""Records of a WARC file."""

_SMALLER = "Save the report by itself, as a page or a .txt file, and add that."
_DIVIDED = "Divide it into several files, each with a record of its own."
_ANEW = "Take it anew, or copy its text into a .txt file, and add that."


def refuse_size(what: str) -> UnreadableCapture:
    """Beyond a limit; `what` goes on after the file's name."""
    return UnreadableCapture("C120", f"{what}, and is not read.", _SMALLER)


def refuse_length(number: int, things: str) -> UnreadableCapture:
    """Of more lines or passages than can be told of."""
    return UnreadableCapture("C120", f"has {number:,} {things}, and is not read.", _DIVIDED)


def refuse_damage(what: str, remedy: str = _ANEW) -> UnreadableCapture:
    """Of its form, but without what is looked for; `what` goes on after the file's name."""
    return UnreadableCapture("C120", f"{what}.", remedy)
