"""Disk → Material, with every fault at its line and column."""

from build_tools.read.disk import shown_path
from build_tools.read.files import WORDING
from build_tools.read.seeds import LoadResult, read_all, read_seeds

__all__ = ["WORDING", "LoadResult", "read_all", "read_seeds", "shown_path"]
