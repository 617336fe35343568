"""Each fault of a built page is found, and a sound page has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.site.links import check_site_links
from build_tools.site.policy import write_page_policy

UNGUARDED = '<html><head><meta charset="utf-8">'
HEAD = f'{UNGUARDED}<meta http-equiv="Content-Security-Policy" content="{write_page_policy()}"></head>'


def _codes(folder: Path, body: str, other: str = '<p id="here">x</p>') -> list[str]:
    (folder / "b").mkdir(exist_ok=True)
    (folder / "b" / "index.html").write_text(HEAD + other)
    (folder / "index.html").write_text(HEAD + body)
    return [fault.code for fault in check_site_links(folder)]


def test_a_sound_page_has_no_fault(tmp_path: Path) -> None:
    """Links to files, anchors, other hosts; data images; numbers compared with `<`."""
    body = (
        '<a href="b/index.html#here">b</a><a href="#top" id="top">1 < 2</a><a href="https://example.org/">e</a>'
        '<img src="data:image/png;base64,AA=="><a href="b/index.html?q=1#here">q</a>'
    )
    assert _codes(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<a href="c/">x</a>', "S101"),
        ('<a href="b">a folder</a>', "S101"),
        ('<a href="../outside.html">x</a>', "S101"),
        ('<link rel="stylesheet" href="a.css">', "S101"),
        ('<a href="b/">a folder that a disk would list</a>', "S101"),
        ('<a href="b/index.html#gone">x</a>', "S102"),
        ('<a href="#gone">x</a>', "S102"),
        ('<script src="https://example.org/x.js"></script>', "S103"),
        ('<img src="//example.org/x.png">', "S103"),
        ('<link rel="preconnect" href="https://example.org">', "S103"),
        ('<link rel="stylesheet" href="https://example.org/a.css">', "S103"),
        ('<a href="javascript:alert(1)">x</a>', "S104"),
        ('<a href=" data:text/html,x">x</a>', "S104"),
        ('<p onclick="x()">x</p>', "S104"),
        ('<p style="color:red">x</p>', "S104"),
        ('<p>x <b class="y</p>', "S105"),
    ],
)
def test_a_fault_is_found(body: str, code: str, tmp_path: Path) -> None:
    """One fault, one code."""
    assert set(_codes(tmp_path, body)) == {code}


def test_a_page_without_a_policy_is_found(tmp_path: Path) -> None:
    """Should a page ever get past the shell, it does not get past the check."""
    (tmp_path / "index.html").write_text(f"{UNGUARDED}</head>")
    assert [fault.code for fault in check_site_links(tmp_path)] == ["S104"]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Two broken links are two faults."""
    assert _codes(tmp_path, '<a href="c/">x</a><a href="d/">x</a>') == ["S101", "S101"]


def test_a_fault_has_its_line_and_column(tmp_path: Path) -> None:
    """The place leads an editor to the very tag."""
    _codes(tmp_path, '<p>1</p>\n<p>2 <a href="c/">x</a></p>')
    html = (tmp_path / "index.html").read_text()
    (fault,) = check_site_links(tmp_path)
    assert html.splitlines()[fault.line - 1][fault.column - 1 :].startswith('<a href="c/"')
