"""Archive → robots.txt: everything may be read by machines, and the sitemap tells what there is."""

from __future__ import annotations

from build_tools.model.archive import Archive, Edition

SITEMAP_FILE = "sitemap.xml"


def write_robots(archive: Archive) -> bytes:
    """The reading edition asks machines to stay out; it should not stand on a server at all."""
    if archive.edition is Edition.READING:
        return b"User-agent: *\nDisallow: /\n"
    sitemap = f"Sitemap: {archive.site.address(SITEMAP_FILE)}\n" if archive.site.url else ""
    return f"User-agent: *\nDisallow:\n{sitemap}".encode()
