"""The renderer's log → standard error, which MkDocs' own command would see to."""

from __future__ import annotations

import logging


def show_renderer_log() -> None:
    """Let warnings of the renderer be heard; once, however often it is called."""
    log = logging.getLogger("mkdocs")
    if not log.handlers:
        handler = logging.StreamHandler()
        # it tells of cleaning “the site”, and means the hand-written pages in a folder of its own
        handler.addFilter(lambda told: told.name != "mkdocs.commands.build" or told.levelno > logging.INFO)
        handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
        log.addHandler(handler)
        log.setLevel(logging.INFO)
