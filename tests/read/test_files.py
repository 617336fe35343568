"""What grows with an archive may be larger than what does not."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from build_tools.read.disk import RECORD_LIMIT
from build_tools.read.seeds import read_all, read_seeds
from build_tools.read.yaml_tree import parse_yaml
from tests.read.cases import GOOD


def _read_values(path: Path) -> Any:
    """As this archive reads it: for PyYAML, which reads YAML 1.1, the key `on` is no word."""
    tree, _ = parse_yaml(path.name, path.read_text("utf-8"))
    return tree.value


def test_findings_may_be_larger_than_a_record(tmp_path: Path) -> None:
    """Ten thousand reports have more findings than one record's limit has bytes."""
    seeds = Path(shutil.copytree(GOOD, tmp_path / "seeds"))
    before = read_seeds(seeds)
    with (seeds / "findings.yml").open("ab") as file:
        file.write(b"\n#" + b" " * RECORD_LIMIT)
    assert read_seeds(seeds).findings == before.findings


def test_findings_may_stand_in_many_files(tmp_path: Path) -> None:
    """Parted over a folder they say what they said in one file; what contradicts over two files is told."""
    seeds = Path(shutil.copytree(GOOD, tmp_path / "seeds"))
    whole = read_seeds(seeds)
    parts = _read_values(seeds / "findings.yml")
    (seeds / "findings.yml").unlink()
    (seeds / "findings").mkdir()
    for name, entries in parts.items():
        (seeds / f"findings/{name}.yml").write_text(yaml.safe_dump({name: entries}), "utf-8")
    parted = read_seeds(seeds)
    assert (parted.findings, parted.disagreements) == (whole.findings, whole.disagreements)
    (doubled, *_) = parts["findings"]
    (seeds / "findings/again.yml").write_text(yaml.safe_dump({"findings": [doubled]}), "utf-8")
    codes = {fault.code for fault in read_all(seeds).faults}
    assert codes == {"V106"}


def test_a_disagreement_may_be_on_a_finding_of_another_file(tmp_path: Path) -> None:
    """And must name a claim of it all the same."""
    seeds = Path(shutil.copytree(GOOD, tmp_path / "seeds"))
    (finding, *_) = _read_values(seeds / "findings.yml")["findings"]
    entry = {"id": "elsewhere", "title": "Did it?", "differences": ["rounding"], "note": "It did."}
    (seeds / "findings").mkdir()
    for claims, expected in ((finding["claims"][:1], []), ([], ["E104"])):
        written = {"disagreements": [{**entry, "findings": [finding["id"]], "claims": claims}]}
        (seeds / "findings/more.yml").write_text(yaml.safe_dump(written), "utf-8")
        assert [fault.code for fault in read_all(seeds).faults] == expected


def test_a_vocabulary_without_an_entry_says_nothing(tmp_path: Path) -> None:
    """A new archive has the file, with a comment on what goes there; elsewhere that is a fault."""
    seeds = Path(shutil.copytree(GOOD, tmp_path / "seeds"))
    for name in ("vocabulary/thesaurus.yml", "wanted.yml"):
        (seeds / name).write_text("# What goes here.\n\n")
    assert [(fault.code, Path(fault.path).name) for fault in read_all(seeds).faults] == [
        ("Y114", "wanted.yml")
    ]
