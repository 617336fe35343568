"""`archive fetch`: one page within limits, never from a private network, kept with its headers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from build_tools.capture import extract_text
from build_tools.cli import main
from build_tools.fetch import FetchLimits, fetch_page
from build_tools.fetch.public_addresses import choose_public_address, is_public
from build_tools.fetch.refusals import FetchRefused
from build_tools.fetch.snapshots import find_snapshot
from build_tools.fetch.warc_file import write_page_warc
from tests.archives import write_archive
from tests.capture.packing import PAGE, STORY
from tests.capture.reading import body, stated
from tests.clean import capture
from tests.fetch.serving import LOOPBACK, serve_pages

Asked = list[tuple[str, dict[str, str]]]
TAKEN = datetime(2023, 11, 15, 8, 9, 10, tzinfo=UTC)


@pytest.fixture
def served() -> Iterator[tuple[str, Asked]]:
    with serve_pages() as serving:
        yield serving


def test_a_page_is_kept_with_its_headers(served: tuple[str, Asked]) -> None:
    """Through a redirection, without the cookie that it sets; what is kept reads as any web archive."""
    address, asked = served
    told: list[str] = []
    fetched = fetch_page(f"{address}/moved#here", allowed=LOOPBACK, tell=told.append)
    assert [path for path, _ in asked] == ["/moved", "/page"]
    assert told == [f"{address}/moved", f"{address}/page"]
    assert not any(name in headers for _, headers in asked for name in ("Cookie", "Referer"))
    content = write_page_warc(fetched, TAKEN, "https://web.archive.org/web/20231115080910/https://a.test/")
    assert extract_text(capture(content)).content == PAGE.encode()
    assert body(content) == list(STORY)
    found = stated(content)
    assert (found["address"], found["taken"]) == (f"{address}/page", "2023-11-15T08:09:10Z")
    assert found["archived_address"].startswith("https://web.archive.org/web/20231115080910/")
    assert b"X-Own: kept" in _unpacked(content)
    assert b"WARC-IP-Address: 127.0.0.1" in _unpacked(content)


def _unpacked(content: bytes) -> bytes:
    from build_tools.capture.gzip_members import unpack_members  # noqa: PLC0415

    return b"".join(member.content for member in unpack_members(content))


def test_that_there_is_no_copy_is_noted(served: tuple[str, Asked]) -> None:
    """Which differs from nobody having asked."""
    fetched = fetch_page(f"{served[0]}/page", allowed=LOOPBACK)
    assert b"archived-url: none" in _unpacked(write_page_warc(fetched, TAKEN, ""))
    assert b"archived-url" not in _unpacked(write_page_warc(fetched, TAKEN))
    assert "archived_address" not in stated(write_page_warc(fetched, TAKEN, ""))


REFUSED = {
    "loop": "more than 2 times",
    "inwards": "private network",
    "file": "no http",
    "bracket": "no address",
    "picture": "image/png",
    "large": "more than 9000 bytes",
    "short": "broke off|did not answer",
    "empty": "is empty",
    "absent": "404",
    "waiting": "in full in time",
}


@pytest.mark.parametrize(("path", "words"), REFUSED.items(), ids=REFUSED)
def test_what_is_beyond_the_limits_is_refused(served: tuple[str, Asked], path: str, words: str) -> None:
    """Each with its reason; nothing is kept of it."""
    limits = FetchLimits(bytes=9000, seconds=0.5 if path == "waiting" else 60, redirections=2)
    with pytest.raises(FetchRefused, match=words):
        fetch_page(f"{served[0]}/{path}", limits, allowed=LOOPBACK)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[x#a",
        "http://localhost/",
        "http://[::1]/",
        "http://2130706433/",
        "http://10.1.2.3/",
        "http://[::ffff:192.168.0.1]/",
        "ftp://a.test/",
        "http://user:secret@a.test/",
        "http://a.test:99999/",
        "http:///page",
        "http://a.test/\u00e9",
        "no address",
    ],
)
def test_private_addresses_are_not_asked(url: str) -> None:
    """However they are written; nor is what is no address of a page."""
    with pytest.raises(FetchRefused):
        fetch_page(url)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("0.0.0.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("172.31.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::a00:1", False),
        ("", False),
    ],
)
def test_public_addresses_are_told(address: str, public: bool) -> None:
    """Those that lead on to private ones are private."""
    assert is_public(address) is public


def test_the_checked_address_is_the_one_that_is_asked(served: tuple[str, Asked]) -> None:
    """A name that answers otherwise the second time is asked for its address only once."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    port = served[0].rpartition(":")[2]
    fetched = fetch_page(f"http://ashby.test:{port}/page", resolve=lambda *_: next(answers), allowed=LOOPBACK)
    assert fetched.page.address == "127.0.0.1"
    assert served[1][0][1]["Host"] == f"ashby.test:{port}"
    assert next(answers) == ["10.0.0.1"]


def test_of_several_addresses_only_public_ones_are_asked() -> None:
    """A name may have both kinds."""
    assert choose_public_address("a.test", ["10.0.0.1", "8.8.8.8"], frozenset()) == "8.8.8.8"


def test_a_copy_is_looked_for(served: tuple[str, Asked]) -> None:
    """The service is asked for the page's address, and its answer believed only if it is one."""
    service = f"{served[0]}/available?url="
    found = find_snapshot("https://a.test/", service=service, allowed=LOOPBACK)
    assert found == "https://web.archive.org/web/20231115080910/https://a.test/"
    assert find_snapshot("https://b.test/", service=service, allowed=LOOPBACK) == ""
    with pytest.raises(FetchRefused, match="not understood"):
        find_snapshot("https://a.test/", service=f"{served[0]}/strange?", allowed=LOOPBACK)


def test_the_command_says_what_it_asks(
    served: tuple[str, Asked],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And keeps the page under a name made of its address; a private one ends it with a word."""
    assert main(["fetch", f"{served[0]}/page", "--out", str(tmp_path)]) == 1
    assert "private network" in capsys.readouterr().err
    monkeypatch.setattr(
        "build_tools.fetch.public_addresses.is_public", lambda address: address == "127.0.0.1"
    )
    assert main(["fetch", f"{served[0]}/page", "--out", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert f"asks {served[0]}/page" in told.err
    assert body(Path(told.out.strip()).read_bytes()) == list(STORY)


def test_adding_an_address_fetches_it(
    served: tuple[str, Asked],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The page lies beside its draft as WARC; what cannot be had is told, and the next one is added."""
    monkeypatch.chdir(write_archive(tmp_path))
    monkeypatch.setattr(
        "build_tools.fetch.public_addresses.is_public", lambda address: address == "127.0.0.1"
    )
    assert main(["add", f"{served[0]}/absent", f"{served[0]}/page"]) == 1
    told = capsys.readouterr()
    assert "1 added as drafts, 0 there already, 1 refused" in told.err
    record = Path(told.out.strip())
    draft = yaml.safe_load(record.read_text("utf-8"))
    assert draft["draft"] is True
    assert draft["capture"]["file"].endswith("-page.warc")
    assert draft["capture"]["taken"]
    assert draft["url"]
    assert (record.parent / draft["capture"]["file"]).is_file()
