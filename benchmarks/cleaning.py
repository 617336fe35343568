"""Real pages and captures → how well cleaning does, beside two baselines that a dozen lines give."""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import wrap
from typing import Any

import yaml

from benchmarks.places import articles, captures, missing, research
from benchmarks.shingles import Score, mean_score, page_score
from build_tools.clean import clean
from build_tools.model.capture import Capture
from build_tools.model.clean import CleanText, Kind

_ARTICLE = (Kind.BODY, Kind.CROSSHEAD)
"""What counts as the article: paragraphs and crossheads; in the truth, standfirst and captions do not."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the benchmark in one of its two forms, and its article."""

    id: str
    capture: Capture
    truth: str


def article(cleaned: CleanText) -> str:
    """Return the prediction: the article's paragraphs and crossheads in order."""
    return "\n".join(paragraph.text for paragraph in cleaned.paragraphs if paragraph.kind in _ARTICLE)


def ours(capture: Capture) -> str:
    """Predict by cleaning."""
    return article(clean(capture))


def everything(capture: Capture) -> str:
    """Predict the whole page: the baseline that loses nothing."""
    return capture.content.decode("utf-8")


def densest_block(capture: Capture) -> str:
    """Predict the stretch with the most long lines: a dozen lines of code, and no rule."""
    lines = [line for line in capture.content.decode("utf-8").splitlines() if line.strip()]
    worth = [len(line) - 80 for line in lines]
    best, total, start, span = 0, 0, 0, (0, 0)
    for place, value in enumerate(worth):
        if total <= 0:
            total, start = 0, place
        total += value
        if total > best:
            best, span = total, (start, place + 1)
    return "\n".join(lines[slice(*span)])


def pages(form: str) -> Iterator[Page]:
    """Yield the pages as `text` or as `html`, in order of their ids."""
    folder = articles()
    truths: dict[str, dict[str, str]] = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    for id_, truth in sorted(truths.items()):
        source = folder / form / (f"{id_}.txt" if form == "text" else f"{id_}.html.gz")
        content = gzip.decompress(source.read_bytes()) if source.suffix == ".gz" else source.read_bytes()
        yield Page(id_, capture_of(source.name.removesuffix(".gz"), content), truth["articleBody"])


def without_blank_lines(page: Page) -> Page:
    """Return a page of plain text as some browsers copy it."""
    return _changed(page, "\n".join(line for line in _lines(page.capture) if line.strip()))


def wrapped(page: Page) -> Page:
    """Return a page of plain text broken at 72 columns."""
    return _changed(page, "\n".join(part for line in _lines(page.capture) for part in wrap(line, 72) or [""]))


def runs_of_html(page: Page) -> Page:
    """Return an HTML page as plain text, a line for each run of text: no bullets, no blank lines."""
    cleaned = clean(page.capture)
    return _changed(page, "\n".join(line.text for line in cleaned.lines if line.text))


def _lines(capture: Capture) -> list[str]:
    return capture.content.decode("utf-8").splitlines()


def _changed(page: Page, text: str) -> Page:
    return replace(page, capture=capture_of(f"{page.id}.txt", text.encode("utf-8")))


def capture_of(name: str, content: bytes) -> Capture:
    """Make a capture of bytes."""
    return Capture(name, content, hashlib.sha256(content).hexdigest())


def score(
    form: str, predict: Callable[[Capture], str], change: Callable[[Page], Page] | None = None
) -> Score:
    """Measure a way to predict on all pages of a form, changed first if `change` is given."""
    changed = (change(page) if change else page for page in pages(form))
    return mean_score(page_score(page.truth, predict(page.capture)) for page in changed)


def gold_lines() -> Iterator[tuple[str, int, bool]]:
    """Yield (file, line, whether label and paragraph number are as in the gold) for the real captures."""
    gold: dict[str, dict[str, Any]] = yaml.safe_load(
        (research() / "gold_lines.yml").read_text(encoding="utf-8")
    )
    for file, labels in gold.items():
        cleaned = clean(capture_of(file, (captures() / file).read_bytes()))
        kinds = {line.n: line.kind for line in cleaned.lines}
        numbers = {n: paragraph.id for paragraph in cleaned.body for n in paragraph.lines}
        for label in labels["lines"]:
            n = label["n"]
            yield file, n, kinds[n].value in _accepted(label) and numbers.get(n) == label.get("para")


def _accepted(label: dict[str, Any]) -> set[str]:
    if label.get("kind") == "crosshead":
        return {"crosshead"}
    return {label["label"], label.get("alt", label["label"])}


def measure() -> Iterator[str]:
    """Yield the lines of the table."""
    yield "Cleaning: article text over 4-word shingles, means over pages"
    yield from missing(articles()) if not articles().is_dir() else _table()
    yield "Cleaning: lines of the captures with their gold label and paragraph"
    absent = list(missing(captures(), research()))
    yield from absent or _gold()


def _table() -> Iterator[str]:
    yield f"{'':34}{'F1':>7}{'P':>7}{'R':>7}{'pages':>7}"
    rows = (
        ("text: keep everything", "text", everything, None),
        ("text: densest block of long lines", "text", densest_block, None),
        ("text: cleaning", "text", ours, None),
        ("text without blank lines", "text", ours, without_blank_lines),
        ("text broken at 72 columns", "text", ours, wrapped),
        ("html: cleaning", "html", ours, None),
        ("html as plain runs of text", "html", ours, runs_of_html),
    )
    for name, form, predict, change in rows:
        got = score(form, predict, change)
        yield f"{name:34}{got.f1:7.3f}{got.precision:7.3f}{got.recall:7.3f}{got.pages:7}"


def _gold() -> Iterator[str]:
    found = list(gold_lines())
    right = sum(good for _, _, good in found)
    yield f"{right} of {len(found)}"
    yield from (f"  wrong: {Path(file).name} line {n}" for file, n, good in found if not good)


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in measure())
