"""A thing → the address of its page, all made here, because an address, once published, keeps working.

An address is a folder below the site, ending in a slash: `sources/x/` holds the page as `index.html` and as
`index.md`. The empty one is the home page.
"""

from __future__ import annotations

from functools import lru_cache

from build_tools.model.reuse import Reuse
from build_tools.model.vocabulary import Entity, EntityKind

ENTITY_FOLDERS = {
    EntityKind.PERSON: "people",
    EntityKind.ORGANISATION: "organisations",
    EntityKind.PLACE: "places",
    EntityKind.EVENT: "events",
}

HOME_ADDRESS = ""
SOURCES_ADDRESS, TOPICS_ADDRESS, FINDINGS_ADDRESS, ORIGINS_ADDRESS = (
    "sources/",
    "topics/",
    "findings/",
    "origins/",
)
DISAGREEMENTS_ADDRESS, EXPLORE_ADDRESS, FIGURES_ADDRESS = "disagreements/", "explore/", "figures/"
TIMELINE_ADDRESS, MISSING_ADDRESS, WORDING_ADDRESS = "timeline/", "missing/", "shared-wording/"
DOWNLOADS_ADDRESS, GLOSSARY_ADDRESS = "downloads/", "glossary/"
NEWS_ADDRESS, CORRECTIONS_ADDRESS = "news/", "corrections/"
"""Pages of which there is one."""
METHOD_ADDRESS = "method/"
HANDWRITTEN_FILES = {f"{name}/": f"{name}.md" for name in ("method", "about", "cite", "rights")}
"""Pages written by hand that generated ones or old addresses lead to: where their Markdown lies in docs/."""


def source_address(slug: str) -> str:
    """The page of a source."""
    return f"{SOURCES_ADDRESS}{slug}/"


def ledger_address(slug: str) -> str:
    """The page of a source's cleaning ledger."""
    return f"{SOURCES_ADDRESS}{slug}/ledger/"


def citations_address(slug: str) -> str:
    """The page of a source's citations."""
    return f"{SOURCES_ADDRESS}{slug}/cite/"


def topic_address(topic: str) -> str:
    """The page of a topic."""
    return f"{TOPICS_ADDRESS}{topic}/"


def entities_address(kind: EntityKind) -> str:
    """The list of all persons, organisations, places, events."""
    return f"{ENTITY_FOLDERS[kind]}/"


def entity_address(entity: Entity) -> str:
    """The page of a person, organisation, place, event or law."""
    return f"{ENTITY_FOLDERS[entity.kind]}/{entity.id}/"


def finding_address(finding: str) -> str:
    """The page of a finding."""
    return f"{FINDINGS_ADDRESS}{finding}/"


def origin_address(origin: str) -> str:
    """The page of an origin."""
    return f"{ORIGINS_ADDRESS}{origin}/"


def disagreement_address(disagreement: str) -> str:
    """The page of a disagreement."""
    return f"{DISAGREEMENTS_ADDRESS}{disagreement}/"


def wording_address(pair: Reuse) -> str:
    """The page of two sources that share wording."""
    return f"{WORDING_ADDRESS}{pair.left}--{pair.right}/"


def relative_address(here: str, target: str) -> str:
    """One address as seen from another; a target that ends in no slash is a file.

    >>> relative_address("sources/x/", "sources/y/"), relative_address("sources/x/", "topics/z/")
    ('../y/', '../../topics/z/')
    >>> relative_address("sources/x/", ""), relative_address("", "a/b.csv"), relative_address("a/", "a/")
    ('../../', 'a/b.csv', './')
    """
    if here.partition("/")[0] != target.partition("/")[0]:
        return "../" * here.count("/") + target  # most links: to a page of another kind
    own, parts = here.split("/")[:-1], target.split("/")
    common = 0
    # the last part of a target is a file or nothing: no folder to be shared
    while common < min(len(own), len(parts) - 1) and own[common] == parts[common]:
        common += 1
    return "../" * (len(own) - common) + "/".join(parts[common:]) or "./"


@lru_cache(maxsize=4096)  # a page leads to some hundred others, and to most of them several times
def relative_file(here: str, target: str, index: str) -> str:
    """The file of a page, called `index`, as seen from another page; or a file.

    >>> relative_file("a/", "b/", "index.md"), relative_file("a/", "a/", "index.md")
    ('../b/index.md', 'index.md')
    """
    relative = relative_address(here, target)
    return f"{'' if relative == './' else relative}{index}" if relative.endswith("/") else relative


def relative_href(here: str, target: str, anchor: str = "") -> str:
    """What a link in HTML says: the file of a page, so that it works from a folder, or the anchor alone.

    >>> relative_href("a/", "b/", "p3"), relative_href("a/", "a/", "p3"), relative_href("a/", "a/")
    ('../b/index.html#p3', '#p3', 'index.html')
    """
    if not anchor:
        return relative_file(here, target, "index.html")
    return f"#{anchor}" if target == here else f"{relative_file(here, target, 'index.html')}#{anchor}"
