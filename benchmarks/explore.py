"""An invented archive of thousands of statements → how heavy Explore is, and how fast it filters in Chromium.

`python -m benchmarks.explore`. The archive is built as any other, into a temporary folder; times are those of
one processor that has nothing else to do, or say so by being long.
"""

from __future__ import annotations

import gzip
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import yaml
from playwright.sync_api import Page, sync_playwright

SOURCES, STATEMENTS = 250, 20
"""Reports, and statements in each: 5,000 rows."""
ENTITIES, TOPICS, OUTLETS = 300, 20, 30
ROOT = Path(__file__).resolve().parent.parent
_WORDS = tuple("a letter from the harbour says that salt was carried by night and nobody counted".split())  # noqa: SIM905
_KINDS = ("event", "figure", "policy", "legal", "quote", "allegation", "denial")
_NAMES = ("person", "organisation", "place", "event")

_SETTLED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"
"""Until the frame in which a change is seen has been drawn."""


def invent(seeds: Path) -> None:
    """Write the seeds: records, topics, entities, findings. The same ones every time."""
    chance = random.Random(1)  # noqa: S311 - nothing secret
    (seeds / "vocabulary").mkdir(parents=True)
    topics = [{"id": f"topic-{n}", "label": f"Topic {n}", "scope_note": "Invented."} for n in range(TOPICS)]
    outlets = [_entity(f"outlet-{n}", "organisation") for n in range(OUTLETS)]
    entities = [_entity(f"name-{n}", _NAMES[n % len(_NAMES)]) for n in range(ENTITIES)]
    records = [_record(n, chance) for n in range(SOURCES)]
    refs = [f"{r['slug']}#p{at}c1" for r in records for at in range(1, STATEMENTS + 1)]
    _write(seeds / "vocabulary/topics.yml", topics)
    _write(seeds / "vocabulary/entities.yml", outlets + entities)
    for n, record in enumerate(records):
        _write(seeds / f"{n:04}.yml", record)
    findings = [_finding(n, chance.sample(refs, 4), chance) for n in range(len(refs) // 5)]
    _write(seeds / "findings.yml", {"findings": findings, "disagreements": []})


def _write(path: Path, content: object) -> None:
    path.write_text(yaml.safe_dump(content, sort_keys=False), "utf-8")


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
    name = f"finding-{number}"
    return {"id": name, "statement": _sentence(chance), "claims": sorted(refs), "why": "Invented."}


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


def built(folder: Path) -> Path:
    """The invented archive's site."""
    invent(folder / "seeds")
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# Invented\n\n<!-- archive: shape -->\n")
    own = {"site_name": "Invented", "nav": [{"Home": "index.md"}, {"Explore": "explore/index.md"}]}
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        **own,
        "hooks": [str(ROOT / "build_tools/site/hook.py")],
        "docs_dir": "docs",
        "theme": {"custom_dir": str(ROOT / "overrides")},
        "extra": {"archive": {"seeds": "seeds", "captures": "", "invented": True}},
    }
    _write(folder / "mkdocs.yml", settings)
    command = [sys.executable, "-m", "build_tools", "build", "--config", str(folder / "mkdocs.yml")]
    subprocess.run([*command, "--site", str(folder / "site")], cwd=ROOT, check=True, capture_output=True)
    return folder / "site"


def measure() -> Iterator[str]:
    """Yield lines: weight of the page, times to open it and to filter it."""
    executable = which("chromium") or which("google-chrome")
    with tempfile.TemporaryDirectory() as folder:
        page = built(Path(folder)) / "explore/index.html"
        content = page.read_bytes()
        yield (
            f"Explore, {SOURCES * STATEMENTS:,} statements: {len(content):,} bytes, "
            f"{len(gzip.compress(content, 9, mtime=0)):,} gzipped"
        )
        if executable is None:
            yield "skipped: no Chromium"
            return
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
            for width in (1440, 390):
                window = browser.new_page(viewport={"width": width, "height": 900})
                yield from _times(window, page.as_uri(), width)
            browser.close()


def _times(window: Page, address: str, width: int) -> Iterator[str]:
    window.goto(address)
    window.wait_for_function("document.getElementById('explore-tally').textContent.includes('5,000')")
    opened = window.evaluate(_SETTLED)
    yield f"  {width} px: {opened:,.0f} ms until the page is drawn and can be filtered"
    if width < 1000:  # noqa: PLR2004 - filters are folded away on a phone
        window.click(".explore__more")
    for words, act in (
        ("one topic", "document.querySelector('[value=topic-3]').click()"),
        ("a second one", "document.querySelector('[value=topic-4]').click()"),
        ("and a person", "document.querySelector('[name=person]').click()"),
        ("all cleared", "document.querySelector('button[form=explore]').click()"),
    ):
        took = window.evaluate(
            f"async () => {{ const since = performance.now(); {act}; const settled = {_SETTLED}; "
            "await new Promise(done => setTimeout(done)); await settled(); return performance.now() - since }"
        )
        left = window.inner_text("#explore-tally")
        yield f"  {width} px: {took:,.0f} ms for {words}: {left}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in measure())
