"""Archive → look-ups by id and the files of pages, because every composer needs both."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from build_tools.index.flows import Flows, list_flows
from build_tools.model.archive import Archive, Statement
from build_tools.model.evidence import Disagreement, Finding, Origin
from build_tools.model.record import Record
from build_tools.model.reuse import Reuse
from build_tools.model.vocabulary import Entity, EntityKind, Topic
from build_tools.text.languages import OTHER_LETTERS

FOLDERS = {
    EntityKind.PERSON: "people",
    EntityKind.ORGANISATION: "organisations",
    EntityKind.PLACE: "places",
    EntityKind.EVENT: "events",
}


def source_file(slug: str) -> str:
    """The page of a source."""
    return f"sources/{slug}.md"


def ledger_file(slug: str) -> str:
    """The page of a source's cleaning ledger."""
    return f"sources/{slug}/ledger.md"


def cite_file(slug: str) -> str:
    """The page of a source's citations."""
    return f"sources/{slug}/cite.md"


def topic_file(topic: str) -> str:
    """The page of a topic."""
    return f"topics/{topic}.md"


def entity_file(entity: Entity) -> str:
    """The page of a person, organisation, place, event or law."""
    return f"{FOLDERS[entity.kind]}/{entity.id}.md"


def finding_file(finding: str) -> str:
    """The page of a finding."""
    return f"findings/{finding}.md"


def origin_file(origin: str) -> str:
    """The page of an origin."""
    return f"origins/{origin}.md"


def disagreement_file(disagreement: str) -> str:
    """The page of a disagreement."""
    return f"disagreements/{disagreement}.md"


DISAGREEMENTS = "disagreements/index.md"
EXPLORE = "explore/index.md"
FIGURES = "figures/index.md"
TIMELINE = "timeline/index.md"
MISSING = "missing/index.md"
ORIGINS = "origins/index.md"


def _written(record: Record) -> str:
    return record.language.partition("-")[0]


@dataclass(frozen=True)
class Catalogue:
    """The archive with its look-ups; made once, shared by all composers."""

    archive: Archive

    @cached_property
    def flows(self) -> Flows:
        """Who took from whom."""
        return list_flows(self.archive)

    @cached_property
    def letters(self) -> str:
        """The language of what the vocabulary has in other letters: that of most sources written in such."""
        spoken = Counter(
            lang for d in self.archive.documents if (lang := _written(d.record)) in OTHER_LETTERS
        )
        return max(sorted(spoken), key=lambda language: spoken[language], default="")

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """By id."""
        return {t.id: t for t in self.archive.topics}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """By id."""
        return {e.id: e for e in self.archive.entities}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """By id."""
        return {o.id: o for o in self.archive.origins}

    @cached_property
    def wording_of(self) -> dict[str, tuple[Reuse, ...]]:
        """By slug: the pairs in which a source shares wording, those with the most words first."""
        found: dict[str, list[Reuse]] = defaultdict(list)
        for pair in sorted(self.archive.reuse, key=lambda p: (-p.words, p.left, p.right)):
            found[pair.left].append(pair)
            found[pair.right].append(pair)
        return {slug: tuple(pairs) for slug, pairs in found.items()}

    @cached_property
    def from_origin(self) -> dict[str, tuple[str, ...]]:
        """By origin (or slug of a source that spoke for itself): refs of the claims that begin there."""
        found: dict[str, list[str]] = defaultdict(list)
        for ref, trace in self.archive.traces.items():
            found[trace.origin].append(ref)
        return {origin: tuple(refs) for origin, refs in found.items()}

    @cached_property
    def through_origin(self) -> dict[str, tuple[str, ...]]:
        """By origin: refs of the claims whose chain passes through it anywhere."""
        found: dict[str, list[str]] = defaultdict(list)
        for ref, statement in self.archive.statements.items():
            chain = statement.document.record.chain_of(statement.claim)
            for origin in dict.fromkeys(x.origin for x in chain if x.origin):
                found[origin].append(ref)
        return {origin: tuple(refs) for origin, refs in found.items()}

    @cached_property
    def records(self) -> dict[str, Record]:
        """By slug."""
        return {d.record.slug: d.record for d in self.archive.documents}

    @cached_property
    def findings_of(self) -> dict[str, tuple[Finding, ...]]:
        """By claim ref: the findings that the claim stands in."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.archive.findings:
            for ref in finding.claims:
                found[ref].append(finding)
        return {ref: tuple(findings) for ref, findings in found.items()}

    @cached_property
    def disagreements_of(self) -> dict[str, tuple[Disagreement, ...]]:
        """By claim ref."""
        found: dict[str, list[Disagreement]] = defaultdict(list)
        for disagreement in self.archive.disagreements:
            for ref in disagreement.claims:
                found[ref].append(disagreement)
        return {ref: tuple(items) for ref, items in found.items()}

    @cached_property
    def denials_of(self) -> dict[str, tuple[str, ...]]:
        """By claim ref: the refs that deny a finding in which it stands."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for finding in self.archive.findings:
            for ref in finding.claims:
                found[ref].update(dict.fromkeys(finding.denied_by))
        return {ref: tuple(denials) for ref, denials in found.items() if denials}

    @cached_property
    def denied_by(self) -> dict[str, tuple[Finding, ...]]:
        """By claim ref: the findings that the claim denies."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.archive.findings:
            for ref in finding.denied_by:
                found[ref].append(finding)
        return {ref: tuple(findings) for ref, findings in found.items()}

    @cached_property
    def at_issue_in(self) -> dict[str, tuple[Disagreement, ...]]:
        """By finding: the disagreements that put its statement at issue."""
        found: dict[str, list[Disagreement]] = defaultdict(list)
        for disagreement in self.archive.disagreements:
            for name in disagreement.findings:
                found[name].append(disagreement)
        return {name: tuple(entries) for name, entries in found.items()}

    @cached_property
    def entities_of(self) -> dict[str, tuple[str, ...]]:
        """By claim ref: ids of the entities that it mentions."""
        found: dict[str, list[str]] = defaultdict(list)
        for entity, refs in self.archive.by_entity.items():
            for ref in refs:
                found[ref].append(entity)
        return {ref: tuple(entities) for ref, entities in found.items()}

    def statements(self, refs: Iterable[str]) -> tuple[Statement, ...]:
        """The statements of refs, in the archive's order."""
        wanted = set(refs)
        return tuple(s for ref, s in self.archive.statements.items() if ref in wanted)

    def findings_among(self, refs: Iterable[str]) -> tuple[Finding, ...]:
        """Findings with at least one of these claims, the best supported first."""
        wanted = set(refs)
        found = [f for f in self.archive.findings if wanted.intersection(f.claims)]
        return tuple(sorted(found, key=lambda f: (-len(self.archive.counts[f.id].origins), f.id)))

    def outlet(self, record: Record) -> str:
        """The outlet's name; its id where the vocabulary lacks it."""
        entity = self.entities.get(record.outlet)
        return entity.name if entity else record.outlet

    def short_outlet(self, record: Record) -> str:
        """The same for lists, without what stands in brackets."""
        return self.outlet(record).partition(" (")[0]

    def narrower(self, topic: str) -> tuple[Topic, ...]:
        """Topics one step below."""
        return tuple(t for t in self.archive.topics if t.broader == topic)
