"""A source's ledger → its page: each line of the capture, what became of it, and by which rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.index import Index
from build_tools.model.capture_text import FORM_WORDS, FormName
from build_tools.model.clean import CleanText, Kind, Line, Verdict
from build_tools.model.overruling import EDITOR
from build_tools.model.record import Record
from build_tools.model.slots import fill_slots
from build_tools.pages.addresses import SOURCES_ADDRESS, ledger_address
from build_tools.pages.page import Page, PageKind
from build_tools.rights import shown_lines
from build_tools.text.english import count_noun, name_rule


@fill_slots
@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One line of the capture."""

    number: int
    start: int
    end: int
    """The number of its first byte, and of the one after its last."""
    verdict: str
    kind: str
    """What it is, in words."""
    became: str
    """Id of the paragraph that it is a part of; empty where it is of none."""
    rule: str
    """What decided, in words."""
    text: str
    """What stood there, as far as this edition may show it."""


@dataclass(frozen=True, slots=True)
class LedgerView:
    """A ledger's page."""

    record: Record
    ledger: CleanText
    form: str
    """What the capture is, with its article, where its lines are not those of the file."""
    summary: tuple[str, ...]
    rows: tuple[LedgerRow, ...]
    """Every line but the blank ones."""
    blank: str
    """Numbers and bytes of the blank lines; empty where there are none."""
    shows_text: bool
    """Whether text of lines is shown."""
    overruled: bool
    """Whether the record overrules the rules anywhere: a line says so and why."""
    excerpt: bool
    """Whether it is the text of some lines only, as the rights allow."""


def make_ledger_page(index: Index, slug: str) -> Page:
    """The page of a source's ledger."""
    document = index.documents[slug]
    record, ledger = document.record, document.ledger
    if ledger is None:
        raise KeyError(slug)
    shown = shown_lines(document, index.edition)
    source = document.clean if shown and document.clean else ledger
    return Page(
        kind=LEDGER_PAGE,
        address=ledger_address(slug),
        title=f"Ledger: {record.title}",
        view=LedgerView(
            record=record,
            ledger=ledger,
            form=FORM_WORDS[FormName(ledger.drawn.form)] if ledger.drawn else "",
            summary=summarise_ledger(ledger),
            rows=tuple(_list_rows(record, source, ledger, shown)),
            blank=_list_blank(ledger),
            shows_text=bool(shown),
            overruled=any(line.rule == EDITOR for line in ledger.lines),
            excerpt=bool(shown) and len(shown) < len(source.lines),
        ),
        about=record,
        description="What cleaning did to each line of the capture, and by which rule.",
        facts={"slug": record.slug, "language": record.language},
        language=record.language,
        within=record.title,
    )


def _list_rows(
    record: Record, source: CleanText, ledger: CleanText, shown: frozenset[int]
) -> Iterator[LedgerRow]:
    paragraph_of = {n: p.id for p in ledger.paragraphs for n in p.lines}
    overruling = record.cleaning
    reasons = dict(overruling.list_reasons()) if overruling else {}
    # to ask a member of an enumeration for its value takes longer than to look it up
    verdicts = {verdict: verdict.value for verdict in Verdict}
    kinds = {kind: name_rule(kind.value) for kind in Kind}
    for line in source.lines:
        if line.verdict is Verdict.BLANK:
            continue
        rule = name_rule(line.rule)
        if line.rule == EDITOR and line.n in reasons:
            rule = f"{rule}: {reasons[line.n]}"
        verdict, kind = verdicts[line.verdict], kinds[line.kind]
        text = line.text if line.n in shown else ""
        became = paragraph_of.get(line.n, "")
        yield LedgerRow(line.n, line.start, line.end, verdict, kind, became, rule, text)


def _list_blank(ledger: CleanText) -> str:
    """`2 (57–58), 4–6 (84–87)`: lines that follow one another are told as one run."""
    runs: list[list[Line]] = []
    for line in (line for line in ledger.lines if line.verdict is Verdict.BLANK):
        if runs and runs[-1][-1].n + 1 == line.n:
            runs[-1].append(line)
        else:
            runs.append([line])
    return ", ".join(map(_write_run, runs))


def _write_run(run: list[Line]) -> str:
    first, last = run[0], run[-1]
    numbers = f"{first.n}" if first is last else f"{first.n}–{last.n}"
    return f"{numbers} ({first.start}–{last.end})"


def summarise_ledger(ledger: CleanText) -> tuple[str, ...]:
    """The ledger in a few phrases that add up to the capture: lines and bytes by verdict."""
    # filled beforehand, so that they are told in one order whatever the capture begins with
    lines: dict[Verdict, int] = dict.fromkeys(Verdict, 0)
    sizes: dict[Verdict, int] = dict.fromkeys(Verdict, 0)
    for line in ledger.lines:
        lines[line.verdict] += 1
        sizes[line.verdict] += line.end - line.start
    return tuple(
        f"{verdict}: {count_noun(number, 'line')}, {count_noun(sizes[verdict], 'byte')}"
        for verdict, number in lines.items()
        if number
    )


def _list_ledgers(index: Index) -> Iterable[str]:
    return index.sources_with_ledger


LEDGER_PAGE = PageKind(
    name="ledger",
    folder=SOURCES_ADDRESS,
    label="Source",
    list_keys=_list_ledgers,
    make_page=make_ledger_page,
    below="ledger/",
    searched=False,
    wide=True,
)
