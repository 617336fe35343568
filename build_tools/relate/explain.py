"""Archive + an id → lines of plain words, because every count and every claim must be able to say why.

Three kinds of id: a finding's (`20-000-from-detention`), a claim's (`<source>#p3c2`), and a ledger line's
(`<source>:12`), for which the caller brings the rules' own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from build_tools.model.archive import Archive, Statement
from build_tools.model.attribution import Ground, Link
from build_tools.model.base import ClaimRef
from build_tools.model.clean import CleanText, Line
from build_tools.model.errors import UsageError
from build_tools.model.evidence import Finding
from build_tools.model.record import Claim, Figure, Record
from build_tools.text.attribution_words import (
    printed_words,
    tell_day_inferred,
    tell_denial,
    tell_evidence,
    tell_inferences,
    tell_modality,
    tell_speaker,
)
from build_tools.text.claim_words import remark_fully, write_figure, write_grounds, write_source, write_status
from build_tools.text.english import chain_words, count_noun
from build_tools.text.terminal import quote_value
from build_tools.text.written_dates import write_date

# `difflib` takes the square of the length
_LONGEST_NAME = 200
_MOST_DIGITS = 9
"""Of a line's number: no capture has as many lines, and Python reads no number of thousands of digits."""


def explain_id(archive: Archive, name: str, rules: Mapping[str, str]) -> tuple[str, ...]:
    """How the finding, claim or line came to be. `rules` are the cleaning rules' descriptions by name.

    Raises UsageError, in words for the keeper.
    """
    findings = {f.id: f for f in archive.findings}
    if name in findings:
        return tuple(_explain_finding(archive, findings[name]))
    if name in archive.statements:
        return tuple(_explain_claim(archive, archive.statements[ClaimRef(name)]))
    slug, colon, number = name.rpartition(":")
    # `²` is a digit to `isdigit`, and none to `int`
    numbered = bool(colon) and number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS
    ledger = _find_ledger(archive, slug) if numbered else None
    if ledger:
        return explain_line(ledger, int(number), rules)
    # a line is offered only where there is one: whoever takes the offer is told something
    held = ((d.record.slug, len(d.ledger.lines)) for d in archive.documents if numbered and d.ledger)
    lines = (f"{source}:{number}" for source, size in held if 0 < int(number) <= size)
    raise _refuse_name(name, [*findings, *archive.statements, *lines])


def explain_line(ledger: CleanText, n: int, rules: Mapping[str, str]) -> tuple[str, ...]:
    """What became of line `n` and by which rule; raises UsageError where the ledger has no such line."""
    lines = {line.n: line for line in ledger.lines}
    if n not in lines:
        raise _refuse_name(f"{ledger.file}:{n}", (f"{ledger.file}:{m}" for m in lines))
    return tuple(_explain_line(ledger, lines[n], rules))


def _refuse_name(name: str, known: Iterable[str]) -> UsageError:
    """With the names that are most like it."""
    # less than `difflib` asks: of an id typed from memory whole words may be missing
    near = get_close_matches(name[:_LONGEST_NAME], list(known), n=3, cutoff=0.5)
    like = f" Did you mean {' or '.join(near)}?" if near else ""
    return UsageError(f"There is no finding, claim or line {quote_value(name)}.{like}")


def _find_ledger(archive: Archive, name: str) -> CleanText | None:
    for document in archive.documents:
        ledger = document.clean or document.ledger
        if ledger and name in (document.record.slug, ledger.file):
            return ledger
    return None


def _explain_line(ledger: CleanText, line: Line, rules: Mapping[str, str]) -> Iterator[str]:
    yield f"{ledger.file}, line {line.n} (bytes {line.start} to {line.end}): {line.verdict}, as {line.kind}."
    if line.text:
        yield f"Text: {line.text}"
    yield f"Decided by the rule {line.rule}."
    yield from (f"  {words}" for words in rules.get(line.rule, "").splitlines() if words.strip())
    for paragraph in ledger.paragraphs:
        if line.n in paragraph.lines:
            yield f"It is part of {paragraph.id}, made of {count_noun(len(paragraph.lines), 'line')}."


