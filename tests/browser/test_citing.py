"""Citing in a browser: citations can be read and selected by anyone, and copied with one press."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browsing import Reader

SOURCE = "sources/packet-carrow-by-road/index.html"
NOTED = "sources/lantern-night-crossings/index.html"
CITATIONS = "sources/packet-carrow-by-road/cite/index.html"
FINDING = "findings/round-by-upper-lock/index.html"


@pytest.fixture
def opened(
    demo_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> Callable[[str], Page]:
    """Opens a page of the invented archive over http, in a window that may use the clipboard."""

    def at(path: str) -> Page:
        window = reader(clipboard=True)
        window.page.goto(f"{served(demo_site)}{path}")
        return window.page

    return at


def _clipboard(page: Page, kind: str = "text/plain") -> str:
    return str(
        page.evaluate(
            """async kind => {
              const [item] = await navigator.clipboard.read()
              return item.types.includes(kind) ? (await item.getType(kind)).text() : ""
            }""",
            kind,
        )
    )


@pytest.mark.parametrize(("path", "offered"), [(SOURCE, [6, 6]), (FINDING, [6, 3, 3])])
def test_every_style_and_format_copies(opened: Callable[[str], Page], path: str, offered: list[int]) -> None:
    """Each work in its styles and formats; a button copies just what is shown, with its italics."""
    page = opened(path)
    folds = page.locator("details.cite__work")
    assert folds.count() == len(offered)
    for n, number in enumerate(offered):
        folds.nth(n).locator("summary").click()
        shown = folds.nth(n).locator("dd.citation, dd .citation")
        assert shown.count() == number
        for m in range(number):
            # what the last press told would pass for what this one tells
            page.locator(".copied").evaluate("e => { e.textContent = '' }")
            folds.nth(n).get_by_role("button").nth(m).click()
            page.get_by_role("status").filter(has_text="copied").wait_for()
            assert _even(_clipboard(page)) == _even(shown.nth(m).text_content() or "")
            assert ("<em>" in _clipboard(page, "text/html")) == (
                m < 3 and "<em>" in shown.nth(m).inner_html()
            )


@pytest.mark.parametrize("path", [SOURCE, FINDING, CITATIONS])
def test_no_two_buttons_are_called_the_same(opened: Callable[[str], Page], path: str) -> None:
    """Heard one after the other, each button tells what it copies."""
    page = opened(path)
    names = page.locator("button.copy").evaluate_all("all => all.map(b => b.getAttribute('aria-label'))")
    assert names
    assert len(set(names)) == len(names)


def test_what_was_copied_is_told_by_a_region_that_was_there(opened: Callable[[str], Page]) -> None:
    """A region that comes into being with its words is not read out."""
    page = opened(SOURCE)
    assert page.locator(".copied[role=status]").count() == 1
    assert page.locator(".copied").evaluate("e => getComputedStyle(e).display") != "none"


def test_a_statement_has_its_citation(opened: Callable[[str], Page]) -> None:
    """Under who says so: report, paragraph, statement; beside it, the way to all styles and formats."""
    page = opened(SOURCE)
    fold = page.locator(".passage:has(#p1) details.evidence")
    fold.locator("summary").click()
    fold.get_by_role("button", name="Copy citation of p1c1").click()
    page.get_by_role("status").filter(has_text="copied").wait_for()
    copied = _clipboard(page)
    assert "para. 1" in copied
    assert copied.endswith("; recorded in The Ferry That Stopped, p1c1.")
    fold.get_by_role("link", name="All styles and formats").first.click()
    page.wait_for_url("**/cite/**#p1c1")
    assert page.locator("details#p1c1 .citation").first.is_visible(), "a link into the fold opens it"
    for work in ("the report, p1c1", "record of p1c1"):
        for style in ("Chicago", "APA", "MLA"):
            assert page.get_by_role("button", name=re.compile(f"^Copy: {style}(, .*)?, {work}$")).count() >= 1
    for name in ("BibTeX", "RIS", "CSL-JSON"):
        assert page.get_by_role("button", name=f"Copy: {name}, record of p1c1").count() == 1


def test_downloads_have_names_of_their_own(opened: Callable[[str], Page]) -> None:
    """A file is saved under a name that tells what it is."""
    page = opened(CITATIONS)
    links = page.locator("a.download")
    names = links.evaluate_all("all => all.map(a => a.download)")
    slug = "packet-carrow-by-road"
    assert names == [
        f"{slug}{part}.{end}" for part in ("", "-statements") for end in ("bib", "ris", "csl.json")
    ]
    with page.expect_download() as saved:
        links.last.click()
    assert saved.value.suggested_filename == f"{slug}-statements.csl.json"


def test_a_page_of_citations_is_not_searched(demo_site: Path) -> None:
    """It repeats the source's page line by line."""
    index = (demo_site / "search/index.js").read_text("utf-8")
    assert "packet-carrow-by-road/" in index
    assert "packet-carrow-by-road/cite/" not in index


def test_a_number_copies_its_address_and_stays_a_link(opened: Callable[[str], Page]) -> None:
    """A click on a paragraph's number goes to the paragraph and copies where it is."""
    page = opened(SOURCE)
    page.locator("#p4 a").first.click()
    page.get_by_role("status").filter(has_text="copied").wait_for()
    assert page.url.endswith("#p4")
    assert _clipboard(page) == page.url


SELECT = """([first, from, last, to]) => {
  const leaves = element => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode)
    return found
  }
  const begin = leaves(document.querySelector(first))[0]
  const end = leaves(document.querySelector(last)).at(-1)
  const range = document.createRange()
  range.setStart(begin, from)
  range.setEnd(end, end.data.length - to)
  getSelection().removeAllRanges()
  getSelection().addRange(range)
}"""


