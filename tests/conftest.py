"""What tests share: the real captures where they are at hand, the built sites, a browser, golden files."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from benchmarks import places
from benchmarks.chromium import STILL, find_chromium, launch
from tests.browser.visits import Walk, walk_once
from tests.browsing import PATIENCE, Reader, open_context, open_reader, serve
from tests.built import build, build_guide

# a property is true or false, not fast or slow: several workers on a small machine may keep it waiting
settings.register_profile("patient", deadline=None)
# for `benchmarks.mutants`, which runs the tests again and again: fewer examples, the same ones every time
settings.register_profile("brief", deadline=None, max_examples=25, derandomize=True)
settings.register_profile("deep", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("ARCHIVE_PROPERTIES", "patient"))

LONG = (
    "::test_a_warm_build_equals_a_clean_one",
    "::test_a_whole_life",
    "::test_a_build_refuses_a_page_that_names_and_verify_reads_the_repository",
    "site/test_same_bytes.py",
    "browser/test_accessibility.py",
    "site/test_interrupted.py",
    "site/test_build.py",
    "site/test_valid.py",
    "browser/",
    "pages/test_forms.py",
    "exports/test_epub.py",
    "site/",
)
"""Of names of tests; the longest first (`pytest --durations=30`)."""

NEEDS = {"browser", "captures", "research", "articles", "numbers", "cases", "java", "node", "npm"}
"""Markers of tests that need something beside the repository."""

MARKED_BY_FIXTURE = {
    "captures": "captures",
    "reading_site": "captures",
    "browser": "browser",
    "reader": "browser",
    "walked": "browser",
}
"""Fixture → the marker that every test which asks for it carries."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--regenerate` writes golden files anew instead of comparing them."""
    parser.addoption("--regenerate", action="store_true", help="write golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    """Golden files are changed by a person who looks at the change, never by a machine."""
    if config.getoption("--regenerate") and os.environ.get("CI"):
        raise pytest.UsageError("--regenerate is refused while CI is set: a person regenerates golden files")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by what it asks for, which `-m` and the check below read; what takes long comes first.

    Workers take from one another what is left: only where that is short do all of them end together.
    """
    for item in items:
        for name in set(getattr(item, "fixturenames", ())) & MARKED_BY_FIXTURE.keys():
            item.add_marker(MARKED_BY_FIXTURE[name])
    items.sort(key=lambda item: _rank(item.nodeid))


def _rank(name: str) -> int:
    test = name.partition("[")[0]  # what a test is run with may be the name of another
    return next((rank for rank, part in enumerate(LONG) if part in test), len(LONG))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test whose needs are all named by `ARCHIVE_MUST_RUN` may not skip: what is at hand must be used."""
    report = yield
    needs = NEEDS & {mark.name for mark in item.iter_markers()}
    at_hand = needs <= set(os.environ.get("ARCHIVE_MUST_RUN", "").split())
    if report.skipped and needs and at_hand and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"ARCHIVE_MUST_RUN names {sorted(needs)}, but this skipped: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def captures() -> Path:
    """The folder of the keeper's five captures; `ARCHIVE_CAPTURES` names another."""
    folder = places.captures()
    if not folder.is_dir():
        pytest.skip(f"the captures are not at hand: no folder {folder} (ARCHIVE_CAPTURES names another)")
    return folder


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A temporary folder that all workers of a session share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if hasattr(request.config, "workerinput") else base


@pytest.fixture(scope="session")
def public_site(shared_folder: Path) -> Path:
    """The public edition of the main archive, as a fresh clone builds it."""
    return build(shared_folder / "public")


@pytest.fixture(scope="session")
def demo_site(shared_folder: Path) -> Path:
    """The invented archive, in full text."""
    return build(shared_folder / "demo", "--config", "examples/the-ferry/mkdocs.yml")


@pytest.fixture(scope="session")
def guide_site(shared_folder: Path) -> Path:
    """The documentation of the generator."""
    return build_guide(shared_folder / "guide")


@pytest.fixture(scope="session")
def reading_site(shared_folder: Path, captures: Path) -> Path:
    """The main archive with the captured text; skips without the captures."""
    return build(shared_folder / "reading", "--edition", "reading", "--captures", str(captures))


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """Site → its address over http, such as `http://127.0.0.1:40001/`."""
    with ExitStack() as stack:
        yield cache(lambda site: stack.enter_context(serve(site)))


@pytest.fixture(scope="session")
def launched() -> Iterator[Callable[..., Browser]]:
    """Flags → Chromium with these, one for each worker."""
    executable = find_chromium()
    if executable is None:
        pytest.skip("no Chromium found (ARCHIVE_CHROMIUM names one)")
    with sync_playwright() as playwright, ExitStack() as stack:
        expect.set_options(timeout=PATIENCE)

        def start(*flags: str) -> Browser:
            chromium = launch(playwright, executable, *flags)
            stack.callback(chromium.close)
            return chromium

        yield cache(start)


@pytest.fixture(scope="session")
def browser(launched: Callable[..., Browser]) -> Browser:
    """Chromium for who clicks and types."""
    return launched()


@pytest.fixture(scope="session")
def still_browser(launched: Callable[..., Browser]) -> Browser:
    """Chromium for who only asks what is on a page."""
    return launched(*STILL)


@pytest.fixture(scope="session")
def context(browser: Browser) -> Callable[..., BrowserContext]:
    """Settings of a window → Chromium with these, one for all tests that ask for the same.

    To begin anew takes three times as long as to open a page. Pages keep nothing in the browser, with one
    exception (tests/browser/test_keys.py); who may leave something in it asks for a new one.
    """
    return cache(partial(open_context, browser))


@pytest.fixture(scope="session")
def walked(still_browser: Browser, shared_folder: Path) -> Callable[..., Walk]:
    """What pages of a site told (the arguments of `walk_once`); a site is walked once a session."""
    return cache(partial(walk_once, still_browser, kept=shared_folder))


@pytest.fixture
def reader(browser: Browser, context: Callable[..., BrowserContext]) -> Iterator[Callable[..., Reader]]:
    """Opens windows (the settings of `open_context`); what they saw is checked when the test ends.

    With `anew`, in a browser that no test had before.
    """
    windows: list[Reader] = []
    with ExitStack() as stack:

        def opened(*, anew: bool = False, **settings: Any) -> Reader:
            made = open_context(browser, **settings) if anew else context(**settings)
            if anew:
                stack.callback(made.close)
            windows.append(stack.enter_context(open_reader(made)))
            return windows[-1]

        yield opened
        for window in windows:
            window.assert_quiet()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with a golden file; with `--regenerate` writes it instead."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--regenerate"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        expected = path.read_text("utf-8") if path.exists() else ""
        assert text == expected, (
            f"{path.name} differs; if that is meant: pytest --regenerate, then read the diff"
        )

    return compare
