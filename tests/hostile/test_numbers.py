"""Every number that a person or a command writes has a least and a most, and a fault beyond them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from build_tools.model.archive import Edition
from build_tools.model.archive_settings import ArchiveSettings
from build_tools.model.base import LARGEST_NUMBER, MOST_PARAGRAPHS
from build_tools.model.evidence import Disagreement, Finding, Origin, Wanted, Withdrawn
from build_tools.model.record import Record
from build_tools.model.reuse import Reuse
from build_tools.model.vocabulary import Entity, Topic
from build_tools.pipeline import PipelineSettings, assemble_archive
from build_tools.read import read_all
from tests.archives import write_archive
from tests.published import publish_pages
from tests.read.cases import GOOD

MODELS: tuple[type[BaseModel], ...] = (
    ArchiveSettings, Disagreement, Entity, Finding, Origin, Record, Reuse, Topic, Wanted, Withdrawn,
)  # fmt: skip


def _walk(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from _walk(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _walk(part)


def _is_number(schema: dict[str, Any]) -> bool:
    return schema.get("type") in ("integer", "number")


@pytest.mark.parametrize("model", MODELS)
def test_every_number_has_bounds(model: type[BaseModel]) -> None:
    """A slip of the hand must not ask for a page, a process or a scale without end."""
    numbers = [node for node in _walk(model.model_json_schema()) if _is_number(node)]
    assert [n for n in numbers if not {"minimum", "maximum"} <= n.keys()] == []


@pytest.mark.parametrize("model", MODELS)
def test_no_name_has_digits_without_end(model: type[BaseModel]) -> None:
    """Where digits stand in a name they are a number, and have bounds like one."""
    patterns = {node["pattern"] for node in _walk(model.model_json_schema()) if "pattern" in node}
    assert [p for p in patterns if isinstance(p, str) and ("[0-9]*" in p or "[0-9]+" in p)] == []


def _read(tmp_path: Path, name: str, path: tuple[Any, ...], value: object) -> list[str]:
    """The good seeds with one value exchanged; the codes and places of the faults."""
    shutil.copytree(GOOD, tmp_path / "seeds")
    content = yaml.load((GOOD / name).read_text("utf-8"), Loader=yaml.CSafeLoader)
    holder = content
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    (tmp_path / "seeds" / name).write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False))
    return [
        f"{Path(fault.path).name}: {fault.code} {fault.message}"
        for fault in read_all(tmp_path / "seeds").faults
    ]


@pytest.mark.parametrize(
    ("name", "path", "value", "told"),
    [
        ("mail.yml", ("paragraphs",), MOST_PARAGRAPHS + 1, "R108 “100000” is too large: 99999 is the most."),
        ("mail.yml", ("paragraphs",), 99_999_999, "R108 “99999999” is too large"),
        ("mail.yml", ("paragraphs",), -1, "R108 “-1” is too small: 1 is the least."),
        ("mail.yml", ("claims", 0, "id"), "p9999999999c1", "R107 “p9999999999c1” is not a passage"),
        ("mail.yml", ("claims", 0, "id"), "p99999c1", "R117 “p99999c1” is beyond the last paragraph"),
        ("mail.yml", ("claims", 0, "id"), "p1c99999", "R107 “p1c99999” is not a passage"),
        ("mail.yml", ("claims", 0, "id"), "p1c9999", "R116 The claim “p1c9999” has no p1c9998"),
        ("mail.yml", ("claims", 0, "figures"), [{"value": 1e300, "unit": "sacks"}], "R108 “1e+300” is"),
        ("mail.yml", ("claims", 0, "figures"), [{"range": [-1e300, 1], "unit": "t"}], "R108 “-1e+300” is"),
        ("harbour.yml", ("capture", "bytes"), 10**13, "R108 “10000000000000” is too large"),
    ],
)  # fmt: skip
def test_a_number_beyond_its_bounds_is_a_fault(
    tmp_path: Path, name: str, path: tuple[Any, ...], value: object, told: str
) -> None:
    """It is told as one, at once, with the bound; nothing is made of it."""
    assert any(fault.startswith(f"{name}: {told}") for fault in _read(tmp_path, name, path, value))


def test_of_too_many_paragraphs_the_number_may_be_right(tmp_path: Path) -> None:
    """Then it is the capture that is too long, and the remedy says what to do with it."""
    shutil.copytree(GOOD, tmp_path / "seeds")
    record = tmp_path / "seeds" / "mail.yml"
    lines = record.read_text("utf-8").splitlines(keepends=True)
    lines = [f"paragraphs: {MOST_PARAGRAPHS + 1}\n" if x.startswith("paragraphs:") else x for x in lines]
    record.write_text("".join(lines), "utf-8")
    (fault,) = (fault for fault in read_all(tmp_path / "seeds").faults if fault.code == "R108")
    assert "divide it into files" in fault.remedy


@pytest.mark.parametrize(
    "figure",
    [
        {"value": LARGEST_NUMBER}, {"value": -LARGEST_NUMBER}, {"value": 0}, {"value": -0.0},
        {"value": 5e-324},
        {"range": [-LARGEST_NUMBER, LARGEST_NUMBER]}, {"range": [5e-324, float(LARGEST_NUMBER)]},
    ],
    ids=str,
)  # fmt: skip
def test_what_is_within_the_bounds_is_shown(tmp_path: Path, figure: dict[str, Any]) -> None:
    """Every page is made with the least, the most and what is next to nothing, alone and side by side."""
    folder = write_archive(tmp_path / "a", 2)
    for name, figures in (("sample-001.yml", [figure]), ("sample-002.yml", [figure, {"value": 3}])):
        record = yaml.safe_load((folder / "seeds" / name).read_text())
        record["claims"][0]["figures"] = [{**one, "unit": "sacks"} for one in figures]
        (folder / "seeds" / name).write_text(yaml.safe_dump(record))
    archive = assemble_archive(PipelineSettings(folder / "seeds", edition=Edition.READING))
    assert all(len(page.html) < 1_000_000 for page in publish_pages(archive).values())
