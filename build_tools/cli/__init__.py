"""Words typed → one call: the command line, which decides nothing."""

from build_tools.cli.main import main

__all__ = ["main"]
