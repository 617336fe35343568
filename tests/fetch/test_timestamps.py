"""`archive timestamp`: a log's head signed by an authority, which anybody checks with `openssl`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.cli import main
from build_tools.fetch import timestamps
from build_tools.fetch.refusals import FetchRefused
from build_tools.fetch.timestamps import ask_timestamp
from build_tools.model.errors import UsageError
from build_tools.read.seeds import read_all
from tests.archives import lay_capture, write_archive
from tests.fetch.authority import OPENSSL, Authority, run_openssl, serve_authority

pytestmark = pytest.mark.skipif(
    OPENSSL is None, reason="openssl, which plays the authority, is not installed"
)
SLUG = "river-floods-old-mill"
LINE = b"a line of a log"


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    with serve_authority(tmp_path_factory.mktemp("authority")) as authority:
        yield authority


@pytest.fixture
def authority(serving: Authority) -> Authority:
    """The one authority, honest again."""
    fresh = Authority(serving.folder)
    serving.bend, serving.status, serving.media = fresh.bend, fresh.status, fresh.media
    serving.asked.clear()
    return serving


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with one source, whose log has one entry; the working folder."""
    monkeypatch.chdir(write_archive(tmp_path))
    monkeypatch.delenv("ARCHIVE_BY", raising=False)
    lay_capture(tmp_path)
    assert main(["custody", SLUG, "--begin"]) == 0
    return tmp_path


def list_codes() -> list[str]:
    """Codes of all errors of custody logs."""
    return [f.code for f in read_all(Path("seeds"), drafts=True).faults if ".custody." in f.path]


def test_the_head_is_signed_and_openssl_agrees(
    archive: Path, authority: Authority, capsys: pytest.CaptureFixture[str]
) -> None:
    """A digest and a number are sent; the token signs the entry before; two of them follow each other."""
    for number in (2, 3):
        assert main(["timestamp", SLUG, "--authority", authority.address, "--by", "A. Keeper"]) == 0
        token = archive / f"seeds/sample-001.{number}.custody.tsr"
        told = capsys.readouterr()
        assert told.out.strip().endswith(token.name)
        assert f"asks {authority.address}" in told.err
        lines = (archive / "seeds/sample-001.custody.json").read_text("utf-8").split("\n")[1:-2]
        head = hashlib.sha256(lines[number - 2].strip().removesuffix(",").encode()).hexdigest()
        entry = json.loads(lines[number - 1].removesuffix(","))
        assert (entry["act"], entry["by"], entry["from"]) == ("timestamped", "A. Keeper", authority.address)
        assert (entry["before"], entry["file"], entry["bytes"]) == (head, token.name, token.stat().st_size)
        words = ("ts", "-verify", "-digest", head, "-in", str(token), "-CAfile", str(authority.root))
        assert run_openssl(archive, *words).returncode == 0, head
        other = head[::-1]
        assert run_openssl(archive, *words[:3], other, *words[4:]).returncode != 0
    assert not list_codes()
    ((media, request), _) = authority.asked
    assert (media, len(request) < 100) == ("application/timestamp-query", True)
    assert main(["custody", SLUG]) == 0
    assert f"openssl ts -verify -digest {head} -in seeds/sample-001.3.custody.tsr" in capsys.readouterr().out


