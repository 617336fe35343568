"""Why a page was not fetched, in words for whoever typed the address."""

from __future__ import annotations

from build_tools.model.errors import ArchiveError


class FetchRefused(ArchiveError):
    """The page is not there, may not be asked for, or is beyond the limits."""
