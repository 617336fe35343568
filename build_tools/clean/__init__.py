"""Capture → CleanText: one rule in each file, their order in `rule_table.py`, a ledger of every byte."""

from build_tools.clean.core import clean
from build_tools.clean.rule_table import RULES, Rule

__all__ = ["RULES", "Rule", "clean"]
