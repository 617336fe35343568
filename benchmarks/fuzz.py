"""Seed and time → hostile archives, built one after another: none may end in a trace, hang, or change a page.

`python -m benchmarks.fuzz [--seconds N] [--seed N]`, or `make fuzz` for an hour. Each trial puts hostile text
into fields of a record, the vocabulary, a capture and the settings of a small invented archive, and makes all
its pages. It ends well with pages of the same elements as with plain text, or with faults that have a code.
"""

# ruff: noqa: PLR2004 - shares of a chance

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from benchmarks.hostile_text import spoil_value, write_hostile_capture, write_hostile_text
from build_tools import pipeline
from build_tools.clean import clean
from build_tools.exports.new_samples import SAMPLE_ENTITIES, SAMPLE_RECORD, SAMPLE_TOPICS
from build_tools.exports.registry import ALL_DOWNLOADS, find_export
from build_tools.model.archive import Edition
from build_tools.model.capture import Capture
from build_tools.model.errors import ArchiveError
from build_tools.model.fault import Faults
from build_tools.model.site import Site
from build_tools.pipeline import PipelineSettings
from build_tools.site.html_tags import find_stray_tags, find_tags
from build_tools.site.settings_reader import read_settings

SECONDS_PER_TRIAL = 10
"""The most that an archive of a hundred thousand bytes may take."""
HOUR = 3600
_ELEMENTS = ("script", "iframe", "object", "embed", "form", "style", "svg", "math", "img", "base")
"""Elements that no plain text would have made, where a page with plain text has none more."""


class FuzzFindingError(Exception):
    """A trial that did not end as it should."""


@dataclass(frozen=True, slots=True)
class TrialFolder:
    """An archive on the disk, and what its capture is called."""

    folder: Path
    settings: Any
    """Of `extra`."""
    site: Site


def lay_trial(folder: Path, seed: int) -> TrialFolder:
    """An archive of two sources; seed 0 has plain text everywhere."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    spoil = spoil_value if seed else (lambda value, _chance: value)
    seeds = folder / "seeds"
    (seeds / "vocabulary").mkdir(parents=True)
    content = write_hostile_capture(chance) if seed else b"The river rose to the first floor of the mill.\n"
    name = "capture.html" if chance.random() < 0.3 else "capture.txt"
    (seeds / name).write_bytes(content)
    first, second = (yaml.safe_load(SAMPLE_RECORD) for _ in range(2))
    cleaned = clean(Capture(name, content, sha256(content).hexdigest()), language="en")
    if cleaned.body or chance.random() < 0.05:
        first |= {"capture": {"file": name, "sha256": cleaned.sha256, "bytes": len(content)}}
    first |= {"claims": [], "paragraphs": max(len(cleaned.body), 1), "chains": {}}
    second |= {"slug": f"{second['slug']}-2", "url": "https://other.example/2"}
    files = {
        "one.yml": {name: value for name, value in first.items() if value != {}},
        "two.yml": second,
        "vocabulary/topics.yml": yaml.safe_load(SAMPLE_TOPICS),
        "vocabulary/entities.yml": yaml.safe_load(SAMPLE_ENTITIES),
    }
    for path, value in files.items():
        written = yaml.safe_dump(spoil(value, chance), allow_unicode=chance.random() < 0.5)
        (seeds / path).write_text(written, "utf-8", "surrogatepass")
    words = write_hostile_text(chance) if seed else "Floods"
    settings = spoil({"archive": {"seeds": "seeds", "licence": "https://a.example/"}}, chance)
    return TrialFolder(folder, settings, Site(words, "https://archive.example/", words))


def build_trial(trial: TrialFolder) -> dict[str, str]:
    """All pages and downloads, by address; raises ArchiveError for faults."""
    made: dict[str, str] = {}
    read_settings(trial.settings, trial.folder / "mkdocs.yml")
    for edition in Edition:
        settings = PipelineSettings(trial.folder / "seeds", edition=edition, site=trial.site)
        pipeline.check_material(settings)
        archive = pipeline.assemble_archive(settings)
        publication = pipeline.make_publication(archive)
        for page in map(publication.pages.render_key, publication.pages.list_keys()):
            made[f"{edition}:{page.address}"] = page.html
        for download in ALL_DOWNLOADS:
            find_export(download.name).write_file(archive)
    return made


def find_foreign_elements(pages: dict[str, str], plain: dict[str, str]) -> Iterator[str]:
    """Elements that plain text would not have made, attributes that act, and what only begins like a tag."""
    allowed = {name for html in plain.values() for name in _name_elements(html)}
    for address, html in pages.items():
        for name in sorted(_name_elements(html) - allowed):
            yield f"{address}: {name}"
        if find_stray_tags(html):
            yield f"{address}: a stray tag"


def _name_elements(html: str) -> set[str]:
    tags = tuple(find_tags(html))
    acting = {
        f"@{name}" for tag in tags for name in tag.attributes if name.startswith("on") or name == "style"
    }
    return {tag.name for tag in tags if tag.name in _ELEMENTS} | acting


def try_seed(seed: int, plain: dict[str, str]) -> str:
    """`pages` or the first fault's code, if it ends well. Raises FuzzFindingError."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    began = time.process_time()
    try:
        pages = build_trial(lay_trial(folder, seed))
        outcome = "pages"
    except Faults as faults:
        pages, outcome = {}, faults.faults[0].code
    except ArchiveError as error:
        pages, outcome = {}, type(error).__name__
    except Exception as error:
        raise FuzzFindingError(f"seed {seed}: {traceback.format_exc(limit=-6)}") from error
    finally:
        shutil.rmtree(folder)
    if (took := time.process_time() - began) > SECONDS_PER_TRIAL:
        raise FuzzFindingError(f"seed {seed}: {took:.0f} s")
    if foreign := list(find_foreign_elements(pages, plain)):
        raise FuzzFindingError(f"seed {seed}: {'; '.join(foreign[:5])}")
    return outcome


def make_plain_pages() -> dict[str, str]:
    """What the archive's pages are with plain text everywhere."""
    with tempfile.TemporaryDirectory() as folder:
        return build_trial(lay_trial(Path(folder), 0))


def run_trials(seeds: Iterator[int], is_over: Callable[[], bool]) -> tuple[Counter[str], list[str]]:
    """How the trials ended, and what was found, each kind once."""
    plain, outcomes, found = make_plain_pages(), Counter[str](), dict[str, str]()
    for seed in seeds:
        if is_over():
            break
        try:
            outcomes[try_seed(seed, plain)] += 1
        except FuzzFindingError as finding:
            outcomes["findings"] += 1
            found.setdefault(str(finding).splitlines()[-1].partition(": ")[2] or str(finding), str(finding))
    return outcomes, list(found.values())


def main() -> int:
    """Print what was found; 1 where anything was."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=HOUR, help="how long to go on (default: an hour)")
    parser.add_argument("--seed", type=int, default=1, help="the first seed; each trial has the next")
    asked = parser.parse_args()
    end = time.monotonic() + asked.seconds
    seeds = iter(range(asked.seed, sys.maxsize))
    outcomes, found = run_trials(seeds, lambda: time.monotonic() > end)
    for finding in found:
        print(finding, end="\n\n")
    print(", ".join(f"{name}: {number}" for name, number in sorted(outcomes.items())))
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
