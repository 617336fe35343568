"""A capture, its ledger and its page side by side, because a method is best explained on one small case.

A page holds the result between two comments; `archive docs` makes it anew, and a test keeps it in step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape as escape_html

from build_tools.model.archive import Document
from build_tools.model.clean import CleanText, Line, Paragraph, Verdict
from build_tools.text.acting_characters import show_acting
from build_tools.text.english import passage_name
from build_tools.text.labels import tell_wording

EXAMPLE_OPENING, EXAMPLE_END = "<!-- example: {} -->", "<!-- end of example -->"
_PLACE = re.compile(r"^<!-- example: (\S+ \S+) -->$", re.MULTILINE)
"""Folder of an archive and slug of a source, on a line of its own."""


def write_worked_example(document: Document, rules: dict[str, str]) -> str:
    """The document as an HTML table: capture, ledger, page. `rules`: what each rule says of itself, by name.

    Raises ValueError if the document has no cleaned text.
    """
    if document.clean is None:
        raise ValueError(f"{document.record.slug} has no capture at hand")
    rows = "\n".join(_write_row(line, document, document.clean, rules) for line in document.clean.lines)
    return (
        '<div class="worked" tabindex="0" role="region" aria-label="A capture, its ledger, its page">\n'
        "<table>\n"
        '<thead><tr><th scope="col">The capture</th><th scope="col">The ledger</th>'
        '<th scope="col">The page</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )


def list_example_names(page: str) -> tuple[str, ...]:
    """The examples that a page has a place for."""
    return tuple(_PLACE.findall(page))


def insert_worked_example(page: str, name: str, example: str) -> str:
    """The page with its example replaced; raises ValueError if the two comments are not there."""
    opening = EXAMPLE_OPENING.format(name)
    before, found, rest = page.partition(opening)
    _, closed, after = rest.partition(EXAMPLE_END)
    if not (found and closed):
        raise ValueError(f"the page has no place for the example {name}")
    return f"{before}{opening}\n{example}\n{EXAMPLE_END}{after}"


def _write_row(line: Line, document: Document, clean: CleanText, rules: dict[str, str]) -> str:
    cells = [
        f'<td class="{line.verdict}">{_escape_text(line.text)}</td>',
        f"<td>{_write_ledger_cell(line, rules)}</td>",
    ]
    paragraph = next((p for p in clean.paragraphs if line.n in p.lines), None)
    if paragraph is None:
        cells.append("<td></td>")
    elif line.n == paragraph.lines[0]:
        span = paragraph.lines[-1] - line.n + 1
        cells.append(f'<td rowspan="{span}">{"".join(_write_page_cell(paragraph, document))}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _write_ledger_cell(line: Line, rules: dict[str, str]) -> str:
    if line.verdict is Verdict.BLANK:
        return f"{line.n} · blank"
    says = rules.get(line.rule, "")
    because = f"<br><small>{_escape_text(says)}</small>" if says else ""
    return (
        f"{line.n} · <strong>{line.verdict}</strong> · {_escape_text(line.kind.replace('_', ' '))}{because}"
    )


def _write_page_cell(paragraph: Paragraph, document: Document) -> Iterator[str]:
    yield f"<p><small>{_escape_text(passage_name(paragraph.id))}</small> {_escape_text(paragraph.text)}</p>"
    claims = [c for c in document.record.claims if c.passage == paragraph.id]
    if claims:
        yield f'<p class="retold">{_escape_text(" ".join(c.text for c in claims))}</p>'
    for claim in claims:
        said = f"{claim.said_by}; {tell_wording(claim.wording)}"
        yield f"<p><small>Said by {_escape_text(said)}.</small></p>"


def _escape_text(text: str) -> str:
    return escape_html(show_acting(text))
