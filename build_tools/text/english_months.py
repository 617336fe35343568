"""languages/en.yml → months as English prints them: pages and programs have them from one table."""

from __future__ import annotations

from build_tools.text.language_files import load_language, remember_for_languages

_SHORT = 3
"""Letters that English, JavaScript, mails and BibTeX leave of a month."""


@remember_for_languages
def list_english_months() -> tuple[str, ...]:
    """`January` to `December`."""
    return tuple(forms[0].title() for forms in load_language("en").dates.months)


@remember_for_languages
def list_short_months() -> tuple[str, ...]:
    """`Jan` to `Dec`."""
    return tuple(name[:_SHORT] for name in list_english_months())
