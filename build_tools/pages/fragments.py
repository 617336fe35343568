"""Index → pieces for hand-written pages, because a number that a person wrote down goes stale.

A page asks for one by name: `<!-- archive: home -->`. To add one: its view, its two templates, a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from build_tools.index import Index
from build_tools.pages.addresses import HOME_ADDRESS
from build_tools.pages.archive_citation import make_archive_citation_view
from build_tools.pages.contact import make_contact_view
from build_tools.pages.home import make_home_view
from build_tools.pages.render import render_fragment, render_html_fragment


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a page that somebody else writes."""

    name: str
    """By which a page asks for it."""
    template: str
    """`<template>.html.j2` and `<template>.md.j2`."""
    make_view: Callable[[Index, str], object]
    """Made for the page of this address: a picture leads from there."""


FRAGMENTS = (
    Fragment("home", "home", make_home_view),
    Fragment("contact", "contact", lambda index, _: make_contact_view(index)),
    Fragment("guide", "guide", lambda index, _: make_contact_view(index)),
    Fragment("citation", "archive_citation", lambda index, _: make_archive_citation_view(index)),
)


def list_fragments(index: Index) -> Mapping[str, Callable[[str], str]]:
    """Every fragment as plain Markdown, made for the path below docs/ of the page that it goes into.

    Its links lead to Markdown files, which whoever renders docs/ can follow and check.
    """
    return {each.name: partial(_write_markdown, each, index) for each in FRAGMENTS}


def list_html_fragments(index: Index) -> Mapping[str, Callable[[str], str]]:
    """The same as HTML, for the address of a page."""
    return {each.name: partial(_write_html, each, index) for each in FRAGMENTS}


def _write_markdown(fragment: Fragment, index: Index, path: str) -> str:
    return render_fragment(fragment.template, path, fragment.make_view(index, HOME_ADDRESS))


def _write_html(fragment: Fragment, index: Index, address: str) -> str:
    return render_html_fragment(fragment.template, address, fragment.make_view(index, address))