def test_a_changed_byte_of_token_or_log_is_refused(archive: Path, authority: Authority) -> None:
    """Each byte of both; also where the log is chained anew by the program, and where one of them is gone."""
    assert main(["timestamp", SLUG, "--authority", authority.address]) == 0
    log, token = archive / "seeds/sample-001.custody.json", archive / "seeds/sample-001.2.custody.tsr"
    stamped, signed = log.read_bytes(), token.read_bytes()
    for at in range(0, len(signed), 97):
        token.write_bytes(signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :])
        assert list_codes() == ["C131"]
    token.write_bytes(signed)
    for at in range(0, len(stamped), 41):
        log.write_bytes(stamped[:at] + (b"y" if stamped[at : at + 1] != b"y" else b"z") + stamped[at + 1 :])
        assert list_codes(), stamped[at : at + 1]
    first, last = (json.loads(line.rstrip(b",")) for line in stamped.split(b"\n")[1:3])
    line = json.dumps(first | {"at": "2020-01-01T00:00:00Z"}, ensure_ascii=False)
    again = json.dumps(last | {"before": hashlib.sha256(line.encode()).hexdigest()}, ensure_ascii=False)
    log.write_text(f"[\n {line},\n {again}\n]\n", "utf-8")
    assert list_codes() == ["C131"]
    log.write_text(f"[\n {json.dumps(first, ensure_ascii=False)}\n]\n", "utf-8")
    assert list_codes() == ["C131"]
    log.write_bytes(stamped)
    assert not list_codes()
    token.unlink()
    assert list_codes() == ["C131"]


def test_check_and_verify_name_the_file(
    archive: Path, authority: Authority, capsys: pytest.CaptureFixture[str]
) -> None:
    """At the line of the entry that tells of it, with what to do; the site has it as it was given."""
    assert main(["timestamp", SLUG, "--authority", authority.address]) == 0
    token = archive / "seeds/sample-001.2.custody.tsr"
    assert main(["build", "--workers", "1"]) == 0
    page = archive / f"site/sources/{SLUG}"
    assert (page / "custody.2.tsr").read_bytes() == token.read_bytes()
    assert "custody.2.tsr" in (page / "index.html").read_text("utf-8")
    token.write_bytes(token.read_bytes()[:-1])
    for command in ("check", "verify", "build"):
        capsys.readouterr()
        assert main([command]) > 0
        told = "".join(capsys.readouterr())
        place = "seeds/sample-001.custody.json:3:2: C131 "
        assert f"{place}seeds/sample-001.2.custody.tsr is not the timestamp" in told
        assert "as they were from git" in told


@pytest.mark.parametrize(
    ("bent", "reason"),
    [
        # the digest of the request stands after `04 20`, its number after that
        (lambda r: r.replace(hashlib.sha256(LINE).digest(), bytes(32)), "something else"),
        (lambda r: r[:-5] + bytes([r[-5] ^ 1]) + r[-4:], "another request"),
        (
            lambda r: r.replace(bytes.fromhex("608648016503040201"), bytes.fromhex("608648016503040299")),
            "none",
        ),
    ],
)
def test_an_answer_to_something_else_is_refused(bent: object, reason: str, authority: Authority) -> None:
    """Another digest, another number, and a request that the authority did not take."""
    authority.bend = bent  # type: ignore[assignment]
    with pytest.raises(FetchRefused, match=reason):
        ask_timestamp(authority.address, LINE)


def test_what_is_no_timestamp_is_refused(archive: Path, authority: Authority) -> None:
    """An error, a page; and then nothing is written."""
    before = {path: path.read_bytes() for path in (archive / "seeds").rglob("*") if path.is_file()}
    authority.status = 302
    assert main(["timestamp", SLUG, "--authority", authority.address]) > 0
    authority.status, authority.media = 200, "text/html"
    assert main(["timestamp", SLUG, "--authority", authority.address]) > 0
    assert before == {path: path.read_bytes() for path in (archive / "seeds").rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://clock.test/tsr", "no https address"),
        ("ftp://127.0.0.1/", "no http or https"),
        ("https://clock.test/", "private network"),
    ],
)
def test_other_addresses_are_not_asked(address: str, reason: str) -> None:
    """Unless this machine is named, and not only meant."""
    with pytest.raises(FetchRefused, match=reason):
        ask_timestamp(address, LINE, resolve=lambda *_: ["127.0.0.1"])


def test_a_missing_library_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the extra to install."""

    def refuse(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(timestamps, "import_module", refuse)
    with pytest.raises(UsageError, match=r"\.\[timestamp\]"):
        ask_timestamp("https://clock.test/", LINE)
