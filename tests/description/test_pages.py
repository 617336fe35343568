"""Fields of a draft on pages as real programs make them: what generalises, and not what one page needs."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.clean import clean
from build_tools.description.page_description import describe_page
from build_tools.model.capture import Capture
from build_tools.model.capture_text import StatedField
from build_tools.model.page_fields import PageFields

HERE = Path(__file__).parent
_BODIES: dict[str, list[str]] = yaml.safe_load((HERE / "bodies.yml").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "pages.yml").read_text(encoding="utf-8"))


def make_page(case: dict[str, Any]) -> str:
    """The page of a case: its head, a heading, what stands for a byline, paragraphs, what follows them."""
    paragraphs = "".join(f"<p>{text}</p>" for text in _BODIES[case.get("language", "en")])
    return (
        f"<!doctype html><html><head><meta charset='utf-8'>{case['head']}</head><body><article>"
        f"<h1>Ferry stops at dusk</h1><div>{case['byline']}</div>{paragraphs}"
        f"{case.get('after', '')}</article></body></html>"
    )


def describe(page: str) -> PageFields:
    """What a page says of itself."""
    content = page.encode()
    capture = Capture("page.html", content, hashlib.sha256(content).hexdigest())
    return describe_page(page, clean(capture), date(2032, 1, 1))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["made by"])
def test_each_field_is_what_the_page_says(case: dict[str, Any]) -> None:
    """Names without offices, the day of publication before that of a change, outlet, address."""
    fields = describe(make_page(case))
    for name, expected in case["expect"].items():
        if name == "authors":
            assert [author.value for author in fields.authors] == expected
        elif name == "basis":
            assert fields.published
            assert fields.published.source.value == expected
        else:
            field = getattr(fields, name)
            assert (field.value if field else None) == (str(expected) if expected is not None else None), name


def test_a_page_that_means_harm_is_described_in_time() -> None:
    """Deep nesting and a million things described end in no field, and in no traceback."""
    deep = "<div itemscope itemprop=a>" * 3_000
    graph = '{"@graph":[' + ",".join(['{"@type":"Article"}'] * 5_000) + "]}"
    nested = "[" * 5_000
    head = "".join(f'<script type="application/ld+json">{text}</script>' for text in (graph, nested))
    assert describe(f"<html><head>{head}</head><body>{deep}<p>A text.</p></body></html>").authors == ()


@pytest.mark.parametrize(
    "page", ["<p>", "<", "<html>", "<html><head><title></title></head></html>", "<html>\udc80"]
)
def test_a_page_without_anything_has_no_fields(page: str) -> None:
    """Nothing is read out of nothing."""
    content = page.encode("utf-8", "surrogateescape")
    fields = describe_page(page, clean(Capture("p.html", content, "")), date(2032, 1, 1))
    assert (fields.outlet, fields.authors, fields.published, fields.address) == (None, (), None, None)


@pytest.mark.parametrize("address", ["https://[x", "https://[", "http://a]b/", "https://\u2100.test/"])
def test_what_is_no_address_is_left_out(address: str) -> None:
    """Of tags, of headers and of comments alike: no record could have it."""
    tags = f"<link rel='canonical' href='{address}'><meta property='og:url' content='{address}'>"
    page = f"<html><head>{tags}</head><body><h1>Ferry stops at dusk</h1></body></html>"
    content = page.encode()
    cleaned = clean(Capture("page.html", content, hashlib.sha256(content).hexdigest()))
    told = [StatedField(name, address, "a header") for name in ("address", "archived_address")]
    fields = describe_page(page, cleaned, date(2032, 1, 1), told)
    assert (fields.address, fields.elsewhere, fields.archived) == (None, None, None)
