"""YAML texts → their values, from a cache where they were read before: parsing is most of reading."""

from __future__ import annotations

from build_tools.model.build_cache import BuildCache
from build_tools.read.scalars import Value
from build_tools.read.values import read_values
from build_tools.read.yaml_tree import ValueReader


def read_through(cache: BuildCache | None) -> ValueReader:
    """Reads YAML texts, and those that the cache knows by their text without parsing them."""
    if cache is None:
        return read_values

    def read(source: str) -> Value:
        value: Value = cache.get_value(source)
        if value is None and (value := read_values(source)) is not None:
            cache.put_value(source, value)
        return value

    return read
