"""Figures, timeline and origins at scale: how the time for their pages grows with the rows."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from markdown import Markdown

from build_tools.model.archive import Archive, Document, Edition
from build_tools.model.evidence import Origin
from build_tools.model.material import Material
from build_tools.model.record import Record
from build_tools.pages import figures, origins, timeline
from build_tools.pages.catalogue import Catalogue
from build_tools.pages.render import markdown
from build_tools.relate import relate

SIZES = (50, 500, 5000)
"""Figures, ten to a source."""

_PER_SOURCE, _ORIGINS = 10, 40


def measure() -> Iterator[str]:
    """A line for each page and size: seconds, and the ratio to ten times fewer rows."""
    yield "Pages of the archive's shape, by number of figures (seconds; times the tenfold smaller)"
    archives = [invented(size) for size in SIZES]
    for name, compose in (
        ("figures", figures.pages),
        ("timeline", timeline.pages),
        ("origins", origins.pages),
    ):
        before = (0.0, 0.0)
        for size, archive in zip(SIZES, archives, strict=True):
            start = perf_counter()
            made = [markdown(page) for page in compose(Catalogue(archive))]
            middle = perf_counter()
            rendered = sum(len(_renderer().convert(text)) for text in made[:1])
            took = (middle - start, perf_counter() - middle)
            grown = [f" (×{now / then:.1f})" if then else "" for now, then in zip(took, before, strict=True)]
            yield (
                f"  {name:9} {size:6,}: composed and drawn {took[0]:6.2f}{grown[0]}, index rendered "
                f"{took[1]:5.2f}{grown[1]}, {rendered / 1e6:.2f} MB"
            )
            before = took


def _renderer() -> Markdown:
    return Markdown(extensions=["attr_list", "def_list", "md_in_html", "tables", "toc"])


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
