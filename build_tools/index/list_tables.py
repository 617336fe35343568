"""Archive → tables of the long lists, because each of their pages shows a part of one order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from build_tools.index.long_lists import (
    FigureRef,
    MonthCount,
    TimelineEntry,
    count_dated,
    number_disagreements,
    order_dated,
    order_figures,
    rank_figures,
    write_dated,
)
from build_tools.index.news import (
    CorrectionRef,
    NewsEntry,
    list_marked_mistakes,
    list_news,
    list_own_corrections,
)
from build_tools.index.table import Table
from build_tools.index.tables import Tables
from build_tools.model.packed_documents import DocumentFacts, list_facts, list_slugs


class ListTables(Tables):
    """The tables, with those of long lists."""

    @cached_property
    def sources_with_ledger(self) -> Table[str, bool]:
        """By slug, by date of publication: the sources with a ledger."""
        rows = {slug: True for slug, facts in self._list_facts() if facts.has_ledger}
        return self._make_table("sources_with_ledger", rows)

    @cached_property
    def custody_logs(self) -> Table[str, tuple[bool, tuple[int, ...]]]:
        """By slug, by date of publication: whether there is a log, and the entries that have a timestamp."""
        rows = {slug: (facts.is_logged, facts.tokens) for slug, facts in self._list_facts()}
        return self._make_table("custody_logs", {slug: row for slug, row in rows.items() if any(row)})

    def _list_facts(self) -> Iterator[tuple[str, DocumentFacts]]:
        documents = self._archive.documents
        return zip(list_slugs(documents), list_facts(documents), strict=True)

    @cached_property
    def figures_in_order(self) -> Table[str, tuple[FigureRef, ...]]:
        """`all`: every figure, the largest first of what counts the same."""
        return self._make_table("figures_in_order", {"all": order_figures(self._archive)})

    @cached_property
    def figures_by_weight(self) -> Table[str, tuple[FigureRef, ...]]:
        """`all`: figures above zero, those first that a picture should not lack."""
        rows = {"all": rank_figures(self._archive, self.figures_in_order["all"])}
        return self._make_table("figures_by_weight", rows)

    @cached_property
    def numbers_of_disagreements(self) -> Table[str, int]:
        """By disagreement that concerns a figure: its number among these."""
        return self._make_table("numbers_of_disagreements", number_disagreements(self._archive))

    @cached_property
    def dated_in_order(self) -> Table[str, tuple[TimelineEntry, ...]]:
        """`all`: publications and statements with a date, by time."""
        return self._make_table("dated_in_order", {"all": order_dated(self._archive)}, write_dated)

    @cached_property
    def counts_by_month(self) -> Table[str, tuple[MonthCount, ...]]:
        """By `origins`, `sources` or topic: how much each month has there of each kind."""
        rows = count_dated(self.dated_in_order["all"])
        return self._make_table("counts_by_month", rows)

    @cached_property
    def ranks_of_origins(self) -> Table[str, int]:
        """By origin: how many stand before it in the archive's order."""
        rows = {origin.id: rank for rank, origin in enumerate(self._archive.origins)}
        return self._make_table("ranks_of_origins", rows)

    @cached_property
    def ranks_of_findings(self) -> Table[str, int]:
        """By finding: how many stand before it in the archive's order."""
        rows = {finding.id: rank for rank, finding in enumerate(self._archive.findings)}
        return self._make_table("ranks_of_findings", rows)

    @cached_property
    def news(self) -> Table[str, tuple[NewsEntry, ...]]:
        """`all`: what came in, changed or was withdrawn, the newest first."""
        return self._make_table("news", {"all": list_news(self._archive)})

    @cached_property
    def corrections(self) -> Table[str, tuple[CorrectionRef, ...]]:
        """`all`: the notes that correct a source, by its date."""
        return self._make_table("corrections", {"all": list_marked_mistakes(self._archive)})

    @cached_property
    def own_corrections(self) -> Table[str, tuple[NewsEntry, ...]]:
        """`all`: what the archive itself had wrong and put right, the newest first."""
        return self._make_table("own_corrections", {"all": list_own_corrections(self._archive)})
