"""`check`, `verify`: what is wrong with the material, and whether captures and site are what they were."""

from __future__ import annotations

import sys
from argparse import Namespace

from build_tools import pipeline
from build_tools.cli.options import CAPTURES, CONFIG, WORKERS, Command, Option
from build_tools.cli.settings import planned, settings
from build_tools.exports.faults import FORMATS
from build_tools.exports.fixity import fixity
from build_tools.model.archive import Edition
from build_tools.model.errors import UsageError
from build_tools.model.fault import Faults, Severity, summarize_faults
from build_tools.site import verify
from build_tools.site.cache import Cache
from build_tools.site.progress import Progress
from build_tools.site.swap import edition_of


def _check(args: Namespace) -> int:
    try:
        plan = planned(args)
    except Faults as of_settings:  # listed like all others, in the format asked for
        faults = of_settings.faults
    else:
        faults = pipeline.check(settings(plan, args), progress=Progress())
    sys.stdout.write(FORMATS[args.format](faults))
    print(summarize_faults(faults), file=sys.stderr)
    return int(any(f.severity is Severity.ERROR for f in faults))


def _verify(args: Namespace) -> int:
    plan = planned(args)
    present = edition_of(plan.site)
    if present is None:
        raise UsageError(f"There is no site of this generator in {plan.site}; `archive build` makes one.")
    archive = pipeline.gather(settings(plan, args), cache=Cache(plan.cache), progress=Progress())
    sys.stdout.write(fixity(archive.documents))
    public = present == Edition.PUBLIC
    faults = verify.check(plan.site, verify.guard(archive) if public else None)
    sys.stdout.write(FORMATS["text"](faults))
    print(summarize_faults(faults), file=sys.stderr)
    return int(any(f.severity is Severity.ERROR for f in faults))


CHECK = Command(
    "check",
    "all faults of the seeds, without building",
    "Reads all seeds, cleans and annotates the captures at hand, and lists every fault at its line. Ends "
    "with 1 if one of them is an error; warnings and suggestions are shown and do no harm.",
    _check,
    (
        Option("--format", "how to list them", choices=tuple(FORMATS), default="text"),
        CAPTURES,
        WORKERS,
        CONFIG,
    ),
)
VERIFY = Command(
    "verify",
    "whether captures and site are what they should be",
    "Compares every capture at hand with the digest in its record, and looks through the built site: links, "
    "anchors, requests to other hosts, captured text in a public edition.",
    _verify,
    (CAPTURES, WORKERS, Option("--site", "the site, if not the one in mkdocs.yml", "DIR"), CONFIG),
)
