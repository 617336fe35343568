"""Archive → one Index, made once after `relate`: what pages and exports ask, and what each of them has read.

Pages get an Index and nothing else, so that what a page was made from is known without asking its author.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar

from build_tools.index.finding_tables import FindingTables
from build_tools.index.list_tables import ListTables
from build_tools.index.record_tables import drop_held_reads
from build_tools.index.table import Read, SharedValue, Table
from build_tools.index.tables import OF_WORDS
from build_tools.index.vocabulary_tables import FieldView
from build_tools.model.archive import Archive, Statement
from build_tools.model.base import ClaimRef
from build_tools.model.evidence import Disagreement, Finding
from build_tools.model.record import Record
from build_tools.model.vocabulary import Topic
from build_tools.text.citing.works import CitationContext

V = TypeVar("V")

_MOST_REMEMBERED = 2048
"""Values of a sort that are kept: of findings as lists show them, those of some hundred sources, 8 MB."""


class Index(FindingTables, ListTables):
    """The archive as pages and exports see it."""

    def renew(self, archive: Archive) -> Index:
        """An index of the same archive with other words in single records.

        Tables of what relates sources are taken over: they take longer to make than a page.
        """
        renewed = Index(archive)
        kept = {name: table for name, table in self._tables.items() if name not in OF_WORDS}
        renewed._tables |= kept
        # where a property keeps what it made
        vars(renewed).update(kept)
        return renewed

    def start_reading(self) -> None:
        """Forget what was read so far: another page begins."""
        self._log.start()

    def list_reads(self) -> tuple[Read, ...]:
        """Every row read since `start_reading`."""
        return drop_held_reads(self._log.reads())

    def share(self, known: dict[str, SharedValue[V]], key: str, make: Callable[[], V]) -> V:
        """A value that several pages or files have, made once: each has read what it was made from."""
        return self._log.share(known, key, make)

    def remember(self, sort: str, key: str, make: Callable[[], V]) -> V:
        """The same for what pages of several kinds show alike."""
        known: dict[str, SharedValue[V]] = self._remembered.setdefault(sort, {})
        if len(known) >= _MOST_REMEMBERED:
            known.clear()
        return self.share(known, key, make)

    @cached_property
    def _remembered(self) -> dict[str, dict[str, SharedValue[Any]]]:
        return {}

    def digest_row(self, read: Read) -> bytes:
        """The state of a row now: equal digests, equal rows."""
        table, key = read
        return self._find_table(table).digest_row(key)

    def digest_table(self, name: str) -> bytes | None:
        """The state of all rows of a table now; None where that takes as long as to ask for each."""
        return self._find_table(name).digest_rows()

    def _find_table(self, name: str) -> Table[Any, Any]:
        if name not in self._tables:
            # tables are made when first asked for: this process may not have needed that one yet
            getattr(self, name)
        return self._tables[name]

    @cached_property
    def _ranks(self) -> dict[ClaimRef, int]:
        return {ref: rank for rank, ref in enumerate(self._archive.statements)}

    def select_statements(self, refs: Iterable[ClaimRef]) -> tuple[Statement, ...]:
        """The statements of these refs, each once, in the archive's order."""
        ranked = sorted(set(refs), key=self._ranks.__getitem__)
        return tuple(self.statements[ref] for ref in ranked)

    def is_corrected(self, ref: ClaimRef) -> bool:
        """Whether an editor's correction concerns the claim; its own record says so."""
        return ref in self.corrected_claims

    def findings_with(self, refs: Iterable[ClaimRef]) -> tuple[Finding, ...]:
        """Findings in which one of these claims stands, the best supported first."""
        names = {name: None for ref in refs for name in self.findings_of_claim.get(ref, ())}
        ranked = sorted(names, key=lambda name: (-self.counts[name].lowest, -self.counts[name].reports, name))
        return tuple(self.findings[name] for name in ranked)

    def findings_holding(self, ref: ClaimRef) -> tuple[Finding, ...]:
        """The findings that a claim stands in."""
        return tuple(self.findings[name] for name in self.findings_of_claim.get(ref, ()))

    def disagreements_holding(self, ref: ClaimRef) -> tuple[Disagreement, ...]:
        """The disagreements that a claim stands in."""
        return tuple(self.disagreements[name] for name in self.disagreements_of_claim.get(ref, ()))

    def name_outlet(self, record: Record) -> str:
        """The outlet's name; its id where the vocabulary lacks it."""
        entity = self.entities.get(record.outlet)
        return entity.name if entity else record.outlet

    def name_outlet_briefly(self, record: Record) -> str:
        """The same for lists, without what stands in brackets."""
        return self.name_outlet(record).partition(" (")[0]

    def list_narrower(self, topic: str) -> tuple[Topic, ...]:
        """The topics one step below a topic."""
        return tuple(self.topics[name] for name in self.narrower_topics.get(topic, ()))

    def list_topics(self, ids: Iterable[str]) -> tuple[Topic, ...]:
        """These topics in the vocabulary's order, each once."""
        return tuple(self.topics[name] for name in self._order_topics(ids))

    def _order_topics(self, ids: Iterable[str]) -> tuple[str, ...]:
        names = sorted({*ids})
        # one by itself has no order; most statements have one
        return self.orders_of_topics[" ".join(names)] if len(names) > 1 else self._list_known(names)

    def _list_known(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in names if name in self.topics)

    @cached_property
    def citing(self) -> CitationContext:
        """What citations need beside the thing cited; each reading of the vocabulary is noted."""
        return replace(
            CitationContext.from_archive(self._archive),
            outlets=FieldView(self.entities, "name"),
            topics=FieldView(self.topics, "label"),
            organisations=self.names_of_organisations,
            order_topics=self._order_topics,
        )
