"""Whatever a record says in words stands on the page of its source: a field that no reader sees is lost."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from build_tools.index import Index
from build_tools.model.record import Record
from build_tools.pages.render import render_page
from build_tools.pages.source import SOURCE_PAGE
from tests.pages.forms import read_text, show_markdown
from tests.relate.make import archive, record

# what changed needs the day on which it did
DAYS = {"added": "2031-06-01", "changed": "2031-06-02"}


def _fill_field(name: str) -> tuple[str, object] | None:
    """Words or an address, and the value of the field that has them; None where it takes neither."""
    spoken = name.replace("_", " ")
    for words in (f"Told as {spoken}", f"https://{spoken.replace(' ', '-')}.example/"):
        for value in (words, [words]):
            try:
                Record.model_validate({**record("one").model_dump(), **DAYS, name: value})
            except ValidationError:
                continue
            return words, value
    return None


def _fill_fields() -> Iterator[tuple[str, str, object]]:
    for name in Record.model_fields:
        if filled := _fill_field(name):
            yield name, *filled


def test_every_text_of_a_record_is_told() -> None:
    """A field that takes words, or an address, is shown by both forms; nobody lists the fields."""
    filled = {name: (words, value) for name, words, value in _fill_fields()}
    assert {"title", "authors", "archived_url", "mirrors"} <= filled.keys()
    fields = {**DAYS, **{name: value for name, (_, value) in filled.items()}}
    one = Record.model_validate({**record("one").model_dump(), **fields})
    content = render_page(SOURCE_PAGE.make_page(Index(archive([one])), "one"))
    for form in (content.html, show_markdown(content.markdown)):
        told = read_text(form)
        assert [name for name, (words, _) in filled.items() if words not in told] == []
