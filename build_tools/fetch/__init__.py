"""Address → the page that it leads to, within limits, as WARC: the only package that makes requests."""

from build_tools.fetch.pages import FetchedPage, FetchLimits, fetch_page

__all__ = ["FetchLimits", "FetchedPage", "fetch_page"]
