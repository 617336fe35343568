"""`archive export`: downloads on standard output, as bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.cli import main
from tests.archives import write_archive


def test_exports_are_bytes_on_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The file can be piped: a byte-order mark and CRLF come through."""
    monkeypatch.chdir(write_archive(tmp_path))
    assert main(["export", "claims-csv"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"\xef\xbb\xbfclaim,source,")
