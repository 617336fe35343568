"""A keeper who knows nothing but what `archive check` says: each line of it is followed, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

_LINE = re.compile(r"^(\S+\.yml):(\d+):\d+: (\w\d{3}) (.*)$", re.MULTILINE)
_MEANT = re.compile(r"“([^”]+)” is not .*Did you mean “([^”]+)”\?")
_COMMAND = re.compile(r"`archive ([a-z]+(?: --?[a-z-]+)*)`")
_KINDS = re.compile(r"“([a-z-]+)” is of kind “([a-z]+)”, not ([a-z]+)\.")
_SUGGESTION = "E2"


@dataclass(frozen=True, slots=True)
class Keeper:
    """Somebody in the folder of an archive."""

    folder: Path
    run: Callable[..., str]
    """`archive` with these words; what it tells."""
    sentences: Mapping[str, str]
    """What they would write into a field that is empty, by its name; for `text`, in other words."""

    def mend_until_sound(self, rounds: int = 12) -> str:
        """Ask, and do what is said, until nothing but suggestions is left; all that was told on the way."""
        told = ""
        for _ in range(rounds):
            said = self.run("check")
            told += said
            faults = [m.groups() for m in _LINE.finditer(said) if not m[3].startswith(_SUGGESTION)]
            if not faults:
                return told
            # from the end of a file to its beginning, so that lines keep their numbers
            done = [self._mend(*fault) for fault in sorted(faults, key=lambda f: (f[0], -int(f[1])))]
            assert any(done), f"nothing of this says what to do:\n{said}"
        raise AssertionError(f"no end to it:\n{told}")

    def _mend(self, name: str, line: str, code: str, message: str) -> bool:
        """Whether anything was done."""
        file = self.folder / name
        lines = file.read_text("utf-8").splitlines()
        at = int(line) - 1
        if meant := _MEANT.search(message):
            lines[at] = lines[at].replace(meant[1], meant[2])
        elif code == "V102":
            return self._add_entity(message)
        elif kinds := _KINDS.search(message):
            return self._change_kind(*kinds.groups())
        elif code == "R104" or "own words" in message:
            key = lines[at].partition(":")[0]
            lines[at] = f"{key}: {self.sentences[key.strip(' -')]}"
        elif code == "A101" or "take the line `decide` out" in message.lower():
            del lines[at]
        elif "nothing is wrong" in message and "take `draft: true` out" in message:
            lines = [text for text in lines if not text.startswith("draft: true")]
        elif asked := _COMMAND.search(message):
            return bool(self.run(*asked[1].split()))
        else:
            return False
        file.write_text("\n".join(lines) + "\n", "utf-8")
        return True

    def _change_kind(self, entity: str, old: str, new: str) -> bool:
        file = self.folder / "seeds/vocabulary/entities.yml"
        text = re.sub(rf"(id: {entity}\n.*\n  kind: ){old}\n", rf"\g<1>{new}\n", file.read_text("utf-8"))
        file.write_text(text, "utf-8")
        return True

    def _add_entity(self, message: str) -> bool:
        """“Write an id of vocabulary/entities.yml, or add the entity there”: the second."""
        named = re.search(r"“([a-z-]+)” is not a known entity.*(vocabulary/entities\.yml)", message)
        assert named, message
        file = self.folder / "seeds" / named[2]
        if f"id: {named[1]}\n" not in file.read_text("utf-8"):
            name = named[1].replace("-", " ").title()
            entry = f"- id: {named[1]}\n  name: {name}\n  kind: organisation\n  type: organisation\n"
            file.write_text(f"{file.read_text('utf-8')}{entry}  description: {name}.\n", "utf-8")
        return True
