"""`archive addresses`: addresses of the built site that the list of published ones lacks."""

from __future__ import annotations

import sys
from typing import Annotated

from build_tools.cli.command import Command
from build_tools.cli.options import DEFAULT_CONFIG, ConfigPath, Option
from build_tools.cli.planning import plan_archive
from build_tools.model.errors import UsageError
from build_tools.read import read_all
from build_tools.site.manifest import replace_file
from build_tools.site.published_addresses import (
    ADDRESSES_FILE,
    list_site_addresses,
    read_published,
    write_published,
)
from build_tools.text.english import count_noun
from build_tools.text.names.guard import NameGuard


def run_addresses(
    *,
    publish: Annotated[
        bool, Option("add them to the list: from then on a build that loses one fails")
    ] = False,
    config: ConfigPath = DEFAULT_CONFIG,
) -> int:
    """Print what the built site has and the list lacks; with `--publish`, write it there."""
    plan = plan_archive(config)
    path = plan.root / ADDRESSES_FILE
    known = list_site_addresses(plan.site)
    listed = read_published(path)
    fresh = [address for address in known if address and address not in listed]
    guard = NameGuard(read_all(plan.seeds, private=plan.private_names).sound.protected)
    if any(guard.list_named(address) for address in fresh):
        # the site is older than the records: a name was taken out since, and the list would bring it back
        raise UsageError("An address of the site has a protected name in it. Run `archive build` first.")
    for address in fresh:
        print(address)
    print(f"{count_noun(len(fresh), 'new address', 'new addresses')}", file=sys.stderr)
    if publish and fresh:
        source = path.read_text("utf-8") if path.is_file() else ""
        replace_file(path, write_published(known, source).encode())
    return 0


ADDRESSES = Command(
    "addresses",
    run_addresses,
    "Lists the pages of the built site (site/) whose addresses do not stand in `addresses.txt`, the list of "
    "published ones beside mkdocs.yml. With `--publish` they are added to it; run that before you publish, "
    "and commit the list. A build of the public edition that would lose an address of the list fails and "
    "names the ways out. Nothing is ever taken out of the list by a command.",
)
