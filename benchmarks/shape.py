"""Figures, timeline and origins at scale: how the time for their pages grows with the rows."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from build_tools.index import Index
from build_tools.model.archive import Archive, Document, Edition
from build_tools.model.evidence import Origin
from build_tools.model.material import Material
from build_tools.model.record import Record
from build_tools.pages import PageContent, PageKind, render_page
from build_tools.pages.figures_list import FIGURES_LIST
from build_tools.pages.origin import ORIGIN_PAGE
from build_tools.pages.origins_list import ORIGINS_LIST
from build_tools.pages.timeline import TIMELINE_LIST
from build_tools.relate import relate

SIZES = (50, 500, 5000)
"""Figures, ten to a source."""

_KINDS = (FIGURES_LIST, TIMELINE_LIST, ORIGINS_LIST, ORIGIN_PAGE)
_PER_SOURCE, _ORIGINS = 10, 40


def measure() -> Iterator[str]:
    """A line for each kind of page and size: seconds, and the ratio to ten times fewer rows."""
    yield "Pages of the archive's shape, by number of figures (seconds; times the tenfold smaller)"
    archives = [invented(size) for size in SIZES]
    for kind in _KINDS:
        before = 0.0
        for size, archive in zip(SIZES, archives, strict=True):
            start = perf_counter()
            pages = _render_all(kind, Index(archive))
            took = perf_counter() - start
            grown = f" (×{took / before:.1f})" if before else ""
            largest = max(len(page.html) for page in pages)
            yield (
                f"  {kind.name:9} {size:6,}: {len(pages):3} pages in both forms {took:6.2f}{grown}, "
                f"the largest {largest / 1e6:.2f} MB"
            )
            before = took


def _render_all(kind: PageKind, index: Index) -> list[PageContent]:
    return [render_page(kind.make_page(index, key)) for key in kind.list_keys(index)]


def invented(size: int) -> Archive:
    """An archive with so many figures; the same each time."""
    records = [_record(n) for n in range(size // _PER_SOURCE)]
    entries = tuple(
        Origin(id=f"origin-{n}", publisher=f"Origin {n}", description="A report.") for n in range(_ORIGINS)
    )
    documents = [Document(record, None, None, ()) for record in records]
    return relate(documents, Material(seeds=(), origins=entries), Edition.PUBLIC)


def _record(n: int) -> Record:
    day = f"20{10 + n % 20}-{1 + n % 12:02}-{1 + n % 28:02}"
    claims = [
        {
            "id": f"p{m}c1",
            "text": f"Sacks were counted at the mill, for the {m}th time.",
            "kind": "figure",
            "said_by": "the miller",
            "wording": "stated flatly",
            "chain": [{"who": "a wire", "origin": f"origin-{(n + m) % _ORIGINS}"}],
            "figures": [{"value": 1 + (n * 7919 + m * 104729) % 99991, "unit": f"sacks {m}", "as_of": day}],
        }
        for m in range(1, _PER_SOURCE + 1)
    ]
    return Record.model_validate(
        {
            "slug": f"source-{n}",
            "title": f"Report {n}",
            "outlet": "the-bugle",
            "published": {"date": day, "basis": "stated"},
            "language": "en",
            "url": f"https://bugle.example/{n}",
            "rights": {"holder": "The Bugle", "statement": "http://rightsstatements.org/vocab/InC/1.0/"},
            "paragraphs": _PER_SOURCE,
            "summary": "A report.",
            "claims": claims,
        }
    )
