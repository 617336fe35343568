"""Captured reports → a documentary archive: one package, a pipeline of pure stages."""

__version__ = "0.1.0"
