"""An archive's whole life: begun by the wheel, mended by what is said, published, corrected, taken out.

The reports and what is written about them are the tutorial's, with the slips that are in it and more.
"""

from __future__ import annotations

import re
import subprocess
import zipfile
from pathlib import Path

from tests.built import ROOT
from tests.cli.obedient import Keeper
from tests.cli.wheels import NAME, run
from tests.guide.literate import list_steps
from tests.guide.player import Player, run_archive

TUTORIAL = ROOT / "guide/docs/tutorial/first-archive.md"
AGENCY, PAPER, RADIO = "ostermoor-loses-its-bees", "silence-in-the-hives", "vet-counts-dead-hives"
COPIED = "The maker of the dressing, Halvor Seeds, did not answer questions by evening."
"""Ten words in a row of the capture, where the tutorial has words of its own."""
SENTENCES = {
    "text": "Nobody at Halvor Seeds had replied when the agency went to print.",
    "summary": "A report.",
}
PRIVATE = """- names: [Joren Falk]
  role: the head of the association
  reason: Asked by mail.
  day: 2021-06-02
"""
ERRATUM = """errata:
- day: "{day}"
  stood: The count was called that of the council.
  stands: It is that of the beekeepers’ association.
  why: A slip of ours.
  by: the editor
"""


def archive(folder: Path, *words: str, ends: int = 0) -> str:
    """What the command tells; fails where it ends otherwise."""
    code, told = run_archive(folder, *words)
    assert code == ends, f"archive {' '.join(words)} ended with {code}\n{told}"
    return told


def read_page(folder: Path, address: str) -> str:
    """A page of the built site."""
    return (folder / "site" / address / "index.html").read_text("utf-8")


def build(folder: Path) -> None:
    """The site, and proof of it."""
    archive(folder, "build", "--strict")
    assert "no faults" in archive(folder, "verify")


def commit(folder: Path, words: str) -> None:
    """What lies there goes into git; captures never do."""
    run_git(folder, "add", ".")
    who = ("-c", "user.name=Keeper", "-c", "user.email=keeper@example.org")
    run_git(folder, *who, "commit", "--quiet", "--message", words)


def run_git(folder: Path, *words: str) -> str:
    """What git prints."""
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout


def make_keeper(folder: Path) -> Keeper:
    """Who knows nothing but what is said."""
    return Keeper(folder, lambda *words: run_archive(folder, *words)[1], SENTENCES)


def begin(folder: Path, bare: Path) -> Path:
    """The wheel's command begins it; three captures become drafts, with the tutorial's words and slips."""
    run(folder, bare / NAME, "new", "bees", "--title", "The Bees of Ostermoor")
    player = Player(folder / "bees")
    (player.folder / "seeds/first-report.yml").unlink()
    steps = [step for step in list_steps(TUTORIAL.read_text("utf-8")) if step.kind in {"save", "fill"}]
    # who publishes is not written into the vocabulary: the check has to say so
    player.follow(step for step in steps if step.names[0].startswith("../saved"))
    archive(player.folder, "add", "../saved")
    kept = ("topics", "origins", "findings", "moor-press.yml", "ostermoor-post", "radio-tarn")
    player.follow(s for s in steps if s.names[0].startswith("seeds/") and any(k in s.names[0] for k in kept))
    record = player.folder / "seeds/moor-press.yml"
    own = "Halvor Seeds, which makes it, had given no answer by the evening."
    assert own in record.read_text("utf-8")
    record.write_text(record.read_text("utf-8").replace(own, COPIED), "utf-8")
    return player.folder


def test_a_whole_life(tmp_path: Path, bare: Path) -> None:
    """After every step the archive is sound, its addresses work, and what was done is told."""
    folder = begin(tmp_path, bare)
    mend(folder)
    publish(folder, bare)
    own_up(folder)
    rename(folder)
    capture_again(folder)
    withdraw(folder)
    take_name_out(folder)
    see_verify_refuse(folder)


def mend(folder: Path) -> None:
    """Names, a misspelt topic, a quotation that is none, a copied sentence, drafts: by what is said alone."""
    told = make_keeper(folder).mend_until_sound()
    for code in ("V102", "V101", "V108", "A101", "L101", "R126"):
        assert f" {code} " in told, code
    assert "1 independent origin" in archive(folder, "explain", "four-hundred-colonies")


def publish(folder: Path, bare: Path) -> None:
    """Built, proved by the installed program too, its addresses given out."""
    archive(folder, "ledgers")
    archive(folder, "reuse", "--write")
    build(folder)
    run(folder, bare / "archive", "verify")
    archive(folder, "addresses", "--publish")
    commit(folder, "Published")


