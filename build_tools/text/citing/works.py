"""Records, claims, findings → citations: two works for each source, because the archive is not its author."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from build_tools.model.archive import Archive, Count
from build_tools.model.citation import Citation, Work
from build_tools.model.dated import last_changed
from build_tools.model.edtf import Edtf
from build_tools.model.evidence import Finding
from build_tools.model.packed_documents import collect_records
from build_tools.model.record import Claim, Record
from build_tools.model.site import Site
from build_tools.model.vocabulary import EntityKind
from build_tools.text.acting_characters import show_acting
from build_tools.text.attribution_words import weigh_finding
from build_tools.text.citing import chicago
from build_tools.text.citing.cited_facts import CitedFacts
from build_tools.text.citing.names import parse_name
from build_tools.text.citing.passage_words import passage_words
from build_tools.text.citing.quotes import nest_quotes, strip_full_stop
from build_tools.text.citing.styled_text import join_styled, strip_styles

_REMEMBERED = 256
"""Reports of which it is remembered how they are cited: those that stand beside one another."""


@dataclass(frozen=True, slots=True)
class ReportedWork:
    """What all citations of one record share, made once."""

    facts: CitedFacts
    report: Citation
    described: str
    """`“Title” (Outlet)`, as it stands in what is said of the report."""
    before_passage: str
    """A note on the report up to its passage."""


@dataclass(frozen=True)
class CitationContext:
    """What citations need to know of the archive beside the thing cited; made once."""

    site: Site
    outlets: Mapping[str, str]
    """Name by id."""
    topics: Mapping[str, str]
    """Label by id."""
    organisations: Container[str]
    """Names that are no person's."""
    dates: dict[str, Edtf]
    """When a record came in or last changed, by slug."""
    order_topics: Callable[[Iterable[str]], Iterable[str]]
    """Ids of topics → those that there are, in the archive's order."""
    _reported: dict[str, ReportedWork] = field(default_factory=dict, init=False, repr=False, compare=False)
    """By slug, as far as asked for: a record, its findings and each of its statements ask for the same."""

    @classmethod
    def from_archive(cls, archive: Archive) -> CitationContext:
        """For everything in an archive."""
        groups = [e for e in archive.entities if e.kind is EntityKind.ORGANISATION]
        records = collect_records(archive.documents)
        labels = {t.id: t.label for t in archive.topics}
        return cls(
            archive.site,
            {e.id: e.name for e in archive.entities},
            labels,
            frozenset(name for e in groups for name in (e.name, *(f.text for f in e.forms))),
            {r.slug: when for r in records if (when := last_changed(r)) is not None},
            partial(_order_known, labels),
        )

    def cite_report(self, record: Record) -> Citation:
        """The original, as its outlet published it."""
        return self.find_report(record).report

    def find_report(self, record: Record) -> ReportedWork:
        """What citations of all passages and statements of a record begin with."""
        # asked for each time: a page with a citation that was made for another one has read all this as well
        facts, known = CitedFacts.gather(record, self), self._reported.get(record.slug)
        if known is None or known.facts != facts:
            report = self._make_report(facts)
            described = f"“{nest_quotes(strip_full_stop(report.title))}” ({report.container})"
            note = strip_styles(join_styled(", ", *chicago.before_passage(report)))
            if len(self._reported) >= _REMEMBERED:
                self._reported.clear()
            known = self._reported[record.slug] = ReportedWork(facts, report, described, note)
        return known

    def _make_report(self, facts: CitedFacts) -> Citation:
        path = self.site.address(f"sources/{facts.slug}/")
        place = f", {path}" if self.site.url else ""
        return Citation(
            key=facts.slug,
            work=Work.REPORT,
            title=show_acting(facts.title),
            authors=tuple(
                parse_name(show_acting(a), language=facts.language, organisations=facts.desks)
                for a in facts.authors
            ),
            container=show_acting(facts.outlet),
            issued=facts.issued,
            url=facts.url,
            path=path,
            language=facts.language,
            abstract=show_acting(facts.summary),
            keywords=tuple(map(show_acting, facts.topics)),
            held=show_acting(self.site.name),
            note=f"Described in {show_acting(self.site.name)}{place}",
        )

    def cite_passage(self, reported: ReportedWork, claim: Claim) -> Citation:
        """The report at the passage of a statement, and where the archive records it."""
        report = reported.report
        return replace(
            report,
            key=f"{report.key}:{claim.id}:original",
            work=Work.PASSAGE,
            whole=report,
            path=self._locate_claim(report, claim),
            locator=passage_words(claim.passage),
        )

    def cite_record(self, record: Record) -> Citation:
        """This archive's record of it."""
        shared = self.find_report(record)
        report = shared.report
        return replace(
            report,
            key=f"{report.key}:record",
            work=Work.RECORD,
            title=f"Record of {shared.described}",
            outlet=report.container,
            authors=(),
            container=show_acting(self.site.name),
            issued=self.dates.get(record.slug),
            url=self._keep_url(report.path),
            language="en",
            language_within=report.language,
            held="",
            note=self._locate_page(report.path),
        )

    def cite_statement(self, reported: ReportedWork, claim: Claim) -> Citation:
        """One statement of a record, in the archive's words."""
        report, locator = reported.report, passage_words(claim.passage)
        path = self._locate_claim(report, claim)
        note = ", ".join(filter(None, (reported.before_passage, locator, report.url)))
        return Citation(
            key=f"{report.key}:{claim.id}",
            work=Work.STATEMENT,
            title=strip_full_stop(show_acting(claim.text)),
            authors=(),
            container=show_acting(self.site.name),
            issued=self.dates.get(report.key),
            url=self._keep_url(path),
            path=path,
            language="en",
            genre=f"Statement in {reported.described}, {locator}",
            keywords=tuple(show_acting(self.topics[t]) for t in claim.topics if t in self.topics),
            note=f"Report: {note}. {self._locate_page(path)}".rstrip(),
        )

    def cite_finding(self, finding: Finding, counted: Count) -> Citation:
        """A finding: the archive's own work, never without its count and its denials."""
        path = self.site.address(f"findings/{finding.id}/")
        return Citation(
            key=f"finding:{finding.id}",
            work=Work.FINDING,
            title=strip_full_stop(show_acting(finding.statement)),
            authors=(),
            container=show_acting(self.site.name),
            issued=last_changed(finding),
            url=self._keep_url(path),
            path=path,
            language="en",
            genre=f"Finding ({show_acting(weigh_finding(finding, counted))})",
            abstract=show_acting(finding.why),
            note=self._locate_page(path),
        )

    def cite_archive(self) -> Citation:
        """The archive as a whole, as it was when its records last changed."""
        return Citation(
            key="archive:whole",
            work=Work.ARCHIVE,
            title=show_acting(self.site.name),
            authors=(),
            container="",
            issued=max(self.dates.values(), default=None),
            url=self.site.url,
            language="en",
            abstract=show_acting(self.site.description),
        )

    def _locate_claim(self, report: Citation, claim: Claim) -> str:
        return self.site.address(f"sources/{report.key}/#{claim.id}")

    def _locate_page(self, path: str) -> str:
        """For programs, where a page of the archive stands whose address is not known."""
        return "" if self.site.url else f"In the archive: {path}"

    def _keep_url(self, path: str) -> str:
        """The path, where it is a full address."""
        return path if self.site.url else ""


def _order_known(labels: Mapping[str, str], ids: Iterable[str]) -> list[str]:
    wanted = {*ids}
    return [topic for topic in labels if topic in wanted]


def list_sources_behind(finding: Finding) -> tuple[str, ...]:
    """Slugs of the sources whose statements a finding holds together, each once."""
    return tuple(dict.fromkeys(ref.partition("#")[0] for ref in finding.claims))


def cite_both_works(citing: CitationContext, record: Record) -> tuple[Citation, Citation]:
    """The two works that a source's page stands for."""
    return citing.cite_report(record), citing.cite_record(record)


def cite_everything(archive: Archive) -> tuple[Citation, ...]:
    """The archive, every report and record in its order, then every finding."""
    citing = CitationContext.from_archive(archive)
    works = (work for r in collect_records(archive.documents) for work in cite_both_works(citing, r))
    return (
        citing.cite_archive(),
        *works,
        *(citing.cite_finding(f, archive.counts[f.id]) for f in archive.findings),
    )
