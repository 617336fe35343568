"""Rights: publishers' text stands neither in the repository nor in the public site."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from build_tools.model.archive import Archive, Edition
from build_tools.model.record import Publish
from build_tools.pipeline import PipelineSettings
from build_tools.site import leaks, verify
from tests.built import ROOT, tree
from tests.published import assemble_once


@pytest.fixture(scope="module")
def archive(captures: Path) -> Archive:
    """The main archive with the captures at hand."""
    return assemble_once(PipelineSettings(ROOT / "seeds", captures, Edition.READING))


def test_every_capture_is_recognised(archive: Archive) -> None:
    """The checks below compare with every source: a capture that is not found guards nothing."""
    assert archive.documents
    assert not [document.record.slug for document in archive.documents if document.clean is None]


def test_no_publishers_text_is_in_the_tree(archive: Archive) -> None:
    """No file of the repository shares a run of nine words or more with a capture, titles aside."""
    guard = verify.guard_archive(archive)
    found = [f for name in tree() for f in leaks.find_file_leaks(name, (ROOT / name).read_bytes(), guard)]
    assert not found, "\n".join(map(str, found))


def test_no_publishers_text_is_in_the_public_site(archive: Archive, public_site: Path) -> None:
    """Pages, search index, feeds and downloads of the public edition share no run of nine words either."""
    found = leaks.find_site_leaks(public_site, verify.guard_archive(archive))
    assert not found, "\n".join(map(str, found))


def test_a_leak_would_be_found(archive: Archive, tmp_path: Path) -> None:
    """The two tests above can fail: one line of each capture, set as a page, is found."""
    guard = verify.guard_archive(archive)
    for document in archive.documents:
        assert document.clean is not None
        longest = max((p.text for p in document.clean.body), key=len)
        (tmp_path / "page.html").write_text(f"<p>{longest.replace(' ', ' <b></b>').upper()}</p>", "utf-8")
        assert leaks.find_site_leaks(tmp_path, guard), document.record.slug


def test_no_capture_is_in_the_tree() -> None:
    """A capture is in the repository only if its record says that all of its text may be shown."""
    there = [ROOT / name for name in tree() if re.fullmatch(r"seeds/[^/]*\.(txt|html?)", name)]
    records = (document.record for document in assemble_once(PipelineSettings(ROOT / "seeds")).documents)
    free = {r.capture.sha256 for r in records if r.capture and r.rights.publish is Publish.FULL}
    assert not [path.name for path in there if hashlib.sha256(path.read_bytes()).hexdigest() not in free]
