"""Draft → the YAML of a record that is begun: what was read with where, what a person decides plainly marked.

What is empty is named by `archive check` at its line. Stubs stand in comments: nothing is claimed that nobody
has written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from build_tools.model.draft import ClaimStub, Draft
from build_tools.model.page_fields import FieldSource, PageField
from build_tools.model.passages import PassageUnit, parse_body_passage
from build_tools.text.english import count_noun
from build_tools.text.yaml_scalars import quote_scalar

# in copyright: what holds for a report of which nothing else is known, and shows no text of it
_COPYRIGHT = "http://rightsstatements.org/vocab/InC/1.0/"
_SCHEMA_LINE = "# yaml-language-server: $schema=.schema/record.json"
# what a record’s `language` takes; anything else is left to the keeper
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
_BASES = {
    FieldSource.TAG: "tag",
    FieldSource.TEXT: "stated",
    FieldSource.ADDRESS: "address",
    FieldSource.PACKING: "stated",
}
_COLUMN = 40
"""Where comments begin, if there is room."""
_DAY = 10
"""Characters of an EDTF day."""


def write_draft(draft: Draft, *, schema: bool = False) -> str:
    """The YAML of a draft, ending with a line feed.

    `schema`: whether its first line leads editors to the schema beside the records.
    """
    first = f"{_SCHEMA_LINE}\n" if schema else ""
    lines = (*_list_fields(draft), *_list_capture(draft), *_list_claims(draft), *_list_proposals(draft))
    return first + "".join(f"{line}".rstrip() + "\n" for line in lines)


def tell_alike_too(draft: Draft) -> str:
    """How many records it resembles besides those that are named."""
    others = count_noun(draft.alike_too, "further record")
    return f"{others} {'has' if draft.alike_too == 1 else 'have'} a good part of its words or its address"


def _list_fields(draft: Draft) -> Iterator[str]:
    fields = draft.fields
    yield "# Fill in what is empty, look at what is marked `decide`; `archive check` names what is missing."
    for other in draft.alike:
        same = "the same address and " if other.same_address else ""
        told = f"{other.slug} ({_plain(PurePath(other.path).name)}) has {same}{other.share:.0%}"
        yield f"# decide: {told} of this article's words; one report needs one record"
    if draft.alike_too:
        yield f"# {tell_alike_too(draft)}"
    yield f"slug: {quote_scalar(draft.slug)}"
    yield _remark("draft: true", "take this line out when you have read the record through")
    yield _write_field("title", fields.title)
    yield _write_outlet(draft)
    yield from _list_authors(fields.authors)
    yield "published:"
    yield _write_field("  date", fields.published)
    yield f"  basis: {_BASES[fields.published.source] if fields.published else ''}"
    if fields.printed:
        day = fields.printed.value[:_DAY]
        yield f"  # decide: {fields.printed.where} prints {day}; an outlet's own day may not be that of UTC"
    language = fields.language if fields.language and _LANGUAGE.fullmatch(fields.language.value) else None
    yield _write_field("language", language)
    yield _write_field("url", fields.address)
    if fields.elsewhere:
        yield _remark(f"# {_plain(fields.elsewhere.value)}", f"decide: also at, by {fields.elsewhere.where}")
    if fields.archived:
        yield _write_field("archived_url", fields.archived)
    yield "rights:"
    yield "  publish: digest"
    holder = fields.outlet.value if fields.outlet else None
    yield _remark(f"  holder: {quote_scalar(holder)}", "decide: who owns the text, as far as known")
    yield f"  statement: {_COPYRIGHT}"


def _list_capture(draft: Draft) -> Iterator[str]:
    yield "capture:"
    yield f"  file: {quote_scalar(draft.clean.file)}"
    yield f"  sha256: {draft.clean.sha256}"
    yield f"  bytes: {draft.clean.bytes}"
    if draft.encoding:
        yield f"  encoding: {quote_scalar(draft.encoding)}"
    if draft.page:
        yield f"  page: {quote_scalar(draft.page)}"
    if draft.fields.taken:
        yield _write_field("  taken", draft.fields.taken)
    elif draft.seen:
        yield _remark(f"  # taken: {draft.seen}", "decide: the file's own day; was it taken then?")
    yield f"paragraphs: {len(draft.clean.body) or ''}"
    # what its passages are, by the first address
    addressed = (parse_body_passage(paragraph.id) for paragraph in draft.clean.body)
    unit = next((body.unit for body in addressed if body), PassageUnit.PARAGRAPHS)
    if unit is not PassageUnit.PARAGRAPHS:
        yield f"passages: {unit.value}"
    yield _remark("summary:", "decide: what kind of report this is and what it adds, in your words")
    yield f"added: {draft.added}"


def _list_claims(draft: Draft) -> Iterator[str]:
    yield "claims: []"
    if draft.stubs:
        yield "# Proposed, a stub for each figure. To use one: write `claims:` without `[]`, take the stub"
        yield "# out of its comment, write a sentence of your own in `text`, and decide what is marked."
    for stub in draft.stubs:
        yield from _write_stub(stub)


def _write_stub(stub: ClaimStub) -> Iterator[str]:
    value, _, unit = stub.figure.partition(" ")
    low, slash, high = value.partition("/")
    number = f"range: [{low}, {high}]" if slash else f"value: {value}"
    if value.endswith("+"):
        number = f"vague: {quote_scalar(_plain(stub.printed))}"
    yield _remark(f"# - id: {stub.id}", f"“{_plain(stub.printed)}”")
    yield "#   text:"
    yield "#   kind: figure"
    if stub.topics:
        yield _remark(f"#   topics: [{', '.join(stub.topics)}]", "decide: by the topics' rules")
    yield "#   said_by:"
    yield _remark(f"#   figures: [{{{number}, unit: {unit}}}]", "decide: what is counted")
    if stub.mentions:
        yield _remark(f"#   mentions: [{', '.join(stub.mentions)}]", "decide")
    yield "#   wording:"


def _list_proposals(draft: Draft) -> Iterator[str]:
    """What stands in the vocabulary and in the text, and what the vocabulary has not yet."""
    if draft.topics:
        yield f"# Topics by their rules, the most frequent first: {', '.join(draft.topics)}"
    if draft.mentions:
        yield f"# Named in it, of the vocabulary: {', '.join(draft.mentions)}"
    if draft.unknown:
        yield f"# Repeated names that the vocabulary has not: {'; '.join(map(_plain, draft.unknown))}"
    if draft.fields.outlet and draft.outlet and not draft.outlet_known:
        yield "# For vocabulary/entities.yml, with a description of your own:"
        yield f"# - id: {draft.outlet}"
        yield f"#   name: {quote_scalar(draft.fields.outlet.value)}"
        yield "#   kind: organisation"
        yield "#   type: news outlet"
        yield "#   description:"
        yield f"#   forms: [{quote_scalar(draft.fields.outlet.value)}]"


def _write_outlet(draft: Draft) -> str:
    named = draft.fields.outlet
    if named is None:
        return _remark("outlet:", "decide: an id of vocabulary/entities.yml")
    where = f"“{_plain(named.value)}”, {named.where}"
    decide = "" if draft.outlet_known else "decide: not in the vocabulary yet, see below; "
    return _remark(f"outlet: {quote_scalar(draft.outlet)}", f"{decide}{where}")


def _list_authors(authors: tuple[PageField, ...]) -> Iterator[str]:
    if not authors:
        yield _remark("authors: []", "no byline was found")
        return
    names = ", ".join(quote_scalar(author.value) for author in authors)
    yield _remark(f"authors: [{names}]", authors[0].where)


def _write_field(name: str, field: PageField | None) -> str:
    if field is None:
        return _remark(f"{name}:", "decide: nothing was found")
    return _remark(f"{name}: {quote_scalar(field.value)}", field.where)


def _remark(line: str, words: str) -> str:
    """A line with a comment behind it."""
    return f"{line:{_COLUMN}}  # {_plain(words)}" if words else line


def _plain(words: str) -> str:
    """Words that can stand in a comment: in one line, without what cannot be seen."""
    return "".join(letter for letter in " ".join(words.split()) if letter.isprintable())[:200]