def _selected(page: Page, first: str, last: str, cut: tuple[int, int] = (0, 0)) -> tuple[str, str]:
    """What a selection from one element to another copies: the quotation and its credit."""
    page.evaluate(SELECT, [first, cut[0], last, cut[1]])
    page.keyboard.press("Control+C")
    quotation, _, credit = _clipboard(page).rpartition("\n\n")
    return quotation, credit


def test_a_selection_over_paragraphs_is_a_quotation(opened: Callable[[str], Page]) -> None:
    """The words of the paragraphs alone, clipped at both ends, credited to the archive that wrote them."""
    page = opened(SOURCE)
    texts = [_even(page.locator(f".passage:has(#p{n}) .digest").inner_text()) for n in (1, 2, 4)]
    quotation, credit = _selected(page, "#p1c1", "#p4c1", (3, 4))
    assert quotation == f"“{texts[0][3:]}\n\n{texts[1]}\n\nNo statement recorded.\n\n{texts[2][:-4]}”"
    assert credit.startswith("“Record of ‘")
    assert "(The Hennet Packet),” The Ferry That Stopped" in credit
    assert f", paras. 1–4, {page.url}#p1. The report: https://hennetpacket.example/" in credit
    html = _clipboard(page, "text/html")
    assert html.count("<p>") == 5
    assert html.index("</blockquote>") < html.index("<em>The Hennet Packet</em>")


def test_a_selection_that_begins_at_a_heading_is_credited(opened: Callable[[str], Page]) -> None:
    """Headings and numbers are left out; what lies below them is quoted."""
    quotation, credit = _selected(opened(SOURCE), "#p2", "#p2c1")
    assert quotation.startswith("“None of them was on the Patient Agnes")
    assert ", para. 2, " in credit


def test_notes_and_findings_are_credited_to_the_archive(opened: Callable[[str], Page]) -> None:
    """An editor's note and the statement of a finding are nobody else's."""
    _, credit = _selected(opened(NOTED), ".note", ".note")
    assert credit.startswith("Editor’s note in “Record of ")
    page = opened(FINDING)
    quotation, credit = _selected(page, "h1", "h1")
    assert quotation == f"“{page.get_by_role('heading', level=1).inner_text()}”"
    assert credit.endswith(f"), The Ferry That Stopped, April 1, 2019, {page.url}.")


def test_captured_text_is_credited_to_its_outlet(
    demo_site: Path, served: Callable[[Path], str], reader: Callable[..., Reader]
) -> None:
    """What the outlet wrote is the outlet's; what the archive wrote below it is not copied with it."""
    window = reader(clipboard=True)
    page = window.page
    page.goto(f"{served(demo_site)}sources/lantern-night-crossings/index.html")
    texts = [_even(page.locator(f".passage:has(#p{n}) .captured").inner_text()) for n in (1, 2, 3)]
    quotation, credit = _selected(page, "#p1 ~ .captured", "#p3 ~ .captured")
    assert quotation == "“" + "\n\n".join(texts) + "”"
    assert credit.startswith("Maud Ettley, “Ferry halted over worn chain")
    original, _, recorded = credit.partition(" Recorded in ")
    assert original.endswith(", paras. 1–3, https://lantern.example/2019/03/12/ferry-halted.")
    assert recorded == f"The Ferry That Stopped, {page.url}#p1."
    quotation, credit = _selected(page, "#p1 ~ .digest", "#p1 ~ .digest")
    assert credit.startswith("“Record of ‘Ferry halted over worn chain")


def test_other_selections_are_left_alone(opened: Callable[[str], Page]) -> None:
    """A citation, or a few words, are copied as they are."""
    page = opened(SOURCE)
    page.locator("details.cite__work summary").first.click()
    cited = page.locator("dd.citation").first
    cited.select_text()
    page.keyboard.press("Control+C")
    assert _even(_clipboard(page)) == _even(cited.text_content() or "")


def test_without_scripts_everything_can_be_read(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """From a folder, scripts off: the folds open, the citations stand there, no button promises anything."""
    page = reader(javascript=False).page
    page.goto((demo_site / SOURCE).as_uri())
    page.locator("details.cite__work summary").first.click()
    assert page.locator("dd.citation").first.is_visible()
    assert page.locator("button.copy").count() == 0


def test_copying_works_from_a_folder(demo_site: Path, reader: Callable[..., Reader]) -> None:
    """Opened from a disk, where browsers give pages no clipboard of the new kind, the press still copies."""
    page = reader().page
    page.goto((demo_site / SOURCE).as_uri())
    page.locator("details.cite__work summary").first.click()
    page.locator("button.copy").first.focus()
    page.locator("details.cite__work button.copy").first.click()
    page.get_by_role("status").filter(has_text="Citation copied").wait_for()


def test_the_head_tells_what_the_page_describes(opened: Callable[[str], Page]) -> None:
    """Tags and JSON-LD arrive in the page as they were written; what is linked data never runs."""
    page = opened(SOURCE)
    titles = page.locator("meta[name=citation_title]")
    assert titles.get_attribute("content") == page.get_by_role("heading", level=1).inner_text().strip("¶ ")
    assert page.locator("meta[name='z.itemType']").get_attribute("content") == "newspaperArticle"
    linked = json.loads(page.locator("script[type='application/ld+json']").text_content() or "")
    assert linked["@context"] == "https://schema.org"


def _even(text: str) -> str:
    return " ".join(text.split())