def own_up(folder: Path) -> None:
    """What the archive had wrong stands on its page and under Corrections."""
    record = folder / "seeds/moor-press.yml"
    today = re.findall(r"^added: (\S+)", record.read_text("utf-8"), re.MULTILINE)[0]
    record.write_text(record.read_text("utf-8") + ERRATUM.format(day=today), "utf-8")
    build(folder)
    for address in (f"sources/{AGENCY}", "corrections", "news"):
        assert "It is that of the beekeepers" in read_page(folder, address), address
    commit(folder, "An erratum")


def rename(folder: Path) -> None:
    """The old address leads on; without that, no build."""
    archive(folder, "rename", PAPER, "hives-fall-silent")
    moved = folder / "seeds/moved.yml"
    written = moved.read_text("utf-8")
    moved.unlink()
    assert "S109" in archive(folder, "build", ends=1)
    moved.write_text(written, "utf-8")
    build(folder)
    assert "sources/hives-fall-silent/index.html" in read_page(folder, f"sources/{PAPER}")
    assert "hives-fall-silent" in read_page(folder, "findings/four-hundred-colonies")
    archive(folder, "addresses", "--publish")
    commit(folder, "Another id")


def capture_again(folder: Path) -> None:
    """The page has another number now: the claim waits for a person, and both states are told."""
    page = (folder / "seeds/moor-press.html").read_text("utf-8")
    again = folder.parent / "saved/moor-press-again.html"
    again.write_text(page.replace("About 400 bee colonies", "Nearly 380 bee colonies"), "utf-8")
    archive(folder, "recapture", "--taken", "2021-06-01", AGENCY, str(again))
    assert "R128" in archive(folder, "check", ends=1)
    make_keeper(folder).mend_until_sound()
    archive(folder, "ledgers")
    archive(folder, "reuse", "--write")
    build(folder)
    assert "1 June 2021" in read_page(folder, f"sources/{AGENCY}")
    assert "Nearly 380" not in read_page(folder, f"sources/{AGENCY}")
    commit(folder, "Captured again")


def withdraw(folder: Path) -> None:
    """The source is gone from every list; its address says since when and why."""
    archive(folder, "withdraw", "--reason", "The station asked for it.", RADIO)
    build(folder)
    tombstone = read_page(folder, f"sources/{RADIO}")
    assert "The station asked for it." in tombstone
    assert "Signe Aalto" not in tombstone
    assert RADIO not in read_page(folder, "disagreements/how-many-colonies")
    assert "The station asked for it." in read_page(folder, "corrections")
    commit(folder, "Withdrawn")


def take_name_out(folder: Path) -> None:
    """A role stands in its place in every file of the site; what git tracks is named until it is mended."""
    assert holds_name(folder / "site")
    (folder / "seeds/private-names.yml").write_text(PRIVATE, "utf-8")
    archive(folder, "build")
    assert not holds_name(folder / "site")
    assert "blames a dressing" in read_page(folder, f"sources/{AGENCY}")
    assert "N107" in archive(folder, "verify", ends=1)
    record = folder / "seeds/moor-press.yml"
    record.write_text(record.read_text("utf-8").replace("Joren Falk", "the association’s head"), "utf-8")
    commit(folder, "A name taken out")
    assert "seeds/private-names.yml" not in run_git(folder, "ls-files")
    build(folder)
    page = folder / f"site/sources/{AGENCY}/index.html"
    whole = page.read_text("utf-8")
    page.write_text(whole.replace("<title>", "<title>FALK, Joren: ", 1), "utf-8")
    assert "N10" in archive(folder, "verify", ends=1)
    page.write_text(whole, "utf-8")


def holds_name(site: Path) -> bool:
    """Whether any file of the site, a packed one too, has it."""
    for path in (path for path in site.rglob("*") if path.is_file()):
        texts = [path.read_bytes()]
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                texts = [packed.read(name) for name in packed.namelist()]
        if any(b"falk" in text.lower() for text in texts):
            return True
    return False


def see_verify_refuse(folder: Path) -> None:
    """A sentence of a capture in the finished site, and a link that leads nowhere, are found."""
    page = folder / "site/about/index.html"
    whole = page.read_text("utf-8")
    page.write_text(whole.replace("</p>", f" {COPIED}</p>", 1), "utf-8")
    assert "L101" in archive(folder, "verify", ends=1)
    page.write_text(whole.replace('href="../', 'href="../lost/', 1), "utf-8")
    assert "S101" in archive(folder, "verify", ends=1)
    page.write_text(whole, "utf-8")
    archive(folder, "verify")
