"""Disk → Material, with every fault at its line and column."""

from build_tools.read.seeds import Reading, read_all, read_seeds

__all__ = ["Reading", "read_all", "read_seeds"]
