"""An invented archive of thousands of statements → how heavy Explore is, and how fast it filters in Chromium.

`python -m benchmarks.explore [SOURCES …]`. Pages stand in a bare shell; they are opened from the disk, on a
processor made four times as slow as it is. Times are those of a machine that has nothing else to do, or say
so by being long.
"""

from __future__ import annotations

import gzip
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import process_time
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

from benchmarks.chromium import find_chromium, launch
from build_tools.index import Index
from build_tools.pages.explore import EXPLORE_PAGE
from build_tools.pages.explore_parts import plan_explore_parts
from build_tools.pages.render import render_page
from build_tools.pipeline import PipelineSettings, assemble_archive

SIZES, STATEMENTS = (250, 5000), 20
"""Reports, and statements in each: 5,000 and 100,000 rows."""
SLOWER = 4
"""What a phone's processor is taken for."""
ENTITIES, TOPICS, OUTLETS = 300, 20, 30
ROOT = Path(__file__).resolve().parent.parent
_WORDS = tuple("a letter from the harbour says that salt was carried by night and nobody counted".split())  # noqa: SIM905
_KINDS = ("event", "figure", "policy", "legal", "quote", "allegation", "denial")
_NAMES = ("person", "organisation", "place", "event")

_SHELL = """<!doctype html>
<html lang="en" class="js"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'">
<meta name="viewport" content="width=device-width"><title>{title}</title>
{head}
</head><body class="md-typeset"><main>{content}</main></body></html>
"""
_SHEETS = ("tokens", "page", "archive", "explore", "access")
_SETTLED = """() => new Promise(done => {
    const look = () => document.querySelector('[data-part][aria-busy=true]') ? requestAnimationFrame(look)
        : requestAnimationFrame(() => setTimeout(() => done(performance.now())))
    look()
})"""
"""Until the frame in which a change is seen has been drawn."""
_FIRST = """before => new Promise(done => {
    const look = () => document.getElementById('explore-tally').textContent !== before
        && document.querySelector('[data-part]:not([hidden]) tbody tr')
        ? done(performance.now()) : requestAnimationFrame(look)
    look()
})"""
"""Until the number of rows is another one, and a first of them is there."""
_TIMED = """async () => {
    const [since, before] = [performance.now(), document.getElementById('explore-tally').textContent]
    %s
    const first = await (%s)(before)
    return [await (%s)() - since, first - since]
}"""
"""An act, and the milliseconds until all is seen and until a first row is. Words wait 120 for more."""
_ACTS = (
    ("one topic", "document.querySelector('[value=topic-3]').click()"),
    ("a second one", "document.querySelector('[value=topic-4]').click()"),
    ("and a person", "document.querySelector('[name=person]').click()"),
    ("figures", "document.querySelector('[value=figures]').click()"),
    ("sources", "document.querySelector('[value=sources]').click()"),
    ("all cleared", "document.querySelector('button[form=explore]').click()"),
    (
        "two words",
        (
            "const { words } = document.forms.explore; words.value = 'harbour night'; "
            "words.dispatchEvent(new Event('input'))"
        ),
    ),
)
"""What a reader does, one after the other."""


