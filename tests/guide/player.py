"""Steps of a page → done in a folder, as a reader would do them."""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

from build_tools.cli import main
from tests.guide.literate import Step

_FIELD = re.compile(r"^(\w+):", re.MULTILINE)


def run_archive(folder: Path, *words: str) -> tuple[int, str]:
    """`archive` in that folder: how it ended, what it told.

    In this very process: to start Python for each command would take most of the time.
    """
    printed, here = io.StringIO(), Path.cwd()
    os.chdir(folder)
    try:
        with redirect_stdout(printed), redirect_stderr(printed):
            return main(list(words)), printed.getvalue()
    except SystemExit as ended:  # `--version`
        return int(ended.code or 0), printed.getvalue()
    finally:
        os.chdir(here)


@dataclass
class Player:
    """Somebody who follows a page to the letter; `folder` is where they are."""

    folder: Path
    told: str = ""
    """What the last block of commands printed."""
    done: list[str] = field(default_factory=list)
    """Every command, for a test that asks whether any was run."""

    def follow(self, steps: Iterable[Step]) -> None:
        """Do all of it. Raises AssertionError with the step's own words where something is not as it says."""
        for step in steps:
            match step.kind:
                case "run":
                    self._run(step.content)
                case "expect":
                    self._expect(step.content)
                case "save":
                    self._save(step.names[0], step.content)
                case "fill":
                    self._fill(step.names[0], step.content)
                case "replace":
                    self._replace(step.names[0], re.escape(step.names[1]), step.names[2])
                case "take out":
                    self._replace(step.names[0], f"{re.escape(step.names[1])}.*\n", "")
                case _:
                    (self.folder / step.names[0]).unlink()

    def _run(self, commands: str) -> None:
        self.told = ""
        for line in commands.splitlines():
            words = shlex.split(line)
            if words[0] == "cd":
                self.folder /= words[1]
            elif words[0] == "archive":
                self._run_archive(words[1:])
            else:
                run = subprocess.run(words, cwd=self.folder, capture_output=True, text=True, check=False)
                assert run.returncode == 0, f"{line}\n{run.stdout}{run.stderr}"
                self.told += run.stdout + run.stderr
            self.done.append(line)

    def _run_archive(self, words: list[str]) -> None:
        code, told = run_archive(self.folder, *words)
        self.told += told
        assert code == 0, f"archive {shlex.join(words)} ended with {code}\n{told}"

    def _expect(self, lines: str) -> None:
        for line in lines.splitlines():
            pattern = ".*".join(re.escape(part.strip()) for part in line.split("…"))
            assert re.search(pattern, self.told), f"not told: {line}\n{self.told}"

    def _save(self, name: str, content: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")

    def _fill(self, name: str, content: str) -> None:
        """Each field takes the place of the one there, with the comments below it; a new one comes last."""
        text = (self.folder / name).read_text("utf-8")
        starts = [m.start() for m in _FIELD.finditer(content)]
        for start, end in zip(starts, [*starts[1:], len(content)], strict=True):
            key = content[start:].partition(":")[0]
            there = re.search(rf"^{key}:.*\n(?:(?!\w+:).*\n)*", text, re.MULTILINE)
            new = content[start:end]
            text = text[: there.start()] + new + text[there.end() :] if there else text + new
        (self.folder / name).write_text(text, "utf-8")

    def _replace(self, name: str, pattern: str, new: str) -> None:
        text, number = re.subn(pattern, new, (self.folder / name).read_text("utf-8"))
        assert number, f"{name} has no {pattern}"
        (self.folder / name).write_text(text, "utf-8")
