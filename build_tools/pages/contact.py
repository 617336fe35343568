"""The settings' repository and contact → how to tell of an error or a danger, where pages promise that."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.index import Index
from build_tools.text.english import write_mail_link


@dataclass(frozen=True, slots=True)
class ContactView:
    """Where somebody is; empty strings for what the settings do not tell."""

    repository: str
    issues: str
    guide: str
    """The generator's documentation."""
    contact: str
    """As it is read."""
    address: str
    """As it is followed."""


def make_contact_view(index: Index) -> ContactView:
    """What the settings tell."""
    site = index.site
    return ContactView(site.repository, site.issues, site.guide, site.contact, write_mail_link(site.contact))
