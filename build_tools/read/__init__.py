"""Disk → Material, with every fault at its line and column."""

from build_tools.read.disk import shown_path
from build_tools.read.files import WORDING
from build_tools.read.scalars import Value
from build_tools.read.seeds import LoadResult, read_all, read_seeds
from build_tools.read.value_cache import read_through

__all__ = [
    "WORDING",
    "LoadResult",
    "Value",
    "read_all",
    "read_seeds",
    "read_through",
    "shown_path",
]
