"""A host's limits are told before the host refuses."""

from __future__ import annotations

from pathlib import Path

from build_tools.site.hosting import measure_site, tell_limits


def test_a_small_and_quick_site_is_not_talked_about() -> None:
    """Nobody reads warnings that always come."""
    assert list(tell_limits(799_999_999, 479)) == []


def test_what_comes_near_a_limit_is_told() -> None:
    """Size and time each have a sentence, with what to do."""
    size, time = tell_limits(850_000_000, 540)
    assert "850 MB" in size
    assert "1,000 MB" in size
    assert "9 minutes" in time


def test_a_site_is_as_large_as_its_files(tmp_path: Path) -> None:
    """Folders do not count."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b").write_bytes(b"123")
    (tmp_path / "c").write_bytes(b"4567")
    assert measure_site(tmp_path, {}) == 7
    known = {f"{tmp_path}/a": (3, 0), f"{tmp_path}/b/c": (5, 0), f"{tmp_path}-docs/a": (9, 0)}
    assert measure_site(tmp_path, known) == 8
