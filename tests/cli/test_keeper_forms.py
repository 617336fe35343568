"""A keeper with one file of each form: a new archive, drafts, two records finished, both editions built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from build_tools.capture import CAPTURE_FORMS
from build_tools.cli import main
from build_tools.model.capture_text import FormName
from tests.capture.packing import ADDRESS, PAGE, STORY, TITLE, pack_mail, pack_mhtml, pack_wacz, pack_warc
from tests.capture.test_office import DOCX, FORMS, MARKDOWN
from tests.capture.test_pages import SINGLE_FILE, WAYBACK
from tests.capture.test_pdf import REPORT
from tests.capture.test_telegram import EXPORT
from tests.capture.test_telegram import PAGE as CHAT_PAGE

_CUE = "00:00:{:02}{}000 --> 00:00:{:02}{}900\n{}\n\n"
_RUSSIAN = (
    "Паром стоит до весны\n\nАвтор: Инна Горская\n\n12 марта 2023\n\n"
    "Паром через реку не ходит с пятницы, сообщили в районной администрации, и мост далеко.\n\n"
    "В посёлке живут около двух тысяч человек; до ближайшего моста им сорок километров.\n"
)
_FILES: dict[str, tuple[FormName, bytes]] = {
    "PAGE.HTM": (FormName.HTML, PAGE.encode()),
    "single.html": (FormName.HTML, SINGLE_FILE.format(ADDRESS + "?single").encode()),
    "wayback.html": (FormName.HTML, WAYBACK.encode()),
    "saved.mhtml": (FormName.MHTML, pack_mhtml()),
    "crawl.warc": (FormName.WARC, pack_warc()),
    "recorded.wacz": (FormName.WACZ, pack_wacz()),
    "letter.eml": (FormName.EML, pack_mail()),
    "report.pdf": (FormName.PDF, REPORT),
    "text.docx": (FormName.DOCX, DOCX),
    "office.odt": (FormName.ODT, FORMS["odt"][0]),
    "talk.vtt": (FormName.VTT, ("WEBVTT\n\n" + _CUE.format(1, ".", 5, ".", STORY[0])).encode()),
    "film.srt": (FormName.SRT, ("1\n" + _CUE.format(1, ",", 5, ",", STORY[1])).encode()),
    "result.json": (FormName.TELEGRAM_JSON, EXPORT),
    "messages.html": (FormName.TELEGRAM_HTML, CHAT_PAGE.encode()),
    "note.md": (FormName.MARKDOWN, MARKDOWN.encode()),
    "old.txt": (FormName.TEXT, _RUSSIAN.encode("cp1251")),
}
_WRITTEN = {
    "outlet": "ashby-courier",
    "holder": "Ashby Courier",
    "date": "2023-11-14",
    "basis": "stated",
    "language": "en",
    "summary": "A report of one ferry, from the harbour office.",
}
"""What the keeper writes where the check says that nothing is written."""
_PROPOSED = re.compile(r"(?m)^# (- id: .*(?:\n#   .*)*)")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new archive, and beside it a folder: one file of each form, two twice, one broken, one picture."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "archive"]) == 0
    folder = tmp_path / "in"
    folder.mkdir()
    for name, (_, content) in _FILES.items():
        (folder / name).write_bytes(content)
    (folder / "the report again.pdf").write_bytes(REPORT)
    (folder / "page on another day.html").write_text(PAGE.replace("on Friday", "on Monday"))
    (folder / "broken.docx").write_bytes(DOCX[:200])
    (folder / "pier.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    monkeypatch.chdir(tmp_path / "archive")
    return tmp_path / "archive"


def read_record(here: Path, name: str) -> dict[str, object]:
    """A record as it lies in the seeds."""
    record: dict[str, object] = yaml.safe_load((here / f"seeds/{name}.yml").read_text("utf-8"))
    return record


def follow_check(here: Path, name: str, told: str) -> None:
    """Write what its lines ask for; copy an entity that the draft proposes to the file that they name."""
    record, vocabulary = here / f"seeds/{name}.yml", here / "seeds/vocabulary/entities.yml"
    lines = record.read_text("utf-8").splitlines()
    for line, code in re.findall(rf"(?m)^seeds/{name}\.yml:(\d+):\d+: (\w\d+) ", told):
        field = lines[int(line) - 1].partition(":")[0]
        if code == "R104":
            value = {**_WRITTEN, "url": f"https://ashby-courier.test/{name}"}[field.strip()]
            lines[int(line) - 1] = f"{field}: {value}"
        elif code == "V102":
            (proposed,) = _PROPOSED.findall("\n".join(lines).partition("# For vocabulary/entities.yml")[2])
            entry = re.sub(r"(?m)^# ", "", proposed).replace(
                "description:", "description: An invented outlet."
            )
            vocabulary.write_text(f"{vocabulary.read_text('utf-8')}\n{entry}\n", "utf-8")
    record.write_text("\n".join(lines) + "\n", "utf-8")


def finish(here: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A record until the check names nothing of it but that it is a draft; then that line is taken out."""
    main(["check"])
    follow_check(here, name, capsys.readouterr().out)
    main(["check"])
    told = capsys.readouterr().out
    assert re.findall(rf"seeds/{name}\.yml:\d+:\d+: (\w\d+)", told) == ["R126"]
    record = here / f"seeds/{name}.yml"
    record.write_text(re.sub(r"(?m)^draft: true.*\n", "", record.read_text("utf-8")), "utf-8")


def test_the_folder_has_a_file_of_each_form() -> None:
    """A form that is added to the table is added here."""
    assert {form for form, _ in _FILES.values()} == {one.form for one in CAPTURE_FORMS}


def test_each_form_becomes_a_draft_and_two_records_a_site(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is broken or a picture is refused by name; the finished stand in both editions, as they may."""
    assert main(["add", "../in"]) == 1
    told = capsys.readouterr()
    assert "17 added as drafts, 1 there already, 2 refused" in told.err
    refused = [line for line in told.err.splitlines() if line.startswith("archive: ")]
    assert ["broken.docx" in refused[0], "pier.png" in refused[1], len(refused)] == [True, True, 2]
    assert re.search(r"\d+% of its words", told.err)
    units = {name: read_record(here, name).get("passages") for name in ("report", "talk", "result", "old")}
    assert units == {"report": "pages", "talk": "times", "result": "messages", "old": None}
    assert read_record(here, "old")["language"] == "ru"
    for name in ("PAGE", "report"):
        finish(here, name, capsys)
    assert main(["reuse", "--write"]) == 0
    assert main(["check"]) == 0
    assert main(["build", "--timings"]) == 0
    assert re.search(r"^in place +[0-9.]+ +[0-9.]+$", capsys.readouterr().err, re.MULTILINE)
    assert main(["build", "--edition", "reading", "--site", "site-reading"]) == 0
    for name, words in (("PAGE", STORY[2]), ("report", "Flour came on Tuesday")):
        address = f"sources/{read_record(here, name)['slug']}/index.html"
        assert (here / "site" / address).is_file()
        assert words in re.sub("<[^>]+>", "", (here / "site-reading" / address).read_text("utf-8"))
    public = [path.read_text("utf-8", "replace") for path in (here / "site").rglob("*.html")]
    assert any(TITLE in page for page in public)
    plain = [re.sub("<[^>]+>", "", page) for page in public]
    assert not any(words in page for page in plain for words in (STORY[2], "Flour came on Tuesday"))
