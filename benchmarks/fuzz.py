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

from build_tools import pipeline
from build_tools.clean import clean
from build_tools.exports.new_archive import SAMPLE_ENTITIES, SAMPLE_RECORD, SAMPLE_TOPICS
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
HOSTILE = (
    *(
        '"',
        "'",
        "<",
        ">",
        "&",
        "`",
        "\\",
        "{{ 7 }}",
        "{% if %}",
        "${x}",
        "[a](javascript:x)",
        "<script>x</script>",
    ),
    *(
        '" onmouseover="x',
        "]]>",
        "-->",
        "<!--",
        "&#0;",
        "&amp;lt;",
        "\u202e",
        "\u200b",
    ),
    *(
        "İ",
        "ß",
        "ﬁ",
        "Ⅷ",
        "👩‍👩‍👧",
        "e\u0301",
        "א",
        "中",
        "\U0010ffff",
        "%s",
        "%00",
        "../..",
        "|a|b|",
        "***",
        "~~~",
    ),
    *(
        "# h",
        "- - -",
        "1. x",
        "[^1]",
        "[[x]]",
        "=== x",
        "!!! note",
        "http://[",
        "https://a.example/?a=b&c",
        "\t",
    ),
    *(
        "\ud7ff",
        "٣",
        "𝟙",
        "None",
        "null",
        "true",
        "0x10",
        "1e999",
        "nan",
        "2031-02-30",
        "9" * 400,
        "a" * 3000,
        " ",
    ),
)
"""What has broken generators of pages, parsers and terminals, each in one piece."""
ODD_VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        -1,
        0,
        10**30,
        1.5,
        float("inf"),
        float("nan"),
        [],
        {},
        [[]],
        [None],
        {"a": 1},
        "",
        " ",
        "x",
    ),
    *("p0", "p1c0", "-", "a--b", "0001/9999", "9999-12", "-0001", "2031-13", "../x", "constructor", "index"),
    *("\ufeff", "\u2028", "\x85"),
)
"""Values that a field's type may not expect."""
_PROSE = frozenset(
    (
        *("title", "summary", "text", "said_by", "wording", "note", "name", "description", "label"),
        *("scope_note", "who", "holder", "authors", "forms", "any"),
    )
)
"""Fields for words of any kind: hostile text is put there often; elsewhere seldom, as it is refused."""
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


def write_hostile_text(chance: random.Random) -> str:
    """Some pieces, with and without words between."""
    pieces = chance.choices(HOSTILE, k=chance.randint(1, 4))
    return chance.choice(("", " ", "word ")).join(pieces)


def spoil_value(value: Any, chance: random.Random, key: str = "") -> Any:
    """A value of YAML with a few of its parts made hostile, its shape mostly kept."""
    rate = 0.25 if key in _PROSE else 0.003
    if isinstance(value, dict):
        kept = {name: spoil_value(part, chance, str(name)) for name, part in value.items()}
        if kept and chance.random() < 0.002:
            kept.pop(chance.choice(list(kept)))
        return kept
    if isinstance(value, list):
        many = value * chance.choice((1, 1, 1, 1, 1, 2)) if chance.random() < 0.005 else value
        return [spoil_value(part, chance, key) for part in many]
    if chance.random() < 0.002:
        return chance.choice(ODD_VALUES)
    if isinstance(value, str) and chance.random() < rate:
        return write_hostile_text(chance)
    return value


def write_hostile_capture(chance: random.Random) -> bytes:
    """Text or HTML, in some code page, a few of its bytes broken."""
    lines = [
        chance.choice(("The ferry stopped because of ice, the mayor said.", "", "Share", "By A. B.", "<p>x"))
    ]
    lines = [
        chance.choice(
            (lines[0], write_hostile_text(chance), "The river rose to the first floor on 3 May 2031.")
        )
        for _ in range(chance.randint(0, 40))
    ]
    text = chance.choice(("\n", "\n\n", "\r\n", "\r", "</p><p>")).join(lines)
    if chance.random() < 0.3:
        text = f"<html><head><meta charset={chance.choice(('utf-8', 'cp037', 'x'))}></head><body>{text}"
    codec = chance.choice(("utf-8", "utf-8", "utf-8", "utf-16", "cp1251", "shift_jis", "latin-1"))
    content = bytearray(text.encode(codec, "ignore") * chance.choice((1, 1, 1, 1, 30)))[:100_000]
    for _ in range(chance.choice((0, 0, 0, 3))):
        if content:
            content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


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
