"""Pages over TLS, from a server on loopback whose authority only these tests know."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
import yaml

from build_tools.cli import main
from build_tools.fetch import FetchLimits, fetch_page
from build_tools.fetch.refusals import FetchRefused
from tests.archives import write_archive
from tests.fetch.serving import LOOPBACK, Asked, serve_pages

NAME = "ashby.test"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Makes the certificates."""
    return trustme.CA()


@pytest.fixture(scope="module")
def served(authority: trustme.CA) -> Iterator[tuple[str, Asked]]:
    """The server's address under the name that its certificate has, and what it was asked."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(NAME).configure_cert(context)
    with serve_pages(context) as (address, asked):
        yield address.replace("127.0.0.1", NAME), asked


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The authority is known to this machine, as a keeper would make one known."""
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))


def to_loopback(_host: str, _port: int) -> list[str]:
    """Any name is this machine."""
    return ["127.0.0.1"]


@pytest.mark.usefixtures("trusted")
def test_a_page_over_tls_is_kept(served: tuple[str, Asked]) -> None:
    """The connection goes to the checked address, the certificate is the name's."""
    page = fetch_page(f"{served[0]}/page", resolve=to_loopback, allowed=LOOPBACK).page
    assert (page.status, page.address) == (200, "127.0.0.1")
    assert served[1][-1][1]["Host"] == served[0].removeprefix("https://")


def test_an_authority_that_nobody_knows_is_not_believed(served: tuple[str, Asked]) -> None:
    """Whoever stands between could make such a certificate."""
    with pytest.raises(FetchRefused, match=r"(?i)certificate"):
        fetch_page(f"{served[0]}/page", resolve=to_loopback, allowed=LOOPBACK)


@pytest.mark.usefixtures("trusted")
def test_a_certificate_of_another_name_is_not_believed(served: tuple[str, Asked]) -> None:
    """A name that leads here without being in it."""
    with pytest.raises(FetchRefused, match=r"lindow\.test did not answer"):
        fetch_page(f"{served[0]}/page".replace(NAME, "lindow.test"), resolve=to_loopback, allowed=LOOPBACK)


@pytest.mark.usefixtures("trusted")
def test_addresses_lead_on_into_tls_and_out_of_it(served: tuple[str, Asked]) -> None:
    """Each step is an exchange of its own, in the file too."""
    with serve_pages() as (plain, _):
        onward = f"{plain}/onward?{served[0]}/onward?{plain}/moved"
        fetched = fetch_page(onward, resolve=to_loopback, allowed=LOOPBACK)
    schemes = [exchange.url.partition(":")[0] for exchange in fetched.exchanges]
    assert schemes == ["http", "https", "http", "http"]
    assert fetched.page.url == f"{plain}/page"


@pytest.mark.usefixtures("trusted")
def test_tls_leads_to_no_private_network(served: tuple[str, Asked]) -> None:
    """The name that it leads to is looked up and checked like the first."""
    known = {NAME: ["127.0.0.1"], "inside.test": ["10.0.0.1"]}
    with pytest.raises(FetchRefused, match=r"inside\.test is in a private network"):
        fetch_page(
            f"{served[0]}/onward?https://inside.test/",
            resolve=lambda host, _: known[host],
            allowed=LOOPBACK,
        )


@pytest.mark.usefixtures("trusted")
def test_an_address_over_tls_becomes_a_draft(
    served: tuple[str, Asked],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """`archive fetch` and `archive add` go the same way."""
    monkeypatch.chdir(write_archive(tmp_path))
    found = socket.getaddrinfo
    monkeypatch.setattr("socket.getaddrinfo", lambda _host, *asked, **how: found("127.0.0.1", *asked, **how))
    monkeypatch.setattr(
        "build_tools.fetch.public_addresses.is_public", lambda address: address == "127.0.0.1"
    )
    assert main(["add", f"{served[0]}/moved"]) == 0
    told = capsys.readouterr()
    assert f"asks {served[0]}/page" in told.err
    draft = yaml.safe_load(Path(told.out.strip()).read_text("utf-8"))
    assert draft["url"] == f"{served[0]}/page"
    assert main(["fetch", f"{served[0]}/page", "--out", str(tmp_path)]) == 0


def test_what_speaks_no_tls_is_refused() -> None:
    """A server of plain pages, and one that takes the call and says nothing."""
    with serve_pages() as (plain, _), pytest.raises(FetchRefused, match="did not answer"):
        fetch_page(plain.replace("http:", "https:") + "/page", allowed=LOOPBACK)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"https://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(FetchRefused, match="did not answer"):
            fetch_page(url, FetchLimits(seconds=0.5), allowed=LOOPBACK)


def test_a_name_that_is_looked_up_for_ever_is_given_up() -> None:
    """The system's own limit is minutes; what is raised while looking up is raised here."""
    held = threading.Event()

    def wait(_host: str, _port: int) -> list[str]:
        held.wait()
        return []

    def refuse(_host: str, _port: int) -> list[str]:
        raise FetchRefused("No machine of the name is known.")

    with pytest.raises(FetchRefused, match="not looked up in time"):
        fetch_page("http://slow.test/", FetchLimits(seconds=0.2), resolve=wait)
    held.set()
    with pytest.raises(FetchRefused, match="No machine"):
        fetch_page("http://none.test/", resolve=refuse)
