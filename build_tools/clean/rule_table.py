"""The cleaning rules in their order. To add one: a file in `rules/`, a line here, a fixture.

Each rule looks at what is still undecided; the first that decides a block decides it for good. So rules
that know a line by its words come first, then those that know it by its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from build_tools.clean.blocks import MarkedBlocks
from build_tools.clean.rules import (
    appeal,
    body,
    byline,
    caption,
    comment_form,
    copyright,  # noqa: A004 - the rule's own word
    crosshead,
    dateline,
    doubled_teaser,
    duplicate_title,
    linked,
    newsletter,
    other_chrome,
    photo_credit,
    post,
    post_frame,
    pull_quote,
    related_link,
    related_list,
    rest,
    section_label,
    share,
    sign_off,
    signature,
    standfirst,
    title,
    unframed,
    unframed_rest,
    zone,
)
from build_tools.model.clean import Kind


@dataclass(frozen=True, slots=True)
class Rule:
    """A cleaning rule as the ledger names it."""

    name: str
    decide: Callable[[MarkedBlocks], Mapping[int, Kind]]
    """What it decides about the sheet's undecided blocks, by index; what it says of others is not heard."""
    says: str
    """Its ground in one sentence, for the Method page and `archive explain`."""


BLANK = "blank"
"""Name of the rule for lines without text; it needs no sheet."""

RULES: tuple[Rule, ...] = (
    # before the zones: programs of forums call their posts what others call their comments
    Rule("post", post.find_posts, "Of a thread: what somebody wrote, or the name over it."),
    Rule(
        "zone",
        zone.find_zone_chrome,
        "The page's markup says that this stands in its frame: navigation, form, box of links.",
    ),
    Rule("copyright", copyright.find_copyright_notices, "A copyright notice."),
    Rule("appeal", appeal.find_appeals, "Asks for donations, or stands enclosed in an appeal."),
    Rule(
        "comment_form",
        comment_form.find_comment_forms,
        "Belongs to the form or the list of readers' comments.",
    ),
    Rule("newsletter", newsletter.find_newsletter_boxes, "Belongs to a sign-up box."),
    Rule("share", share.find_share_buttons, "Buttons and counters of social networks."),
    # before the headline, which is known by the date or byline right under it
    Rule("dateline", dateline.find_datelines, "A date with little else."),
    Rule("byline", byline.find_bylines, "Names who wrote."),
    Rule("photo_credit", photo_credit.find_photo_credits, "Names a photographer or an agency."),
    Rule(
        "unframed",
        unframed.find_unframed_text,
        "Of a text that has no page around it: nothing in it is known to be a page's.",
    ),
    Rule(
        "title",
        title.find_title,
        "The headline: stated by the page, or the line above the article that reads like one.",
    ),
    Rule("post_frame", post_frame.find_post_frames, "Of a thread: what stands around its posts."),
    # these need to know the headline, the signature the date as well
    Rule(
        "duplicate_title",
        duplicate_title.find_duplicate_titles,
        "The headline printed again, not amid the article.",
    ),
    Rule("signature", signature.find_signature, "Set beside the date under the headline: who wrote."),
    # needs the credits, beside which captions are set
    Rule("caption", caption.find_captions, "Set directly under a photo credit."),
    Rule(
        "related_link",
        related_link.find_related_links,
        "Points to other articles, or to a topic of the site.",
    ),
    Rule(
        "other_chrome",
        other_chrome.find_other_chrome,
        "Words that pages print around an article: menus, notices, players.",
    ),
    Rule("linked", linked.find_linked_lines, "Nothing but a link, where the page's markup shows it."),
    Rule(
        # after the pointers, whose lists it follows
        "related_list",
        related_list.find_related_lists,
        "Entries of a list that a pointer to other articles opens.",
    ),
    Rule(
        "doubled_teaser",
        doubled_teaser.find_doubled_teasers,
        "A headline said twice and a sentence, in one box: another article's picture, title and teaser.",
    ),
    # after title, byline and date, between which it stands
    Rule("standfirst", standfirst.find_standfirst, "The summary between headline and article."),
    Rule(
        "section_label",
        section_label.find_section_labels,
        "The site's own category, short, beside the headline or at the end.",
    ),
    # before crossheads and body, of which it says something again
    Rule("pull_quote", pull_quote.find_pull_quotes, "Set large, and said again in a paragraph."),
    # before the body, from whose end it takes
    Rule("sign_off", sign_off.find_sign_offs, "Closes the article: its author, its making, its source."),
    Rule(
        "crosshead",
        crosshead.find_crossheads,
        "A heading inside the article: short, no sentence, prose follows.",
    ),
    Rule("body", body.find_body, "Stands in the stretch of the page with the most prose."),
    Rule(
        "unframed_rest",
        unframed_rest.find_unframed_rest,
        "Of a text that has no page around it: no rule knows it, and nothing tells that it is a page's.",
    ),
    # last: it decides all that is left, so that no line is without a rule
    Rule("rest", rest.find_rest, "Stands outside the article and no rule knows it."),
)
