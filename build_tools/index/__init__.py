"""Archive → look-ups, made once: what pages and exports ask instead of walking through the archive."""

from build_tools.index.archive_index import Index
from build_tools.index.table import Read, SharedValue, Table

__all__ = ["Index", "Read", "SharedValue", "Table"]