def invent(seeds: Path, sources: int) -> None:
    """Write the seeds: records, topics, entities, findings. The same ones every time."""
    chance = random.Random(1)  # noqa: S311 - nothing secret
    (seeds / "vocabulary").mkdir(parents=True)
    topics = [{"id": f"topic-{n}", "label": f"Topic {n}", "scope_note": "Invented."} for n in range(TOPICS)]
    outlets = [_entity(f"outlet-{n}", "organisation") for n in range(OUTLETS)]
    entities = [_entity(f"name-{n}", _NAMES[n % len(_NAMES)]) for n in range(ENTITIES)]
    records = [_record(n, chance) for n in range(sources)]
    refs = [f"{r['slug']}#p{at}c1" for r in records for at in range(1, STATEMENTS + 1)]
    _write(seeds / "vocabulary/topics.yml", topics)
    _write(seeds / "vocabulary/entities.yml", outlets + entities)
    for n, record in enumerate(records):
        _write(seeds / f"{n:04}.yml", record)
    findings = [_finding(n, chance.sample(refs, 4), chance) for n in range(len(refs) // 5)]
    _write(seeds / "findings.yml", {"findings": findings, "disagreements": []})


def _write(path: Path, content: object) -> None:
    path.write_text(
        json.dumps(content, indent=1), "utf-8"
    )  # JSON is YAML, and written a hundred times as fast


def _sentence(chance: random.Random) -> str:
    return f"{' '.join(chance.choices(_WORDS, k=20)).capitalize()}."


def _entity(name: str, kind: str) -> dict[str, object]:
    words = name.replace("-", " ").capitalize()
    return {
        "id": name,
        "name": words,
        "kind": kind,
        "type": "invented",
        "description": "Invented.",
        "forms": [],
    }


def _finding(number: int, refs: list[str], chance: random.Random) -> dict[str, object]:
    return {
        "id": f"finding-{number}",
        "statement": f"Nobody said in 2020: {_sentence(chance)}",
        "modality": "reported",
        "said_by": "Nobody",
        "when": "2020",
        "claims": sorted(refs),
        "why": "Invented.",
    }


def _record(number: int, chance: random.Random) -> dict[str, object]:
    slug = f"report-{number}"
    when = f"{2020 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}"
    return {
        "slug": slug,
        "title": f"Report {number}",
        "outlet": f"outlet-{number % OUTLETS}",
        "published": {"date": when, "basis": "stated"},
        "language": "en",
        "url": f"https://example.org/{slug}",
        "rights": {"holder": "Nobody", "statement": "https://creativecommons.org/publicdomain/zero/1.0/"},
        "paragraphs": STATEMENTS,
        "summary": "An invented report.",
        "claims": [_claim(n, chance) for n in range(1, STATEMENTS + 1)],
    }


def _claim(number: int, chance: random.Random) -> dict[str, object]:
    claim: dict[str, object] = {
        "id": f"p{number}c1",
        "text": _sentence(chance),
        "kind": chance.choice(_KINDS),
        "topics": sorted({f"topic-{chance.randrange(TOPICS)}" for _ in range(2)}),
        "said_by": "somebody",
        "mentions": sorted({f"name-{int(chance.triangular(0, ENTITIES, 0))}" for _ in range(3)}),
        "wording": "stated flatly",
    }
    if number % 3 == 0:
        claim["figures"] = [{"value": chance.randrange(10, 100_000), "unit": "sacks"}]
    return claim


def write_site(index: Index, site: Path) -> None:
    """Explore's pages in a bare shell, its parts, and what they need."""
    shutil.copytree(ROOT / "overrides/assets", site / "assets")
    for key in EXPLORE_PAGE.list_keys(index):
        page = EXPLORE_PAGE.make_page(index, key)
        top = "../" * page.address.count("/")
        sheets = (f'<link rel="stylesheet" href="{top}assets/stylesheets/{name}.css">' for name in _SHEETS)
        scripts = (
            f'<script src="{top}assets/javascripts/{name}" defer></script>' for name in EXPLORE_PAGE.scripts
        )
        head = "".join((*sheets, *scripts))
        html = _SHELL.format(title=page.title, head=head, content=render_page(page).html)
        _write_bytes(site / page.address / "index.html", html.encode())
    for plan in plan_explore_parts(index):
        part = plan.make()
        _write_bytes(site / part.path, part.content)


def _write_bytes(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def measure(sizes: Iterable[int] = SIZES) -> Iterator[str]:
    """Yield lines: weight of the page, times to open it and to filter it."""
    executable = find_chromium()
    for sources in sizes:
        with tempfile.TemporaryDirectory() as folder:
            invent(Path(folder) / "seeds", sources)
            index = Index(assemble_archive(PipelineSettings(seeds=Path(folder) / "seeds")))
            since = process_time()
            write_site(index, Path(folder) / "site")
            took = process_time() - since
            yield from _weights(Path(folder) / "site/explore", sources * STATEMENTS, took)
            if executable is None:
                yield "skipped: no Chromium"
                continue
            with sync_playwright() as playwright:
                browser = launch(playwright, executable)
                yield from _times(browser, Path(folder) / "site/explore")
                browser.close()


def _weights(folder: Path, statements: int, took: float) -> Iterator[str]:
    page, parts = folder / "index.html", tuple(folder.glob("parts/*.js"))
    size = sum(part.stat().st_size for part in parts)
    yield (
        f"Explore, {statements:,} statements: {took:.1f} s of CPU for its pages and parts; the first page "
        f"{page.stat().st_size:,} bytes, {_gzipped(page):,} gzipped; {len(parts):,} parts, {size:,} bytes"
    )


def _gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def _times(browser: Browser, folder: Path) -> Iterator[str]:
    window = browser.new_page(viewport={"width": 1440, "height": 900})
    window.set_default_timeout(300_000)
    asked: list[Path] = []
    window.on("request", lambda request: asked.append(Path(unquote(urlsplit(request.url).path))))
    window.context.new_cdp_session(window).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    window.goto((folder / "index.html").as_uri())
    yield f"  {window.evaluate(_SETTLED):,.0f} ms until the page is drawn and can be filtered"
    for words, act in _ACTS:
        asked.clear()
        took, first = window.evaluate(_TIMED % (act, _FIRST, _SETTLED))
        parts = [path for path in asked if path.suffix == ".js"]
        weight = sum(map(_gzipped, parts))
        yield (
            f"  {took:,.0f} ms for {words}, first rows after {first:,.0f} ms; {len(parts)} parts, "
            f"{weight / 1000:,.0f} kB gzipped: {window.inner_text('#explore-tally')}"
        )


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in measure([int(n) for n in sys.argv[1:]] or SIZES))
