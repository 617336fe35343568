"""Sources, seed → an archive in the proportions of the real one, invented from the first word to the last.

`python -m benchmarks.scale.archives FOLDER SOURCES` writes one to look at, or to build.
"""

from __future__ import annotations

import argparse
import re
from itertools import chain
from pathlib import Path
from typing import Final

from benchmarks.scale import evidence
from benchmarks.scale.records import Source, invent_sources, name_source
from benchmarks.scale.stories import plan_stories
from benchmarks.scale.texts import write_ledger
from benchmarks.scale.vocabulary import World, describe_entities, describe_topics, invent_world
from benchmarks.scale.words import invent_text
from benchmarks.scale.writing import Plain, as_yaml

ROOT: Final = Path(__file__).resolve().parent.parent.parent
_PAGES: Final = ("index", "method", "about", "rights")
"""Written by hand in any archive."""


def make_archive(folder: Path, sources: int, seed: int = 1, *, captures: bool = False) -> Path:
    """Write seeds/, docs/ and mkdocs.yml into a folder that has none; returns the path of mkdocs.yml.

    With captures, the reports' texts lie beside their records. The ledgers are there in any case: that is
    what a public clone has.
    """
    world = invent_world(seed)
    seeds = folder / "seeds"
    (seeds / "vocabulary").mkdir(parents=True)
    _write_seed(seeds / "vocabulary/topics.yml", describe_topics(world))
    _write_seed(seeds / "vocabulary/entities.yml", describe_entities(world))
    _write_stories(seeds, sources, world, captures=captures)
    _write_pages(folder / "docs", world)
    config = folder / "mkdocs.yml"
    _write_seed(config, _settings())
    return config


def _write_stories(seeds: Path, sources: int, world: World, *, captures: bool) -> None:
    """Story by story: never more than one is held in memory with its texts."""
    origins: list[Plain] = []
    findings: list[Plain] = []
    disagreements: list[Plain] = []
    wanted: list[Plain] = []
    for story in plan_stories(sources, world):
        told = list(invent_sources(story, evidence.name_origins(story), world))
        for number, source in enumerate(told, story.first):
            _write_source(seeds / name_source(number), source, captures=captures)
        origins += evidence.invent_origins(story, world)
        findings += evidence.invent_findings(story, told, world)
        disagreements += evidence.invent_disagreements(story, told, world)
        wanted += evidence.invent_wanted(story, world)
    _write_seed(seeds / "origins.yml", origins)
    _write_seed(seeds / "findings.yml", {"findings": findings, "disagreements": disagreements})
    _write_seed(seeds / "wanted.yml", wanted)


def _write_source(path: Path, source: Source, *, captures: bool) -> None:
    _write_seed(path.with_suffix(".yml"), source.record)
    ledger = write_ledger(source.page, f"{path.name}.txt", _list_named(source.record))
    path.with_suffix(".ledger.json").write_text(ledger, "utf-8")
    if captures:
        path.with_suffix(".txt").write_bytes(source.page.content)


def _list_named(record: Plain) -> list[tuple[str, str]]:
    """What the chains say that passages name."""
    chains = record["chains"] if isinstance(record, dict) else {}
    links = (link for chain in dict(chains).values() for link in chain)
    return sorted({(link["passage"], link["named"]) for link in links if "passage" in link})


def _write_seed(path: Path, content: Plain) -> None:
    path.write_text(as_yaml(content), "utf-8", newline="\n")


def _write_pages(docs: Path, world: World) -> None:
    lexicon = world.lexicon
    docs.mkdir()
    for name in _PAGES:
        chance = world.dice("page", name)
        parts = (
            f"## {chance.choice(lexicon.names)}\n\n{invent_text(lexicon, chance, 120)}\n" for _ in range(6)
        )
        story = ("<!-- archive: home -->\n",) if name == "index" else ()
        page = "\n".join(chain((f"# {name.capitalize()}\n",), story, parts))
        (docs / f"{name}.md").write_text(page, "utf-8", newline="\n")


def _settings() -> Plain:
    """The repository's own, with other seeds, as examples/ has them; no address, as a clone has none."""
    return {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "site_name": "An invented archive",
        "site_description": "Invented from the first word to the last, to measure what building it costs.",
        "site_url": "",
        "docs_dir": "docs",
        "site_dir": "site",
        "hooks": [str(ROOT / "build_tools/site/hook.py")],
        "theme": {"custom_dir": str(ROOT / "overrides")},
        "extra": {"archive": {"seeds": "seeds", "captures": "", "edition": "public", "invented": True}},
        "nav": ["index.md", "method.md", "about.md", "rights.md"],
    }


def change_sentence(folder: Path, number: int, words: str) -> str:
    """Write another sentence as the first claim of a record, and return the record's slug."""
    path = folder / "seeds" / f"{name_source(number)}.yml"
    record = path.read_text("utf-8")
    head, claims, rest = record.partition("\nclaims:\n")
    changed = head + claims + re.sub(r"(?m)^( +text: ).*$", rf"\g<1>{words}", rest, count=1)
    path.write_text(changed, "utf-8", newline="\n")
    slug: str = re.findall(r"^slug: (.+)$", record, re.MULTILINE)[0]
    return slug


def add_name(folder: Path, name: str) -> None:
    """Write one more place into the vocabulary, between others, as a keeper does."""
    path = folder / "seeds/vocabulary/entities.yml"
    entities = path.read_text("utf-8")
    entry = {
        "id": name.lower(),
        "name": name,
        "kind": "place",
        "type": "invented place",
        "description": f"{name} was added.",
        "forms": [name],
    }
    at = entities.index("\n- ", len(entities) // 2) + 1
    path.write_text(entities[:at] + as_yaml([entry]) + entities[at:], "utf-8", newline="\n")


def put_capture_aside(folder: Path, number: int, aside: Path) -> tuple[Path, Path]:
    """Take the capture from beside a record; where it was, and where it is now."""
    path = folder / "seeds" / f"{name_source(number)}.txt"
    return path, path.rename(aside / path.name)


def main() -> None:
    """Write an archive where the arguments say."""
    parser = argparse.ArgumentParser(prog="benchmarks.scale.archives", description="An invented archive.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("sources", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--captures", action="store_true", help="with the reports' texts beside the records")
    args = parser.parse_args()
    print(make_archive(args.folder, args.sources, args.seed, captures=args.captures))


if __name__ == "__main__":
    main()
