"""What holds for any input: faults instead of crashes, places within the file, order that does not matter."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from build_tools.model.fault import Fault
from build_tools.read import LoadResult, read_all
from build_tools.read.shared_rules import case_faults
from build_tools.read.yaml_tree import decode_yaml, parse_yaml
from tests.read.cases import GOOD

RECORD = (GOOD / "harbour.yml").read_text("utf-8")
YAMLISH = st.text(
    alphabet=st.sampled_from("ab:-[]{}&*!|>'\"#%@`?,~ \n\t0123456789.é\r\x00\u2028<=_"), max_size=200
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20)
NESTED = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)
ROLES = st.sampled_from(
    [
        "harbour.yml",
        "origins.yml",
        "findings.yml",
        "wanted.yml",
        "vocabulary/topics.yml",
        "vocabulary/entities.yml",
        "vocabulary/thesaurus.yml",
    ]
)


@cache
def _copy_good() -> Path:
    """The good seeds, where a test may exchange a file: they are many, and each example needs them."""
    kept = tempfile.TemporaryDirectory()
    atexit.register(kept.cleanup)
    return Path(shutil.copytree(GOOD, Path(kept.name) / "seeds"))


def _read(name: str, content: bytes) -> LoadResult:
    """The good seeds with one file replaced."""
    seeds = _copy_good()
    try:
        (seeds / name).write_bytes(content)
        return read_all(seeds)
    finally:
        shutil.copyfile(GOOD / name, seeds / name)


def _inside(fault: Fault, name: str, content: bytes) -> bool:
    if not fault.path.endswith(f"/seeds/{name}"):
        return True
    text = content.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    return 1 <= fault.line <= len(lines) and 1 <= fault.column <= len(lines[fault.line - 1]) + 1


def _assert_told(name: str, content: bytes) -> None:
    reading = _read(name, content)
    outside = [str(fault) for fault in reading.faults if not _inside(fault, name, content)]
    assert not outside
    assert all("\n" not in str(fault) for fault in reading.faults)


@settings(max_examples=150, deadline=None)
@given(ROLES, st.binary(max_size=300))
@example("harbour.yml", b"\xef\xbb\xbf\xff")
def test_any_bytes(name: str, content: bytes) -> None:
    """Whatever bytes a file has, reading ends with faults that stand within it."""
    _assert_told(name, content)


@settings(max_examples=300, deadline=None)
@given(ROLES, YAMLISH)
@example("harbour.yml", "[" * 5000)
@example("harbour.yml", "- " * 5000)
@example("harbour.yml", "a: " + "9" * 5000)
@example("harbour.yml", "paragraphs: 1e999")
@example("harbour.yml", 'title: "\\ud800"')
def test_any_text(name: str, text: str) -> None:
    """The same for text that looks like YAML."""
    _assert_told(name, text.encode("utf-8", "surrogatepass"))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROLES, st.data())
def test_any_value_in_any_field(name: str, data: st.DataObject) -> None:
    """Whatever stands in a field, it is told as a fault or read; a good file with one value exchanged."""
    value = yaml.load((GOOD / name).read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    holder = value
    while True:
        keys = list(range(len(holder))) if isinstance(holder, list) else list(holder)
        key = data.draw(st.sampled_from(keys))
        if not isinstance(holder[key], (list, dict)) or not holder[key] or data.draw(st.booleans()):
            break
        holder = holder[key]
    holder[key] = data.draw(NESTED)
    _assert_told(name, yaml.safe_dump(value, allow_unicode=True).encode("utf-8", "surrogatepass"))


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=0, max_value=len(RECORD)), st.integers(min_value=0, max_value=40))
def test_any_cut(at: int, length: int) -> None:
    """A record with a piece cut out of it."""
    _assert_told("harbour.yml", (RECORD[:at] + RECORD[at + length :]).encode())


@given(st.permutations(["harbour", "mail", "north", "south"]))
def test_order_of_files_does_not_matter(names: list[str]) -> None:
    """Records come by date and slug, whatever their files are called."""
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder)
        shutil.copytree(GOOD / "vocabulary", seeds / "vocabulary")
        for number, name in enumerate(names):
            record = (GOOD / "mail.yml").read_text("utf-8")
            record = record.replace("mail-boat", name).replace("example/mail", f"example/{name}")
            (seeds / f"{number}.yml").write_text(record.replace("[mail-boat]", f"[{name}]"), "utf-8")
        entities = (seeds / "vocabulary" / "entities.yml").read_text("utf-8")
        (seeds / "vocabulary" / "entities.yml").write_text(entities.replace("[mail-boat]", "[mail]"), "utf-8")
        slugs = [seed.record.slug for seed in read_all(seeds).sound.seeds]
    assert slugs == sorted(names)


@given(
    st.text(
        alphabet=st.characters(
            exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"
        )
    )
)
def test_quoted_text_is_read_as_it_stands(text: str) -> None:
    """A title in quotation marks comes out as it went in: nothing folds, resolves or converts it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    tree, faults = parse_yaml("x.yml", f'title: "{escaped}"\n')
    assert not faults
    assert tree.value == {"title": text}


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark(ends: str, mark: str) -> None:
    """Windows' and old line ends and a byte order mark change neither values nor places."""
    text, faults = decode_yaml("x.yml", (mark + RECORD.replace("\n", ends)).encode())
    assert not faults
    assert parse_yaml("x.yml", text)[0] == parse_yaml("x.yml", RECORD)[0]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("a.yml", "A.yml"), 1), (("caf\u00e9.yml", "cafe\u0301.yml"), 1),
        (("CAF\u00c9.yml", "cafe\u0301.yml"), 1),
        (("stra\u00dfe.yml", "STRASSE.yml"), 1), (("cafe.yml", "caf\u00e9.yml"), 0), (("a.yml", "b.yml"), 0),
    ],
)  # fmt: skip
def test_names_that_some_systems_hold_for_one_are_told(names: tuple[str, ...], told: int) -> None:
    """A clone elsewhere would keep one of the two, in silence."""
    assert [fault.code for fault in case_faults(names)] == ["R113"] * told


def test_pipes_are_not_opened(tmp_path: Path) -> None:
    """A named pipe would be waited for without end."""
    shutil.copytree(GOOD, tmp_path / "seeds")
    os.mkfifo(tmp_path / "seeds" / "pipe.yml")
    assert [fault.code for fault in read_all(tmp_path / "seeds").faults] == ["Y101"]
