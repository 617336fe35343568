"""Ten thousand sources' worth of invented pages → how large their search index is, and what a query costs.

`python -m benchmarks.search [SOURCES]`. Bytes are those of all scripts that are loaded from the moment search
is opened until the first results are drawn, as they lie on a disk and as a server sends them, gzipped. Times
are those of the same, in a Chromium that is slowed down four times, as a phone is; index and program are
fetched anew for each query, which is set as if it were pasted before search is ready.
"""

from __future__ import annotations

import gzip
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Request, sync_playwright

from benchmarks.chromium import find_chromium, launch
from benchmarks.invented_pages import invent_entries, invent_words
from benchmarks.serving import serve
from build_tools.site.search_block import divide_entries, make_block, prepare_entry
from build_tools.site.search_index import join_blocks
from build_tools.site.shell_folder import ENGINE, RESULTS

SOURCES = 10_000
SLOWER = 4
ROUNDS = 5
"""The fastest counts: what else runs on the machine only adds."""
MOST_BYTES, MOST_TIME = 300_000, 500
"""What a first result may cost: bytes, milliseconds."""
SCRIPTS = Path(__file__).resolve().parent.parent / "overrides/assets/javascripts"
PAGE = f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' file:">
<button class="masthead__search">Search</button>
<dialog id="search"><form><input id="search-field"></form>
<p id="search-told"></p><ol id="search-results"></ol></dialog>
<script src="search.js" data-root="." data-scripts="{" ".join((*ENGINE, RESULTS))}"></script></html>
"""
"""What search needs of a page, and nothing else."""

ASK = """query => new Promise(done => {
  const since = performance.now()
  const results = document.getElementById("search-results")
  const told = document.getElementById("search-told")
  const drawn = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - since)))
  const look = () => (results.querySelector("a") || told.textContent.startsWith("Nothing")) && drawn()
  const all = {childList: true, subtree: true, characterData: true}
  new MutationObserver(look).observe(results.parentElement, all)
  document.querySelector(".masthead__search").click()
  document.getElementById("search-field").value = query
})"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one query, until the first results are drawn."""

    files: int
    size: int
    """Bytes as they lie on the disk."""
    sent: int
    """Bytes gzipped."""
    milliseconds: float
    told: str
    """How many pages were found."""


def write_site(folder: Path, sources: int) -> Iterator[str]:
    """Write a page that can search, and the index; yield what the index took."""
    entries = tuple(invent_entries(sources))
    places = sum(len(entry.parts) for entry in entries)
    yield f"{sources:,} sources: {len(entries):,} pages, {places:,} places"
    start = time.process_time()
    divided = [(name, tuple(map(prepare_entry, pages))) for name, pages in divide_entries(entries)]
    words = time.process_time()
    blocks = [make_block(name, pages) for name, pages in divided]
    made = time.process_time()
    files: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for artifact in join_blocks(blocks):
        kind = Path(artifact.path).parent.name
        files[kind] += 1
        sizes[kind] += len(artifact.content)
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
    joined = time.process_time()
    for step, took in (
        ("words", words - start),
        ("blocks", made - words),
        ("joining, writing", joined - made),
    ):
        yield f"  {step:18}{took / sources * 1000:10.2f} ms of CPU for a source"
    for kind, number in files.items():
        yield f"  {kind:18}{number:10,} files {sizes[kind]:14,} bytes"
    shutil.copytree(SCRIPTS, folder / "assets/javascripts")
    shutil.copy(SCRIPTS / "search.js", folder)
    (folder / "index.html").write_text(PAGE, "utf-8")


def choose_queries() -> dict[str, str]:
    """What readers may look for, by what is hard about it; words by their frequency."""
    words = invent_words()
    often, less, seldom, rare = words[20], words[120], words[1000], words[20_000]
    return {
        "a word on most pages": words[0],
        "a frequent word": often,
        "a word": less,
        "a rare word": rare,
        "two frequent words": f"{often} {words[33]}",
        "a frequent and a rare one": f"{often} {rare}",
        "two words": f"{less} {seldom}",
        "three words": f"{often} {less} {words[140]}",
        "a phrase": f'"{often} {words[33]}"',
        "three letters": seldom[:3],
        "a letter wrong at its end": f"{seldom[:-1]}q",
        "a letter wrong at its start": f"q{seldom[1:]}",
        "a number": "20,000",
        "two that are nowhere together": f"{rare} {words[20_001]}",
    }


def ask(browser: Browser, address: str, site: Path, query: str) -> Cost:
    """Open search in a fresh window and look for this."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address)
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108
    took = float(page.evaluate(ASK, query))
    told = page.inner_text("#search-told")
    context.close()
    contents = [_find_file(site, request).read_bytes() for request in asked]
    sent = sum(len(gzip.compress(content, mtime=0)) for content in contents)
    return Cost(len(asked), sum(map(len, contents)), sent, took, told)


def _find_file(site: Path, request: Request) -> Path:
    path = request.url.partition("?")[0]
    for root in (site.as_uri() + "/", "/".join(path.split("/")[:3]) + "/"):
        if path.startswith(root):
            return site / path.removeprefix(root)
    raise ValueError(path)


def measure(sources: int = SOURCES) -> Iterator[str]:
    """Yield lines: the index, then each query from a folder and over http."""
    executable = find_chromium()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        yield from write_site(site, sources)
        if executable is None:
            yield "skipped: no Chromium"
            return
        with sync_playwright() as playwright, serve(site) as served:
            browser = launch(playwright, executable)
            for where, address in (("from a folder", (site / "index.html").as_uri()), ("over http", served)):
                yield from _tell(browser, where, address, site)
            browser.close()


def _tell(browser: Browser, where: str, address: str, site: Path) -> Iterator[str]:
    yield f"\n{where:32}{'files':>6}{'bytes':>10}{'gzipped':>10}{'ms':>7}"
    for name, query in choose_queries().items():
        costs = [ask(browser, address, site, query) for _ in range(ROUNDS)]
        cost, took = costs[0], min(cost.milliseconds for cost in costs)
        over = " ← over" if cost.size > MOST_BYTES or took > MOST_TIME else ""
        yield f"  {name:30}{cost.files:>6}{cost.size:>10,}{cost.sent:>10,}{took:>7.0f}  {cost.told}{over}"


if __name__ == "__main__":
    for line in measure(int(sys.argv[1]) if len(sys.argv) > 1 else SOURCES):
        print(line, flush=True)
