"""An address, once published, keeps working: one that would be lost stops the build."""

from __future__ import annotations

from pathlib import Path

from build_tools.site.published_addresses import find_lost_addresses, list_site_addresses, write_published


def test_a_lost_address_is_a_fault_at_its_line(tmp_path: Path) -> None:
    """Pages and files of the list must be there; comments are no addresses."""
    (tmp_path / "site/sources/kept").mkdir(parents=True)
    (tmp_path / "site/sources/kept/index.html").write_text("", "utf-8")
    listed = tmp_path / "addresses.txt"
    listed.write_text("# published\nsources/kept/\nsources/lost/\ndownloads/lost.csv\n", "utf-8")
    faults = list(find_lost_addresses(listed, tmp_path / "site"))
    assert [(fault.code, fault.line) for fault in faults] == [("S109", 3), ("S109", 4)]
    assert "moved.yml" in faults[0].remedy


def test_nothing_is_taken_out_of_the_list(tmp_path: Path) -> None:
    """What the site has no more stays listed; further pages of lists never come in."""
    for folder in ("sources/new", "sources/2"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "index.html").write_text("", "utf-8")
    known = list_site_addresses(tmp_path)
    assert known == ["sources/new/"]
    assert write_published(known, "# ours\nsources/old/\n") == "# ours\nsources/new/\nsources/old/\n"
