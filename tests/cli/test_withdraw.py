"""`archive withdraw`: a source goes, nothing else breaks, its address tells, nothing is half done."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from build_tools.cli import main
from build_tools.pages.addresses import source_address
from build_tools.read.seeds import read_seeds

SLUG = "courier-salt-missing"
REASON = "The outlet asked for it."


def read_files(folder: Path) -> dict[str, bytes]:
    """Every file of the seeds."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_what_named_it_is_mended_and_its_address_tells(
    ferry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lists, shared wording, forms of names; no fault is left. Record and capture lie where asked."""
    was = {p.name: p.read_bytes() for p in (ferry / "seeds").glob("05-courier.*")}
    assert main(["withdraw", SLUG, "--reason", REASON, "--to", "../gone"]) == 0
    assert "seeds/findings.yml:10" in capsys.readouterr().out
    assert {p.name: p.read_bytes() for p in (ferry.parent / "gone").iterdir()} == was
    material = read_seeds(ferry / "seeds")
    assert SLUG not in {seed.record.slug for seed in material.seeds}
    assert not any(SLUG in (pair.left, pair.right) for pair in material.reuse)
    moved = {m.old: m for m in material.moved}
    tombstone = moved.pop(source_address(SLUG))
    assert tombstone.reason == REASON
    assert tombstone.title == "340 tonnes of salt missing, auditors say"
    beside = [m for m in moved.values() if m.new == source_address(SLUG)]
    assert {m.old for m in beside} == {
        f"sources/{SLUG}/cite/",
        f"sources/{SLUG}/ledger/",
        f"shared-wording/{SLUG}--ellmarch-wire-salt/",
    }
    # sentences that rest on what has lost a report are to be read again, and nothing else is wrong
    assert main(["overview", "--read"]) == 0
    assert main(["check"]) == 0


def test_a_source_that_was_renamed_first_leaves_no_dead_address(ferry: Path) -> None:
    """Old addresses led to its new ones, which nobody published; they must not lead to nothing."""
    assert main(["rename", SLUG, "courier-salt"]) == 0
    assert main(["withdraw", "courier-salt", "--reason", REASON, "--to", "../gone"]) == 0
    moved = {m.old: m.new for m in read_seeds(ferry / "seeds").moved}
    led = {old: new for old, new in moved.items() if SLUG in old}
    assert f"sources/{SLUG}/ledger/" in led
    assert set(led.values()) == {source_address("courier-salt")}
    assert moved[source_address("courier-salt")] is None


def test_a_disagreement_that_loses_its_other_side_is_told(
    ferry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is broken by it, so nothing is held up; but a page would set one statement against none."""
    path = ferry / "seeds/findings.yml"
    path.write_text(
        path.read_text("utf-8").replace(
            "disagreements:\n",
            "disagreements:\n  - id: alone-soon\n    title: Who saw it?\n"
            "    differences: [really different]\n"
            f'    claims: ["{SLUG}#p8c1", "ellmarch-wire-salt#p1c1"]\n    note: They differ.\n',
            1,
        ),
        "utf-8",
    )
    assert main(["withdraw", SLUG, "--reason", REASON, "--to", "../gone", "--dry-run"]) == 0
    assert "Who saw it?: nothing stands against its one statement now" in capsys.readouterr().out


def test_a_preview_writes_nothing(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It shows the difference of each file."""
    was = read_files(ferry)
    assert main(["withdraw", SLUG, "--reason", REASON, "--to", "../gone", "--dry-run"]) == 0
    assert f"-      - {SLUG}#p8c1" in capsys.readouterr().out
    assert read_files(ferry) == was
    assert not (ferry.parent / "gone").exists()


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        ("radio-vell-barn", "V115"),
        ("ellmarch-wire-salt", "E104 No claim of “salt-is-on-the-roads” is listed here"),
        ("no-such-report", "There is no source"),
        ("05-courier", f"has the slug “{SLUG}”"),
    ],
)
def test_what_a_person_must_decide_holds_it_up(
    slug: str, told: str, ferry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named at its line, and nothing is written."""
    was = read_files(ferry)
    assert main(["withdraw", slug, "--reason", REASON, "--to", "../gone"]) > 0
    assert told in capsys.readouterr().err
    assert read_files(ferry) == was
    assert not (ferry.parent / "gone").exists()


def test_nothing_is_deleted_that_git_has_not(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a folder to keep it in, the record must be committed as it stands; the capture stays."""
    assert main(["withdraw", SLUG, "--reason", REASON]) == 2
    assert "git has not" in capsys.readouterr().err
    for words in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=k", "-c", "user.email=k@k.example", "commit", "-qm", "all"],
    ):
        subprocess.run(["git", *words], check=True)
    record = ferry / "seeds/05-courier.yml"
    record.write_bytes(record.read_bytes() + b"# a thought\n")
    assert main(["withdraw", SLUG, "--reason", REASON]) == 2
    subprocess.run(["git", "checkout", "-q", "seeds"], check=True)
    assert main(["withdraw", SLUG, "--reason", REASON, "--title", ""]) == 0
    assert "git show" in capsys.readouterr().out
    assert not record.exists()
    assert (ferry / "seeds/05-courier.txt").exists()
    moved = {m.old: m for m in read_seeds(ferry / "seeds").moved}
    assert moved[source_address(SLUG)].title is None


def test_it_is_not_kept_in_the_archive(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """There git would take it, and readers could find it; nor goes a source without a reason."""
    assert main(["withdraw", SLUG, "--reason", REASON, "--to", "kept"]) == 2
    assert "lies in the archive" in capsys.readouterr().err
    assert main(["withdraw", SLUG, "--reason", " ", "--to", "../gone"]) == 2
    assert "Say why" in capsys.readouterr().err
    assert (ferry / "seeds/05-courier.yml").exists()


def test_a_record_with_a_fault_goes_as_well(ferry: Path) -> None:
    """What is wrong with it must hold up nobody who has to take it out."""
    record = ferry / "seeds/05-courier.yml"
    record.write_text(record.read_text("utf-8").replace("language: en", "language: EN"), "utf-8")
    assert main(["withdraw", SLUG, "--reason", REASON, "--to", "../gone"]) == 0
    assert (ferry.parent / "gone/05-courier.yml").exists()
    assert SLUG not in {seed.record.slug for seed in read_seeds(ferry / "seeds").seeds}


def test_an_id_that_check_would_refuse_is_not_written(
    ferry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Everything is tried first; a fault that was there before, and names the old id, holds nothing up."""
    before = read_files(ferry)
    assert main(["rename", SLUG, "index"]) == 1
    assert "R111" in capsys.readouterr().err
    assert read_files(ferry) == before
    findings = ferry / "seeds/findings.yml"
    findings.write_text(findings.read_text("utf-8").replace(f"{SLUG}#p8c1", f"{SLUG}#p99c1", 1), "utf-8")
    assert main(["rename", SLUG, "courier-salt"]) == 0
