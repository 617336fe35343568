"""Where editions go: captured text never reaches what is committed or published."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from build_tools.model.archive import Edition
from build_tools.model.archive_settings import ArchiveSettings
from build_tools.model.errors import UsageError
from build_tools.site.plan import Plan, check_edition_target, check_folders_apart, make_plan

ROOT = Path("/archive")


def _plan(site: str = "site", **settings: object) -> Plan:
    return make_plan(ROOT, ROOT / "docs", ROOT / site, ArchiveSettings.model_validate(settings))


def test_the_public_edition_is_the_default() -> None:
    """Whoever says nothing gets what is safe to host, rendered from docs/ itself."""
    assert _plan().edition is Edition.PUBLIC
    assert _plan().docs == ROOT / "docs"


def test_the_reading_edition_renders_from_a_private_folder() -> None:
    """docs/ is committed, so captured text never enters it, invented or not."""
    for invented in (True, False):
        reading = _plan(edition="reading", invented=invented)
        assert reading.docs == ROOT / ".archive" / "reading" / "docs"


@pytest.mark.parametrize(
    ("site", "command", "environment", "around"),
    [
        ("site", "build", {}, ()),
        ("site/private/reading", "build", {}, ()),
        ("site-other", "build", {}, (ROOT / "site-other",)),
        ("site-other/reading", "build", {}, (ROOT / "site-other",)),
        ("/elsewhere/reading", "build", {}, (Path("/elsewhere"),)),
        ("site-x/../site/y", "build", {}, ()),
        ("seeds/x", "build", {}, ()),
        ("docs/x", "build", {}, ()),
        ("out", "build", {}, ()),
        ("site-reading", "gh-deploy", {}, ()),
        ("site-reading", "build", {"GITHUB_ACTIONS": "true"}, ()),
    ],
    ids=str,
)
def test_the_reading_edition_is_refused_where_things_get_published(
    site: str, command: str, environment: dict[str, str], around: tuple[Path, ...]
) -> None:
    """Ways in which it could get online by mistake: into, below or over what is public, or into git."""
    with pytest.raises(UsageError, match="reading edition"):
        check_edition_target(
            _plan(site, edition="reading"), command=command, environment=environment, around=around
        )


def test_below_the_site_is_told_as_what_gets_published() -> None:
    """Before a site is there at all, and not as a folder that git would take."""
    below = _plan("site/private/reading", edition="reading")
    with pytest.raises(UsageError, match="which is what gets published"):
        check_edition_target(below, command="build", environment={})


def test_what_is_harmless_is_allowed() -> None:
    """The public edition anywhere; the reading edition in its own folder, or served; inventions anywhere."""
    deploying: dict[str, Any] = {
        "command": "gh-deploy",
        "environment": {"GITHUB_ACTIONS": "true"},
        "around": (ROOT / "site",),
    }
    at_home: dict[str, Any] = {"command": "build", "environment": {}}
    check_edition_target(_plan(), **deploying)
    check_edition_target(_plan(edition="reading", invented=True), **deploying)
    check_edition_target(_plan("site-reading", edition="reading"), **at_home)
    check_edition_target(_plan("site-reading/again", edition="reading"), **at_home)
    check_edition_target(_plan("/elsewhere/reading", edition="reading"), **at_home)
    check_edition_target(_plan(edition="reading"), **{**at_home, "command": "serve"})


@pytest.mark.parametrize("invented", ["yes", 1, "true", None])
def test_only_a_plain_true_makes_an_archive_invented(invented: object) -> None:
    """The mark lifts a guard, so nothing but the word itself sets it; what is not even `false` is a fault."""
    assert _plan(edition="reading").is_private
    with pytest.raises(ValidationError):
        _plan(edition="reading", invented=invented)


@pytest.mark.parametrize(
    ("docs", "seeds", "site", "told"),
    [
        *((".", "seeds", "site", "captures"), ("seeds", "seeds", "site", "captures")),
        *(("docs", "seeds", "docs/x", "--site"), ("docs", "seeds", "docs", "--site")),
        *(("a", "a/b", "site", "captures"), ("docs", "seeds", "seeds/x", "--site")),
        *(("docs", "seeds", "site", ""), ("docs", "docs-2", "docs-3", ""), ("docs", ".", "../site", "")),
    ],
)
def test_folders_lie_apart(docs: str, seeds: str, site: str, told: str) -> None:
    """What lies in docs/ is published as it is, and what a site lies in would take the site in again."""
    settings = ArchiveSettings.model_validate({"seeds": seeds})
    plan = make_plan(ROOT, ROOT / docs, ROOT / site, settings)
    with pytest.raises(UsageError, match=told) if told else nullcontext():
        check_folders_apart(plan)
