"""mkdocs.yml → the plan, without starting MkDocs, because most commands need only its `extra.archive`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from build_tools.site.plan import NotAllowed, Plan, identity, plan


def configured(
    file: Path, *, edition: str | None = None, captures: str | None = None, site: str | None = None
) -> Plan:
    """The plan of an archive; the options given here go before what the file says.

    `site` and `captures` start from the working folder. Raises NotAllowed for a file that cannot be read.
    """
    try:
        with file.open("rb") as opened:
            written = yaml_load(opened) or {}
    except (yaml.YAMLError, ConfigurationError, UnicodeDecodeError) as error:
        raise NotAllowed(f"{file} cannot be read: {error}") from error
    if not isinstance(written, dict):
        raise NotAllowed(f"{file} is not the configuration of a site.")
    extra = written.get("extra") or {}
    asked = {"edition": edition, "captures": captures}
    settings: dict[str, Any] = {
        **(extra.get("archive") or {}),
        **{name: value for name, value in asked.items() if value is not None},
    }
    root = file.resolve().parent
    docs = root / str(written.get("docs_dir") or "docs")
    target = Path(site).resolve() if site else root / str(written.get("site_dir") or "site")
    named = identity(*(written.get(key) for key in ("site_name", "site_url", "site_description")))
    return plan(root, docs, target, settings, named)
