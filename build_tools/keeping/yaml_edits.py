"""Changes of single values of a YAML file → its text with these changed; comments and order stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from build_tools.model.material import Loc
from build_tools.read.yaml_spans import YamlSpan, map_spans

TextEdit = tuple[int, int, str]
"""From where to where, and what stands there then."""


class YamlEdits:
    """The changes of one text, made in one go so that places stay what they were."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._spans = map_spans(source)
        self._edits: list[TextEdit] = []

    def replace_value(self, loc: Loc, written: str) -> None:
        """Another value, written as it is to stand in the file."""
        span = self._spans[loc]
        self._edits.append((span.start, span.end, written))

    def replace_words(self, loc: Loc, words: str, now: str) -> None:
        """Other words in a text that has them, in the quotation marks that it has or without."""
        span = self._spans[loc]
        written = self.source[span.start : span.end]
        self.replace_value(loc, written.replace(words, now) if words in written else f'"{now}"')

    def replace_mapping(self, loc: Loc, fields: Sequence[str]) -> None:
        """Other fields for a mapping, `name: value` each, in the form that it has."""
        span = self._spans[loc]
        if span.flow:
            self.replace_value(loc, f"{{{', '.join(fields)}}}")
            return
        indent = " " * (span.start - self.source.rfind("\n", 0, span.start) - 1)
        self.replace_value(loc, f"\n{indent}".join(fields))

    def append_entry(self, loc: Loc, after: Loc, lines: Sequence[str]) -> None:
        """A mapping at the end of the list at `loc`; where there is none, a list behind the field `after`."""
        if loc not in self._spans:
            entry = "\n  ".join(lines)
            self.add_after(after, [f"{loc[-1]}:\n- {entry}"])
            return
        span = self._spans[loc]
        column = span.start - self.source.rfind("\n", 0, span.start) - 1
        indent = f"\n{' ' * column}"
        end = self._find_line_end(span.end)
        self._edits.append((end, end, f"{indent}- {f'{indent}  '.join(lines)}"))

    def add_after(self, loc: Loc, fields: Sequence[str]) -> None:
        """Further fields of a mapping, `name: value` each, behind the one at `loc`."""
        span, within = self._spans[loc], self._spans[loc[:-1]]
        if within.flow:
            self._edits.append((span.end, span.end, "".join(f", {field}" for field in fields)))
            return
        indent = " " * (span.key - self.source.rfind("\n", 0, span.key) - 1)
        end = self._find_line_end(span.end)
        told = (re.sub(r"\n(?=.)", f"\n{indent}", field) for field in fields)
        self._edits.append((end, end, "".join(f"\n{indent}{field}" for field in told)))

    def remove_field(self, loc: Loc) -> None:
        """A field of a mapping in lines of its own, with its key."""
        self._remove_lines(self._spans[loc])

    def remove_entries(self, loc: Loc, entries: Iterable[int]) -> None:
        """Entries of the list at `loc`; where all go, an empty list stays."""
        gone, span = set(entries), self._spans[loc]
        own = sorted(at[-1] for at in self._spans if len(at) == len(loc) + 1 and at[: len(loc)] == loc)
        kept = [self._spans[*loc, entry] for entry in own if entry not in gone]
        if span.flow or not kept:
            # an empty list stands behind its key, in whatever lines the other stood
            start = span.start if kept else len(self.source[: span.start].rstrip())
            listed = ", ".join(self.source[entry.start : entry.end] for entry in kept)
            self._edits.append((start, span.end, f"{'' if kept else ' '}[{listed}]"))
            return
        for entry in sorted(gone):
            self._remove_lines(self._spans[*loc, entry])

    def write(self) -> str:
        """The text with all changes."""
        text = self.source
        for start, end, written in sorted(self._edits, reverse=True):
            text = f"{text[:start]}{written}{text[end:]}"
        return text

    def _remove_lines(self, span: YamlSpan) -> None:
        # the whole lines, with the dash and a remark behind it
        start = self.source.rfind("\n", 0, span.key) + 1
        self._edits.append((start, self._find_line_end(span.end) + 1, ""))

    def _find_line_end(self, at: int) -> int:
        end = self.source.find("\n", at)
        return len(self.source) if end < 0 else end
