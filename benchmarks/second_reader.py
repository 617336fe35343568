"""Real pages → on which of them cleaning and the second reader differ, and how right cleaning is there.

`python -m benchmarks.second_reader`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from benchmarks import cleaning
from benchmarks.places import articles, missing
from benchmarks.shingles import page_score
from build_tools.clean import clean
from build_tools.clean.witness import ABSENT, find_cleaning_doubts, has_witness


def measure() -> Iterator[str]:
    """Yield a line for each page on which the two differ."""
    yield "Pages on which a second reader differs from cleaning by more than a third"
    if not has_witness() or not articles().is_dir():
        yield from (missing(articles()) if has_witness() else [ABSENT])
        return
    for page in cleaning.pages("html"):
        cleaned = clean(page.capture)
        for doubt in find_cleaning_doubts(page.capture, cleaned):
            precision, recall = page_score(page.truth, cleaning.article(cleaned))
            yield f"{doubt.code} {page.id} precision {precision:.2f} recall {recall:.2f}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in measure())
