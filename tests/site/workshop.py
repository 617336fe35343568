"""A folder → an archive at work in it: built warm where it stands, and clean elsewhere."""

from __future__ import annotations

import json
import logging
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from build_tools.model.fault import Faults
from build_tools.site.configuration import read_plan
from build_tools.site.manifest import load_manifest
from build_tools.site_build import SiteBuild
from build_tools.workers import Workers
from tests.built import ROOT
from tests.site.tiny import files

FERRY = ROOT / "examples/the-ferry"
SHARED = ("findings.yml", "moved.yml", "origins.yml", "overviews.yml", "private-names.yml", "wanted.yml")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
Tree = dict[str, bytes]
Told = list[tuple[str, str]]
"""Codes and messages of faults."""


@dataclass(frozen=True)
class Outcome:
    """What a build left, and what it told."""

    site: Tree
    docs: Tree
    faults: Told = field(default_factory=list)
    """What the build was refused for."""
    warnings: list[str] = field(default_factory=list)
    """What it told, and went on: broken links among them."""


class _Listener(logging.Handler):
    """Keeps what a build warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@dataclass
class Workshop:
    """An archive of files that tests may change."""

    folder: Path

    @property
    def seeds(self) -> Path:
        return self.folder / "archive/seeds"

    @property
    def hand(self) -> Path:
        return self.folder / "archive/docs"

    @property
    def config(self) -> Path:
        return self.folder / "archive/mkdocs.yml"

    @property
    def site(self) -> Path:
        return self.folder / "archive/site"

    def furnish(self, **settings: Any) -> Workshop:
        """Lay the invented archive and the shell's templates into the folder."""
        for name in ("seeds", "docs"):
            shutil.copytree(FERRY / name, self.folder / "archive" / name, ignore=_leave_generated)
        self._name_everybody()
        shutil.copytree(ROOT / "overrides", self.folder / "overrides")
        written = {
            "INHERIT": str(ROOT / "mkdocs.yml"),
            "site_name": "The Ferry",
            "site_url": "https://ferry.example/",
            "hooks": [str(ROOT / "build_tools/site/hook.py")],
            "theme": {"custom_dir": "../overrides"},
            "extra": {"archive": {"seeds": "seeds", "captures": "", "edition": "public", **settings}},
            "nav": [{"Home": "index.md"}, {"A tour": "method.md"}],
        }
        self.config.write_text(yaml.safe_dump(written), "utf-8")
        return self

    def _name_everybody(self) -> None:
        """No name is withheld: to look for one in every byte takes longer than all else of a build.

        What is withheld, and that it is, have tests of their own (tests/site/test_protected_names.py).
        """
        (self.seeds / "private-names.yml").unlink()
        entities = self.seeds / "vocabulary/entities.yml"
        text = re.sub(r"(?m)^  protected:\n(?:    .*\n)+", "", entities.read_text("utf-8"))
        entities.write_text(text, "utf-8")

    def keep_texts_back(self) -> Workshop:
        """Captured text may not be shown: what pages repeat of it is a leak."""
        for path in self.records():
            # nine words of these stand in a sentence of ours
            if path.stem not in ("01-lantern", "05-courier"):
                self.change(path, lambda record: record["rights"].update(publish="digest"))
        return self

    def build(self, *, strict: bool = False, workers: Workers | None = None) -> Outcome:
        """Build where it stands, as `archive build` does."""
        faults: Told = []
        told = _Listener()
        logging.getLogger("mkdocs").addHandler(told)
        try:
            SiteBuild(read_plan(self.config), self.config, workers or Workers(), strict).put_site_in_place()
        except Faults as found:
            faults = sorted((fault.code, fault.message) for fault in found.faults)
        finally:
            logging.getLogger("mkdocs").removeHandler(told)
        warnings = sorted(line.replace(str(self.folder), "") for line in told.lines)
        return replace(self.outcome(), faults=faults, warnings=warnings)

    def outcome(self) -> Outcome:
        """What stands now."""
        plan = read_plan(self.config)
        return Outcome(files(plan.site), files(plan.docs))

    def build_elsewhere(self, folder: Path, *, strict: bool = False) -> Outcome:
        """Build the same files in a folder that knows of no earlier build."""
        shutil.rmtree(folder, ignore_errors=True)
        return self.copy(folder).build(strict=strict)

    def copy(self, folder: Path) -> Workshop:
        """The same files, nothing generated among them, elsewhere."""
        ours = load_manifest(self.hand)
        shutil.copytree(self.seeds, folder / "archive/seeds")
        for path, content in files(self.hand).items():
            if path not in ours and not path.startswith("."):
                (folder / "archive/docs" / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / "archive/docs" / path).write_bytes(content)
        shutil.copy2(self.config, folder / "archive/mkdocs.yml")
        if (self.folder / "overrides").exists():
            shutil.copytree(self.folder / "overrides", folder / "overrides")
        return Workshop(folder)

    # what edits need

    def records(self) -> list[Path]:
        """All records that there are."""
        return [p for p in sorted(self.seeds.glob("*.yml")) if p.name not in SHARED]

    def change(self, path: Path, change: Callable[[Any], None]) -> None:
        """Read a YAML file, let it be changed, write it."""
        # the parser in C, where there is one, takes a tenth of the time
        content = yaml.load(path.read_text("utf-8"), _LOADER)  # noqa: S506 - both are safe ones
        change(content)
        as_yaml = yaml.dump(content, None, _DUMPER, allow_unicode=True, sort_keys=False, width=1000)
        path.write_text(json.dumps(content) if path.suffix == ".json" else as_yaml, "utf-8")


def _leave_generated(folder: str, names: list[str]) -> list[str]:
    """A checkout in which the archive was built once has its pages beside those written by hand."""
    return [n for n in names if Path(folder).name == "docs" and not n.endswith(".md")]
