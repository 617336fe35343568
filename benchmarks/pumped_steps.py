"""What a text goes through → one function for each, by name: readers, annotators, finders, writers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from hashlib import sha256
from types import MappingProxyType

from build_tools.annotate.annotation_input import compile_vocabulary
from build_tools.annotate.dates import find_dates
from build_tools.annotate.figure_mentions import find_figures
from build_tools.annotate.hedges import find_hedges
from build_tools.annotate.name_forms import find_mentions
from build_tools.annotate.quotations import locate_quotation
from build_tools.annotate.target_passages import TargetPassage
from build_tools.annotate.topic_classification import classify_passage
from build_tools.clean import clean
from build_tools.clean.decoding_doubts import find_decoding_doubts
from build_tools.description.page_tags import read_page_tags
from build_tools.drafting import KnownArchive, draft_record
from build_tools.exports.new_record import write_draft
from build_tools.model.annotation import Layer
from build_tools.model.capture import Capture
from build_tools.model.clean import Kind
from build_tools.model.edtf import Edtf
from build_tools.model.errors import ArchiveError
from build_tools.model.vocabulary import Entity, EntityKind, Topic, TopicRules
from build_tools.read.yaml_tree import parse_yaml
from build_tools.site.html_tags import find_stray_tags, find_tags, strip_tags
from build_tools.site.private_marks import find_private_marks
from build_tools.text.acting_characters import show_acting
from build_tools.text.byline_flaws import find_byline_flaw
from build_tools.text.bylines import read_names, read_organisation
from build_tools.text.citing.names import parse_name
from build_tools.text.citing.quotes import curl_quotes, nest_quotes, strip_full_stop
from build_tools.text.decode import decode
from build_tools.text.gist import fold_note
from build_tools.text.language import tell_language, tell_language_by_letters
from build_tools.text.likeness import fingerprint_text, strip_markup
from build_tools.text.names.search import NameSearch
from build_tools.text.plain_letters import fold_plain
from build_tools.text.plain_markdown import escape_markdown
from build_tools.text.printed_dates import find_printed_date, is_dateline
from build_tools.text.relative_dates import UNPUBLISHED
from build_tools.text.shingles import Numbering
from build_tools.text.slugs import make_slug
from build_tools.text.spellings import spell_words
from build_tools.text.terminal import quote_value, show_hidden
from build_tools.text.words import split_words
from build_tools.text.yaml_scalars import quote_scalar

Step = Callable[[str], object]

_LANGUAGES = ("en", "ru", "uk")
_NAMES = ("Ada Quill", "Ned Ab", "Жук Иван", "O'A B")
_TOPIC = Topic(
    id="floods",
    label="Floods",
    scope_note="Water.",
    rules=TopicRules(any=("flood*", "a b", "said *", "a-b", "a* b*", "двадцать *")),
)
_ENTITIES = tuple(
    Entity(
        id=f"e{n}", name=name, kind=EntityKind.PERSON, type="x", description="x", forms=(name, "Ab", "a b")
    )
    for n, name in enumerate(_NAMES)
)
_VOCABULARY = compile_vocabulary((_TOPIC,), _ENTITIES)
_SEARCH = NameSearch([[name] for name in _NAMES])
_PAGE_OPENS, _PAGE_CLOSES = "<!DOCTYPE html><html><head><title>x</title></head><body><article>", "</article>"
_MAIL = "From: a@b.c\nDate: x\nReceived: x\n"
_CHAT = (
    '<!DOCTYPE html><html><body><div class="page_wrap"><div class="history">'
    '<div class="message default clearfix" id="message1"><div class="body"><div class="text">'
)
_STORY = "The ferry to Ostry stopped because of ice, the mayor said on Monday."
_LAST_DAY = date(2032, 1, 1)


def _take(text: str, name: str) -> Capture:
    content = text.encode("utf-8", "surrogatepass")
    return Capture(name, content, sha256(content).hexdigest())


def _read_as(name: str, before: str, after: str = "") -> Step:
    """Everything that `archive add` does with a file that begins so."""

    def step(text: str) -> None:
        capture = _take(f"{before}{text}{after}", name)
        with suppress(ArchiveError):
            draft = draft_record(capture, KnownArchive((_TOPIC,), _ENTITIES), _LAST_DAY)
            write_draft(draft)
            tuple(find_decoding_doubts(capture))

    return step


def _clean_as(name: str, before: str) -> Step:
    def step(text: str) -> None:
        with suppress(ArchiveError):
            clean(_take(f"{before}{text}", name), language="en")

    return step


def _make_passage(text: str, language: str) -> TargetPassage:
    return TargetPassage(Layer.CAPTURE, "p1", text, language, Kind.BODY)


def _annotate(language: str) -> Iterable[tuple[str, Step]]:
    def make_passage(text: str) -> TargetPassage:
        return _make_passage(text, language)

    yield f"figures {language}", lambda text: find_figures(make_passage(text), UNPUBLISHED)
    yield f"dates {language}", lambda text: find_dates(make_passage(text), UNPUBLISHED)
    yield f"hedges {language}", lambda text: tuple(find_hedges(make_passage(text), UNPUBLISHED))
    yield f"topics {language}", lambda text: classify_passage(make_passage(text), _VOCABULARY.rules, {})
    yield f"names {language}", lambda text: find_mentions(fold_plain(text), _VOCABULARY.lexicon, "")


def _parse_date(text: str) -> None:
    with suppress(ValueError):
        Edtf.parse(text)


READERS: Mapping[str, Step] = MappingProxyType(
    {
        "add text": _read_as("a.txt", f"{_STORY}\n\n"),
        "add text as its first": _read_as("a.txt", ""),
        "add page": _read_as("a.html", f"{_PAGE_OPENS}<p>{_STORY}</p>"),
        "add page, in its head": _read_as("a.html", "<!DOCTYPE html><html><head>", f"</head><p>{_STORY}</p>"),
        "add page, in a paragraph": _read_as("a.html", f"{_PAGE_OPENS}<p>{_STORY} ", f"</p>{_PAGE_CLOSES}"),
        "add page, in an attribute": _read_as("a.html", f'{_PAGE_OPENS}<p class="', f'">{_STORY}'),
        "add page, in linked data": _read_as(
            "a.html", '<!DOCTYPE html><script type="application/ld+json">', f"</script><p>{_STORY}"
        ),
        "add Markdown": _read_as("a.md", f"---\ntitle: x\n---\n\n# x\n\n{_STORY}\n\n"),
        "add Markdown, in its head": _read_as("a.md", "---\ntitle: ", f"\n---\n\n{_STORY}\n"),
        "add transcript": _read_as("a.vtt", f"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n{_STORY}\n\n"),
        "add subtitles": _read_as("a.srt", f"1\n00:00:01,000 --> 00:00:02,000\n{_STORY}\n\n"),
        "add mail": _read_as("a.eml", f"{_MAIL}Subject: x\n\n"),
        "add mail, in its head": _read_as("a.eml", f"{_MAIL}Subject: ", f"\n\n{_STORY}"),
        "add mail, in a part": _read_as(
            "a.eml",
            f'{_MAIL}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n'
            f"--x\nContent-Type: text/plain\n\n{_STORY}\n",
        ),
        "add saved page": _read_as(
            "a.mhtml",
            "From: <Saved by Blink>\nSnapshot-Content-Location: http://a.b/\nMIME-Version: 1.0\n"
            f'Content-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\n\n<p>{_STORY}\n',
        ),
        "add web archive": _read_as("a.warc", "WARC/1.0\r\nWARC-Type: response\r\n"),
        "add export": lambda text: _read_as(
            "a.json",
            '{"name": "x", "type": "public_channel", "id": 1, "messages": [{"id": 1, "type": "message", '
            '"date": "2031-05-02T10:00:00", "text": ',
            "}]}",
        )(json.dumps(text)),
        "add export, in its frame": _read_as("a.json", '{"type": "public_channel", "messages": ['),
        "add page of a channel": _read_as("a.html", f"{_CHAT}{_STORY}</div></div></div>"),
        "add PDF": _read_as("a.pdf", "%PDF-1.4\n1 0 obj\n"),
    }
)  # fmt: skip
"""By what is given: the file begins so, and the pumped text follows."""

FINDERS: Mapping[str, Step] = MappingProxyType(
    {
        "clean text": _clean_as("a.txt", f"{_STORY}\n\n"),
        "clean Markdown": _clean_as("a.md", f"# The ferry\n\n{_STORY}\n\n"),
        "clean page": _clean_as("a.html", f"{_PAGE_OPENS}<p>{_STORY}</p>"),
        **dict(pair for language in _LANGUAGES for pair in _annotate(language)),
        "quotation": lambda text: locate_quotation(text, _make_passage(text, "en")),
        "tags of a page": read_page_tags,
        "bylines": read_names,
        "organisation": read_organisation,
        "byline’s flaw": lambda text: find_byline_flaw(text, "en"),
        "printed date": find_printed_date,
        "dateline": is_dateline,
        "EDTF": _parse_date,
        "language": lambda text: (tell_language(text), tell_language_by_letters(text)),
        "encoding": lambda text: decode(text.encode("utf-16-le", "surrogatepass")),
        "Cyrillic code page": lambda text: decode(text.encode("cp1251", "replace") + b"\xcf\xe0"),
        "protected names": _SEARCH.find_names,
        "slug": make_slug,
        "gist": fold_note,
        "tokens": lambda text: tuple(spell_words(text)),
        "words": split_words,
        "fingerprints": lambda text: fingerprint_text(text, Numbering()),
        "words of markup": strip_markup,
    }
)  # fmt: skip
"""What looks for something in a text."""

WRITERS: Mapping[str, Step] = MappingProxyType(
    {
        "Markdown’s escapes": escape_markdown,
        "acting characters": show_acting,
        "terminal": lambda text: (quote_value(text), show_hidden(text)),
        "scalar": quote_scalar,
        "quotation marks": lambda text: (curl_quotes(text), nest_quotes(text), strip_full_stop(text)),
        "cited name": parse_name,
        "YAML": lambda text: parse_yaml("r.yml", f"a: {text}"),
        "YAML, its lines": lambda text: parse_yaml("r.yml", text),
        "tags": lambda text: tuple(find_tags(text)),
        "stray tags": find_stray_tags,
        "text without tags": lambda text: strip_tags(text, " "),
        "private marks": lambda text: tuple(find_private_marks("a.html", text.encode("utf-8", "replace"))),
    }
)  # fmt: skip
"""What sets a text, and what looks at what was set or written by hand."""

STEPS: Mapping[str, Step] = MappingProxyType({**READERS, **FINDERS, **WRITERS})
