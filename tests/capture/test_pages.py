"""A saved page tells where it is from and when it was saved, in the way of each tool that saves pages."""

from __future__ import annotations

import pytest

from build_tools.model.capture_text import FormName
from build_tools.text.archived_addresses import split_archived_address
from tests.capture.packing import ADDRESS, PAGE, STORY
from tests.capture.reading import body, cleaned, extracted, stated

COPY = f"https://web.archive.org/web/20231115080910/{ADDRESS}"
SINGLE_FILE = f"""<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: {{}}
 saved date: Wed Nov 15 2023 09:30:05 GMT+0100 (Central European Standard Time)
-->{PAGE.removeprefix("<!DOCTYPE html>")}"""
WAYBACK = f"""<!DOCTYPE html><html lang="en"><head>
<script>__wm.init("https://web.archive.org/web");__wm.wombat("{ADDRESS}","20231115080910","https://web.archive.org/","web","",
 "1700035750");</script>
<link rel="canonical" href="{COPY}"></head><body>
<!-- BEGIN WAYBACK TOOLBAR INSERT -->
<div id="wm-ipp-base"><div id="wm-ipp"><a href="/web/">Wayback Machine</a>
<span>5 captures</span><span>15 Nov 2023 - 20 Jan 2024</span></div></div><!-- END WAYBACK TOOLBAR INSERT -->
{PAGE.partition("<body>")[2]}
<!--
     FILE ARCHIVED ON 08:09:10 Nov 15, 2023 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 10:20:30 Jan 20, 2024.
     JAVASCRIPT APPENDED BY WAYBACK MACHINE, COPYRIGHT INTERNET ARCHIVE.
-->
"""
COPIED = {"address": ADDRESS, "archived_address": COPY, "archived": "2023-11-15T08:09:10Z"}
SAVED = {
    "SingleFile": (
        SINGLE_FILE.format(ADDRESS),
        {"address": ADDRESS, "taken": "2023-11-15T09:30:05+01:00"},
    ),
    "SingleFile of a web archive": (
        SINGLE_FILE.format(COPY),
        {**COPIED, "taken": "2023-11-15T09:30:05+01:00"},
    ),
    "Wayback Machine": (WAYBACK, {**COPIED, "taken": "2024-01-20T10:20:30Z"}),
    "archive.today": (
        f'<html><head><link rel="bookmark" href="http://archive.today/20231115080910/{ADDRESS}"></head>{PAGE}',
        {**COPIED, "archived_address": f"http://archive.today/20231115080910/{ADDRESS}"},
    ),
    "a browser": (f"<!-- saved from url=(0046){ADDRESS} -->\n{PAGE}", {"address": ADDRESS}),
    "monolith": (
        f"<!-- Saved from {ADDRESS} at 2023-11-15T08:30:05Z using monolith v2.8.1 -->{PAGE}",
        {"address": ADDRESS, "taken": "2023-11-15T08:30:05Z"},
    ),
    "HTTrack": (
        (
            f"{PAGE}<!-- Mirrored from ashby-courier.test/a.html by HTTrack Website Copier/3.x [XR&CO'2014],"
            " Wed, 15 Nov 2023 08:30:05 GMT -->"
        ),
        {"address": "http://ashby-courier.test/a.html", "taken": "2023-11-15T08:30:05Z"},
    ),
    "Save Page WE": (
        (
            f'<html><head><meta name="savepage-url" content="{ADDRESS}">'
            f'<meta name="savepage-date" content="Wed Nov 15 2023 09:30:05 GMT+0100 (CET)"></head>{PAGE}'
        ),
        {"address": ADDRESS, "taken": "2023-11-15T09:30:05+01:00"},
    ),
    "by hand": (PAGE, {}),
    "a day that is none": (
        SINGLE_FILE.format(ADDRESS).replace("Nov 15", "Nov 31"),
        {"address": ADDRESS},
    ),
}


@pytest.mark.parametrize(("page", "expected"), SAVED.values(), ids=SAVED)
def test_a_saved_page_says_whence_and_when(page: str, expected: dict[str, str]) -> None:
    """Address, copy in a web archive, and moment of saving need not be typed."""
    assert stated(page.encode()) == expected
    assert extracted(page.encode()).form is FormName.HTML


@pytest.mark.parametrize("page", [SINGLE_FILE.format(ADDRESS), WAYBACK], ids=["SingleFile", "Wayback"])
def test_the_page_is_the_file(page: str) -> None:
    """What a tool adds is no passage, and the ledger is of the file's own bytes."""
    assert body(page.encode()) == list(STORY)
    assert cleaned(page.encode()).drawn is None


def test_the_bar_of_a_web_archive_is_no_part_of_the_page() -> None:
    """Its dates are those of other copies, and none is the report's."""
    found = {one.field: one.value for one in cleaned(WAYBACK.encode()).metadata}
    assert found["date"].startswith("2023-11-14")
    bar = [
        line for line in cleaned(WAYBACK.encode()).lines if "captures" in line.text or "Jan 2024" in line.text
    ]
    assert {line.verdict for line in bar} == {"removed"}


def test_the_address_is_the_original_and_not_the_copy() -> None:
    """A web archive writes its own address over the page's."""
    found = {one.field: one.value for one in cleaned(WAYBACK.encode()).metadata}
    assert (found["address"], found["archived_address"]) == (ADDRESS, COPY)


@pytest.mark.parametrize(
    ("address", "original"),
    [
        ("https://web.archive.org/web/20231115080910/http://a.test/b?c=1", "http://a.test/b?c=1"),
        ("https://web.archive.org/web/20231115080910id_/http:/a.test/b", "http://a.test/b"),
        ("https://archive.ph/2023.11.15-080910/https://a.test/", "https://a.test/"),
        ("https://vault.library.test/wayback/col/20231115080910/https://a.test/", "https://a.test/"),
        ("https://a.test/20231115080910/report", None),
        ("https://web.archive.org/web/20231315080910/http://a.test/b", None),
        ("https://archive.ph/AbC12", None),
        ("", None),
    ],
)
def test_addresses_of_copies_are_split(address: str, original: str | None) -> None:
    """Of any web archive that names its copies by time and address, and of no other page."""
    found = split_archived_address(address)
    assert (found.original if found else None) == original
