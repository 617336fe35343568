"""Archive → tables of every look-up that pages and exports need, each made once, each reading noted.

The site's settings and the edition are not noted, because all pages are made anew when one of these changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from build_tools.index import lookups
from build_tools.index.flows import Flow, Flows, list_flows, list_flows_of_topics
from build_tools.index.record_tables import (
    DOCUMENTS,
    PLACES,
    RECORDS,
    STATEMENTS,
    USED_TOPICS,
    RecordTable,
    StatementTable,
)
from build_tools.index.table import DigestedTable, ReadLog, Table
from build_tools.index.vocabulary_tables import OrderedIds, VocabularyTable
from build_tools.model.archive import Archive, Clash, Count, Document, Shared, StatusReason, Trace
from build_tools.model.base import ClaimRef
from build_tools.model.download import DownloadFact
from build_tools.model.evidence import Disagreement, Finding, Origin, Wanted, Withdrawn
from build_tools.model.moved import Moved
from build_tools.model.packed import NumberedRows
from build_tools.model.packed_documents import collect_records, list_digests, list_slugs
from build_tools.model.reuse import Reuse
from build_tools.model.vocabulary import Entity, EntityKind, Topic

K = TypeVar("K", bound=str)
V = TypeVar("V")
M = TypeVar("M", bound=Entity | Topic)
T = TypeVar("T", bound=Table[Any, Any])

TOLD_LATE: Final = frozenset({"download_facts"})
"""Tables that are told while a site is made: their rows are others than they were when it was begun."""
OF_WORDS: Final = frozenset(
    {
        DOCUMENTS,
        RECORDS,
        STATEMENTS,
        PLACES,
        USED_TOPICS,
        "traces",
        "stretches",
        "members",
        "corrected_claims",
    }
)
"""Tables of what single sources say; the others tell how sources are related."""
STRETCH = 200
"""Statements of a stretch: as many rows as one page of a list has."""


def _write_json(model: BaseModel) -> str:
    return model.model_dump_json()


class Tables:
    """Tables over an archive, made when first asked for, in the archive's order unless they say otherwise."""

    def __init__(self, archive: Archive) -> None:
        """`archive` stays hidden: what is not read through a table is not noted."""
        self._archive = archive
        self._log = ReadLog()
        self._tables: dict[str, Table[Any, Any]] = {}
        self.edition = archive.edition
        self.site = archive.site
        self.downloads = archive.downloads
        self.topics: VocabularyTable[Topic] = self._make_vocabulary("topics", archive.topics)
        """By id."""
        self.entities: VocabularyTable[Entity] = self._make_vocabulary("entities", archive.entities)
        """By id."""
        self.download_facts: Table[str, DownloadFact] = self._make_table("download_facts", {})
        """By name: the downloads as they were made; none before that."""

    def tell_downloads(self, made: Iterable[DownloadFact]) -> None:
        """Let pages read how the downloads came out."""
        self.download_facts = self._make_table("download_facts", {fact.download.name: fact for fact in made})

    def _make_vocabulary(self, name: str, entries: Iterable[M]) -> VocabularyTable[M]:
        table = self._keep_table(VocabularyTable(name, entries, self._log))
        for fields in table.list_field_tables():
            self._keep_table(fields)
        return table

    def _make_table(self, name: str, rows: Mapping[K, V], write: Callable[[V], str] = repr) -> Table[K, V]:
        return self._keep_table(Table(name, rows, self._log, write))

    def _keep_table(self, table: T) -> T:
        self._tables[table.name] = table
        return table

    @cached_property
    def narrower_topics(self) -> Table[str, tuple[str, ...]]:
        """By topic: ids of those one step below."""
        rows = lookups.group_pairs((t.broader, t.id) for t in self._archive.topics if t.broader)
        return self._make_table("narrower_topics", rows)

    @cached_property
    def orders_of_topics(self) -> Table[str, tuple[str, ...]]:
        """By ids of topics, sorted and parted by blanks: the same in the vocabulary's order."""
        return self._make_table("orders_of_topics", OrderedIds(topic.id for topic in self._archive.topics))

    @cached_property
    def names_of_entity(self) -> Table[str, str]:
        """By id: an entity with all its names, in one line."""
        rows = {entity.id: lookups.write_all_names(entity) for entity in self._archive.entities}
        return self._make_table("names_of_entity", rows)

    @cached_property
    def names_of_organisations(self) -> Table[str, bool]:
        """By a name that is no person's."""
        groups = (e for e in self._archive.entities if e.kind is EntityKind.ORGANISATION)
        names = sorted({name for entity in groups for name in lookups.list_names(entity)})
        return self._make_table("names_of_organisations", dict.fromkeys(names, True))

    @cached_property
    def documents(self) -> Table[str, Document]:
        """By slug, by date of publication."""
        slugs, documents = list_slugs(self._archive.documents), self._archive.documents
        # by its digest where that is known: to write out a document takes far longer
        digests = dict(zip(slugs, list_digests(documents), strict=True))
        return self._keep_table(DigestedTable(DOCUMENTS, NumberedRows(slugs, documents), self._log, digests))

    @cached_property
    def records(self) -> RecordTable:
        """By slug, by date of publication."""
        rows = NumberedRows(list_slugs(self._archive.documents), collect_records(self._archive.documents))
        return self._keep_table(RecordTable(rows, self._log))

    @cached_property
    def places(self) -> Table[str, tuple[str, ...]]:
        """By slug: the ids of a record's claims, from which each has its number in its passage."""
        records = collect_records(self._archive.documents)
        return self._make_table(PLACES, {r.slug: tuple(claim.id for claim in r.claims) for r in records})

    @cached_property
    def outlets(self) -> Table[str, str]:
        """By slug: the id of a source's outlet."""
        rows = {record.slug: record.outlet for record in collect_records(self._archive.documents)}
        return self._make_table("outlets", rows)

    @cached_property
    def used_topics(self) -> Table[str, tuple[str, ...]]:
        """By slug: the topics of a record's claims, sorted."""
        records = collect_records(self._archive.documents)
        return self._make_table(USED_TOPICS, {r.slug: tuple(sorted(r.used_topics)) for r in records})

    @cached_property
    def statements(self) -> StatementTable:
        """By ref."""
        return self._keep_table(StatementTable(self._archive.statements, self._log))

    @cached_property
    def corrected_claims(self) -> Table[ClaimRef, bool]:
        """By ref: the claims that an editor's correction concerns."""
        return self._make_table("corrected_claims", dict.fromkeys(sorted(self._archive.corrected), True))

    @cached_property
    def findings(self) -> Table[str, Finding]:
        """By id."""
        return self._make_table("findings", {f.id: f for f in self._archive.findings}, _write_json)

    @cached_property
    def withdrawn(self) -> Table[str, Withdrawn]:
        """By id: findings that are ones no more."""
        return self._make_table("withdrawn", {w.id: w for w in self._archive.withdrawn}, _write_json)

    @cached_property
    def moved(self) -> Table[str, Moved]:
        """By old address: where it leads, or why nothing stands there."""
        return self._make_table("moved", {m.old: m for m in self._archive.moved}, _write_json)

    @cached_property
    def disagreements(self) -> Table[str, Disagreement]:
        """By id."""
        return self._make_table("disagreements", {d.id: d for d in self._archive.disagreements}, _write_json)

    @cached_property
    def origins(self) -> Table[str, Origin]:
        """By id."""
        return self._make_table("origins", {o.id: o for o in self._archive.origins}, _write_json)

    @cached_property
    def counts(self) -> Table[str, Count]:
        """By finding."""
        return self._make_table("counts", self._archive.counts)

    @cached_property
    def standings(self) -> Table[str, tuple[StatusReason, ...]]:
        """By finding: its statuses, the primary one first."""
        return self._make_table("standings", self._archive.standings)

    @cached_property
    def traces(self) -> Table[ClaimRef, Trace]:
        """By ref: where a claim comes from."""
        return self._make_table("traces", self._archive.traces)

    @cached_property
    def shared(self) -> Table[str, tuple[Shared, ...]]:
        """By slug: the closest other sources."""
        return self._make_table("shared", self._archive.shared)

    @cached_property
    def claims_of_topic(self) -> Table[str, tuple[ClaimRef, ...]]:
        """By topic, narrower topics' claims included."""
        return self._make_table("claims_of_topic", self._archive.by_topic)

    @cached_property
    def claims_of_entity(self) -> Table[str, tuple[ClaimRef, ...]]:
        """By entity."""
        return self._make_table("claims_of_entity", self._archive.by_entity)

    @cached_property
    def sources_of_origin(self) -> Table[str, tuple[str, ...]]:
        """By origin: slugs of the sources that retell it."""
        return self._make_table("sources_of_origin", self._archive.by_origin)

    @cached_property
    def claims_from_origin(self) -> Table[str, tuple[ClaimRef, ...]]:
        """By origin, or slug of a source that spoke for itself: the claims that begin there."""
        return self._make_table("claims_from_origin", self._claims_by_origin)

    @cached_property
    def _claims_by_origin(self) -> dict[str, tuple[ClaimRef, ...]]:
        return lookups.list_claims_by_origin(self._archive)

    @cached_property
    def claims_through_origin(self) -> Table[str, tuple[ClaimRef, ...]]:
        """By origin: the claims whose chain passes through it anywhere."""
        return self._make_table("claims_through_origin", lookups.list_claims_through_origin(self._archive))

    @cached_property
    def wording_of(self) -> Table[str, tuple[Reuse, ...]]:
        """By slug: the pairs in which a source shares wording, those with the most words first."""
        return self._make_table("wording_of", lookups.map_shared_wording(self._archive))

    @cached_property
    def wording(self) -> Table[str, Reuse]:
        """Every pair that shares wording, by `<left>--<right>`."""
        slugs = set(list_slugs(self._archive.documents))
        pairs = [p for p in self._archive.reuse if p.left in slugs and p.right in slugs]
        return self._make_table("wording", {f"{p.left}--{p.right}": p for p in pairs})

    @cached_property
    def findings_of_claim(self) -> Table[ClaimRef, tuple[str, ...]]:
        """By ref: ids of the findings that a claim stands in."""
        rows = lookups.invert_members({f.id: f.claims for f in self._archive.findings})
        return self._make_table("findings_of_claim", rows)

    @cached_property
    def findings_denied_by_claim(self) -> Table[ClaimRef, tuple[str, ...]]:
        """By ref: ids of the findings that a claim denies."""
        rows = lookups.invert_members({f.id: f.denials for f in self._archive.findings})
        return self._make_table("findings_denied_by_claim", rows)

    @cached_property
    def disagreements_of_claim(self) -> Table[ClaimRef, tuple[str, ...]]:
        """By ref: ids of the disagreements that a claim stands in."""
        rows = lookups.invert_members({d.id: d.claims for d in self._archive.disagreements})
        return self._make_table("disagreements_of_claim", rows)

    @cached_property
    def disagreements_of_finding(self) -> Table[str, tuple[str, ...]]:
        """By finding: ids of the disagreements that put its statement at issue."""
        rows = lookups.invert_members({d.id: d.findings for d in self._archive.disagreements})
        return self._make_table("disagreements_of_finding", rows)

    @cached_property
    def entities_of_claim(self) -> Table[ClaimRef, tuple[str, ...]]:
        """By ref: ids of the entities that a claim mentions."""
        return self._make_table("entities_of_claim", lookups.invert_members(self._archive.by_entity))

    @cached_property
    def topics_of_claim(self) -> Table[ClaimRef, tuple[str, ...]]:
        """By ref: ids of its topics, and of everything broader."""
        return self._make_table("topics_of_claim", lookups.invert_members(self._archive.by_topic))

    @cached_property
    def sources_of_outlet(self) -> Table[str, tuple[str, ...]]:
        """By outlet: slugs of what it published."""
        # not from the table above: to go through it is to read all of it
        rows = lookups.group_pairs((r.outlet, r.slug) for r in collect_records(self._archive.documents))
        return self._make_table("sources_of_outlet", rows)

    @cached_property
    def sources_of_author(self) -> Table[str, tuple[str, ...]]:
        """By a name as printed in a byline: slugs of what it signs."""
        return self._make_table("sources_of_author", lookups.list_works_by_author(self._archive))

    @cached_property
    def origins_of_entity(self) -> Table[str, tuple[str, ...]]:
        """By entity: ids of the origins that it published."""
        rows = lookups.group_pairs((o.entity, o.id) for o in self._archive.origins if o.entity)
        return self._make_table("origins_of_entity", rows)

    @cached_property
    def clashes_of_finding(self) -> Table[str, tuple[Clash, ...]]:
        """By finding: figures that differ and that no disagreement speaks of."""
        rows = lookups.group_pairs((c.finding, c) for c in self._archive.clashes)
        return self._make_table("clashes_of_finding", rows)

    @cached_property
    def neighbours(self) -> Table[str, dict[str, tuple[str, str]]]:
        """By slug, then by series: the source before it and the one after it there; empty at the ends."""
        return self._make_table("neighbours", lookups.list_neighbours(self._archive))

    @cached_property
    def wanted(self) -> Table[str, tuple[Wanted, ...]]:
        """`all`: the sources that the archive knows of and does not describe yet."""
        return self._make_table("wanted", {"all": self._archive.wanted})

    @cached_property
    def wanted_of_topic(self) -> Table[str, int]:
        """By topic: how many of these are on it."""
        counted = Counter(topic for wanted in self._archive.wanted for topic in dict.fromkeys(wanted.topics))
        return self._make_table("wanted_of_topic", counted)

    @cached_property
    def facts(self) -> Table[str, str]:
        """`letters`: the language of names in other letters; `newest`: the last day that is told; numbers."""
        rows = {
            "statements": str(len(self._archive.statements)),
            "figures": str(lookups.count_figures(self._archive)),
            "sources": str(len(self._archive.documents)),
            "findings": str(len(self._archive.findings)),
            "single": str(lookups.count_single_origins(self._archive)),
            "disagreements": str(len(self._archive.disagreements)),
            "letters": lookups.find_other_letters(self._archive),
            "newest": lookups.find_newest_day(self._archive),
        }
        return self._make_table("facts", rows)

    @cached_property
    def _flows(self) -> Flows:
        return list_flows(self._archive)

    @cached_property
    def flows_from(self) -> Table[str, tuple[Flow, ...]]:
        """By giver: who took from a report."""
        return self._make_table("flows_from", self._flows.onwards)

    @cached_property
    def flows_of_topic(self) -> Table[str, tuple[Flow, ...]]:
        """By topic: who took from whom, in the chains of its statements."""
        return self._make_table("flows_of_topic", list_flows_of_topics(self._archive))

    @cached_property
    def flows_to(self) -> Table[str, tuple[Flow, ...]]:
        """By taker: from whom a report took."""
        return self._make_table("flows_to", self._flows.backwards)
