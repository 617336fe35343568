"""A timestamp authority on loopback, made by `openssl ts` with a root of its own."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

OPENSSL = shutil.which("openssl")
_CONFIG = """
[tsa]
default_tsa = ferry
[ferry]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
[use]
extendedKeyUsage = critical,timeStamping
"""


def run_openssl(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run it in a folder."""
    return subprocess.run([OPENSSL or "openssl", *words], cwd=folder, capture_output=True, check=False)


@dataclass(slots=True)
class Authority:
    """Where it is, and what it does to the next requests."""

    folder: Path
    address: str = ""
    asked: list[tuple[str, bytes]] = field(default_factory=list)
    """Type and content of each request."""
    bend: Callable[[bytes], bytes] = lambda request: request
    """A request → the one that is answered in its place."""
    status: int = 200
    media: str = "application/timestamp-reply"

    @property
    def root(self) -> Path:
        """The certificate that readers trust."""
        return self.folder / "root.pem"

    def answer(self, request: bytes) -> bytes:
        """What `openssl ts` says to a request."""
        (self.folder / "query.tsq").write_bytes(self.bend(request))
        words = ("ts", "-reply", "-config", "ts.cnf", "-queryfile", "query.tsq", "-out", "reply.tsr")
        run_openssl(self.folder, *words)
        return (self.folder / "reply.tsr").read_bytes()


def _make_keys(folder: Path) -> None:
    (folder / "ts.cnf").write_text(_CONFIG)
    (folder / "serial").write_text("01\n")
    key = ("-newkey", "rsa:2048", "-nodes")
    signed = ("x509", "-req", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial")
    steps = (
        ("req", "-x509", *key, "-keyout", "root.key", "-out", "root.pem", "-subj", "/CN=Root of the Ferry"),
        ("req", "-new", *key, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Clock of the Ferry"),
        (*signed, "-in", "tsa.csr", "-out", "tsa.pem", "-extfile", "ts.cnf", "-extensions", "use"),
    )
    for step in steps:
        done = run_openssl(folder, *step)
        assert done.returncode == 0, done.stderr


@contextmanager
def serve_authority(folder: Path) -> Iterator[Authority]:
    """It, answering until the end of the block."""
    _make_keys(folder)
    authority = Authority(folder)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = self.rfile.read(int(self.headers["Content-Length"]))
            authority.asked.append((self.headers["Content-Type"], request))
            self.send_response(authority.status)
            self.send_header("Content-Type", authority.media)
            self.end_headers()
            self.wfile.write(authority.answer(request))

        def log_message(self, *_: object) -> None:
            """Nothing: what was asked is kept."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        authority.address = f"http://127.0.0.1:{server.server_port}/tsr"
        try:
            yield authority
        finally:
            server.shutdown()
            thread.join()
