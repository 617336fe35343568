"""The cleaning rules in their order. To add one: a file in `rules/`, a line here, a fixture.

Each rule looks at what is still undecided; the first that decides a block decides it for good. So rules
that know a line by its words come first, then those that know it by its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from build_tools.clean.rules import (
    appeal,
    body,
    byline,
    caption,
    comment_form,
    copyright,  # noqa: A004 - the rule's own word
    crosshead,
    dateline,
    duplicate_title,
    linked,
    newsletter,
    other_chrome,
    photo_credit,
    related_link,
    related_list,
    rest,
    section_label,
    share,
    sign_off,
    signature,
    standfirst,
    title,
    zone,
)
from build_tools.clean.sheet import Sheet
from build_tools.model.clean import Kind


@dataclass(frozen=True, slots=True)
class Rule:
    """A cleaning rule as the ledger names it."""

    name: str
    decide: Callable[[Sheet], Mapping[int, Kind]]
    """What it decides about the sheet's undecided blocks, by index; what it says of others is not heard."""
    says: str
    """Its ground in one sentence, for the Method page and `archive explain`."""


BLANK = "blank"
"""Name of the rule for lines without text; it needs no sheet."""

RULES: tuple[Rule, ...] = (
    Rule(
        "zone",
        zone.decide,
        "The page's markup says that this stands in its frame: navigation, form, box of links.",
    ),
    Rule("copyright", copyright.decide, "A copyright notice."),
    Rule("appeal", appeal.decide, "Asks for donations, or stands enclosed in an appeal."),
    Rule("comment_form", comment_form.decide, "Belongs to the form or the list of readers' comments."),
    Rule("newsletter", newsletter.decide, "Belongs to a sign-up box."),
    Rule("share", share.decide, "Buttons and counters of social networks."),
    Rule("dateline", dateline.decide, "A date with little else."),
    Rule("byline", byline.decide, "Names who wrote."),
    Rule("photo_credit", photo_credit.decide, "Names a photographer or an agency."),
    Rule(
        "title",
        title.decide,
        "The headline: stated by the page, or the line above the article that reads like one.",
    ),
    Rule("duplicate_title", duplicate_title.decide, "The headline printed again."),
    Rule("signature", signature.decide, "Set beside the date under the headline: who wrote."),
    Rule("caption", caption.decide, "Set directly under a photo credit."),
    Rule("related_link", related_link.decide, "Points to other articles, or to a topic of the site."),
    Rule(
        "other_chrome",
        other_chrome.decide,
        "Words that pages print around an article: menus, notices, players.",
    ),
    Rule("linked", linked.decide, "Nothing but a link, where the page's markup shows it."),
    Rule("related_list", related_list.decide, "Entries of a list that a pointer to other articles opens."),
    Rule("standfirst", standfirst.decide, "The summary between headline and article."),
    Rule(
        "section_label",
        section_label.decide,
        "The site's own category, short, beside the headline or at the end.",
    ),
    Rule("sign_off", sign_off.decide, "Closes the article: its author, its making, its source."),
    Rule("crosshead", crosshead.decide, "A heading inside the article: short, no sentence, prose follows."),
    Rule("body", body.decide, "Stands in the stretch of the page with the most prose."),
    Rule("rest", rest.decide, "Stands outside the article and no rule knows it."),
)
