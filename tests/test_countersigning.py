"""A check is bound to what was checked: a change undoes it, another layout does not; no author is enough."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_tools import pipeline
from build_tools.cli.main import main
from build_tools.countersigning import plan_countersigning
from build_tools.exports.new_samples import SAMPLE_RECORD
from build_tools.model.checking import UNCOVERED, CheckState, digest_checked
from build_tools.model.errors import UsageError
from build_tools.model.fault import Faults
from build_tools.model.record import Record
from build_tools.pipeline import PipelineSettings
from build_tools.read.seeds import read_seeds
from build_tools.read.validate import read_as
from build_tools.read.values import read_values
from build_tools.read.yaml_tree import parse_yaml
from build_tools.renaming import plan_renaming
from tests.archives import write_archive

SLUG = "river-floods-old-mill"
FIELDS = cast("dict[str, Any]", read_values(SAMPLE_RECORD))
WRITTEN_BY = "recorded_by: [Ida Moor]\n"


@pytest.fixture
def record_file(tmp_path: Path) -> Path:
    """The one record of an archive."""
    return write_archive(tmp_path) / "seeds" / "sample-001.yml"


def _read(source: str) -> Record:
    tree, faults = parse_yaml("x.yml", source)
    record, wrong = read_as(Record, tree)
    assert not faults
    assert not wrong
    assert record
    return record


def _countersign(file: Path, by: str, day: str = "2022-01-05", *, second_reader: bool = False) -> None:
    for signed in plan_countersigning(file.parent, [SLUG], by=by, day=day, second_reader=second_reader):
        if signed.text is not None:
            signed.path.write_text(signed.text, "utf-8")


def _find_record(file: Path) -> Record:
    (seed,) = read_seeds(file.parent).seeds
    return seed.record


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def _list_codes(file: Path, *, second_reader: bool = False) -> list[str]:
    found = pipeline.check_material(PipelineSettings(file.parent, second_reader=second_reader))
    return [fault.code for fault in found]


@given(st.permutations(tuple(FIELDS)), st.sampled_from((20, 80, 10_000)), st.booleans())
def test_layout_undoes_no_check(order: tuple[str, ...], width: int, flow: bool) -> None:
    """Fields in any order, long lines or short, in braces or not, with comments: the same digest."""
    fields = {name: FIELDS[name] for name in order}
    written = yaml.safe_dump(
        fields, sort_keys=False, width=width, default_flow_style=flow, allow_unicode=True
    )
    assert digest_checked(_read(f"# Looked at again.\n{written}")) == digest_checked(_read(SAMPLE_RECORD))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("River floods", "River flooded"),
        ("2021-05-01 ", "2021-05-02 "),
        ("of the old mill on", "of an old mill on"),
        ("named: the mayor", "named: a mayor"),
        ("paragraphs: 4", "paragraphs: 5"),
        ("claims:", "notes: [{passage: p1, kind: caution, text: A slip.}]\nclaims:"),
        ("claims:", f"capture: {{file: a.txt, sha256: {'0' * 64}, bytes: 1}}\nclaims:"),
    ],
)
def test_what_is_said_of_the_source_is_covered(old: str, new: str) -> None:
    """Another word of a statement, a note more, another capture: the check is undone."""
    assert old in SAMPLE_RECORD
    assert digest_checked(_read(SAMPLE_RECORD.replace(old, new, 1))) != digest_checked(_read(SAMPLE_RECORD))


def test_what_tells_of_the_record_itself_is_not_covered() -> None:
    """That it moved, who wrote it or on which day it came in says nothing of the source."""
    assert Record.model_fields.keys() > UNCOVERED
    told = "added: 2021-05-03\nchanged: 2021-06-01\nchange: A name.\nrecorded_by: [x]\ndraft: true\n"
    moved = SAMPLE_RECORD.replace(f"slug: {SLUG}", "slug: elsewhere") + told
    assert digest_checked(_read(moved)) == digest_checked(_read(SAMPLE_RECORD))
    # what is left out is what it means
    assert digest_checked(_read(f"{SAMPLE_RECORD}mirrors: []\n")) == digest_checked(_read(SAMPLE_RECORD))


def test_a_change_undoes_a_check_and_a_second_look_renews_it(record_file: Path) -> None:
    """The file keeps its text but for the new lines, which stand one under the other."""
    _countersign(record_file, 'A "second" reader')
    assert record_file.read_text("utf-8").startswith(SAMPLE_RECORD)
    assert _find_record(record_file).check_state is CheckState.STANDING
    _edit(record_file, "River floods", "River flooded")
    assert _find_record(record_file).check_state is CheckState.CHANGED
    (doubt,) = pipeline.check_material(PipelineSettings(record_file.parent))
    assert doubt.code == "R130"
    assert record_file.read_text("utf-8").splitlines()[doubt.line - 1].strip() == 'day: "2022-01-05"'
    _countersign(record_file, "Another", "2022-01-09")
    record = _find_record(record_file)
    assert [str(check.day) for check in record.checked] == ["2022-01-05", "2022-01-09"]
    assert [check.by for check in record.standing_checks] == ["Another"]
    _edit(record_file, "River flooded", "River floods")
    assert [check.by for check in _find_record(record_file).standing_checks] == ['A "second" reader']


@pytest.mark.parametrize("between", ["", "\n", "# a remark\n\n"])
@pytest.mark.parametrize("indent", ["", "    "])
def test_checks_stand_together_wherever_they_are(record_file: Path, between: str, indent: str) -> None:
    """A list that a person has indented, with fields after it, goes on as it began."""
    digest = digest_checked(_read(SAMPLE_RECORD))
    first = f"checked:\n{indent}- by: A\n{indent}  day: 2022-01-01\n{indent}  digest: {digest}\n{between}"
    record_file.write_text(SAMPLE_RECORD.replace("claims:", f"{first}claims:", 1), "utf-8")
    _countersign(record_file, "B")
    assert [check.by for check in _find_record(record_file).standing_checks] == ["A", "B"]
    assert f"{indent}- by: A\n" in record_file.read_text("utf-8")


def test_who_has_checked_it_already_changes_nothing(record_file: Path) -> None:
    """To say it twice is no second check."""
    _countersign(record_file, "Another")
    (signed,) = plan_countersigning(
        record_file.parent, [SLUG], by="Another", day="2022-02-02", second_reader=False
    )
    assert signed.text is None


def test_renaming_undoes_no_check(record_file: Path) -> None:
    """What a program renames everywhere at once says what it said."""
    _countersign(record_file, "Another")
    seeds = record_file.parent
    renaming = plan_renaming(seeds, "floods", "high-water", published={}, day="2022-02-02", beside={})
    assert record_file in renaming.files
    for path, text in renaming.files.items():
        path.write_text(text or "", "utf-8")
    assert _find_record(record_file).check_state is CheckState.STANDING


def test_nobody_is_their_own_second_reader(record_file: Path) -> None:
    """Where settings ask for it: by the command, by `check` and by a build; with another author it may be."""
    record_file.write_text(SAMPLE_RECORD + WRITTEN_BY, "utf-8")
    for name in ("Ida Moor", "ida  MOOR"):
        with pytest.raises(UsageError, match="alone"):
            _countersign(record_file, name, second_reader=True)
    _countersign(record_file, "Ida Moor")
    assert _list_codes(record_file, second_reader=True) == ["R129"]
    assert _list_codes(record_file) == []
    with pytest.raises(Faults, match="R129"):
        pipeline.assemble_archive(PipelineSettings(record_file.parent, second_reader=True))
    _edit(record_file, "[Ida Moor]", "[Ida Moor, N. Quill]")
    assert _list_codes(record_file, second_reader=True) == []
    _edit(record_file, "recorded_by: [Ida Moor, N. Quill]\n", "")
    assert _list_codes(record_file, second_reader=True) == ["R129"]
    with pytest.raises(UsageError, match="who wrote it"):
        _countersign(record_file, "N. Quill", second_reader=True)


def test_what_cannot_be_stood_for_is_refused(record_file: Path) -> None:
    """A name that is not known, with the likeliest; a draft; a record with an error, which is shown."""
    with pytest.raises(UsageError, match="Did you mean “river-floods-old-mill”"):
        plan_countersigning(
            record_file.parent, ["river-floods-old-mil"], by="x", day="2022-01-05", second_reader=False
        )
    record_file.write_text(f"draft: true\n{SAMPLE_RECORD}", "utf-8")
    with pytest.raises(UsageError, match="draft"):
        _countersign(record_file, "x")
    record_file.write_text(SAMPLE_RECORD.replace("basis: stated", "basis: stared"), "utf-8")
    with pytest.raises(Faults, match="R105"):
        _countersign(record_file, "x")


def test_the_command_notes_all_or_none(record_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip in one name leaves every record as it was; without a name of a person it asks for one."""
    asked = ["countersign", "--config", str(record_file.parents[1] / "mkdocs.yml"), SLUG]
    assert main([*asked, "nowhere", "--by", "N."]) == 2
    assert main([*asked, "--by", "N.", "--day", "2022-01"]) == 2
    assert main(asked) == 2
    assert record_file.read_text("utf-8") == SAMPLE_RECORD
    assert main([*asked, "--by", "N.", "--day", "2022-01-05"]) == 0
    assert record_file.name in capsys.readouterr().out
    assert '- by: "N."\n  day: "2022-01-05"\n' in record_file.read_text("utf-8")
