"""Roles stand where names stood; where that needs a person, it is a fault at its place, without the name."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from build_tools.cli.fault_printing import print_faults
from build_tools.model.fault import Fault, Severity
from build_tools.read import LoadResult, files, read_all
from tests.archives import write_archive

PRIVATE = """- names: [Mira Tollen]
  role: a soldier’s mother
  reason: she asked
  day: 2031-06-01
"""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """The sample archive, and a private list."""
    folder = write_archive(tmp_path) / "seeds"
    (folder / "private-names.yml").write_text(PRIVATE, "utf-8")
    return folder


def _rewrite(seeds: Path, old: str, new: str, name: str = "sample-001.yml") -> int:
    """Write something else at a place; the line of it."""
    path = seeds / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def _list_codes(reading: LoadResult) -> list[tuple[str, int]]:
    return [(fault.code, fault.line) for fault in reading.faults]


def test_where_nobody_is_protected_nothing_is_another(seeds: Path) -> None:
    """A list that names nobody of the archive changes no value and gives no fault."""
    with_list = read_all(seeds)
    (seeds / "private-names.yml").unlink()
    without = read_all(seeds)
    assert with_list.sound.seeds == without.sound.seeds
    assert with_list.sound.entities == without.sound.entities
    assert with_list.faults == without.faults == ()


@pytest.mark.parametrize("few", [0, 256])
def test_text_has_the_role_and_the_record_is_warned_of(
    seeds: Path, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In any form, in few records or many; what is committed has the name still, so its place is told."""
    monkeypatch.setattr(files, "FEW", few)
    line = _rewrite(seeds, "The river rose to", "Миру Толлен heard that it rose to")
    reading = read_all(seeds)
    assert reading.material
    assert reading.material.seeds[0].record.claims[0].text.startswith("A soldier’s mother heard")
    assert "Толлен" not in reading.material.seeds[0].source
    assert _list_codes(reading) == [("N103", line)]
    assert [fault.severity for fault in reading.faults] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("slug: river-floods-old-mill", "slug: mira-tollen-speaks", "N101"),
        ("https://bugle.example/river-floods-old-mill", "https://bugle.example/2031/Mira_Tollen", "N101"),
        (
            "https://bugle.example/river-floods-old-mill",
            "https://bugle.example/%D0%9C%D0%B8%D1%80%D0%B0+Tollen",
            "N101",
        ),
        ('title: "River floods old mill"', 'title: "M. Tollen: river floods mill"', "N102"),
        ('authors: ["A. Miller"]', 'authors: ["Tollen, Mira"]', "N102"),
        ("who: the mayor of Brackwater", "who: Mira Tollen", "N103"),
        ("named: the mayor", "named: Mira Tollen", "N102"),
    ],
)
def test_what_a_person_must_decide_is_a_fault(seeds: Path, old: str, new: str, code: str) -> None:
    """Addresses, ids, titles and words as printed: no role can simply stand there."""
    line = _rewrite(seeds, old, new)
    told = [fault for fault in read_all(seeds).faults if fault.code[0] == "N"]
    assert [(fault.code, fault.line) for fault in told] == [(code, line)]


def test_no_message_has_the_name(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a build prints is read by anyone, as its logs."""
    _rewrite(seeds, 'title: "River floods old mill"', 'title: "Mira Tollen"')
    _rewrite(seeds, "outlet: brackwater-bugle", "outlet: mira-tollen")
    faults: tuple[Fault, ...] = read_all(seeds).faults
    assert {fault.code for fault in faults} >= {"N101", "N102"}
    assert not [fault for fault in faults if fault.code[0] == "N" and "ollen" in str(fault)]
    print_faults([fault for fault in faults if fault.code[0] == "N"])
    assert "ollen" not in "".join(capsys.readouterr())


def test_an_entity_is_marked_and_named_in_the_list(seeds: Path) -> None:
    """The vocabulary says role, reason and day, the list the names; those that it has are found too."""
    mark = {"role": "a soldier’s mother", "reason": "she asked", "day": "2031-06-01"}
    entity = {
        "id": "a-mother", "name": "Mira Tollen", "kind": "person", "type": "mother", "description": "Hers.",
        "forms": ["Mira Tollen", "Міра Толлен", "mother", {"text": "River", "in": ["river-floods-old-mill"]}],
        "protected": mark,
    }  # fmt: skip
    path = seeds / "vocabulary/entities.yml"
    path.write_text(path.read_text("utf-8") + yaml.safe_dump([entity], allow_unicode=True), "utf-8")
    (seeds / "private-names.yml").write_text("- entity: a-mother\n  names: [Arkurella]\n", "utf-8")
    _rewrite(seeds, "The river rose to", "Arkurella heard Tollen, Mira say that it rose to")
    reading = read_all(seeds)
    assert reading.material
    named = next(entity for entity in reading.material.entities if entity.id == "a-mother")
    assert named.name == "A soldier’s mother"
    assert [form.text for form in named.forms] == ["A soldier’s mother", "mother", "River"]
    text = reading.material.seeds[0].record.claims[0].text
    assert text.startswith("A soldier’s mother heard a soldier’s mother say")


def test_the_role_with_another_article_is_no_name(seeds: Path) -> None:
    """*A ship’s keeper* in the vocabulary tells what *the ship’s keeper* tells; its id may have the words."""
    path = seeds / "vocabulary/entities.yml"
    mark = "protected: {role: the ship’s keeper, reason: asked, day: 2031-06-01}"
    words = "id: ships-keeper-1, name: A ship’s keeper, kind: person, type: keeper, description: One."
    path.write_text(f"{path.read_text('utf-8')}- {{{words}, {mark}}}\n", "utf-8")
    (seeds / "private-names.yml").write_text("- entity: ships-keeper-1\n  names: [Mira Tollen]\n", "utf-8")
    _rewrite(seeds, "The river rose to", "A ship’s keeper heard that it rose to")
    assert read_all(seeds).faults == ()


def test_names_that_cannot_be_looked_for_are_told(seeds: Path) -> None:
    """A clone without the list has the mark, and says so; an entry without a role is refused."""
    path = seeds / "vocabulary/entities.yml"
    mark = "protected: {role: a mother, reason: asked, day: 2031-06-01}"
    entity = f"- {{id: a-mother, name: A mother, kind: person, type: mother, description: Hers., {mark}}}\n"
    path.write_text(path.read_text("utf-8") + entity, "utf-8")
    (seeds / "private-names.yml").unlink()
    assert [fault.code for fault in read_all(seeds).faults] == ["N105"]
    (seeds / "private-names.yml").write_text("- entity: old-mill\n  names: [Mira Tollen]\n", "utf-8")
    assert [fault.code for fault in read_all(seeds).faults] == ["N104", "N105"]


def test_a_list_may_lie_elsewhere(seeds: Path, tmp_path: Path) -> None:
    """Outside the archive's folder, named by the settings."""
    (seeds / "private-names.yml").rename(tmp_path / "names.yml")
    _rewrite(seeds, "The river rose to", "Mira Tollen heard that it rose to")
    assert [fault.code for fault in read_all(seeds, private=tmp_path / "names.yml").faults] == ["N103"]
    # one that was moved would let every name through
    assert [fault.code for fault in read_all(seeds, private=tmp_path / "moved.yml").faults] == ["Y103"]