def _explain_claim(archive: Archive, statement: Statement) -> Iterator[str]:
    claim, record = statement.claim, statement.record
    yield claim.text
    yield f"{statement.ref}: {claim.kind} in {claim.passage} of {write_source(statement)}."
    yield f"Said by: {claim.said_by}. Wording: {claim.wording}."
    yield f"As printed: {printed_words(record.printed_of(claim))}."
    yield f"As reconstructed: {chain_words(record.chain_of(claim), record.outlet, remark_fully)}"
    yield from _tell_links(record, claim)
    yield from _explain_origin(archive, statement)
    yield from _tell_when(claim)
    yield from (f"Figure: {write_figure(f)}{_tell_inferred(f)}." for f in claim.figures)
    if claim.quotation:
        yield f"Quotation: “{claim.quotation}”"
    if claim.note:
        yield f"Editor’s note: {claim.note}"
    for note in record.notes:
        if claim.id in note.claims:
            yield f"{note.kind.capitalize()} by the editor: {note.text}"
    for finding in archive.findings:
        if statement.ref in finding.claims:
            yield f"Stands in the finding {finding.id}: {finding.statement}"
        if statement.ref in finding.denials:
            yield f"Denies the finding {finding.id}: {finding.statement}"
    for disagreement in archive.disagreements:
        if statement.ref in disagreement.claims:
            yield f"Stands in the disagreement {disagreement.id}: {disagreement.title}"


def _tell_when(claim: Claim) -> Iterator[str]:
    if claim.when:
        basis = tell_day_inferred(claim)
        yield f"When: {write_date(claim.when)}{f' ({basis})' if basis else ''}."


def _tell_inferred(measured: Figure) -> str:
    """What of a figure its passage does not state, in brackets; nothing where it states all."""
    return f" ({inferred})" if (inferred := tell_inferences(measured)) else ""


def _tell_links(record: Record, claim: Claim) -> Iterator[str]:
    """On what each link rests that the source does not show, and what was looked at for it."""
    for link in record.chain_of(claim):
        if not link.is_stated:
            yield f"  {link.who}: the source does not show this link; it rests on {_name_ground(link)}."
            yield from (f"    {e.url or e.title}: {tell_evidence(e)}." for e in link.evidence)


def _name_ground(link: Link) -> str:
    if link.ground is Ground.OPEN:
        return "nothing that anybody has written down yet"
    return "the " + link.ground.value.replace("'", "’")


def _explain_origin(archive: Archive, statement: Statement) -> Iterator[str]:
    """The claim's origin, why it is that one, and what it would be without inferred links."""
    slug = statement.record.slug
    trace = archive.traces[statement.ref]
    origin, stated = trace.origin, trace.stated
    if origin == slug:
        yield "Origin: the source itself; no link of the chain published a report of its own."
    else:
        yield f"Origin: {origin}, the first link of the chain that published a report of its own."
    yield f"  Ground: {write_grounds(archive.traces[statement.ref])}."
    if stated != origin:
        own = "the source itself" if stated == slug else stated
        yield f"  That rests on an inferred link; without it the origin is {own}."


def _explain_finding(archive: Archive, finding: Finding) -> Iterator[str]:
    computed = archive.counts[finding.id]
    yield finding.statement
    yield f"{tell_modality(finding)}."
    yield f"{count_noun(computed.reports, 'report')}. {_tell_origins('As reconstructed', computed.origins)}"
    if computed.stated_origins == computed.origins:
        yield "No inferred link bears on this count."
    else:
        yield _tell_origins("By what the sources themselves state", computed.stated_origins)
    if computed.untraced:
        yield f"Not counted, because nobody knows whom it goes back to: {', '.join(computed.untraced)}."
    if computed.speaker:
        yield tell_speaker(computed.speaker)
    if finding.decision:
        yield f"The editor counts {finding.decision.origins} instead. Reason: {finding.decision.reason}"
    for standing in archive.standings[finding.id]:
        yield f"Status: {write_status(standing)}. {standing.reason}"
    yield f"Why these claims stand together: {finding.why}"
    for ref in finding.claims:
        yield from _explain_part(archive, archive.statements[ref])
    for denial in finding.denied_by:
        yield f"{tell_denial(denial)} Told in {denial.claim}: {archive.statements[denial.claim].claim.text}"
    yield from (f"Since then, {write_date(since.when)}: {since.text}" for since in finding.since)
    for disagreement in archive.disagreements:
        if finding.id in disagreement.findings:
            yield f"At issue in the disagreement {disagreement.id}: {disagreement.title}"


def _tell_origins(how: str, origins: tuple[str, ...]) -> str:
    named = f": {', '.join(origins)}" if origins else ""
    return f"{how}: {count_noun(len(origins), 'independent origin')}{named}."


def _explain_part(archive: Archive, statement: Statement) -> Iterator[str]:
    record = statement.record
    yield f"{statement.ref}, {write_source(statement)}: {statement.claim.text}"
    yield f"  Chain: {chain_words(record.chain_of(statement.claim), record.outlet, remark_fully)}"
    yield from (f"  {words}" for words in _explain_origin(archive, statement))
