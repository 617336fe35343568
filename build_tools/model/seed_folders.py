"""Folders within that of the records which are read as well: whoever reads or watches must agree on them."""

from __future__ import annotations

VOCABULARY_FOLDER = "vocabulary"
EVIDENCE_FOLDER = "findings"
"""A folder of files like `findings.yml`, by whatever names: thousands of findings in one file help nobody."""
SEED_FOLDERS = (VOCABULARY_FOLDER, EVIDENCE_FOLDER)
"""All of them."""
