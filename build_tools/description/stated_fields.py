"""What a capture was packed with says of it → fields: headers go before a text, tags of a page before them.

An address that the packing gives is where the page was taken from; that of the page itself may be another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from build_tools.description.addresses import find_host, is_address, strip_tracking
from build_tools.model.capture_text import StatedField
from build_tools.model.page_fields import FieldSource, PageField, PageFields
from build_tools.text.bylines import read_names

_ADDRESSES = frozenset({"address", "archived_address"})


def add_stated(fields: PageFields, stated: Iterable[StatedField]) -> PageFields:
    """The fields with those of the packing: where the page says nothing, and where it knows less."""
    first: dict[str, StatedField] = {}
    for field in stated:
        # headers and comments may hold anything for an address
        if field.field not in _ADDRESSES or is_address(field.value):
            first.setdefault(field.field, field)
    made = {name: PageField(f.value, FieldSource.PACKING, f.where) for name, f in first.items()}
    fields = _add_addresses(fields, made.get("address"))
    tagged = fields.published is not None and fields.published.source is FieldSource.TAG
    return replace(
        fields,
        # a mail's subject is its title, and its text may open with anything
        title=_choose(made.get("title"), fields.title, packed=fields.address is None),
        outlet=_choose(fields.outlet, made.get("outlet"), packed=True),
        authors=fields.authors or _read_authors(made.get("author")),
        published=fields.published if tagged else made.get("date") or fields.published,
        printed=fields.printed,
        language=fields.language or made.get("language"),
        archived=made.get("archived_address") or fields.archived,
        taken=made.get("taken") or fields.taken,
    )


def _choose(first: PageField | None, second: PageField | None, *, packed: bool) -> PageField | None:
    return (first or second) if packed else (second or first)


def _add_addresses(fields: PageFields, packed: PageField | None) -> PageFields:
    """The page's own address, if it is of the host that it was taken from; else both."""
    if packed is None:
        return fields
    packed = replace(packed, value=strip_tracking(packed.value))
    if fields.address is None:
        return replace(fields, address=packed)
    if find_host(fields.address.value) != find_host(packed.value):
        return replace(fields, elsewhere=fields.elsewhere or packed)
    return fields


def _read_authors(packed: PageField | None) -> tuple[PageField, ...]:
    if packed is None:
        return ()
    names = read_names(packed.value) or (packed.value,)
    return tuple(replace(packed, value=name) for name in names)
