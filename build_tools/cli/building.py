"""`build`, `pages`, `serve`: seeds → docs → site."""

from __future__ import annotations

import errno
import logging
import sys
import time
from argparse import Namespace
from itertools import chain
from pathlib import Path

from build_tools import pipeline
from build_tools.building import Build
from build_tools.cli.options import CAPTURES, CONFIG, EDITION, WORKERS, Command, Option, address
from build_tools.cli.settings import planned, settings, workers
from build_tools.executing import Workers
from build_tools.exports.registry import measure_downloads
from build_tools.model.archive import Edition
from build_tools.model.errors import UsageError
from build_tools.serving import Preview
from build_tools.site.cache import Cache
from build_tools.site.hosting import measure_site, tell_limits
from build_tools.site.preview_server import parse_address
from build_tools.site.progress import Progress
from build_tools.site.session import Session
from build_tools.timing import Timings

SITE = Option("--site", "the folder for the site, instead of the one in mkdocs.yml", "DIR")
STRICT = Option("--strict", "warnings of the renderer (a broken link, a missing page) end the build")
SCHEDULER = Option(
    "--scheduler", "render on a Dask cluster; needs the extra `cluster`; the result is the same", "ADDRESS"
)
TIMINGS = Option("--timings", "print how long each stage took")
ADDRESS = Option("--address", "where to serve, instead of 127.0.0.1:8000", "HOST:PORT", kind=address)

_NO_SERVING = frozenset({errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES})
"""Errors of the system that are of the address: taken, not of this machine, not allowed."""

_NO_ADDRESS = (
    "The site's address is not set (site_url in mkdocs.yml, or ARCHIVE_SITE_URL): no sitemap, pictures or "
    "canonical links, and citations name paths. It is needed only to publish."
)


def _build(args: Namespace) -> int:
    plan = planned(args)
    _hear_the_renderer()
    progress = Progress()
    timings, begun = Timings(), time.monotonic()
    with Workers(workers(args), args.scheduler or "") as others:
        build = Build(plan, Path(args.config), others, args.strict, progress, timings)
        site = build.run()
    for sentence in tell_limits(measure_site(site), time.monotonic() - begun):
        print(sentence, file=sys.stderr)
    if args.timings:
        print(timings.write_table(), file=sys.stderr)
    if plan.edition is Edition.PUBLIC and not plan.identity.url:
        print(_NO_ADDRESS, file=sys.stderr)
    print(site / "index.html")
    return 0


def _pages(args: Namespace) -> int:
    plan = planned(args)
    session = Session(plan, "serve")  # like `serve`, it leaves the site alone
    session.begin()
    try:
        cache = Cache(plan.cache)
        archive = pipeline.gather(settings(plan, args), cache=cache, progress=Progress())
        publication = pipeline.publish(archive, cache=cache)
        late = publication.finish_pages(measure_downloads(publication.make_files()))
        pages = map(publication.pages.render, publication.pages.list_keys())
        written = session.write_docs(chain(pages, late))
    finally:
        session.abandon()
    print(f"{written} pages are in {plan.docs}", file=sys.stderr)
    return 0


def _serve(args: Namespace) -> int:
    plan = planned(args)
    _hear_the_renderer()
    try:
        Preview(plan, Path(args.config), workers(args)).serve(
            parse_address(args.address or plan.layout.dev_addr)
        )
    except (OSError, OverflowError) as error:
        if isinstance(error, OSError) and error.errno not in _NO_SERVING:
            raise
        where = args.address or plan.layout.dev_addr or "127.0.0.1:8000"
        raise UsageError(f"{_said(error)}: {where}. Give another with --address HOST:PORT.") from None
    return 0


def _said(error: OSError | OverflowError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error).rstrip(".")


def _hear_the_renderer() -> None:
    """Its own command would do this; what it tells goes to standard error."""
    log = logging.getLogger("mkdocs")
    if not log.handlers:
        told = logging.StreamHandler()
        told.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
        log.addHandler(told)
        log.setLevel(logging.INFO)


BUILD = Command(
    "build",
    "seeds → docs → site",
    "Reads the seeds, writes the pages, renders the site and puts it in place in one step: a build that "
    "fails or is stopped leaves the last site as it was. Prints the file to open.",
    _build,
    (EDITION, CAPTURES, SITE, WORKERS, SCHEDULER, STRICT, TIMINGS, CONFIG),
)
PAGES = Command(
    "pages",
    "seeds → docs only",
    "Reads the seeds and writes the pages as Markdown, without rendering them.",
    _pages,
    (EDITION, CAPTURES, WORKERS, CONFIG),
)
SERVE = Command(
    "serve",
    "the site in a browser, rebuilt as you write",
    "Serves the site on this machine: what is saved is read at once, a page is made when it is looked at. "
    "A fault is shown in the terminal, and the last good pages stay.",
    _serve,
    (EDITION, CAPTURES, ADDRESS, CONFIG),
)
