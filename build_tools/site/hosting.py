"""Size of a site and time of its build → what the keeper should know before a host refuses it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from build_tools.site.file_stamps import FileStamps

PAGES_BYTES = 1_000_000_000
"""What GitHub Pages takes: a site of one gigabyte."""
PAGES_SECONDS = 600
"""What it waits for a deployment; a build on its machines should not need longer either."""
NEAR_LIMIT = 0.8
"""Share of a limit from which on it is told: room for a year of ordinary growth."""


def measure_site(site: Path, stamps: FileStamps) -> int:
    """Bytes of all files. Where `stamps` tell of them, they need not be looked at once more."""
    if stamps:
        return sum(size for path, (size, _) in stamps.items() if path.startswith(f"{site}/"))
    # as text: there are forty files for each source, and a Path for each takes ten times as long
    return sum(
        os.lstat(f"{where}/{name}").st_size for where, _, names in os.walk(str(site)) for name in names
    )


def tell_limits(size: int, seconds: float) -> Iterator[str]:
    """A sentence for each limit that is near or passed."""
    if size >= NEAR_LIMIT * PAGES_BYTES:
        yield (
            f"The site has {size / 1e6:,.0f} MB; GitHub Pages takes {PAGES_BYTES / 1e6:,.0f} MB. "
            "The documentation tells, under “Keep a large archive”, how to split one, and of other hosts."
        )
    if seconds >= NEAR_LIMIT * PAGES_SECONDS:
        yield (
            f"The build took {seconds / 60:.0f} minutes; GitHub Pages waits ten. Keep the folder .archive/ "
            "between builds, so that only what changed is made."
        )
